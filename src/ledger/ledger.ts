import type { AccompanimentStatus, DeclarationOperation, Outcome, OutcomeKind } from '../accompaniment';
import type { PivotField } from '../fields';
import type { Crossing } from './journal';
import type { History } from './history';
import type { Holdings } from './holdings';
import type { Lease, Leases } from './leases';
import type { Runs } from './runs';
import type { ToldLists } from './toldLists';

/** Whose state it is: a trial on the sandbox never makes production "unchanged". */
export interface Scope {
  readonly profile: string;
  readonly host: string;
  readonly structure: string;
}

/** What France Travail was last told about one reference, and holds as far as we know. */
export interface Told {
  readonly reference: string;
  readonly entryNumber: number;
  readonly version: number;
  readonly status: AccompanimentStatus;
  readonly operation: DeclarationOperation;
  /** sha-256 over what left (status and fields, not the version) with the convention's id and sha-256. */
  readonly digest: string;
  readonly entryDate?: string;
  readonly franceTravailReference?: string;
  readonly outcome: OutcomeKind;
  /** ISO 8601. */
  readonly toldAt: string;
}

/** What is about to be said; durable before a byte leaves. */
export interface NewIntent {
  readonly scope: Scope;
  /** The PLIE's own id; stored only as a keyed hash. */
  readonly participantId: string;
  readonly reference: string;
  readonly entryNumber: number;
  readonly version: number;
  readonly operation: DeclarationOperation;
  readonly status: AccompanimentStatus;
  readonly entryDate?: string;
  readonly digest: string;
  readonly idempotencyKey: string;
  /** Exact body; stored encrypted, erased when the intent is settled. */
  readonly body: string;
  /** Identifier for the look-up as JSON; stored encrypted, erased when settled. */
  readonly identifier?: string;
  readonly fields: readonly PivotField[];
  readonly convention: { readonly id: string; readonly sha256: string };
  readonly correlationId: string;
}

export interface Intent extends NewIntent {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The end of an intent. */
export interface Settlement {
  readonly intent: Intent;
  readonly outcome: Outcome;
  /** The version that stands at France Travail, when it is not the intent's own. */
  readonly version?: number;
}

/**
 * What was said and heard. Asynchronous throughout, so that PostgreSQL can stand behind it. A failure to write throws:
 * no journal, no send.
 */
export interface Ledger {
  /** What is remembered of whole lists. */
  readonly lists: ToldLists;
  /** Who works for a structure at the moment. */
  readonly leases: Leases;
  /** All that it believes about a structure, and whether it may. */
  readonly holdings: Holdings;
  /** What was said, run by run. */
  readonly history: History;
  /** How the runs of whole lists ended. */
  readonly runs: Runs;
  /**
   * Proves, by writing, that this scope can be journalled and that the secret is the one it was begun with. To be called
   * before anything leaves.
   */
  ready(scope: Scope): Promise<void>;
  told(scope: Scope, references: readonly string[]): Promise<ReadonlyMap<string, Told>>;
  /** The latest entry of each participant, by the PLIE's own id. */
  latestEntries(scope: Scope, participantIds: readonly string[]): Promise<ReadonlyMap<string, Told>>;
  /** The highest version that any intent of a reference has carried; a reference without one is missing. */
  highestVersions(scope: Scope, references: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Writes intents durably, many in one commit. One whose reference has something in the air, or whose version another
   * execution has taken, is not recorded and is missing in what comes back: it must not be sent.
   *
   * @throws LedgerProblem `ledger.leaseLost` when `lease` is given and somebody else has it by now: nothing is recorded
   */
  record(intents: readonly NewIntent[], lease?: Lease): Promise<readonly Intent[]>;
  /** Writes outcomes; a settled intent loses its body and identifier; an `unclear` one keeps them. */
  settle(settlements: readonly Settlement[]): Promise<void>;
  /** Writes crossings that are no declarations (look-ups, read-backs, referrals) into the audit journal. */
  note(crossings: readonly Crossing[]): Promise<void>;
  /** Intents without a settled outcome, oldest first: after a crash, or `unclear`. */
  unsettled(scope: Scope): Promise<readonly Intent[]>;
  close(): Promise<void>;
}
