import type { AccompanimentStatus } from '../accompaniment';
import type { Scope } from './ledger';

/** Somebody of whom France Travail was told, whose accompaniment is not over, and who is not on the list any more. */
export interface Absentee {
  readonly participantId: string;
  readonly reference: string;
  readonly entryNumber: number;
  readonly status: AccompanimentStatus;
  /** 11 digits, where they were kept for this case (`keepNumbers`). */
  readonly franceTravailNumber?: string;
}

export interface Absentees {
  /** Accompaniments that France Travail was told of and that are not over, those of the people present included. */
  readonly underWay: number;
  readonly absent: readonly Absentee[];
}

/** A number that looks a participant up. */
export interface KeptNumber {
  readonly participantId: string;
  readonly franceTravailNumber: string;
}

/** What is remembered of whole lists, beside what was told of each accompaniment. */
export interface ToldLists {
  /** Who is missing among these ids, in the order of their references. */
  absentees(scope: Scope, presentIds: readonly string[]): Promise<Absentees>;
  /** Date of the newest export that was sent, `YYYY-MM-DD`. */
  newest(scope: Scope): Promise<string | undefined>;
  /**
   * Remembers that an export of this date (`YYYY-MM-DD`) is being sent. The date of a newer one comes back when there is
   * one already: then nothing is written, and the export must not be sent. Two executions cannot both win.
   */
  take(scope: Scope, date: string): Promise<string | undefined>;
  /**
   * Keeps the numbers by which people can be looked up once they are on no list any more; encrypted under the secret, which
   * is not in the database. To be called only where absence closes an accompaniment.
   */
  keepNumbers(scope: Scope, numbers: readonly KeptNumber[]): Promise<void>;
  /** Forgets the numbers of everybody who has no accompaniment under way. */
  forgetNumbers(scope: Scope): Promise<void>;
}
