import type { AccompanimentStatus } from '../accompaniment';
import type { PivotRecord, Problem } from '../fields';

/** How an accompaniment stands on one side. */
export interface Side {
  readonly version: number;
  readonly status: AccompanimentStatus;
  /** `YYYY-MM-DD`; empty where it is not known. */
  readonly entryDate: string;
}

/** A reference on which France Travail and the ledger do not agree. Kinds are stable: they stand in items. */
export interface Difference {
  readonly index: number;
  readonly reference: string;
  /** The PLIE's own id; empty for a reference that this package has not made. */
  readonly participantId: string;
  /**
   * `notKnownHere`: France Travail holds it, the ledger knows nothing of it · `notHeldThere`: the ledger believes it was told,
   * France Travail holds nothing · `differs` · `inTheAir`: to be settled by the next sending first · `foreign`: held under a
   * reference of another tool
   */
  readonly kind: 'notKnownHere' | 'notHeldThere' | 'differs' | 'inTheAir' | 'foreign';
  readonly here?: Side;
  readonly there?: Side;
  readonly differs: readonly (keyof Side)[];
  /** What France Travail holds, cut by the convention (`readStatus`, receive). */
  readonly fields: PivotRecord;
  readonly franceTravailReference?: string;
  /** The ledger believes France Travail from now on. */
  readonly adopted: boolean;
}

/** What comparing everything came to. `same`: references on which both agree. */
export type Reconciliation =
  | {
      readonly kind: 'done';
      readonly results: readonly Difference[];
      readonly same: number;
      readonly notes: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly code?: string };
