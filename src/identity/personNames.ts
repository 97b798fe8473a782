import type { PivotField, Problem } from '../fields';
import { found, nothing, type CellReading } from './cellReading';
import { shippedFrequencies, UNLISTED_GIVEN_BITS, UNLISTED_SURNAME_BITS } from './linkage/frequencies';
import { nameKey } from './names';

const APOSTROPHES = /[\u2018\u2019\u201A\u201B\u02BC\u02B9\u00B4\u0060\u2032]/g;
const DASHES = /[\u2010-\u2015\u2212\u00AD]/g;
/** A title in a name's column. A lone `M` may be a name (M BAREK), so it counts with its point only. */
const TITLE = /^(?:M\.|(?:MME|MLLE|MR|MRS|MONSIEUR|MADAME|MADEMOISELLE)\.?(?=\s))\s*(?=\p{L}{2})/iu;
/** `DUPONT née MARTIN`: what stands before is the usage name. */
const BORN = /^(.+?)[\s(]+(?:n[ée]e|né|born)\.?\s+([^()]+)\)?$/iu;
/** `MARTIN épouse DUPONT`: what stands before is the birth name. */
const MARRIED = /^(.+?)[\s(]+(?:[ée]p(?:ouse|\.|se)|vve|veuve)\.?\s+([^()]+)\)?$/iu;

/** A swapped reading that is so many bits more likely is taken: none of 278 was wrong on the files at hand. */
const SURELY_INVERTED = 12;
/** From here on it is said, and left to the user. */
const MAYBE_INVERTED = 5;

export type Names = Readonly<Partial<Record<'birthName' | 'usageName' | 'firstNames', string>>>;

/** Names of one person after they were looked at together. */
export interface SettledNames {
  readonly names: Names;
  readonly repairs: readonly Problem[];
  /** Kept as it is, and worth a look. */
  readonly doubts: readonly Problem[];
}

/** A surname as written: a title goes away, apostrophes and hyphens join what they join; case and accents stay. */
export function readSurname(field: PivotField, text: string): CellReading {
  return withoutTitle(field, joined(text.replace(/\s*[,;]+\s*/g, ' ')));
}

/** Given names parted by one blank each, whatever stood between; a hyphen makes one name of two. */
export function readGivenNames(field: PivotField, text: string): CellReading {
  return withoutTitle(field, joined(text.replace(/\s*[,;/|+]+\s*/g, ' ')));
}

function withoutTitle(field: PivotField, text: string): CellReading {
  const rest = text.replace(TITLE, '');
  if (rest === '') return nothing();
  return rest === text ? found(text) : found(rest, { code: 'identity.repair.title', field });
}

function joined(text: string): string {
  return text
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(/\s*-+\s*/g, '-')
    .replace(/(?<=\p{L})\s*'\s*(?=\p{L})/gu, "'")
    .replace(/^[-\s]+|[-\s]+$/g, '')
    .replace(/\s+/g, ' ');
}

/**
 * Looks at the names of one person together: `DUPONT née MARTIN` becomes two names; surname and given name that stand in
 * each other's place change over where INSEE's frequencies leave no doubt, and are named where they leave some.
 */
export function settleNames(written: Names): SettledNames {
  const { names, repairs } = separateNames(written);
  const evidence = inversionBits(names.birthName ?? '', names.firstNames ?? '');
  const doubts = digitDoubts(names);
  if (evidence >= SURELY_INVERTED && !names.usageName) {
    const { birthName = '', firstNames = '' } = names;
    const repair: Problem = { code: 'identity.repair.namesInverted', field: 'birthName' };
    return { names: { birthName: firstNames, firstNames: birthName }, repairs: [...repairs, repair], doubts };
  }
  const maybe: readonly Problem[] =
    evidence >= MAYBE_INVERTED ? [{ code: 'identity.doubt.namesInverted', field: 'birthName' }] : [];
  return { names, repairs, doubts: [...doubts, ...maybe] };
}

/**
 * How many bits more likely the names are the other way round: rarity as written less rarity when changed over, by
 * INSEE's births. Below 0 they stand right; 0 where the surname is no listed given name.
 */
export function inversionBits(birthName: string, firstNames: string): number {
  const surname = nameKey(birthName);
  const given = nameKey(firstNames.split(/\s+/)[0] ?? '');
  if (!surname || !given || surname === given) return 0;
  const frequencies = shippedFrequencies();
  const surnameAsGiven = frequencies.givenBits(surname);
  if (surnameAsGiven === undefined) return 0;
  const asWritten =
    (frequencies.surnameBits(surname) ?? UNLISTED_SURNAME_BITS) + (frequencies.givenBits(given) ?? UNLISTED_GIVEN_BITS);
  return asWritten - surnameAsGiven - (frequencies.surnameBits(given) ?? UNLISTED_SURNAME_BITS);
}

/** `DUPONT née MARTIN`, `MARTIN épouse DUPONT` in one cell: birth name and usage name. */
export function separateNames(written: Names): Omit<SettledNames, 'doubts'> {
  for (const field of ['birthName', 'usageName'] as const) {
    const born = BORN.exec(written[field] ?? '');
    if (born?.[1] && born[2]) return twoNames(written, field, born[2], born[1]);
    const married = MARRIED.exec(written[field] ?? '');
    if (married?.[1] && married[2]) return twoNames(written, field, married[1], married[2]);
  }
  return { names: written, repairs: [] };
}

/** The other column keeps what it has. */
function twoNames(written: Names, field: 'birthName' | 'usageName', birth: string, usage: string) {
  const names =
    field === 'birthName'
      ? { ...written, birthName: birth.trim(), usageName: written.usageName ?? usage.trim() }
      : { ...written, usageName: usage.trim(), birthName: written.birthName ?? birth.trim() };
  return { names, repairs: [{ code: 'identity.repair.bornName', field }] };
}

function digitDoubts(names: Names): Problem[] {
  return (['birthName', 'usageName', 'firstNames'] as const)
    .filter((field) => /\p{N}/u.test(names[field] ?? ''))
    .map((field) => ({ code: 'identity.doubt.digitsInName', field }));
}
