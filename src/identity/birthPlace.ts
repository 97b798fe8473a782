import type { PivotField, Problem } from '../fields';
import { arrondissement, communeInForce, isCommuneCode } from './communes';
import { countryNamed, FRANCE, isCountryCode, isForeignCountry } from './countries';
import { countryOfTown, formerTerritory } from './formerTerritories';
import { nameKey } from './names';

/** Place of birth as the pivot has it: commune's or country's code, the town's name, the country's code. */
export interface BirthPlace {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly country?: string | undefined;
}

export interface SettledBirthPlace {
  readonly place: BirthPlace;
  readonly repairs: readonly Problem[];
  /** Kept as it is, and worth a look. */
  readonly doubts: readonly Problem[];
}

const BIG_CITIES: Readonly<Record<string, string>> = { PARIS: '75056', LYON: '69123', MARSEILLE: '13055' };
/** `PARIS 14E ARRONDISSEMENT`, `Lyon 03`, `MARSEILLE 1ER`. */
const NUMBERED_CITY =
  /^(PARIS|LYON|MARSEILLE)[\s,(-]*(\d{1,2})\s*(?:ER|E|EME|ÈME)?\b[\s)]*(?:ARR(?:ONDISSEMENT|DT|T)?\.?)?[\s)]*$/iu;

/**
 * Brings code, name and country of a birth place together: a country's name in the town's column, a French country over
 * a foreign code, an arrondissement that only the name tells, the départements of Algeria (91 to 94), Morocco (95) and
 * Tunisia (96) before independence. A commune's code stays that of the birth, as in the civil records, also when it was
 * merged since: {@link areOneTown} compares across mergers. What contradicts itself is kept and named.
 *
 * @param birthDate `YYYY-MM-DD`.
 */
export function settleBirthPlace(written: BirthPlace, birthDate?: string): SettledBirthPlace {
  const named = fromCountryName(written);
  const settled = fromTerritory(named.place, birthDate);
  const { place, repairs } = settled.repairs.length > 0 ? settled : fromCodes(named.place);
  return { place, repairs: [...named.repairs, ...repairs], doubts: doubtsAbout(place) };
}

interface Step {
  readonly place: BirthPlace;
  readonly repairs: readonly Problem[];
}

/** `ALGERIE` in the town's column: the country, and no town known. */
function fromCountryName(place: BirthPlace): Step {
  const { code, name } = place;
  const country = name ? countryNamed(name) : undefined;
  if (!country || (code && isCommuneCode(code))) return { place, repairs: [] };
  if (code && isForeignCountry(code) && code !== country) return { place, repairs: [] };
  if (country === FRANCE) return { place: { code, country: place.country ?? FRANCE }, repairs: [] };
  return {
    place: { code: country, country },
    repairs: [repaired('identity.repair.countryForTown', 'birthPlaceName', country)],
  };
}

/** Algeria, Morocco, Tunisia: by a French code of before independence, or by the town's name alone. */
function fromTerritory(place: BirthPlace, birthDate: string | undefined): Step {
  const { code, name, country } = place;
  const ofTown = name ? countryOfTown(name) : undefined;
  if (code && isCommuneCode(code)) {
    const saysAbroad = country !== undefined && isForeignCountry(country);
    const territory = formerTerritory(code, birthDate, saysAbroad ? country : ofTown);
    if (!territory) return { place, repairs: [] };
    return {
      place: { ...place, code: territory, country: territory },
      repairs: [repaired('identity.repair.formerTerritory', 'birthPlaceCode', territory)],
    };
  }
  if (code || country || !ofTown) return { place, repairs: [] };
  return {
    place: { ...place, code: ofTown, country: ofTown },
    repairs: [repaired('identity.repair.countryOfTown', 'birthCountryCode', ofTown)],
  };
}

function fromCodes(place: BirthPlace): Step {
  const { code, name, country } = place;
  if (code && isForeignCountry(code)) {
    if (country === code) return { place, repairs: [] };
    const overwritten = country ? [repaired('identity.repair.countryOverwritten', 'birthCountryCode', code)] : [];
    return country && isForeignCountry(country)
      ? { place, repairs: [] }
      : { place: { ...place, country: code }, repairs: overwritten };
  }
  if (!code && country && isForeignCountry(country)) return { place: { ...place, code: country }, repairs: [] };
  const city = !code && name ? cityNamed(name) : undefined;
  return city
    ? { place: { ...place, code: city }, repairs: [repaired('identity.repair.cityCode', 'birthPlaceCode', city)] }
    : { place, repairs: [] };
}

/** `country`: no town at all; `codedTown`: the name gives a code (Oran, Paris 14e); `town`: only a name. */
export type PlaceNameKind = 'country' | 'codedTown' | 'town';

/** What a name in the town's column is, as far as the name alone says it. */
export function placeNameKind(name: string): PlaceNameKind {
  if (countryNamed(name)) return 'country';
  return countryOfTown(name) || cityNamed(name) ? 'codedTown' : 'town';
}

function cityNamed(name: string): string | undefined {
  const [, city = '', number = ''] = NUMBERED_CITY.exec(name.trim().slice(0, 60)) ?? [];
  const code = BIG_CITIES[city.toUpperCase()];
  if (code) return arrondissement(code, Number(number)) ?? code;
  const key = nameKey(name);
  return Object.hasOwn(BIG_CITIES, key) ? BIG_CITIES[key] : undefined;
}

function doubtsAbout({ code, name, country }: BirthPlace): Problem[] {
  const doubts: Problem[] = [];
  const byName = name ? countryNamed(name) : undefined;
  const abroad = country !== undefined && isForeignCountry(country);
  const contradicts =
    (code !== undefined && isCommuneCode(code) && (abroad || (byName !== undefined && byName !== FRANCE))) ||
    (code !== undefined && isCountryCode(code) && abroad && country !== code) ||
    (code !== undefined && isForeignCountry(code) && byName !== undefined && byName !== code);
  if (contradicts) doubts.push({ code: 'identity.doubt.birthPlace', field: 'birthPlaceCode' });
  const inForce = code ? communeInForce(code) : undefined;
  if (code && inForce && inForce !== code) {
    doubts.push({ code: 'identity.doubt.formerCommune', field: 'birthPlaceCode', params: { code, now: inForce } });
  }
  return doubts;
}

/** `placeCode` is what stands there now: a country's, or a city's. */
function repaired(code: string, field: PivotField, placeCode: string): Problem {
  return { code, field, params: { code: placeCode } };
}
