import type { PivotField } from '../../src/fields';
import { SHIPPED_MODEL } from '../../src/identity/linkage';
import { terminalLocale } from '../run/wording.cjs';

/** Fields that a comparison needs on both sides, any one of them. */
const NEEDS: Readonly<Record<string, readonly PivotField[]>> = {
  names: ['birthName', 'usageName', 'firstNames'],
  birthDate: ['birthDate'],
  birthPlace: ['birthPlaceCode', 'birthPlaceName', 'birthCountryCode'],
  sex: ['sex', 'civility'],
  nir: ['nir'],
  franceTravailNumber: ['franceTravailNumber'],
  phone: ['phone'],
  email: ['email'],
  postcode: ['postcode'],
  city: ['city'],
  street: ['street'],
  nationalId: ['nationalId'],
  occupation: ['occupation'],
};

/** Names of the comparisons for which both files (or the one) have values, in the terminal's language. */
export function comparisonsInUse(known: ReadonlySet<PivotField>, records: ReadonlySet<PivotField> = known): string {
  const locale = terminalLocale();
  return SHIPPED_MODEL.comparisons
    .filter(({ id }) => NEEDS[id]?.some((field) => known.has(field)) && NEEDS[id].some((field) => records.has(field)))
    .map(({ label }) => label[locale])
    .join(', ');
}
