import { FIELD_KINDS, PIVOT_FIELD_IDS, type FieldKind, type PivotField, type Problem } from '../fields';
import { holdsNir, looksLikeDate, nirContradictions, type NirTraits } from '../identity';

/** Kinds of field in which a NIR, a date or an e-mail address can only be somebody else's column. */
const NO_NIR: ReadonlySet<FieldKind> = new Set([
  'name',
  'date',
  'sex',
  'franceTravailNumber',
  'email',
  'phone',
  'postcode',
  'placeCode',
  'structureCode',
  'flag',
  'role',
  'exitReason',
]);
const NO_DATE: ReadonlySet<FieldKind> = new Set([
  'name',
  'sex',
  'nir',
  'franceTravailNumber',
  'email',
  'phone',
  'postcode',
  'placeCode',
  'structureCode',
  'role',
]);
const NO_EMAIL: ReadonlySet<FieldKind> = new Set([
  'name',
  'date',
  'sex',
  'nir',
  'franceTravailNumber',
  'postcode',
  'placeCode',
  'structureCode',
  'role',
  'flag',
]);
const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

/** Plain texts in which a date or an address gives a slip away all the same. */
const PLACES: ReadonlySet<PivotField> = new Set(['city', 'birthPlaceName', 'civility']);
/** Texts that can leave: a number in them would leave too. */
const LEAVING_TEXTS: ReadonlySet<PivotField> = new Set([
  'structure',
  'referentName',
  'referentFirstName',
  'prescriber',
  'street',
  'streetNumber',
  'suspensionReason',
  'stage',
]);

/**
 * Looks for columns that have slipped: a value of one kind under the title of another. One sentence for the whole line,
 * because every other complaint about it would only follow from this one.
 */
export function slippedColumns(texts: ReadonlyMap<PivotField, string>): Problem | undefined {
  for (const field of PIVOT_FIELD_IDS) {
    const text = texts.get(field);
    const code = text ? misplaced(field, text) : undefined;
    if (code) return { code, field };
  }
  return undefined;
}

/** True when sex, year and month of the number all contradict the line: it is somebody else's, or the line has slipped. */
export function contradictsInAll(nir: string, traits: NirTraits): boolean {
  return nirContradictions(nir, traits).length === 3;
}

function misplaced(field: PivotField, text: string): string | undefined {
  const kind = FIELD_KINDS[field];
  if ((NO_NIR.has(kind) || PLACES.has(field) || LEAVING_TEXTS.has(field)) && holdsNir(text))
    return 'intake.slipped.nir';
  if ((NO_DATE.has(kind) || PLACES.has(field)) && looksLikeDate(text)) return 'intake.slipped.date';
  if ((NO_EMAIL.has(kind) || PLACES.has(field)) && EMAIL.test(text)) return 'intake.slipped.email';
  return undefined;
}
