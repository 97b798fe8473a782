import type { Circumstances } from './circumstances';
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
  STREET_LEVELS,
  SURNAME_LEVELS,
} from './levels';
import { rule } from './model';

const SURNAME = levelNumbers(SURNAME_LEVELS);
const GIVEN = levelNumbers(GIVEN_LEVELS);
const DATE = levelNumbers(DATE_LEVELS);
const PLACE = levelNumbers(PLACE_LEVELS);
const PHONE = levelNumbers(PHONE_LEVELS);
const EMAIL = levelNumbers(EMAIL_LEVELS);
const POSTCODE = levelNumbers(POSTCODE_LEVELS);
const STREET = levelNumbers(STREET_LEVELS);
const NIR = levelNumbers(NIR_LEVELS);
const NUMBER = levelNumbers(NUMBER_LEVELS);

/** How well something beside name and birth date confirms a pair. */
export type Confirmation = 'strong' | 'weak' | 'contradicted' | 'none';

/** What the numbers mean stands beside each in model.json. */
const STRONG_BITS = rule('strongBits');
const WEAK_BITS = rule('weakBits');
const HARDLY_BITS = rule('hardlyBits');
const SCARCE_BITS = rule('scarceBits');
const DEFAULT_DATE_BITS = rule('defaultDateBits');
const USUAL_NAMES_BITS = rule('usualNamesBits');
const USUAL_TAKE = rule('usualNamesTake');
const RARE_ADD = rule('rareNamesAdd');
const COMMON_GIVEN_BITS = rule('commonGivenBits');
const PHONE_TYPING_BITS = rule('phoneTypingBits');
const SAID_BY_NAME_BITS = rule('emailSaidByNameBits');
const SAME_MAILBOX_BITS = rule('sameMailboxBits');
const SEVERAL_GIVEN_BITS = rule('severalGivenNamesBits');
const OTHER_PHONE_BITS = rule('otherPhoneBits');
const OTHER_EMAIL_BITS = rule('otherEmailBits');
const OTHER_POSTCODE_BITS = rule('otherPostcodeBits');
const NEAR_POSTCODE_BITS = rule('nearPostcodeBits');
const OTHER_STREET_BITS = rule('otherStreetBits');

/**
 * A third trait beside name and birth date. `strong`: what a namesake or a twin does not have too; `weak`: what few
 * namesakes share, so that more weight is asked for; `contradicted`: what some share.
 */
export function confirmationOf(findings: Findings, circumstances: Circumstances): Confirmation {
  const { levels, given, surname } = findings;
  const identifier = sameIdentifier(findings) || levels[AT.nir] === NIR.typing;
  if (identifier || levels[AT.nationalId] === NUMBER.same) return 'strong';
  const date = levels[AT.birthDate]!;
  const exactGiven = given <= GIVEN.sameFirst;
  const exactNames = exactGiven && surname <= SURNAME.part;
  if (!isSameDate(date) && hasOtherContact(findings)) return 'none';
  if (hasPersonalContact(findings, circumstances)) {
    if (exactGiven) return exactNames || isSameDate(date) ? 'strong' : 'weak';
    return given === GIVEN.typing ? 'weak' : 'contradicted';
  }
  if (!exactGiven) return 'none';
  const bits = evidenceOf(findings, circumstances);
  if (date === DATE.sameByDefault) return exactNames && bits >= DEFAULT_DATE_BITS ? 'contradicted' : 'none';
  if (date !== DATE.same) return exactNames && bits >= SCARCE_BITS ? 'weak' : 'none';
  if (isCommonFirst(findings)) return bits >= SCARCE_BITS ? 'contradicted' : 'none';
  if (bits >= STRONG_BITS) return 'strong';
  if (bits >= WEAK_BITS) return 'weak';
  return bits >= HARDLY_BITS ? 'contradicted' : 'none';
}

/** Bits of the places in common, less what contradicts them and what common names take away. */
export function evidenceOf(findings: Findings, { places }: Circumstances): number {
  const { levels, given } = findings;
  const typing = levels[AT.phone] === PHONE.typing ? PHONE_TYPING_BITS : 0;
  const several = given === GIVEN.sameSeveral ? SEVERAL_GIVEN_BITS : 0;
  const shared = places + typing + emailBits(levels[AT.email]!);
  return shared === 0 ? 0 : shared + several - contradictionBits(findings) - commonness(findings);
}

function emailBits(level: number): number {
  if (level === EMAIL.sameSaidByName) return SAID_BY_NAME_BITS;
  return level === EMAIL.sameMailbox ? SAME_MAILBOX_BITS : 0;
}

/** Names that many bear are born in one town more often. */
function commonness({ surnameBits, givenBits }: Findings): number {
  const bits = surnameBits + givenBits;
  return bits === 0 ? 0 : Math.max(-RARE_ADD, Math.min(USUAL_TAKE, (USUAL_NAMES_BITS - bits) / 2));
}

/** One given name that many bear, and that begins double names: Marie, Jean. */
export function isCommonFirst({ given, givenBits }: Findings): boolean {
  return given === GIVEN.sameFirst && givenBits < COMMON_GIVEN_BITS;
}

export function sameIdentifier({ levels }: Findings): boolean {
  return levels[AT.nir] === NIR.same || levels[AT.franceTravailNumber] === NUMBER.same;
}

/** A telephone, or an address that says more than the name: homonyms do not share them. */
export function hasPersonalContact({ levels }: Findings, { phoneOfMany, emailOfMany }: Circumstances): boolean {
  return (levels[AT.phone] === PHONE.same && !phoneOfMany) || (levels[AT.email] === EMAIL.same && !emailOfMany);
}

/** Another telephone or e-mail address: beside another birth date too, a namesake of one family. */
export function hasOtherContact({ levels }: Findings): boolean {
  return levels[AT.phone] === PHONE.different || levels[AT.email] === EMAIL.different;
}

/** An identifier, telephone or e-mail address in common, whoever else has it. */
export function sharesPersonalTrait(findings: Findings): boolean {
  const { levels } = findings;
  return sameIdentifier(findings) || levels[AT.phone] === PHONE.same || levels[AT.email] === EMAIL.same;
}

/** Another town, département or country of birth. */
export function isOtherPlace({ levels }: Findings): boolean {
  const place = levels[AT.birthPlace]!;
  return place >= PLACE.otherForeignTown || place === PLACE.sameDepartment;
}

export function isSameDate(date: number): boolean {
  return date === DATE.same || date === DATE.sameByDefault;
}

/** Bits of telephone, e-mail, postcode and street that say otherwise: people move, but seldom all at once. */
export function contradictionBits({ levels }: Findings): number {
  const phone = levels[AT.phone] === PHONE.different ? OTHER_PHONE_BITS : 0;
  const email = levels[AT.email] === EMAIL.different ? OTHER_EMAIL_BITS : 0;
  return (
    phone + email + movedBits(levels[AT.postcode]!) + (levels[AT.street]! >= STREET.different ? OTHER_STREET_BITS : 0)
  );
}

function movedBits(level: number): number {
  if (level === POSTCODE.different) return OTHER_POSTCODE_BITS;
  return level === POSTCODE.sameDepartment ? NEAR_POSTCODE_BITS : 0;
}
