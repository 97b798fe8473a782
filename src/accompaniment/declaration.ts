import type { PivotRecord } from '../fields';

/** What can be said about an accompaniment. Option values of the node: stable. */
export const DECLARATION_OPERATIONS = ['open', 'update', 'suspend', 'resume', 'close', 'cancel'] as const;
export type DeclarationOperation = (typeof DECLARATION_OPERATIONS)[number];

/** Where an accompaniment stands, in our own words; the profile's code table turns it into the other side's. */
export const ACCOMPANIMENT_STATUSES = ['planned', 'open', 'suspended', 'closed', 'cancelled'] as const;
export type AccompanimentStatus = (typeof ACCOMPANIMENT_STATUSES)[number];

/**
 * What is to be said about one accompaniment, before the convention cuts it. `fields` holds the pivot values that the
 * declaration is made of (never the look-up identifiers: those are `nir`, `franceTravailNumber` and `birthDate`).
 */
export interface Declaration {
  readonly operation: DeclarationOperation;
  /** The PLIE's own id of the participant, shown to people. */
  readonly participantId: string;
  /** 1 for the first entry of this participant; a person who comes back is a new accompaniment. */
  readonly entryNumber: number;
  /** Made of participant id and entry number, reversible (`reference.ts`). */
  readonly reference: string;
  readonly status: AccompanimentStatus;
  readonly fields: PivotRecord;
}
