import type { PivotRecord } from '../fields';

/** An identifier by which France Travail can be asked about a person. Whether it may be used is the convention's word. */
export type LookUpIdentifier =
  | { readonly kind: 'franceTravailNumber'; readonly franceTravailNumber: string }
  | { readonly kind: 'nir'; readonly nir: string; readonly birthDate: string };

/**
 * The identifiers of a cleaned record that a look-up can take, the number first: 11 digits (the old regional form finds
 * nobody), or the NIR with the birth date. Source: france-travail.md §3.
 */
export function lookUpIdentifiers(record: PivotRecord): readonly LookUpIdentifier[] {
  const { franceTravailNumber, nir, birthDate } = record;
  const found: LookUpIdentifier[] = [];
  if (franceTravailNumber && /^\d{11}$/.test(franceTravailNumber)) {
    found.push({ kind: 'franceTravailNumber', franceTravailNumber });
  }
  if (nir && birthDate) found.push({ kind: 'nir', nir, birthDate });
  return found;
}
