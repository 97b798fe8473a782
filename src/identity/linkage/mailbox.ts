import { letterCode } from './alphabet';
import { HASH_SEED, hashPart } from './traits';
import type { Words } from './words';

const NO_MAILBOX = /^(?:aucun|sans|neant|nc|none|null|test|inconnu|noreply|pasdemail|pas\.de\.mail)/;
/** Most addresses begin otherwise and are not looked at further. */
const NO_MAILBOX_BEGINNINGS = new Set(['au', 'sa', 'ne', 'nc', 'no', 'nu', 'te', 'in', 'pa'].map(beginningOf));
const LONGEST_ADDRESS = 254;
const LETTER_A = 97;
const LETTER_Z = 122;
const CAPITALS = 32;

/** Reads e-mail addresses; what the last one said stands in its fields. */
export class MailboxReader {
  /** Hashes of the address and of its mailbox. */
  whole = 0;
  mailbox = 0;
  private readonly rest = new Uint8Array(LONGEST_ADDRESS);
  private left = 0;

  constructor(private readonly words: Words) {}

  /** False when the text is no address that says who somebody is. */
  read(raw: string): boolean {
    const address = isPlain(raw) ? raw : raw.trim().toLowerCase();
    const at = address.lastIndexOf('@');
    if (at < 1 || at === address.length - 1 || address.length > LONGEST_ADDRESS) return false;
    if (NO_MAILBOX_BEGINNINGS.has(beginningOf(address)) && NO_MAILBOX.test(address)) return false;
    const mailbox = hashPart(HASH_SEED, address, 0, at);
    this.mailbox = mailbox || 1;
    this.whole = hashPart(mailbox, address, at, address.length) || 1;
    this.left = this.readLetters(address, at);
    this.digits = this.readDigits(address, at);
    return true;
  }

  private digits = '';
  private hasDigits = false;

  /**
   * True when nothing stands in the mailbox's name that name, year of birth (0: not known) and postcode or département
   * would not say: two namesakes may both have it. `names` are words, the longest first.
   */
  isSaidByName(names: readonly number[], year: number, postcode: string): boolean {
    const { digits } = this;
    const isHome = digits !== '' && postcode.startsWith(digits);
    if (digits.length > 2 && digits !== String(year) && !isHome) return false;
    if (digits.length === 2 && year > 0 && Number(digits) !== year % 100 && !isHome) return false;
    for (const name of names) this.takeOut(name);
    return this.left <= 2 || names.some((name) => this.words.length[name]! > 3 && this.beginsAlike(name));
  }

  private readLetters(address: string, at: number): number {
    let count = 0;
    this.hasDigits = false;
    for (let i = 0; i < at; i++) {
      const character = address.charCodeAt(i);
      if (character >= 48 && character <= 57) this.hasDigits = true;
      if (character < LETTER_A || character > LETTER_Z) continue;
      this.rest[count++] = letterCode(character - CAPITALS);
    }
    return count;
  }

  private readDigits(address: string, at: number): string {
    if (!this.hasDigits) return '';
    let digits = '';
    for (let i = 0; i < at; i++) {
      const character = address.charCodeAt(i);
      if (character >= 48 && character <= 57) digits += address[i]!;
    }
    return digits;
  }

  /** Takes the name out of the letters where it first stands in them. */
  private takeOut(name: number): void {
    const size = this.words.length[name]!;
    if (size < 2) return;
    for (let at = 0; at + size <= this.left; at++) {
      if (!this.stands(name, 0, size, at)) continue;
      this.rest.copyWithin(at, at + size, this.left);
      this.left -= size;
      return;
    }
  }

  /** A name in the mailbox that the record spells a little differently. */
  private beginsAlike(name: number): boolean {
    const size = this.words.length[name]!;
    return (
      (this.left >= 3 && this.stands(name, 0, 3, 0)) ||
      (this.left > 4 && this.stands(name, size - 4, size, this.left - 4))
    );
  }

  private stands(name: number, from: number, to: number, at: number): boolean {
    const { letters, start } = this.words;
    const first = start[name]!;
    for (let i = from; i < to; i++) if (letters[first + i] !== this.rest[at + i - from]) return false;
    return true;
  }
}

/** Letters, digits and signs of ASCII, no capitals: nothing is to be trimmed or lowered. */
function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const character = raw.charCodeAt(i);
    if (character <= 32 || character >= 127 || (character >= 65 && character <= 90)) return false;
  }
  return true;
}

/** The first two characters as one number. */
function beginningOf(address: string): number {
  return address.charCodeAt(0) * 256 + address.charCodeAt(1);
}
