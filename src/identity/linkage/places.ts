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
  const known = places.codes.get(raw);
  if (known !== undefined) return known;
  const packed = packAnew(places, raw.trim().toUpperCase());
  places.codes.set(raw, packed);
  return packed;
}

function packAnew(places: Places, code: string): number {
  if (code === '') return 0;
  if (PLAIN.test(code)) return Number(code) + 1;
  const corsican = CORSICAN.exec(code);
  if (corsican) return (corsican[1] === 'A' ? CORSICA_SOUTH : CORSICA_NORTH) + Number(corsican[2]) + 1;
  return places.codes.get(code) ?? OTHER_CODES + places.codes.size + 1;
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

/** Paris, Lyon, Marseille: the commune that an arrondissement belongs to; other codes stay. */
export function withoutDistrict(packed: number): number {
  const code = packed - 1;
  if (code > 75100 && code <= 75120) return 75057;
  if (code > 69380 && code <= 69389) return 69124;
  if (code > 13200 && code <= 13216) return 13056;
  return packed;
}
