import {
  EMAIL_LEVELS,
  levelNumbers,
  NIR_LEVELS,
  NUMBER_LEVELS,
  PHONE_LEVELS,
  POSTCODE_LEVELS,
  STREET_LEVELS,
  TEXT_LEVELS,
} from './levels';
import { SIMILAR, TYPING, type Likeness } from './likeness';
import type { People } from './people';
import { department } from './places';
import { NIR_BROKEN, NIR_CERTIFIED } from './traits';

const NIR = levelNumbers(NIR_LEVELS);
const NUMBER = levelNumbers(NUMBER_LEVELS);
const PHONE = levelNumbers(PHONE_LEVELS);
const EMAIL = levelNumbers(EMAIL_LEVELS);
const POSTCODE = levelNumbers(POSTCODE_LEVELS);
const TEXT = levelNumbers(TEXT_LEVELS);
const STREET = levelNumbers(STREET_LEVELS);

/** Sex, year, month, département and commune: what twins' numbers share. */
const ORDER_NUMBERS = 1000;

export function compareNirs(people: People, l: number, r: number): number {
  const a = people.nir[l]!;
  const b = people.nir[r]!;
  if (a === 0 || b === 0) return NIR.missing;
  const worth = people.nirWorth[l]!;
  const otherWorth = people.nirWorth[r]!;
  const broken = worth === NIR_BROKEN || otherWorth === NIR_BROKEN;
  if (a === b) return broken ? NIR.sameBroken : NIR.same;
  if (Math.floor(a / ORDER_NUMBERS) === Math.floor(b / ORDER_NUMBERS)) return NIR.sameBirthOtherOrder;
  const certified = worth === NIR_CERTIFIED && otherWorth === NIR_CERTIFIED;
  if (!certified && digitsApart(a, b)) return NIR.typing;
  return certified ? NIR.different : NIR.differentUncertified;
}

export function compareNumbers(a: number, b: number): number {
  if (a === 0 || b === 0) return NUMBER.missing;
  if (a === b) return NUMBER.same;
  return digitsApart(a, b) ? NUMBER.typing : NUMBER.different;
}

export function comparePhones(a: number, b: number): number {
  if (a === 0 || b === 0) return PHONE.missing;
  if (a === b) return PHONE.same;
  return digitsApart(a, b) ? PHONE.typing : PHONE.different;
}

/** True when one digit differs, or two neighbours changed places. */
export function digitsApart(a: number, b: number): boolean {
  if (!mayBeApart(Math.abs(a - b))) return false;
  let x = a;
  let y = b;
  let differing = 0;
  let difference = 0;
  let at = 0;
  for (let place = 0; x > 0 || y > 0; place++) {
    const d = (x % 10) - (y % 10);
    if (d !== 0) {
      if (++differing > 2) return false;
      if (differing === 2 && (place !== at + 1 || !isTurned(a, b, at))) return false;
      difference = d;
      at = place;
    }
    x = Math.floor(x / 10);
    y = Math.floor(y / 10);
  }
  return differing === 1 || (differing === 2 && difference !== 0);
}

/**
 * One digit: the difference is 1 to 9 and zeros; two neighbours: 9 to 81, a multiple of 9, and zeros. In two halves of
 * six digits and more, since remainders of numbers beyond 32 bits are slow.
 */
export function mayBeApart(difference: number): boolean {
  const high = Math.floor(difference / 1e6);
  const low = (difference - high * 1e6) | 0;
  let rest = low === 0 ? high | 0 : low;
  if (low !== 0 && high !== 0) {
    if (low % 100_000 !== 0 || high >= 10) return false;
    rest = high * 10 + low / 100_000;
  }
  while (rest >= 1000 && rest % 1000 === 0) rest /= 1000;
  while (rest >= 10 && rest % 10 === 0) rest /= 10;
  return rest < 10 || (rest <= 81 && rest % 9 === 0);
}

function isTurned(a: number, b: number, at: number): boolean {
  const scale = 10 ** at;
  const x = Math.floor(a / scale) % 100;
  const y = Math.floor(b / scale) % 100;
  return Math.floor(x / 10) === y % 10 && x % 10 === Math.floor(y / 10);
}

export function compareEmails(people: People, l: number, r: number): number {
  const a = people.email[l]!;
  const b = people.email[r]!;
  if (a === 0 || b === 0) return EMAIL.missing;
  const saidByName = people.emailSaidByName[l] === 1 || people.emailSaidByName[r] === 1;
  if (a === b) return saidByName ? EMAIL.sameSaidByName : EMAIL.same;
  return people.mailbox[l] === people.mailbox[r] && !saidByName ? EMAIL.sameMailbox : EMAIL.different;
}

export function comparePostcodes(a: number, b: number): number {
  if (a === 0 || b === 0) return POSTCODE.missing;
  if (a === b) return POSTCODE.same;
  if (digitsApart(a - 1, b - 1)) return POSTCODE.typing;
  return department(a) === department(b) ? POSTCODE.sameDepartment : POSTCODE.different;
}

/** Free text, glued: a town, a street, an occupation. */
export function compareTexts(likeness: Likeness, a: number, b: number): number {
  if (a === 0 || b === 0) return TEXT.missing;
  if (a === b) return TEXT.same;
  const alike = likeness.of(a, b);
  if (alike >= TYPING) return TEXT.alike;
  return alike === SIMILAR ? TEXT.similar : TEXT.different;
}

/** Streets: the house number tells neighbours apart; without it the street alone speaks. */
export function compareStreets(people: People, likeness: Likeness, l: number, r: number): number {
  const street = people.street[l]!;
  const otherStreet = people.street[r]!;
  if (street === 0 || otherStreet === 0) return STREET.missing;
  const alike = likeness.of(street, otherStreet);
  const a = people.streetNumber[l]!;
  const b = people.streetNumber[r]!;
  if (alike >= TYPING && a !== 0 && b !== 0 && a !== b) return STREET.otherNumber;
  if (street === otherStreet) return STREET.same;
  if (alike >= TYPING) return STREET.alike;
  return alike === SIMILAR ? STREET.similar : STREET.different;
}

/** An identifier of another system: digits or text, so likeness of the words. */
export function compareNationalIds(likeness: Likeness, a: number, b: number): number {
  if (a === 0 || b === 0) return NUMBER.missing;
  if (a === b) return NUMBER.same;
  return likeness.of(a, b) >= TYPING ? NUMBER.typing : NUMBER.different;
}
