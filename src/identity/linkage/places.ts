import type { PivotRecord } from '../../fields';
import { placeNameKind, settleBirthPlace, type BirthPlace, type PlaceNameKind } from '../birthPlace';
import { cityOf, formerCommunes } from '../communes';
import { isForeignCountry } from '../countries';
import { todaysTownName } from '../formerTerritories';

/** Codes of places (communes, countries, postcodes), packed into numbers once each. */
export interface Places {
  readonly codes: Map<string, number>;
}

const OTHER_CODES = 1_000_000;
const CORSICA_SOUTH = 200_000;
const CORSICA_NORTH = 300_000;
const PLAIN = /^\d{1,5}$/;
const CORSICAN = /^2([AB])(\d{3})$/;

/**
 * Five digits as themselves plus one (so that 0 stays "not known"), 2A… above 200,000, 2B… above 300,000, anything else
 * numbered from a million.
 */
export function packPlace(places: Places, raw: string): number {
  const plain = raw.length === 5 ? plainCode(raw) : 0;
  if (plain > 0) return plain;
  const known = places.codes.get(raw);
  if (known !== undefined) return known;
  const packed = packAnew(places, raw.trim().toUpperCase());
  places.codes.set(raw, packed);
  return packed;
}

/** Nearly all codes are five digits; 0 for others. */
function plainCode(raw: string): number {
  let code = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return 0;
    code = code * 10 + digit;
  }
  return code + 1;
}

function packAnew(places: Places, code: string): number {
  if (code === '') return 0;
  return packedCommune(code) || (places.codes.get(code) ?? OTHER_CODES + places.codes.size + 1);
}

/** 0 for anything but up to five digits and Corsican codes. */
function packedCommune(code: string): number {
  if (PLAIN.test(code)) return Number(code) + 1;
  const corsican = CORSICAN.exec(code);
  return corsican ? (corsican[1] === 'A' ? CORSICA_SOUTH : CORSICA_NORTH) + Number(corsican[2]) + 1 : 0;
}

export const ABROAD = 99_001;
const FRANCE = 99_101;

/** True for a country code other than France's. */
export function isForeign(packed: number): boolean {
  return packed >= ABROAD && packed <= 100_000 && packed !== FRANCE;
}

/** True for the code of a French commune. */
export function isCommune(packed: number): boolean {
  return (packed > 1000 && packed < ABROAD) || (packed > CORSICA_SOUTH && packed < OTHER_CODES);
}

/** Département of a commune code or postcode: 59 for 59350; Corsica apart. */
export function department(packed: number): number {
  if (packed >= OTHER_CODES) return packed;
  return Math.floor((packed - 1) / 1000);
}

const ARRONDISSEMENTS = [
  [75_101, 75_120],
  [69_381, 69_389],
  [13_201, 13_216],
] as const;

/** Above every packed code of a commune. */
const TABLE_SIZE = CORSICA_NORTH + 1_000;
/** Town of each packed code that is not its own; 0 for the others. */
const TOWNS = packedTowns();

/**
 * The town of a commune's code: its city for an arrondissement of Paris, Lyon or Marseille, the commune in force where
 * it was merged or its code changed (Seine, Seine-et-Oise, Corsica); other codes stay. Postcodes are no such codes.
 */
export function withoutDistrict(packed: number): number {
  return packed > 0 && packed < TABLE_SIZE ? TOWNS[packed] || packed : packed;
}

function packedTowns(): Int32Array {
  const table = new Int32Array(TABLE_SIZE);
  const set = (code: string, town: string) => (table[packedCommune(code)] = packedCommune(town));
  for (const [former] of formerCommunes()) set(former, cityOf(former));
  for (const [first, last] of ARRONDISSEMENTS) {
    for (let code = first; code <= last; code++) set(String(code), cityOf(String(code)));
  }
  return table;
}

/** What a name in the town's column says, beside a town. */
interface NameMeaning {
  readonly kind: PlaceNameKind;
  /** Today's name of a town that was renamed, else the name as written. */
  readonly name: string;
}

/** Names of towns whose meaning is remembered; more are forgotten together. */
const MOST_REMEMBERED = 1 << 16;
/** Départements whose figures were also Algeria's, Morocco's and Tunisia's. */
const MAYBE_FORMER_TERRITORY = /^9[1-6]/;

/**
 * Reads places of birth for comparison: a country in the town's column is a country, Algiers' old code is Algeria, a
 * renamed town has today's name. Most records say nothing of the kind and cost one look-up.
 */
export class BirthPlaceReader {
  private readonly meanings = new Map<string, NameMeaning>();

  read(record: PivotRecord): BirthPlace {
    const { birthPlaceCode: code, birthPlaceName, birthCountryCode: country } = record;
    const { kind, name } = birthPlaceName ? this.meaning(birthPlaceName) : NO_NAME;
    const place = { code, name: birthPlaceName && name, country };
    const speaks = kind === 'country' || (kind === 'codedTown' && !code);
    const maybeOld = code !== undefined && MAYBE_FORMER_TERRITORY.test(code);
    const abroad = kind === 'codedTown' || (country !== undefined && isForeignCountry(country));
    return speaks || (maybeOld && abroad) ? settleBirthPlace(place, record.birthDate).place : place;
  }

  private meaning(written: string): NameMeaning {
    const known = this.meanings.get(written);
    if (known) return known;
    const meaning = { kind: placeNameKind(written), name: todaysTownName(written) ?? written };
    if (this.meanings.size >= MOST_REMEMBERED) this.meanings.clear();
    this.meanings.set(written, meaning);
    return meaning;
  }
}

const NO_NAME: NameMeaning = { kind: 'town', name: '' };
