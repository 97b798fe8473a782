import type { PivotRecord } from '../fields';
import { checkFranceTravailNumber } from './franceTravailNumber';
import { nameKey } from './names';
import { checkNir } from './nir';

/** Which traits are equal when two records share a key. */
export type ExactKeyKind = 'nir' | 'franceTravailNumber' | 'nameAndBirthDate' | 'emailAndFirstName';

/**
 * A key that two records of one person share. `value` can hold identity data, the NIR included: it is for comparing in
 * memory and goes into no item, message or log.
 */
export interface ExactKey {
  readonly kind: ExactKeyKind;
  readonly value: string;
  /** `identifier`: proves with one agreeing trait; `traits`: needs a third trait; `hint`: only worth a look. */
  readonly strength: 'identifier' | 'traits' | 'hint';
}

/** The exact keys of a record, strongest first; none where the traits are missing or an identifier is invalid. */
export function exactKeys(record: PivotRecord): readonly ExactKey[] {
  return [...identifierKeys(record), ...nameKeys(record), ...emailKeys(record)];
}

function identifierKeys(record: PivotRecord): ExactKey[] {
  const keys: ExactKey[] = [];
  const nir = validNir(record);
  if (nir) keys.push({ kind: 'nir', value: `nir:${nir}`, strength: 'identifier' });
  const number = record.franceTravailNumber ? checkFranceTravailNumber(record.franceTravailNumber) : undefined;
  if (number?.status === 'valid') {
    keys.push({ kind: 'franceTravailNumber', value: `ft:${number.number}`, strength: 'identifier' });
  }
  return keys;
}

/** Birth and usage name are one family of keys, so that a married name in one file meets the birth name in the other. */
function nameKeys(record: PivotRecord): ExactKey[] {
  if (!record.birthDate || !record.firstNames) return [];
  const surnames = new Set([record.birthName, record.usageName].map((name) => nameKey(name ?? '')).filter(Boolean));
  const givenNames = new Set(givenNameKeys(record.firstNames));
  const values = [...surnames].flatMap((surname) =>
    [...givenNames].map((given) => `name:${surname}|${given}|${record.birthDate ?? ''}`),
  );
  return values.map((value) => ({ kind: 'nameAndBirthDate', value, strength: 'traits' }));
}

function emailKeys(record: PivotRecord): ExactKey[] {
  const [given] = givenNameKeys(record.firstNames ?? '');
  if (!record.email || !given) return [];
  return [{ kind: 'emailAndFirstName', value: `email:${record.email.toLowerCase()}|${given}`, strength: 'hint' }];
}

/** The first given name, and all of them glued together: lists keep one or the other. */
export function givenNameKeys(firstNames: string): readonly string[] {
  const [first = ''] = firstNames.trim().split(/[\s,;]+/);
  return [nameKey(first), nameKey(firstNames)].filter(Boolean);
}

/** 15 characters of a NIR that holds by itself, else undefined. */
export function validNir(record: PivotRecord): string | undefined {
  const check = record.nir ? checkNir(record.nir) : undefined;
  return check?.status === 'valid' ? check.nir : undefined;
}
