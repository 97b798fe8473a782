import { PIVOT_FIELD_IDS, type PivotField, type PivotRecord, type Problem } from '../fields';
import type { Convention, ConventionOperation, Direction } from './convention';

export type Allowed = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** What of a record passes the border, and what is held back. Together they are what the record held. */
export interface Cut {
  readonly passes: PivotRecord;
  readonly cut: readonly PivotField[];
}

/** Whether the convention lists this flow at all; if not, the problem names the flow in words. */
export function allows(convention: Convention, operation: ConventionOperation, direction: Direction): Allowed {
  if (flowOf(convention, operation, direction)) return { ok: true };
  return {
    ok: false,
    problem: { code: `convention.blocked.${operation}.${direction}`, params: { title: convention.title } },
  };
}

/** Whether the convention is valid on this day (`YYYY-MM-DD`, both ends inclusive). */
export function validOn(convention: Convention, today: string): Allowed {
  const { title, validFrom, validTo } = convention;
  if (validFrom !== undefined && today < validFrom) {
    return { ok: false, problem: { code: 'convention.notYetValid', params: { title, from: validFrom } } };
  }
  if (validTo !== undefined && today > validTo) {
    return { ok: false, problem: { code: 'convention.expired', params: { title, to: validTo } } };
  }
  return { ok: true };
}

/** The fields that may pass for this operation and direction; none where the flow is not listed. */
export function fieldsAllowed(
  convention: Convention,
  operation: ConventionOperation,
  direction: Direction,
): readonly PivotField[] {
  return flowOf(convention, operation, direction)?.fields ?? [];
}

/**
 * Cuts a record down to what the convention lists: deny by default. Keys that are no pivot fields never pass, nor are they
 * named; a field without a value is neither passed nor cut.
 */
export function cut(
  convention: Convention,
  operation: ConventionOperation,
  direction: Direction,
  record: PivotRecord,
): Cut {
  const allowed = new Set<PivotField>(fieldsAllowed(convention, operation, direction));
  const filled = PIVOT_FIELD_IDS.filter((field) => Object.hasOwn(record, field) && (record[field] ?? '') !== '');
  const passes = Object.fromEntries(
    filled.filter((field) => allowed.has(field)).map((field) => [field, record[field]]),
  ) as PivotRecord;
  return { passes, cut: filled.filter((field) => !allowed.has(field)) };
}

/**
 * By what a person may be looked up, in the order in which it is tried: the France Travail number first; the NIR, which
 * goes with the birth date, only where the convention lists both.
 */
export function identifiersAllowed(convention: Convention): readonly ('franceTravailNumber' | 'nir')[] {
  const fields = fieldsAllowed(convention, 'lookUp', 'give');
  const number = fields.includes('franceTravailNumber') ? (['franceTravailNumber'] as const) : [];
  const nir = fields.includes('nir') && fields.includes('birthDate') ? (['nir'] as const) : [];
  return [...number, ...nir];
}

function flowOf(convention: Convention, operation: ConventionOperation, direction: Direction) {
  return convention.flows.find((flow) => flow.operation === operation && flow.direction === direction);
}
