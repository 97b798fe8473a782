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
  STREET_LEVELS,
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
const STREET = levelNumbers(STREET_LEVELS);

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
  // A namesake of the same month and country can bear a number that somebody mistyped.
  if (isOtherPlace(levels[AT.birthPlace]!) && !isSameDate(date)) return 'contested';
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
  const place = levels[AT.birthPlace]!;
  const byDefault = date === DATE.byDefault && place <= PLACE.sameForeignTown && personalContact(findings);
  if (!isSameDate(date) && !isTypingDate(date) && !byDefault) return 'otherBirthDate';
  if (isOtherPlace(place) && !personalContact(findings)) return 'otherBirthPlace';
  return confirmationOf(findings) === 'none' ? 'notConfirmed' : undefined;
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
  return levels[AT.phone] === PHONE.same || levels[AT.email] === EMAIL.same;
}

/** How well something beside name and birth date confirms a pair. */
export type Confirmation = 'strong' | 'weak' | 'contradicted' | 'none';

/**
 * A third trait beside name and birth date. `strong`: what a namesake or a twin does not have too; `weak`: what few
 * namesakes share, so that more weight is asked for; `contradicted`: the same beside another telephone or
 * e-mail, or little more than a postcode. What a namesake of that date may share by chance does not count.
 */
export function confirmationOf(findings: Findings): Confirmation {
  const { levels, given, surname } = findings;
  const identifier = sameIdentifier(findings) || levels[AT.nir] === NIR.typing;
  if (identifier || levels[AT.nationalId] === NUMBER.same) return 'strong';
  const date = levels[AT.birthDate]!;
  const exactGiven = given <= GIVEN.sameFirst;
  const exactNames = exactGiven && surname <= SURNAME.part;
  if (personalContact(findings)) {
    if (exactGiven) return exactNames || isSameDate(date) ? 'strong' : 'weak';
    return given === GIVEN.typing ? 'weak' : 'contradicted';
  }
  if (!exactGiven) return isTypingAtHome(findings) ? 'contradicted' : 'none';
  const contradicted = contradictedContacts(findings);
  if (contradicted > 1 && levels[AT.postcode] === POSTCODE.different) return 'none';
  if (!isWeaklyConfirmed(findings, exactNames)) return 'none';
  const commonFirst = given === GIVEN.sameFirst && findings.givenBits < COMMON_GIVEN_BITS;
  return contradicted > 0 || commonFirst || isPostcodeAlone(findings) ? 'contradicted' : 'weak';
}

/** Marie and Jean begin the names of twins too; one given name of these tells less. */
const COMMON_GIVEN_BITS = 6.5;

/** A given name with one typing error, born in the same town and living at the same postcode. */
function isTypingAtHome({ levels, given, surname }: Findings): boolean {
  const place = levels[AT.birthPlace]!;
  const sameTown = place === PLACE.sameTown || place === PLACE.sameTownName || place === PLACE.sameForeignTown;
  const samePostcode = levels[AT.postcode] === POSTCODE.same;
  const quiet = levels[AT.phone] !== PHONE.different && levels[AT.email] !== EMAIL.different;
  const sameDate = levels[AT.birthDate] === DATE.same;
  return given === GIVEN.typing && surname <= SURNAME.part && sameDate && sameTown && samePostcode && quiet;
}

function isWeaklyConfirmed({ levels, given }: Findings, exactNames: boolean): boolean {
  const date = levels[AT.birthDate]!;
  const place = levels[AT.birthPlace]!;
  const samePostcode = levels[AT.postcode] === POSTCODE.same || levels[AT.city] === TEXT.same;
  const sameTown = place === PLACE.sameTown || place === PLACE.sameTownName;
  const sameStreet = levels[AT.street] === STREET.same || levels[AT.street] === STREET.alike;
  if (date === DATE.sameByDefault) return sameStreet && exactNames;
  if (date !== DATE.same) return sameTown && samePostcode && exactNames;
  if (sameTown || sameStreet || levels[AT.phone] === PHONE.typing) return true;
  return samePostcode && (exactNames || place === PLACE.sameForeignTown || given === GIVEN.sameSeveral);
}

/** Where the place of birth is not known, a namesake in the same postcode looks the same. */
function isPostcodeAlone({ levels, given }: Findings): boolean {
  const place = levels[AT.birthPlace]!;
  return given !== GIVEN.sameSeveral && place >= PLACE.sameCountry && levels[AT.phone] !== PHONE.typing;
}

/** Telephone, e-mail and postcode that say otherwise: people move, but seldom all at once. */
function contradictedContacts({ levels }: Findings): number {
  const phone = levels[AT.phone] === PHONE.different ? 1 : 0;
  const email = levels[AT.email] === EMAIL.different ? 1 : 0;
  return phone + email + (levels[AT.postcode] === POSTCODE.different ? 1 : 0);
}
