import { grownInts } from './growing';
import type { People } from './people';
import { lettersOf } from './wordLetters';

/** Numbers that a row has in a glance; they lie side by side in the processor's cache. */
export const GLANCE = 9;
/**
 * Place of each trait in a row's numbers; `number` is France Travail's, `given` the shape of the given names, `surname`
 * the word of the surname, negative where there is a usage name or a half beside it, `letters` those of the surname.
 */
export const SEEN = {
  dateAndSex: 0,
  nir: 1,
  number: 2,
  phone: 3,
  mailbox: 4,
  postcode: 5,
  given: 6,
  surname: 7,
  letters: 8,
} as const;
const NINE_DIGITS = 1e9;

/**
 * What tells most strangers apart, row by row in one array: the columns of {@link People} lie far apart in memory, and
 * going to each of them for each pair is what takes the time. Of long numbers the last nine digits are kept.
 */
export class Glance {
  values = new Int32Array(64 * GLANCE);

  makeRoom(rows: number): void {
    this.values = grownInts(this.values, rows * GLANCE);
  }

  /** Writes a row from the columns. */
  write(people: People, row: number): void {
    const { values } = this;
    const at = row * GLANCE;
    values[at] = people.birthDate[row]! * 4 + people.sex[row]!;
    values[at + SEEN.nir] = nineDigits(people.nir[row]!);
    values[at + SEEN.number] = nineDigits(people.franceTravailNumber[row]!);
    values[at + SEEN.phone] = nineDigits(people.phone[row]!);
    values[at + SEEN.mailbox] = people.email[row] === 0 ? 0 : people.mailbox[row]!;
    values[at + SEEN.postcode] = people.postcode[row]!;
    this.writeNames(people, row, at);
  }

  private writeNames({ birthName, usageName, given, surnames, words }: People, row: number, at: number): void {
    const { values } = this;
    const name = birthName[row]!;
    const word = surnames.whole[name]!;
    const hasMore = usageName[row] !== 0 || surnames.partCount(name) > 0;
    values[at + SEEN.given] = given[row]!;
    values[at + SEEN.surname] = hasMore ? -word : word;
    values[at + SEEN.letters] = lettersOf(words, word);
  }
}

/** The last nine digits; 10⁹ where they are zeros, since 0 means "not known". */
function nineDigits(number: number): number {
  return number === 0 ? 0 : number % NINE_DIGITS || NINE_DIGITS;
}
