import { bitCount } from './bitCount';
import { COMPARED_LETTERS, LEAST_SHARES } from './likeness';
import type { Words } from './words';

/** Bits for the length; 26 are left for the letters. */
const LENGTH_BITS = 6;
const LENGTHS = (1 << LENGTH_BITS) - 1;
const LETTER_BITS = 32 - LENGTH_BITS;
const LETTERS = (1 << LETTER_BITS) - 1;
/** Shorter words may be initials, and the beginning of a long one shares few of its letters. */
const SHORTEST = 2;
const LONGEST = COMPARED_LETTERS - 2;

/**
 * Which letters a word has and how many, in one number. A word that has other spellings, an initial and a very long
 * word are taken for as long as can be: {@link areUnlike} says nothing of them.
 */
export function lettersOf(words: Words, word: number): number {
  const length = words.length[word]!;
  const isOpen = length < SHORTEST || length > LONGEST || words.hasSpellings(word);
  const mask = words.masks[word]!;
  // Letters that share a bit are taken for one: more words are taken for alike, none for unlike.
  const folded = (mask & LETTERS) | (mask >>> LETTER_BITS);
  return (folded << LENGTH_BITS) | (isOpen ? LENGTHS : length);
}

/** True only where neither word is at all like the other, nor its beginning: see {@link Likeness.of}. */
export function areUnlike(letters: number, others: number): boolean {
  const length = letters & LENGTHS;
  const other = others & LENGTHS;
  if (length === LENGTHS || other === LENGTHS) return false;
  const only = bitCount((letters & ~others) >>> LENGTH_BITS);
  const otherOnly = bitCount((others & ~letters) >>> LENGTH_BITS);
  const most = Math.min(length - only, other - otherOnly);
  return most * (length + other) < LEAST_SHARES * length * other;
}
