import type { AccompanimentStatus, DeclarationOperation } from '../accompaniment';
import type { Lease } from './leases';
import type { Scope, Told } from './ledger';

/** Why a ledger has to be reconciled before anything is said. Stable: it stands in the database. */
export type DueReason =
  /** Its runs are numbered lower than this machine has seen: an older copy was put back. */
  | 'restored'
  /** The same, and it knows nobody: it was lost, or lies elsewhere now. */
  | 'lost'
  /** It knows nobody, and France Travail holds accompaniments of this structure. */
  | 'unknown';

/** How far a ledger can be relied on. `new`: it has never said anything for this structure. */
export type Standing = { readonly kind: 'begun' | 'new' } | { readonly kind: 'due'; readonly reason: DueReason };

/** What was told of a reference, and of whom it is. */
export interface Holding extends Told {
  readonly participantId: string;
  /** Something about it is in the air. */
  readonly inTheAir: boolean;
}

/** What France Travail holds under one of our references, to be believed from now on. */
export interface Adoption {
  readonly participantId: string;
  readonly reference: string;
  readonly entryNumber: number;
  readonly version: number;
  readonly status: AccompanimentStatus;
  readonly operation: DeclarationOperation;
  readonly digest: string;
  readonly entryDate?: string;
  readonly franceTravailReference?: string;
}

/** The whole of what a ledger believes about a structure, and whether it may. */
export interface Holdings {
  /** Says how the ledger stands for who has the lease, and keeps that this run was seen. To be asked before anything is said. */
  check(lease: Lease): Promise<Standing>;
  /** Nothing is said from now on until it was reconciled. */
  require(scope: Scope, reason: DueReason): Promise<void>;
  /**
   * It can be relied on: it was compared with what France Travail holds, or begins where nothing is held.
   *
   * @throws LedgerProblem `ledger.leaseLost` when somebody else has the lease by now: nothing is written
   */
  settled(lease: Lease): Promise<void>;
  /** By reference. */
  all(scope: Scope): Promise<ReadonlyMap<string, Holding>>;
  /**
   * Believes what France Travail holds (`held`), and that it holds nothing under others (`gone`: references). What is in
   * the air stays as it is: it is settled by the next run.
   *
   * @throws LedgerProblem `ledger.leaseLost` when somebody else has the lease by now: nothing is written
   */
  adopt(lease: Lease, held: readonly Adoption[], gone: readonly string[]): Promise<void>;
}
