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
  const nir = normaliseNir(raw);
  const body = BODY.exec(nir)?.[0];
  if (!body) return { number: 0, worth: NIR_NONE };
  const letter = body[6] === 'A' ? CORSICA.A : body[6] === 'B' ? CORSICA.B : 0;
  const number = Number(body.replace(/[AB]/, '0')) + letter;
  const check = checkNir(nir);
  if (check.status === 'invalid') return { number, worth: NIR_BROKEN };
  return { number, worth: check.certified ? NIR_CERTIFIED : NIR_WAITING };
}

/** An 11-digit France Travail number as itself, the old form above 10¹²; 0 when it is none. */
export function packFranceTravailNumber(raw: string): number {
  const check = checkFranceTravailNumber(raw);
  if (check.status === 'invalid') return 0;
  if (check.form === 'current') return Number(check.number) + 1;
  return 1e12 + Number(check.number.slice(0, 7)) * 36 + parseInt(check.number.slice(7), 36) + 1;
}

/** `YYYY-MM-DD` or `YYYYMMDD` as the number YYYYMMDD; 0 when it is none. A year or a day in doubt stays as it is. */
export function packDate(raw: string): number {
  if (raw.length === 10 && raw.charCodeAt(4) === 45 && raw.charCodeAt(7) === 45) {
    const digits = isoDigits(raw);
    if (digits >= 0) return digits > 10_000_000 ? digits : 0;
    const packed = Number(raw.slice(0, 4)) * 10_000 + Number(raw.slice(5, 7)) * 100 + Number(raw.slice(8));
    return Number.isInteger(packed) && packed > 10_000_000 ? packed : 0;
  }
  return /^\d{8}$/.test(raw) ? Number(raw) : 0;
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

/** The nine digits behind the 0 of a French number, all digits (at most 15) of another; 0 for a placeholder. */
export function packPhone(raw: string): number {
  const plain = plainFrenchPhone(raw);
  if (plain > 0) return plain % 111_111_111 === 0 ? 0 : plain;
  const digits = raw.replace(NOT_DIGITS, '');
  const number = Number(FRENCH_PHONE.exec(digits)?.[1] ?? digits.slice(0, 15));
  if (number < 100_000 || /^(\d)\1+$/.test(String(number))) return 0;
  return number;
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

const NO_MAILBOX = /^(?:aucun|sans|neant|nc|none|null|test|inconnu|noreply|pasdemail|pas\.de\.mail)/;

export interface PackedEmail {
  readonly whole: number;
  readonly mailbox: number;
  /** Nothing in the mailbox's name that name and year of birth would not say: two namesakes may both have it. */
  readonly saidByName: boolean;
}

/**
 * Hashes of an e-mail address and of its mailbox; undefined when it is none. `namesOf` gives the person's names as
 * capitals, the longest first; it is asked only where they matter.
 */
export function packEmail(raw: string, namesOf: () => readonly string[], year: number): PackedEmail | undefined {
  const address = raw.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || address.length > 254) return undefined;
  if (NO_MAILBOX.test(address)) return undefined;
  const mailbox = hashPart(HASH_SEED, address, 0, at);
  return {
    whole: hashPart(mailbox, address, at, address.length) || 1,
    mailbox: mailbox || 1,
    saidByName: !hasOtherDigits(address, at, year) && isSaidByName(address.slice(0, at), namesOf()),
  };
}

/** Digits in the mailbox that are not the year of birth, or more of them than two. */
function hasOtherDigits(address: string, at: number, year: number): boolean {
  let number = 0;
  let count = 0;
  for (let i = 0; i < at; i++) {
    const digit = address.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) continue;
    number = number * 10 + digit;
    count++;
  }
  if (count > 2) return count !== String(year).length || number !== year;
  return count === 2 && year > 0 && number !== year % 100;
}

function isSaidByName(mailbox: string, names: readonly string[]): boolean {
  let rest = mailbox.replace(/[^a-z]+/g, '').toUpperCase();
  for (const name of names) if (name.length > 1 && rest.includes(name)) rest = rest.replace(name, '');
  return rest.length <= 2 || names.some((name) => name.length > 3 && beginsAlike(rest, name));
}

/** A name in the mailbox that the record spells a little differently. */
function beginsAlike(rest: string, name: string): boolean {
  return rest.startsWith(name.slice(0, 3)) || (rest.length > 4 && rest.endsWith(name.slice(-4)));
}

const HASH_SEED = 0x811c9dc5;

/** 32-bit FNV-1a of a text. */
export function hashText(text: string): number {
  return hashPart(HASH_SEED, text, 0, text.length);
}

function hashPart(seed: number, text: string, from: number, to: number): number {
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
