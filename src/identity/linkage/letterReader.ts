import { nameKey } from '../names';
import { letterCode, LONGEST_NAME } from './alphabet';

const LONGEST_CELL = 400;
/** Classes of characters beside the letter codes 1 to 36. */
const UNREAD = 0;
const JOINS = 100;
const PARTS = 101;
const LATIN_END = 0x180;
const FIRST: Uint8Array = new Uint8Array(LATIN_END);
/** Second letter of a character that stands for two: Œ, Æ, ß. */
const SECOND: Uint8Array = new Uint8Array(LATIN_END);

fillClasses();

/**
 * Reads the letters of plain names without making a string: what {@link spacedCapitals} gives, as letter codes and ends
 * of words. Latin letters, digits and the usual separators only; the rest (mojibake, other scripts, pasted pages) is
 * left to the slow way. One reader serves all names, one after the other.
 */
export class LetterReader {
  /** All letters, glued. */
  readonly codes: Uint8Array = new Uint8Array(LONGEST_NAME + 2);
  /** Where each word ends in {@link codes}. */
  readonly ends: Uint8Array = new Uint8Array(LONGEST_NAME + 2);
  /** 1 where only hyphens or apostrophes stand before the word: it goes on with the given name before it. */
  readonly joined: Uint8Array = new Uint8Array(LONGEST_NAME + 2);
  words = 0;
  length = 0;

  /** Reads a text; false when it is not plain. */
  read(raw: string): boolean {
    const { codes, ends, joined } = this;
    if (raw.length > LONGEST_CELL) return false;
    let length = 0;
    let words = 0;
    let inWord = false;
    let joins = 0;
    for (let i = 0; i < raw.length; i++) {
      const character = raw.charCodeAt(i);
      const found = character < LATIN_END ? FIRST[character]! : UNREAD;
      if (found === UNREAD || length > LONGEST_NAME - 2) return false;
      if (found >= JOINS) {
        if (inWord) ends[words++] = length;
        joins = found === PARTS ? 0 : inWord ? 1 : joins;
        inWord = false;
        continue;
      }
      if (character >= 0x80 && mayBeMojibake(raw, i)) return false;
      if (!inWord) joined[words] = joins;
      inWord = true;
      codes[length++] = found;
      if (SECOND[character] !== 0) codes[length++] = SECOND[character]!;
    }
    if (inWord) ends[words++] = length;
    this.words = words;
    this.length = length;
    return length + words - 1 <= LONGEST_NAME;
  }

  /** Where a word begins in {@link codes}. */
  startOf(word: number): number {
    return word === 0 ? 0 : this.ends[word - 1]!;
  }

  /** Up to eight letters as one number, for looking a word up in a short list. */
  packed(word: number): number {
    return packedCodes(this.codes, this.startOf(word), this.ends[word]!);
  }
}

function packedCodes(codes: Uint8Array, from: number, to: number): number {
  let packed = 0;
  for (let i = from; i < to && i < from + 8; i++) packed = packed * 64 + codes[i]!;
  return packed;
}

/** What {@link LetterReader.packed} gives for a word of plain capitals. */
export function packedWord(word: string): number {
  const codes = Uint8Array.from(word, (letter) => letterCode(letter.charCodeAt(0)));
  return packedCodes(codes, 0, codes.length);
}

/** A letter that can be the first half of a character read wrongly, before something that can be the second. */
function mayBeMojibake(raw: string, at: number): boolean {
  const next = raw.charCodeAt(at + 1);
  return next >= 0x80 && !(next >= 0xc0 && next <= 0xff);
}

function fillClasses(): void {
  for (let code = 0; code < LATIN_END; code++) {
    const letter = String.fromCharCode(code);
    const plain = code < 0x80 ? /^[A-Za-z0-9]$/.test(letter) : code >= 0xc0;
    const key = plain ? nameKey(letter) : '';
    if (!/^[A-Z0-9]{1,2}$/.test(key)) continue;
    FIRST[code] = letterCode(key.charCodeAt(0));
    SECOND[code] = key.length > 1 ? letterCode(key.charCodeAt(1)) : 0;
  }
  for (const letter of "-'") FIRST[letter.charCodeAt(0)] = JOINS;
  for (const letter of ' ,;./') FIRST[letter.charCodeAt(0)] = PARTS;
}
