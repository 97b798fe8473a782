import type { Findings } from './compare';
import {
  AT,
  DATE_LEVELS,
  EMAIL_LEVELS,
  GIVEN_LEVELS,
  levelNumbers,
  NIR_LEVELS,
  NUMBER_LEVELS,
  PHONE_LEVELS,
  PLACE_LEVELS,
  POSTCODE_LEVELS,
  SEX_LEVELS,
  SURNAME_LEVELS,
  TEXT_LEVELS,
} from './levels';

const SURNAME = levelNumbers(SURNAME_LEVELS);
const GIVEN = levelNumbers(GIVEN_LEVELS);
const DATE = levelNumbers(DATE_LEVELS);
const PLACE = levelNumbers(PLACE_LEVELS);
const PHONE = levelNumbers(PHONE_LEVELS);
const EMAIL = levelNumbers(EMAIL_LEVELS);
const POSTCODE = levelNumbers(POSTCODE_LEVELS);
const SEX = levelNumbers(SEX_LEVELS);
const NIR = levelNumbers(NIR_LEVELS);
const NUMBER = levelNumbers(NUMBER_LEVELS);
const TEXT = levelNumbers(TEXT_LEVELS);

/** Why a pair is not joined without a person, however probable it is. */
export const WITHHELD = [
  'otherNir',
  'otherFranceTravailNumber',
  'otherNationalId',
  'otherSex',
  'otherGivenName',
  'otherSurname',
  'otherBirthDate',
  'otherBirthPlace',
  'notConfirmed',
] as const;
export type Withheld = (typeof WITHHELD)[number];

/** What the deterministic layer says: `proven` by an identifier, `contested` (identifier against traits), or nothing. */
export type Proof = 'proven' | 'contested' | 'none';

/** An identifier proves where one more trait agrees and none contradicts; else it is a person's or a spouse's number. */
export function proofOf(findings: Findings): Proof {
  if (!sameIdentifier(findings)) return 'none';
  const { levels, given, surname } = findings;
  const date = levels[AT.birthDate]!;
  const sameSurname = surname < SURNAME.similar;
  const sameFirst = givenAgrees(given) && given !== GIVEN.reordered;
  const both = levels[AT.nir] === NIR.same && levels[AT.franceTravailNumber] === NUMBER.same;
  const otherNumber =
    levels[AT.franceTravailNumber] === NUMBER.different || levels[AT.nir]! >= NIR.differentUncertified;
  const contradicts = levels[AT.sex] === SEX.different || isOtherDate(date) || otherNumber;
  if (contradicts)
    return sameSurname && sameFirst && (both || isSameDate(date)) && !isFarDate(date) ? 'proven' : 'contested';
  if (sameSurname && givenAgrees(given)) return 'proven';
  if (sameFirst && isSameDate(date)) return 'proven';
  return both && isSameDate(date) ? 'proven' : 'contested';
}

/** The first reason that keeps a pair from being joined automatically; undefined when none does. */
export function withheldBecause(findings: Findings): Withheld | undefined {
  const { levels, given, surname } = findings;
  const other = otherIdentifier(findings);
  if (other) return other;
  if (levels[AT.sex] === SEX.different) return 'otherSex';
  if (!givenAgrees(given)) return 'otherGivenName';
  if (surname >= SURNAME.similar) return 'otherSurname';
  const date = levels[AT.birthDate]!;
  if (!isSameDate(date) && !isTypingDate(date)) return 'otherBirthDate';
  const place = levels[AT.birthPlace]!;
  if (isOtherPlace(place) && !personalContact(findings)) return 'otherBirthPlace';
  return isConfirmed(findings) ? undefined : 'notConfirmed';
}

function otherIdentifier({ levels }: Findings): Withheld | undefined {
  const nir = levels[AT.nir]!;
  const number = levels[AT.franceTravailNumber]!;
  const sameNir = nir === NIR.same;
  if (nir === NIR.different || nir === NIR.sameBirthOtherOrder) return 'otherNir';
  if (nir === NIR.differentUncertified && number !== NUMBER.same) return 'otherNir';
  if (number === NUMBER.different && !sameNir) return 'otherFranceTravailNumber';
  if (levels[AT.nationalId] === NUMBER.different && !sameNir && number !== NUMBER.same) return 'otherNationalId';
  return undefined;
}

function sameIdentifier({ levels }: Findings): boolean {
  return levels[AT.nir] === NIR.same || levels[AT.franceTravailNumber] === NUMBER.same;
}

function givenAgrees(given: number): boolean {
  return given <= GIVEN.typing && given !== GIVEN.sameFirstOtherRest;
}

function isSameDate(date: number): boolean {
  return date === DATE.same || date === DATE.sameByDefault;
}

function isTypingDate(date: number): boolean {
  return date === DATE.swapped || date === DATE.dayTyping || date === DATE.monthTyping || date === DATE.yearTyping;
}

function isOtherDate(date: number): boolean {
  return date === DATE.different || date === DATE.otherYear || date === DATE.sameYear || date === DATE.sameMonthOrDay;
}

function isFarDate(date: number): boolean {
  return date === DATE.different || date === DATE.otherYear;
}

function isOtherPlace(place: number): boolean {
  return place >= PLACE.otherForeignTown || place === PLACE.sameDepartment;
}

/** A telephone, or an address that says more than the name: homonyms do not share them. */
function personalContact({ levels }: Findings): boolean {
  const email = levels[AT.email]!;
  return levels[AT.phone] === PHONE.same || email === EMAIL.same || email === EMAIL.sameMailbox;
}

/** A third trait beside name and birth date. What a namesake of that date may share by chance does not count. */
function isConfirmed(findings: Findings): boolean {
  const { levels, given, surname } = findings;
  const identifier = sameIdentifier(findings) || levels[AT.nir] === NIR.typing;
  if (identifier || levels[AT.nationalId] === NUMBER.same) return true;
  const date = levels[AT.birthDate]!;
  const exactNames = given <= GIVEN.sameFirst && surname <= SURNAME.part;
  if (personalContact(findings)) return exactNames || isSameDate(date);
  if (date !== DATE.same) return false;
  const place = levels[AT.birthPlace]!;
  const samePostcode = levels[AT.postcode] === POSTCODE.same;
  const sameTown = place === PLACE.sameTown || place === PLACE.sameTownName;
  if (sameTown || levels[AT.phone] === PHONE.typing) return true;
  if (levels[AT.street] === TEXT.same || levels[AT.street] === TEXT.alike) return true;
  const sameCity = samePostcode || levels[AT.city] === TEXT.same;
  return sameCity && (place === PLACE.sameForeignTown || given === GIVEN.sameSeveral);
}
