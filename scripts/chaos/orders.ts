import type { DeclarationOperation } from '../../src/accompaniment';
import type { Profile } from '../../src/exchange';
import type { PivotRecord } from '../../src/fields';
import type { LedgerPlace } from '../../src/ledger';

/** Where a worker speaks to, and as whom. */
export interface Server {
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly structureCode: string;
}

/** How the profile that is shipped is changed for a worker. */
export interface ProfileChange {
  /** False: keys are not counted on; what is unclear is read back. */
  readonly keys: boolean;
  /** False: one call a declaration. */
  readonly lots: boolean;
  readonly limits: Partial<Profile['limits']>;
  /** Absent: what the profile says. */
  readonly readBack?: { readonly lagMs: number; readonly slowestCommitMs: number };
}

/** What a worker is to do. */
export type Task =
  /** One list after the other, as time goes by, until it is told to finish or is killed. */
  | { readonly kind: 'rounds'; readonly people: readonly PivotRecord[]; readonly seed: number; readonly from: number }
  | Deed;

/** Something that is done once. */
export type Deed =
  | {
      readonly kind: 'declare';
      readonly lines: readonly { readonly operation: DeclarationOperation; readonly record: PivotRecord }[];
    }
  | { readonly kind: 'synchronise'; readonly records: readonly PivotRecord[] }
  /** The last run is taken back. */
  | { readonly kind: 'undo'; readonly records: readonly PivotRecord[] };

/** Everything that a worker has to know; it is read from its standard input, in one line. */
export interface WorkerOrder {
  readonly server: Server;
  readonly profile: ProfileChange;
  readonly ledger: LedgerPlace;
  readonly ledgerSecret: string;
  readonly task: Task;
  /** Where the worker writes which reference each key belongs to: the ledger keeps nobody readable. */
  readonly keysFile: string;
  /** The worker ends itself (SIGKILL) at this mark, counted from 0. Absent: it is left to others. */
  readonly dieAt?: number;
}

/** One line of the file of keys. */
export interface KeyLine {
  readonly key: string;
  readonly reference: string;
  readonly version: number;
}

/** How a line stood at the end of a worker's last run. */
export interface LineEnd {
  readonly reference: string;
  readonly version: number;
  readonly outcome: string;
}
