import type { Kysely, Transaction } from 'kysely';
import { openPostgres, type PostgresPlace } from './postgres';
import { asLedgerProblem } from './problem';
import { emptyWriteAheadLog, openSqlite, type SqliteFile } from './sqlite';

/** Where a ledger lies: a file of this machine, or a server that several share. */
export type LedgerPlace = SqliteFile | PostgresPlace;

/** A database, and the few points in which one engine differs from the other. */
export interface Engine<Tables> {
  readonly db: Kysely<Tables>;
  /** Turns what the engine throws into a `LedgerProblem`. */
  readonly asProblem: (error: unknown) => unknown;
  /** Whether the same transaction goes through when it is begun again at once. */
  readonly isPassing: (error: unknown) => boolean;
  /** First in the transaction that makes or changes tables: nobody else does so at the same time. */
  readonly beforeMigrating: (trx: Transaction<Tables>) => Promise<void>;
  /** After an erasure: nothing of what was erased stays in a log beside the rows. */
  readonly sweep: () => Promise<void>;
}

/** Opens a place; `schema` keeps the rooms of one server database apart. @throws what the engine throws */
export function openEngine<Tables>(place: LedgerPlace, schema: string): Engine<Tables> {
  if ('postgres' in place) return openPostgres<Tables>(place, schema);
  const db = openSqlite<Tables>(place);
  return {
    db,
    asProblem: (error) => asLedgerProblem(error, place.file),
    isPassing: () => false,
    beforeMigrating: async () => undefined,
    sweep: () => emptyWriteAheadLog(db),
  };
}
