import packed from './communes.json';

/** Code of a French commune: 59350, 2A004, 97105 (three figures of département, two of commune); 20… before 1976. */
const COMMUNE = /^(?:(?:0[1-9]|[1-8]\d|9[0-6])\d{3}|2[AB]\d{3}|97[1-8]\d{2}|98[4-9]\d{2})$/;
const OVERSEAS = /^9[78]/;

/** Paris, Lyon and Marseille: code of the city, first and last of its arrondissements. */
const CITIES = [
  { city: '75056', first: 75_101, last: 75_120 },
  { city: '69123', first: 69_381, last: 69_389 },
  { city: '13055', first: 13_201, last: 13_216 },
] as const;

const CURRENT: ReadonlyMap<string, string> = new Map(
  Object.entries(packed.former).flatMap(([now, former]) => former.split(' ').map((old) => [old, now] as const)),
);

/** Every former code with the code in force. Source: INSEE, code officiel géographique 2026. */
export function formerCommunes(): Iterable<readonly [former: string, inForce: string]> {
  return CURRENT;
}

/** True for the form of a commune's code, in force or former; countries (99…) are none. */
export function isCommuneCode(code: string): boolean {
  return COMMUNE.test(code);
}

/**
 * The code in force of a commune that was merged, or whose code changed with its département: Seine (75…) and
 * Seine-et-Oise (78…) before 1968, Corsica (20…) before 1976. Other codes stay as they are.
 */
export function communeInForce(code: string): string {
  return CURRENT.get(code) ?? code;
}

/** The city of an arrondissement (75114 → 75056), the code in force of any other commune. */
export function cityOf(code: string): string {
  const number = Number(code);
  const city = CITIES.find(({ first, last }) => number >= first && number <= last);
  return city?.city ?? communeInForce(code);
}

/** True when two codes are one town: the same after mergers, or an arrondissement and its city. */
export function areOneTown(a: string, b: string): boolean {
  return cityOf(a) === cityOf(b);
}

/** The arrondissement of a city by its number, if it has that many: Paris 14 → 75114. */
export function arrondissement(city: string, number: number): string | undefined {
  const found = CITIES.find((one) => one.city === city);
  const code = (found?.first ?? 0) + number - 1;
  return found && number >= 1 && code <= found.last ? String(code) : undefined;
}

/** Département of a commune's code: `59`, `2A`, three figures overseas (`971`). */
export function departmentOf(code: string): string {
  return code.slice(0, OVERSEAS.test(code) ? 3 : 2);
}
