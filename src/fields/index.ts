/**
 * The pivot fields: one list for every node, command and file. Ids are stable and language-neutral.
 * Every value is text once it has been read: dates `YYYY-MM-DD`, text in NFC, flags `yes` / `no`; a missing key = not known.
 */

/** What a pivot field holds, which says how its cells are read. */
export type FieldKind =
  | 'reference'
  | 'text'
  | 'name'
  | 'date'
  | 'sex'
  | 'flag'
  | 'nir'
  | 'franceTravailNumber'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'placeCode'
  | 'structureCode'
  | 'role'
  | 'exitReason';

interface FieldDefinition {
  readonly id: string;
  readonly kind: FieldKind;
  /** `never`: stays with the PLIE unless a convention lists it by name; such fields are proposed in no canvas. */
  readonly leaves: 'byConvention' | 'never';
}

export const PIVOT_FIELDS = [
  { id: 'id', kind: 'reference', leaves: 'byConvention' },
  { id: 'birthName', kind: 'name', leaves: 'byConvention' },
  { id: 'usageName', kind: 'name', leaves: 'byConvention' },
  { id: 'firstNames', kind: 'name', leaves: 'byConvention' },
  { id: 'sex', kind: 'sex', leaves: 'byConvention' },
  { id: 'civility', kind: 'text', leaves: 'byConvention' },
  { id: 'birthDate', kind: 'date', leaves: 'byConvention' },
  { id: 'birthPlaceCode', kind: 'placeCode', leaves: 'byConvention' },
  { id: 'birthPlaceName', kind: 'text', leaves: 'byConvention' },
  { id: 'birthCountryCode', kind: 'placeCode', leaves: 'byConvention' },
  { id: 'nir', kind: 'nir', leaves: 'byConvention' },
  { id: 'franceTravailNumber', kind: 'franceTravailNumber', leaves: 'byConvention' },
  { id: 'email', kind: 'email', leaves: 'byConvention' },
  { id: 'phone', kind: 'phone', leaves: 'byConvention' },
  { id: 'postcode', kind: 'postcode', leaves: 'byConvention' },
  { id: 'city', kind: 'text', leaves: 'byConvention' },
  { id: 'street', kind: 'text', leaves: 'byConvention' },
  { id: 'streetNumber', kind: 'text', leaves: 'byConvention' },
  { id: 'nationalId', kind: 'text', leaves: 'never' },
  { id: 'occupation', kind: 'text', leaves: 'never' },
  { id: 'structure', kind: 'text', leaves: 'byConvention' },
  { id: 'structureCode', kind: 'structureCode', leaves: 'byConvention' },
  { id: 'role', kind: 'role', leaves: 'byConvention' },
  { id: 'referentName', kind: 'text', leaves: 'byConvention' },
  { id: 'referentFirstName', kind: 'text', leaves: 'byConvention' },
  { id: 'referentEmail', kind: 'email', leaves: 'byConvention' },
  { id: 'referentPhone', kind: 'phone', leaves: 'byConvention' },
  { id: 'entryDate', kind: 'date', leaves: 'byConvention' },
  { id: 'plannedEndDate', kind: 'date', leaves: 'byConvention' },
  { id: 'suspensionFrom', kind: 'date', leaves: 'byConvention' },
  { id: 'suspensionTo', kind: 'date', leaves: 'byConvention' },
  { id: 'suspensionReason', kind: 'text', leaves: 'never' },
  { id: 'exitDate', kind: 'date', leaves: 'byConvention' },
  { id: 'exitReason', kind: 'exitReason', leaves: 'byConvention' },
  { id: 'lastMeetingDate', kind: 'date', leaves: 'byConvention' },
  { id: 'rsaBeneficiary', kind: 'flag', leaves: 'byConvention' },
  { id: 'prescriber', kind: 'text', leaves: 'byConvention' },
  { id: 'prescriptionDate', kind: 'date', leaves: 'byConvention' },
  { id: 'stage', kind: 'text', leaves: 'never' },
  { id: 'comment', kind: 'text', leaves: 'never' },
] as const satisfies readonly FieldDefinition[];

/** Id of a pivot field, as in the templates and mappings of others: never renamed. */
export type PivotField = (typeof PIVOT_FIELDS)[number]['id'];

export const PIVOT_FIELD_IDS: readonly PivotField[] = PIVOT_FIELDS.map((field) => field.id);

/** What each field holds, by id. */
export const FIELD_KINDS = Object.fromEntries(PIVOT_FIELDS.map((field) => [field.id, field.kind])) as Readonly<
  Record<PivotField, FieldKind>
>;

const IDS: ReadonlySet<string> = new Set(PIVOT_FIELD_IDS);

/** True when `id` is the id of a pivot field. */
export function isPivotField(id: string): id is PivotField {
  return IDS.has(id);
}

/** Cleaned values by pivot field, see the top of the file; a missing key = not known. */
export type PivotRecord = Readonly<Partial<Record<PivotField, string>>>;

/** A value that goes into a sentence; never an identity number, never a secret. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/**
 * Something a user can mend. `code` is the key of its sentence in `src/wording`, with `params` for the blanks;
 * rooms hold no sentence of their own.
 */
export interface Problem {
  readonly code: string;
  readonly field?: PivotField;
  readonly params?: ProblemParams;
}
