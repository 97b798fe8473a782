import { jaroWinkler, oneTypingError } from './jaroWinkler';
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

/** Likeness of words, the last answers kept: the same names meet again and again. */
export class Likeness {
  private readonly keys = new Float64Array(1 << CACHE_BITS);
  private readonly answers = new Uint8Array(1 << CACHE_BITS);

  constructor(private readonly words: Words) {}

  of(a: number, b: number): number {
    if (a === b) return EQUAL;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const key = low * 0x4000000 + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - CACHE_BITS);
    if (this.keys[slot] === key) return this.answers[slot]!;
    const answer = this.compared(low, high);
    this.keys[slot] = key;
    this.answers[slot] = answer;
    return answer;
  }

  private compared(a: number, b: number): number {
    const { letters, start, length } = this.words;
    const [aStart, aLength, bStart, bLength] = [start[a]!, length[a]!, start[b]!, length[b]!];
    if (this.words.areSpellings(a, b)) return SPELLING;
    const shorter = Math.min(aLength, bLength);
    if (shorter < 2) return UNLIKE;
    const close = jaroWinkler(letters, aStart, aLength, bStart, bLength);
    if (close >= 0.7 && shorter >= 3 && this.words.sound(a) === this.words.sound(b)) return SPELLING;
    if (close >= TYPING_FROM) return TYPING;
    if (shorter >= SHORTEST_TYPING && oneTypingError(letters, aStart, aLength, bStart, bLength)) return TYPING;
    return close >= SIMILAR_FROM ? SIMILAR : UNLIKE;
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
