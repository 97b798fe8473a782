import type { Circumstances } from './circumstances';
import type { Findings } from './compare';
import {
  confirmationOf,
  evidenceOf,
  hasOtherContact,
  hasPersonalContact,
  isCommonFirst,
  isOtherPlace,
  isSameDate,
  sameIdentifier,
} from './confirmation';
import {
  AT,
  DATE_LEVELS,
  GIVEN_LEVELS,
  INVERTED,
  levelNumbers,
  NIR_LEVELS,
  NUMBER_LEVELS,
  PLACE_LEVELS,
  SEX_LEVELS,
  SURNAME_LEVELS,
} from './levels';
import { rule } from './model';

const SURNAME = levelNumbers(SURNAME_LEVELS);
const GIVEN = levelNumbers(GIVEN_LEVELS);
const DATE = levelNumbers(DATE_LEVELS);
const PLACE = levelNumbers(PLACE_LEVELS);
const SEX = levelNumbers(SEX_LEVELS);
const NIR = levelNumbers(NIR_LEVELS);
const NUMBER = levelNumbers(NUMBER_LEVELS);

const PERSONAL_BITS = rule('personalBits');
const DOUBT_BITS = rule('beyondDoubtBits');

/** Why a pair is not joined without a person, however probable it is. */
export const WITHHELD = [
  'otherNir',
  'otherFranceTravailNumber',
  'otherNationalId',
  'otherSex',
  'traitMissing',
  'otherGivenName',
  'givenNameInDoubt',
  'otherSurname',
  'otherBirthDate',
  'otherBirthPlace',
  'notConfirmed',
] as const;
export type Withheld = (typeof WITHHELD)[number];

/** What the deterministic layer says: `proven` by an identifier, `contested` (identifier against traits), or nothing. */
export type Proof = 'proven' | 'contested' | 'none';

/**
 * An identifier proves where one more trait agrees and none contradicts; else it may be a parent's, a spouse's or a
 * twin's number, and a person looks.
 */
export function proofOf(findings: Findings, circumstances: () => Circumstances): Proof {
  if (!sameIdentifier(findings)) return 'none';
  if (isLooselyInverted(findings) || circumstances().givenDoubt === 'likely') return 'contested';
  const { levels, given, surname } = findings;
  const date = levels[AT.birthDate]!;
  const sameSurname = surname < SURNAME.similar;
  const sameFirst = givenAgrees(given) && given !== GIVEN.reordered;
  const both = levels[AT.nir] === NIR.same && levels[AT.franceTravailNumber] === NUMBER.same;
  const nir = levels[AT.nir]!;
  const otherNumber = levels[AT.franceTravailNumber] === NUMBER.different || nir > NIR.differentUncertified;
  // A namesake of the same month and country can bear a number that somebody mistyped.
  if (isOtherPlace(findings) && !isSameDate(date)) return 'contested';
  if (levels[AT.sex] === SEX.different || otherNumber || isOtherDate(date)) {
    return both && sameSurname && sameFirst && !isFarDate(date) ? 'proven' : 'contested';
  }
  // A number without its key may be mistyped: the other identifier decides where name and date agree.
  if (nir === NIR.differentUncertified) return sameSurname && sameFirst && isSameDate(date) ? 'proven' : 'contested';
  if (sameSurname && givenAgrees(given)) return 'proven';
  if (sameFirst && isSameDate(date)) return 'proven';
  return both && isSameDate(date) ? 'proven' : 'contested';
}

/**
 * The first reason that keeps a pair from being joined automatically; undefined when none does. One contradicting trait
 * (surname, sex or birth date) is taken for an error where all the others agree and no other person could share them.
 */
export function withheldBecause(findings: Findings, circumstances: Circumstances): Withheld | undefined {
  const other = otherIdentifier(findings);
  if (other) return other;
  const odd = oddOnes(findings, circumstances);
  const oneIsOdd = odd.length === 1 && isBeyondDoubt(findings, circumstances);
  if (odd[0] && !oneIsOdd) return odd[0];
  const isPersonal = isSameDate(findings.levels[AT.birthDate]!) && hasPersonalContact(findings, circumstances);
  if (isOtherPlace(findings) && !isPersonal) return 'otherBirthPlace';
  if (oneIsOdd) return undefined;
  return confirmationOf(findings, circumstances) === 'none' ? 'notConfirmed' : undefined;
}

/** Traits that say another person. */
function oddOnes(findings: Findings, circumstances: Circumstances): Withheld[] {
  const { levels, given, surname } = findings;
  const date = levels[AT.birthDate]!;
  const byDefault =
    date === DATE.byDefault &&
    levels[AT.birthPlace]! <= PLACE.sameForeignTown &&
    hasPersonalContact(findings, circumstances) &&
    !hasOtherContact(findings);
  const odd: Withheld[] = [];
  if (given === GIVEN.missing || surname === SURNAME.missing || date === DATE.missing) odd.push('traitMissing');
  if (levels[AT.sex] === SEX.different) odd.push('otherSex');
  if (given !== GIVEN.missing && !givenAgrees(given)) odd.push('otherGivenName');
  else if (circumstances.givenDoubt !== 'none' || isLooselyInverted(findings)) odd.push('givenNameInDoubt');
  if (surname >= SURNAME.similar && surname !== SURNAME.missing) odd.push('otherSurname');
  if (date !== DATE.missing && !isSameDate(date) && !isTypingDate(date) && !byDefault) odd.push('otherBirthDate');
  return odd;
}

/** An identifier says another person: told whatever the probability. */
export function isForbidden(withheld: Withheld | undefined): boolean {
  return withheld === 'otherNir' || withheld === 'otherFranceTravailNumber' || withheld === 'otherNationalId';
}

/** More weight is asked for where one trait is taken for an error. */
export function hasOddTrait(findings: Findings, circumstances: Circumstances): boolean {
  return oddOnes(findings, circumstances).length > 0;
}

/** The rest agrees so fully that only one person can have it: given names to the letter, place, telephone or home. */
function isBeyondDoubt(findings: Findings, circumstances: Circumstances): boolean {
  const { levels, given, surname } = findings;
  const date = levels[AT.birthDate]!;
  if (circumstances.givenDoubt !== 'none') return false;
  if (given > GIVEN.sameFirst || isCommonFirst(findings) || levels[AT.birthPlace]! > PLACE.sameForeignTown)
    return false;
  const sameDate = date === DATE.same;
  const isDefault = date === DATE.byDefault && surname <= SURNAME.part && !hasOtherContact(findings);
  if (!sameDate && !isDefault) return false;
  const bits = evidenceOf(findings, circumstances) + (hasPersonalContact(findings, circumstances) ? PERSONAL_BITS : 0);
  return bits >= DOUBT_BITS;
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

/** Surname and given name in each other's column, and not to the letter. */
function isLooselyInverted({ levels, given }: Findings): boolean {
  return levels[AT.names] === INVERTED && given === GIVEN.reordered;
}

function givenAgrees(given: number): boolean {
  return given <= GIVEN.typing && given !== GIVEN.sameFirstOtherRest;
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
