import packed from './countries.json';
import { nameKey } from './names';

/** France as country of birth. */
export const FRANCE = '99100';
/** Not known which country. */
const UNKNOWN_COUNTRIES: ReadonlySet<string> = new Set(['99999', '99990']);
const COUNTRY = /^99\d{3}$/;

/** Names that INSEE's list has not, or no longer: as people write them. States that fell apart lead to the largest heir. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  FRANCE: FRANCE,
  ANGLETERRE: '99132',
  'GRANDE BRETAGNE': '99132',
  ECOSSE: '99132',
  USA: '99404',
  'ETATS UNIS D AMERIQUE': '99404',
  'REPUBLIQUE TCHEQUE': '99116',
  TCHEQUIE: '99116',
  URSS: '99123',
  'FEDERATION DE RUSSIE': '99123',
  MACEDOINE: '99156',
  'MACEDOINE DU NORD': '99156',
  HOLLANDE: '99135',
  IRAK: '99203',
  PALESTINE: '99261',
  'COREE DU NORD': '99238',
  'COREE DU SUD': '99239',
  COREE: '99239',
  CEYLAN: '99235',
  MYANMAR: '99224',
  TURKIYE: '99208',
  'REPUBLIQUE DEMOCRATIQUE DU CONGO': '99312',
  'CONGO KINSHASA': '99312',
  'CONGO RDC': '99312',
  RDC: '99312',
  ZAIRE: '99312',
  'CONGO BRAZZAVILLE': '99324',
  'REPUBLIQUE DU CONGO': '99324',
  CENTRAFRIQUE: '99323',
  'REPUBLIQUE CENTRAFRICAINE': '99323',
  'GUINEE CONAKRY': '99330',
  'GUINEE BISSAO': '99392',
  'BURKINA FASO': '99331',
  'HAUTE VOLTA': '99331',
  DAHOMEY: '99327',
  'ILE MAURICE': '99390',
  ESWATINI: '99391',
  'CABO VERDE': '99396',
  'REPUBLIQUE DOMINICAINE': '99408',
  SALVADOR: '99414',
  BELARUS: '99148',
  MOLDOVA: '99151',
};

/** Countries that a commune is a namesake of: not read as a country where only the name says so. */
const NAMESAKES: ReadonlySet<string> = new Set(packed.alsoCommunes.map(nameKey));
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...Object.entries(packed.names).flatMap(([code, name]) =>
    spellings(name).map((spelling) => [nameKey(spelling), code] as const),
  ),
  ...Object.entries(OTHER_NAMES).map(([name, code]) => [nameKey(name), code] as const),
]);

/** `IRLANDE, ou EIRE` are two names; `CONGO (REPUBLIQUE DEMOCRATIQUE)` stands also the other way round. */
function spellings(name: string): string[] {
  const [whole, first = '', inside = ''] = /^(.+?) \((.+)\)$/.exec(name) ?? [name];
  return [...whole.split(', ou '), ...(inside ? [`${inside} ${first}`] : [])];
}

/**
 * Code (99…) of the country whose name the text is, whatever its case and accents; undefined for a town, and for the
 * four names that a French commune has too (Grenade, Soudan, Suisse, Argentine). Source: INSEE.
 */
export function countryNamed(text: string): string | undefined {
  const key = nameKey(text);
  return NAMESAKES.has(key) ? undefined : BY_NAME.get(key);
}

/** True for the form of a country's code. */
export function isCountryCode(code: string): boolean {
  return COUNTRY.test(code);
}

/** True for a country code that says that the person was born abroad. */
export function isForeignCountry(code: string): boolean {
  return COUNTRY.test(code) && code !== FRANCE && !UNKNOWN_COUNTRIES.has(code);
}
