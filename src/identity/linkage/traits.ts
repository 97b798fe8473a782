import { checkFranceTravailNumber } from '../franceTravailNumber';
import { checkNir, normaliseNir } from '../nir';
import { spacedCapitals } from './alphabet';

/** What a NIR is worth: a number of the register, a waiting number, or one whose checks fail. */
export const NIR_NONE = 0;
export const NIR_CERTIFIED = 1;
export const NIR_WAITING = 2;
export const NIR_BROKEN = 3;

const CORSICA = { A: 1e13, B: 2e13 } as const;
const BODY = /^\d{5}(?:\d{2}|2[AB])\d{6}/;

/** The first 13 characters as a number (2A and 2B stand above 10¹³), and what the NIR is worth. */
export function packNir(raw: string): { readonly number: number; readonly worth: number } {
  const plain = plainNir(raw);
  if (plain > 0) return { number: plain, worth: NIR_CERTIFIED };
  const nir = normaliseNir(raw);
  const body = BODY.exec(nir)?.[0];
  if (!body) return { number: 0, worth: NIR_NONE };
  const letter = body[6] === 'A' ? CORSICA.A : body[6] === 'B' ? CORSICA.B : 0;
  const number = Number(body.replace(/[AB]/, '0')) + letter;
  const check = checkNir(nir);
  if (check.status === 'invalid') return { number, worth: NIR_BROKEN };
  return { number, worth: check.certified ? NIR_CERTIFIED : NIR_WAITING };
}

/** Known to be nobody's; {@link checkNir} has the last word on it. */
const NOT_PLAIN = 2_690_549_588_157;

/**
 * Number of a NIR of 13 or 15 digits without grouping, of a known month, where nothing is wrong with it; 0 for all
 * others, which {@link checkNir} judges. Nine of ten numbers of a list are of this kind.
 */
function plainNir(raw: string): number {
  if (raw.length !== 15 && raw.length !== 13) return 0;
  let number = 0;
  for (let i = 0; i < 13; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  const head = Math.floor(number / 1e8);
  const tail = number - head * 1e8;
  const sexAndYear = Math.floor(head / 100);
  const month = head - sexAndYear * 100;
  if (sexAndYear < 100 || sexAndYear >= 300 || month < 1 || month > 12) return 0;
  const order = tail % 1000;
  const department = Math.floor(tail / 1e6);
  const commune = Math.floor(tail / 1000) % 1000;
  if (department < 1 || department > 95 || commune === 0 || order === 0 || number === NOT_PLAIN) return 0;
  if (raw.length === 13) return number;
  const key = (raw.charCodeAt(13) - 48) * 10 + raw.charCodeAt(14) - 48;
  return key === 97 - (number % 97) && raw.charCodeAt(14) < 58 ? number : 0;
}

/** What is typed where a form insists on a number: 00000000000, 12345678901. */
function isFiller(digits: string): boolean {
  return /^(\d)\1+\w?$/.test(digits) || '123456789012345'.startsWith(digits) || '0123456789012345'.startsWith(digits);
}

const CURRENT_LENGTH = 11;

/** The same of the number that eleven digits make. */
function isFillerNumber(number: number): boolean {
  const head = Math.floor(number / 10);
  return head === Math.floor(head / 1e9) * 1_111_111_111 || number === 12_345_678_901 || number === 1_234_567_890;
}

/** The number that the digits make; −1 where something else stands among them. */
function plainDigits(raw: string): number {
  let number = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** An 11-digit France Travail number as itself, the old form above 10¹²; 0 when it is none. */
export function packFranceTravailNumber(raw: string): number {
  const plain = raw.length === CURRENT_LENGTH ? plainDigits(raw) : -1;
  if (plain >= 0) return isFillerNumber(plain) ? 0 : plain + 1;
  const check = checkFranceTravailNumber(raw);
  if (check.status === 'invalid') return 0;
  if (isFiller(check.number)) return 0;
  if (check.form === 'current') return Number(check.number) + 1;
  return 1e12 + Number(check.number.slice(0, 7)) * 36 + parseInt(check.number.slice(7), 36) + 1;
}

/** `YYYY-MM-DD` or `YYYYMMDD` as the number YYYYMMDD; 0 when it is none. A year or a day in doubt stays as it is. */
export function packDate(raw: string): number {
  if (raw.length === 10 && raw.charCodeAt(4) === 45 && raw.charCodeAt(7) === 45) {
    const digits = isoDigits(raw);
    if (digits >= 0) return isDay(digits) ? digits : 0;
    const packed = Number(raw.slice(0, 4)) * 10_000 + Number(raw.slice(5, 7)) * 100 + Number(raw.slice(8));
    return Number.isInteger(packed) && packed > 10_000_000 ? packed : 0;
  }
  return /^\d{8}$/.test(raw) && isDay(Number(raw)) ? Number(raw) : 0;
}

/** A year of four digits, and month and day that exist or are left open (00, fictitious months). */
function isDay(packed: number): boolean {
  return packed > 10_000_000 && packed < 99_990_000 && packed % 100 <= 31 && Math.floor(packed / 100) % 100 <= 99;
}

/** The eight digits of a plain `YYYY-MM-DD`; −1 when something else stands there. */
function isoDigits(raw: string): number {
  let packed = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    packed = packed * 10 + digit;
  }
  return packed;
}

const NOT_DIGITS = /\D+/g;
const FRENCH_PHONE = /^(?:00|)(?:33)?0?([1-9]\d{8})$/;

const COUNTED_UP = [123_456, 1_234_567, 12_345_678, 123_456_789, 1_234_567_890];

/** 06 00 00 00 00, 01 23 45 67 89 and one digit throughout; of numbers of six digits and more. */
function isFillerPhone(number: number): boolean {
  const isOneDigit = number < 1e6 ? number % 111_111 === 0 : (number % 1e7) % 1_111_111 === 0;
  return isOneDigit || COUNTED_UP.includes(number);
}

/** The nine digits behind the 0 of a French number, all digits (at most 15) of another; 0 for a placeholder. */
export function packPhone(raw: string): number {
  const plain = plainFrenchPhone(raw);
  if (plain > 0) return isFillerPhone(plain) ? 0 : plain;
  const digits = raw.replace(NOT_DIGITS, '');
  const number = Number(FRENCH_PHONE.exec(digits)?.[1] ?? digits.slice(0, 15));
  return number < 100_000 || isFillerPhone(number) ? 0 : number;
}

/** The digits of `06 12 34 56 78` and `+33612345678`, however they are grouped; 0 for any other number. */
function plainFrenchPhone(raw: string): number {
  let number = 0;
  let count = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) continue;
    if (++count > 11) return 0;
    number = number * 10 + digit;
  }
  const local = count === 11 ? number - 33e9 : count === 10 ? number : 0;
  return local >= 1e8 && local < 1e9 ? local : 0;
}

/** Where the hash of a text begins. */
export const HASH_SEED = 0x811c9dc5;

/** 32-bit FNV-1a of a text. */
export function hashText(text: string): number {
  return hashPart(HASH_SEED, text, 0, text.length);
}

export function hashPart(seed: number, text: string, from: number, to: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const PLACE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^STE\b/, 'SAINTE'],
  [/^ST\b/, 'SAINT'],
  [/\bSTE\b/g, 'SAINTE'],
  [/\bST\b/g, 'SAINT'],
  [/ (?:CEDEX|ARRONDISSEMENT|\d+(?:E|EME|ER)?)(?: .*)?$/, ''],
  [/^(?:LE|LA|LES|L) /, ''],
];

/** Name of a town without article, arrondissement and cedex, glued. */
export function placeKey(raw: string): string {
  return PLACE_WORDS.reduce((name, [pattern, by]) => name.replace(pattern, by), spacedCapitals(raw)).replaceAll(
    ' ',
    '',
  );
}
