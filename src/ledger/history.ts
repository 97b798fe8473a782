import type { AccompanimentStatus, DeclarationOperation } from '../accompaniment';
import type { Scope, Told } from './ledger';

/** A run that told France Travail something. */
export interface PastRun {
  /** The run's correlation id. */
  readonly id: string;
  /** ISO 8601, of the first thing that it said. */
  readonly at: string;
  /** References about which it said something that was taken. */
  readonly declared: number;
}

/** What one run told France Travail of a reference, and what stood before and stands since. */
export interface PastWord {
  readonly participantId: string;
  readonly reference: string;
  readonly entryNumber: number;
  readonly version: number;
  readonly operation: DeclarationOperation;
  readonly status: AccompanimentStatus;
  /** `none`: this run was the first to speak of it; `unknown`: what was said before is erased. */
  readonly before: AccompanimentStatus | 'none' | 'unknown';
  /** What the ledger believes now. */
  readonly now: Told;
  /** 11 digits, where it was kept (`keepNumbers`). */
  readonly franceTravailNumber?: string;
}

/** What was said, run by run, as long as it is kept (`purge`). */
export interface History {
  /** The newest first, at most so many. */
  runs(scope: Scope, most: number): Promise<readonly PastRun[]>;
  /** What France Travail took of a run, by reference. */
  saidIn(scope: Scope, run: string): Promise<readonly PastWord[]>;
}
