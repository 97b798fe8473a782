import type { Kysely } from 'kysely';
import { openDatabase } from './open';
import { asLedgerProblem } from './problem';
import type { SqliteFile } from './sqlite';
import { LEDGER_MIGRATIONS, type LedgerTables } from './tables';
import { verifyChain, type Head, type Verification } from './verify';

/** What who looks after a ledger may ask of it. Nothing that comes out of it says who somebody is. */
export interface Upkeep {
  /** Checks the chain of seals; `kept` is a head that was copied elsewhere. */
  verify(kept?: Head): Promise<Verification>;
  close(): Promise<void>;
}

/**
 * Opens a ledger for who looks after it; needs no secret.
 *
 * @throws LedgerProblem as `openLedger`.
 */
export async function openUpkeep(place: SqliteFile): Promise<Upkeep> {
  const { db } = await openDatabase<LedgerTables>(place, LEDGER_MIGRATIONS);
  return new SqlUpkeep(db, (error) => asLedgerProblem(error, place.file));
}

class SqlUpkeep implements Upkeep {
  constructor(
    private readonly db: Kysely<LedgerTables>,
    private readonly asProblem: (error: unknown) => unknown,
  ) {}

  verify(kept?: Head): Promise<Verification> {
    return this.#guarded(() => verifyChain(this.db, kept));
  }

  close(): Promise<void> {
    return this.db.destroy();
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.asProblem(error);
    }
  }
}
