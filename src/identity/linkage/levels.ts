/**
 * The named levels of every comparison, in the order of their numbers. Their conditions in words, weights and
 * probabilities stand in model.json under the same ids.
 */
export const SURNAME_LEVELS = [
  'same',
  'crossed',
  'part',
  'alike',
  'crossedAlike',
  'similar',
  'missing',
  'mayHaveChanged',
  'different',
] as const;

export const GIVEN_LEVELS = [
  'sameSeveral',
  'sameFirst',
  'sameFirstOtherRest',
  'reordered',
  'shortened',
  'spelling',
  'typing',
  'similar',
  'missing',
  'different',
] as const;

export const DATE_LEVELS = [
  'same',
  'sameByDefault',
  'swapped',
  'dayTyping',
  'monthTyping',
  'yearTyping',
  'sameMonthOrDay',
  'otherYear',
  'byDefault',
  'sameYear',
  'missing',
  'different',
] as const;

export const PLACE_LEVELS = [
  'sameTown',
  'sameTownName',
  'sameForeignTown',
  'sameCountry',
  'alikeTown',
  'sameDepartment',
  'missing',
  'otherForeignTown',
  'countryForTown',
  'different',
] as const;

export const PHONE_LEVELS = ['same', 'typing', 'missing', 'different'] as const;
export const EMAIL_LEVELS = ['same', 'sameSaidByName', 'sameMailbox', 'missing', 'different'] as const;
export const POSTCODE_LEVELS = ['same', 'typing', 'sameDepartment', 'missing', 'different'] as const;
export const SEX_LEVELS = ['same', 'missing', 'different'] as const;
export const NIR_LEVELS = [
  'same',
  'sameBroken',
  'typing',
  'missing',
  'differentUncertified',
  'sameBirthOtherOrder',
  'different',
] as const;
export const NUMBER_LEVELS = ['same', 'typing', 'missing', 'different'] as const;
export const TEXT_LEVELS = ['same', 'alike', 'similar', 'missing', 'different'] as const;

export const STREET_LEVELS = ['same', 'alike', 'otherNumber', 'similar', 'missing', 'different'] as const;

/** What speaks for two people who look like one. */
export const LOOKALIKE_LEVELS = ['none', 'twin', 'sibling', 'parent', 'household', 'homonym'] as const;

export type SurnameLevel = (typeof SURNAME_LEVELS)[number];
export type GivenLevel = (typeof GIVEN_LEVELS)[number];

/** Joint levels of surname and given name, and one for names that changed places. */
export const NAME_LEVELS: readonly string[] = [
  ...SURNAME_LEVELS.flatMap((surname) => GIVEN_LEVELS.map((given) => `${surname}+${given}`)),
  'inverted',
];
export const INVERTED = NAME_LEVELS.length - 1;

/** The comparisons in the order of a level vector. */
export const COMPARISONS = {
  names: NAME_LEVELS,
  birthDate: DATE_LEVELS,
  birthPlace: PLACE_LEVELS,
  sex: SEX_LEVELS,
  nir: NIR_LEVELS,
  franceTravailNumber: NUMBER_LEVELS,
  phone: PHONE_LEVELS,
  email: EMAIL_LEVELS,
  postcode: POSTCODE_LEVELS,
  city: TEXT_LEVELS,
  street: STREET_LEVELS,
  nationalId: NUMBER_LEVELS,
  occupation: TEXT_LEVELS,
  lookalike: LOOKALIKE_LEVELS,
} as const satisfies Record<string, readonly string[]>;

export type ComparisonId = keyof typeof COMPARISONS;
export const COMPARISON_IDS = Object.keys(COMPARISONS) as readonly ComparisonId[];

/** Place of each comparison in a level vector. */
export const AT = Object.fromEntries(COMPARISON_IDS.map((id, index) => [id, index])) as Readonly<
  Record<ComparisonId, number>
>;

/** Number of a level by its id: `levelOf(DATE_LEVELS)` gives `{ same: 0, … }`. */
export function levelNumbers<L extends string>(levels: readonly L[]): Readonly<Record<L, number>> {
  return Object.fromEntries(levels.map((level, index) => [level, index])) as Record<L, number>;
}
