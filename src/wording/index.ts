import { accompanimentEntries } from './entries/accompaniment';
import { chaosEntries } from './entries/chaos';
import { conventionEntries } from './entries/convention';
import { credentialsEntries } from './entries/credentials';
import { deliveryEntries } from './entries/delivery';
import { demoEntries } from './entries/demo';
import { exchangeEntries } from './entries/exchange';
import { fieldsEntries } from './entries/fields';
import { identityEntries } from './entries/identity';
import { intakeEntries } from './entries/intake';
import { ledgerEntries } from './entries/ledger';
import { linkageEntries } from './entries/linkage';
import { linkageAnswersEntries } from './entries/linkageAnswers';
import { linkageStateEntries } from './entries/linkageState';
import { nodesEntries } from './entries/nodes';
import { nodesDedupEntries } from './entries/nodesDedup';
import { referralEntries } from './entries/referral';
import { reportEntries } from './entries/report';
import { scriptsEntries } from './entries/scripts';
import type { ProblemParams } from '../fields';
import { fill, type Locale, type WordingEntries } from './wording';

export * from './wording';

/** The one dictionary, by code. Two rooms never use the same code: a test watches. */
export const DICTIONARY: WordingEntries = {
  ...accompanimentEntries,
  ...chaosEntries,
  ...conventionEntries,
  ...credentialsEntries,
  ...deliveryEntries,
  ...demoEntries,
  ...exchangeEntries,
  ...fieldsEntries,
  ...identityEntries,
  ...intakeEntries,
  ...ledgerEntries,
  ...linkageEntries,
  ...linkageAnswersEntries,
  ...linkageStateEntries,
  ...nodesEntries,
  ...nodesDedupEntries,
  ...referralEntries,
  ...reportEntries,
  ...scriptsEntries,
};

/**
 * The sentence of a code in one language, blanks filled: a pivot field's id in `{field}` becomes its label, a date
 * `YYYY-MM-DD` is written as French readers write it. A code that the dictionary lacks comes back as itself, so that
 * nothing is hidden from the user; the tests keep that from happening.
 */
export function translate(locale: Locale, code: string, params: ProblemParams = {}): string {
  const wording = DICTIONARY[code];
  return wording ? fill(wording[locale], shownParams(locale, params)) : code;
}

/** Long counts in groups of three; years have four digits and stay. */
const LONG_COUNT = 10_000;

function shownParam(locale: Locale, value: string | number): string | number {
  if (typeof value === 'number' && value >= LONG_COUNT) return value.toLocaleString(locale);
  return locale === 'fr' ? frenchDate(value) : value;
}

function shownParams(locale: Locale, params: ProblemParams): ProblemParams {
  const shown = Object.entries(params).map(([name, value]) => [name, shownParam(locale, value)]);
  const label = DICTIONARY[`fields.${params['field']}`];
  return { ...Object.fromEntries(shown), ...(label ? { field: label[locale] } : {}) };
}

function frenchDate(value: string | number): string | number {
  return typeof value === 'string' ? value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1') : value;
}
