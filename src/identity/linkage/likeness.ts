import { jaroWinkler, oneTypingError } from './jaroWinkler';
import { bitCount } from './bitCount';
import type { Words } from './words';

/** How alike two words are, from not at all to the same. */
export const UNLIKE = 0;
export const SIMILAR = 1;
export const TYPING = 2;
export const SPELLING = 3;
export const EQUAL = 4;

const SIMILAR_FROM = 0.85;
const TYPING_FROM = 0.93;
/** In shorter words one other letter makes another word. */
const SHORTEST_TYPING = 4;
const CACHE_BITS = 17;
const MOST_PASSING = 20_000;
/** Jaro–Winkler looks at so many letters of a name. */
export const COMPARED_LETTERS = 32;
/** Jaro's measure is at most (m/a + m/b + 1) / 3 for m common letters; 0.7 with room for rounding. */
export const LEAST_SHARES = 1.0999;

/** Likeness of words, the last answers kept: the same names meet again and again. */
export class Likeness {
  private readonly keys = new Float64Array(1 << CACHE_BITS);
  private readonly answers = new Uint8Array(1 << CACHE_BITS);
  /** Places of answers about words that will be forgotten. */
  private passing: number[] = [];

  constructor(private readonly words: Words) {}

  of(a: number, b: number): number {
    if (a === b) return EQUAL;
    if (this.shareTooFewLetters(a, b) && !this.words.areSpellings(a, b)) return UNLIKE;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const key = low * 0x4000000 + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - CACHE_BITS);
    if (this.keys[slot] === key) return this.answers[slot]!;
    const answer = this.compared(low, high);
    this.keys[slot] = key;
    this.answers[slot] = answer;
    if (high >= this.words.keptCount && this.passing.length < MOST_PASSING) this.passing.push(slot);
    return answer;
  }

  /** Forgets answers about words that were not kept: their numbers go to other words. */
  release(): void {
    if (this.passing.length === 0) return;
    if (this.passing.length < MOST_PASSING) for (const slot of this.passing) this.keys[slot] = 0;
    else this.keys.fill(0);
    this.passing = [];
  }

  private compared(a: number, b: number): number {
    const { letters, start, length } = this.words;
    if (this.words.areSpellings(a, b)) return SPELLING;
    const aStart = start[a]!;
    const aLength = length[a]!;
    const bStart = start[b]!;
    const bLength = length[b]!;
    const shorter = Math.min(aLength, bLength);
    if (shorter < 2) return UNLIKE;
    const close = jaroWinkler(letters, aStart, aLength, bStart, bLength);
    if (close >= 0.7 && shorter >= 3 && this.words.sound(a) === this.words.sound(b)) return SPELLING;
    if (close >= TYPING_FROM) return TYPING;
    if (shorter >= SHORTEST_TYPING && oneTypingError(letters, aStart, aLength, bStart, bLength)) return TYPING;
    return close >= SIMILAR_FROM ? SIMILAR : UNLIKE;
  }

  /**
   * Letters that only one word has keep Jaro's measure below 0.7, whatever their order: then no level is reached, nor
   * are the words one typing error apart, and the letters need not be gone through.
   */
  private shareTooFewLetters(a: number, b: number): boolean {
    const { length, masks } = this.words;
    const aLength = length[a]!;
    const bLength = length[b]!;
    if (aLength > COMPARED_LETTERS || bLength > COMPARED_LETTERS) return false;
    const aOnly = bitCount(masks[a]! & ~masks[b]!);
    const bOnly = bitCount(masks[b]! & ~masks[a]!);
    const most = Math.min(aLength - aOnly, bLength - bOnly);
    return most / aLength + most / bLength < LEAST_SHARES;
  }

  /** True when `short` is the beginning of `long`. */
  begins(short: number, long: number, atLeast: number): boolean {
    const { letters, start, length } = this.words;
    const size = length[short]!;
    if (size < atLeast || size >= length[long]!) return false;
    for (let i = 0; i < size; i++) if (letters[start[short]! + i] !== letters[start[long]! + i]) return false;
    return true;
  }
}
