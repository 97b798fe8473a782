import { nameKey } from './names';

/** Algeria, Morocco, Tunisia: country code, its départements while France administered it, the day that ended. */
interface FormerTerritory {
  readonly country: string;
  readonly departments: readonly string[];
  /** `YYYY-MM-DD`: births before may carry a French code. */
  readonly until: string;
  /** Its larger towns, names of before independence behind today's; no French commune is called so. */
  readonly towns: readonly (readonly string[])[];
}

const TERRITORIES: readonly FormerTerritory[] = [
  {
    country: '99352',
    departments: ['91', '92', '93', '94'],
    until: '1962-07-03',
    towns: [
      ['ALGER', 'EL DJAZAIR', 'ALGIERS'],
      ['ORAN', 'WAHRAN'],
      ['CONSTANTINE', 'QACENTINA'],
      ['ANNABA', 'BONE'],
      ['SKIKDA', 'PHILIPPEVILLE'],
      ['BEJAIA', 'BOUGIE'],
      ['CHLEF', 'ORLEANSVILLE', 'EL ASNAM'],
      ['JIJEL', 'DJIDJELLI'],
      ['TIZI OUZOU'],
      ['SIDI BEL ABBES'],
      ['SETIF'],
      ['BLIDA'],
      ['MOSTAGANEM'],
      ['TLEMCEN'],
      ['BATNA'],
      ['MEDEA'],
      ['MASCARA'],
      ['BISKRA'],
      ['GUELMA'],
      ['TIARET'],
    ],
  },
  {
    country: '99350',
    departments: ['95'],
    until: '1956-03-02',
    towns: [
      ['CASABLANCA'],
      ['RABAT'],
      ['MARRAKECH'],
      ['FES', 'FEZ'],
      ['MEKNES'],
      ['TANGER'],
      ['OUJDA'],
      ['AGADIR'],
      ['NADOR'],
      ['TETOUAN'],
      ['KENITRA', 'PORT LYAUTEY'],
    ],
  },
  {
    country: '99351',
    departments: ['96'],
    until: '1956-03-20',
    towns: [['TUNIS'], ['SFAX'], ['SOUSSE'], ['BIZERTE'], ['KAIROUAN'], ['GABES']],
  },
];

const COUNTRY_OF_TOWN: ReadonlyMap<string, string> = new Map(
  TERRITORIES.flatMap(({ country, towns }) => towns.flat().map((town) => [nameKey(town), country] as const)),
);
const TODAYS_NAME: ReadonlyMap<string, string> = new Map(
  TERRITORIES.flatMap(({ towns }) =>
    towns.flatMap(([today = '', ...former]) => former.map((town) => [nameKey(town), today] as const)),
  ),
);

/** Country code of a town of Algeria, Morocco or Tunisia by its name; undefined for any other text. */
export function countryOfTown(name: string): string | undefined {
  return COUNTRY_OF_TOWN.get(nameKey(name));
}

/** Today's name of a town that was renamed at independence (Bône → ANNABA); undefined for any other. */
export function todaysTownName(name: string): string | undefined {
  return TODAYS_NAME.get(nameKey(name));
}

/**
 * The country behind a code of département 91 to 96 that stands for Algeria, Morocco or Tunisia before independence;
 * undefined where it can only be the French département. A birth whose date is not known may be one of before.
 *
 * The same figures are the Essonne's, Hauts-de-Seine's, Seine-Saint-Denis's, Val-de-Marne's and Val-d'Oise's since 1968,
 * so that `country` or the town's own country has to say so; only 96 is no French département.
 */
export function formerTerritory(
  code: string,
  birthDate: string | undefined,
  country: string | undefined,
): string | undefined {
  const territory = TERRITORIES.find(({ departments }) => departments.includes(code.slice(0, 2)));
  if (!territory || (birthDate && birthDate >= territory.until)) return undefined;
  return country === territory.country || code.startsWith('96') ? territory.country : undefined;
}

/** True when the NIR's département may stand for this country, by the date of birth. */
export function mayStandFor(department: string, country: string, birthDate: string | undefined): boolean {
  const territory = TERRITORIES.find((one) => one.country === country);
  return !!territory?.departments.includes(department) && (!birthDate || birthDate < territory.until);
}
