/**
 * Jaro–Winkler on letter codes with bit masks: one machine word holds the matched letters of each side. Names longer
 * than 32 letters are compared on their first 32.
 */
const WORD = 32;
const masks = new Int32Array(64);

/** Similarity 0–1 of two names given as slices of a pool of letter codes (0–63). */
export function jaroWinkler(
  pool: Uint8Array,
  aStart: number,
  aLength: number,
  bStart: number,
  bLength: number,
): number {
  const a = aLength > WORD ? WORD : aLength;
  const b = bLength > WORD ? WORD : bLength;
  if (a === 0 || b === 0) return 0;
  for (let i = 0; i < a; i++) masks[pool[aStart + i]!]! |= 1 << i;
  const reach = Math.max(0, (Math.max(a, b) >> 1) - 1);
  let matchedA = 0;
  let matchedB = 0;
  let matches = 0;
  for (let j = 0; j < b; j++) {
    const low = j - reach > 0 ? j - reach : 0;
    const high = j + reach < a - 1 ? j + reach : a - 1;
    if (low > high) continue;
    const window = bitsUpTo(high) & ~(low === 0 ? 0 : bitsUpTo(low - 1));
    const free = masks[pool[bStart + j]!]! & window & ~matchedA;
    if (free === 0) continue;
    matchedA |= free & -free;
    matchedB |= 1 << j;
    matches++;
  }
  for (let i = 0; i < a; i++) masks[pool[aStart + i]!] = 0;
  if (matches === 0) return 0;
  const turned = halfTranspositions(pool, aStart, matchedA, bStart, matchedB) >> 1;
  const jaro = (matches / a + matches / b + (matches - turned) / matches) / 3;
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < a && prefix < b && pool[aStart + prefix] === pool[bStart + prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function bitsUpTo(bit: number): number {
  return bit >= 31 ? -1 : (1 << (bit + 1)) - 1;
}

function halfTranspositions(pool: Uint8Array, aStart: number, inA: number, bStart: number, inB: number): number {
  let a = inA;
  let b = inB;
  let out = 0;
  while (a !== 0) {
    const i = 31 - Math.clz32(a & -a);
    const j = 31 - Math.clz32(b & -b);
    if (pool[aStart + i] !== pool[bStart + j]) out++;
    a &= a - 1;
    b &= b - 1;
  }
  return out;
}

/** True when one typing error parts the two: a letter more, less, other, or two neighbours changed over. */
export function oneTypingError(
  pool: Uint8Array,
  aStart: number,
  aLength: number,
  bStart: number,
  bLength: number,
): boolean {
  if (Math.abs(aLength - bLength) > 1) return false;
  const shorter = Math.min(aLength, bLength);
  let front = 0;
  while (front < shorter && pool[aStart + front] === pool[bStart + front]) front++;
  let back = 0;
  while (back < shorter - front && pool[aStart + aLength - 1 - back] === pool[bStart + bLength - 1 - back]) back++;
  const left = Math.max(aLength, bLength) - front - back;
  if (left <= 1) return true;
  const swapped =
    aLength === bLength &&
    left === 2 &&
    pool[aStart + front] === pool[bStart + front + 1] &&
    pool[aStart + front + 1] === pool[bStart + front];
  return swapped;
}
