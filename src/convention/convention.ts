import type { PivotField } from '../fields';

/**
 * What can cross the border, in either direction. An operation is a purpose: a convention lists, for each operation and
 * direction, the fields that may pass. Stable values: conventions of others depend on them.
 */
export const CONVENTION_OPERATIONS = [
  'open',
  'update',
  'suspend',
  'resume',
  'close',
  'cancel',
  /** Read back what France Travail holds under our own reference. */
  'readStatus',
  /** Ask whether France Travail knows a person: `give` names the identifiers that may be used. */
  'lookUp',
  /** Ask who accompanies a person now. */
  'readAccompaniments',
  'readRegistration',
  'fetchReferrals',
  'answerReferral',
] as const;
export type ConventionOperation = (typeof CONVENTION_OPERATIONS)[number];

export type Direction = 'give' | 'receive';

/** One line of the convention: the fields that may pass for this operation and direction. */
export interface Flow {
  readonly operation: ConventionOperation;
  readonly direction: Direction;
  readonly fields: readonly PivotField[];
}

/** A sharing convention, checked. Later: parents, modes, value lists, validity, retention (room is left, see docs). */
export interface Convention {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** `YYYY-MM-DD`, both inclusive. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly flows: readonly Flow[];
  /** sha-256 of the canonical JSON; goes into digests and into the journal. */
  readonly sha256: string;
}
