/** `12 mars 1980`, `1er janv. 90`, `3-févr-2025`. */
export const WRITTEN_DATE = /^(\d{1,2})(?:er)?[\s.-]*(\p{L}{3,9})\.?[\s.-]*(\d{4}|\d{2})$/iu;

const MONTHS: readonly (readonly string[])[] = [
  ['janv', 'janvier', 'jan', 'january'],
  ['fevr', 'fevrier', 'fev', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['avr', 'avril', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juil', 'juillet', 'jul', 'july'],
  ['aout', 'aou', 'aug', 'august'],
  ['sept', 'septembre', 'sep', 'september'],
  ['oct', 'octobre', 'october'],
  ['nov', 'novembre', 'november'],
  ['dec', 'decembre', 'december'],
];

/** Number of a month (1–12) by its French or English name or abbreviation. */
export function monthNumber(name: string): number | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const index = MONTHS.findIndex((names) => names.includes(plain));
  return index < 0 ? undefined : index + 1;
}
