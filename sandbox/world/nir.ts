/**
 * Key of a NIR: 97 − (n mod 97), Corsica's letters replaced for the computation only.
 * Written again here, not taken from `src/identity`, so that the sandbox can't inherit its mistakes.
 * @param nir13 the 13 characters without key
 * @returns two digits, `01` to `97`
 */
export function nirKey(nir13: string): string {
  const digits = nir13.replace('2A', '19').replace('2B', '18');
  const key = 97 - Number(BigInt(digits) % 97n);
  return String(key).padStart(2, '0');
}

/** True when a 15-character NIR ends with its own key. */
export function nirKeyHolds(nir15: string): boolean {
  return nirKey(nir15.slice(0, 13)) === nir15.slice(13);
}
