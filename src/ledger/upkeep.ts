import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { exportJournal, type ExportLine } from './export';
import { forget, forgettable, type Forgotten } from './forget';
import type { Engine, LedgerPlace } from './engine';
import { LEDGER_SHAPE, openDatabase } from './open';
import { LedgerProblem } from './problem';
import { purge, purgeable, type Purged } from './purge';
import { deriveKeys, type Keys } from './sealing';
import { statsOf, type LedgerStats } from './stats';
import type { LedgerTables } from './tables';
import { verifyChain, type Head, type Verification } from './verify';

/** What who looks after a ledger may ask of it. Nothing that comes out of it says who somebody is. */
export interface Upkeep {
  /** Checks the chain of seals; `kept` is a head that was copied elsewhere. */
  verify(kept?: Head): Promise<Verification>;
  /** `oldBefore`: where the journal's usual retention ends. */
  stats(oldBefore: Date): Promise<LedgerStats>;
  /** The audit journal, line by line. */
  export(): AsyncGenerator<ExportLine>;
  /** Erases what lies before a date, `sure` only; else counts it. The reason stays in the journal. */
  purge(before: Date, how: { readonly sure: boolean; readonly reason?: string }): Promise<Purged>;
  /** Erases what is known of a reference, `sure` only and unless something is in the air; else counts it. */
  forget(reference: string, how: { readonly sure: boolean; readonly secret: string }): Promise<Forgotten>;
  close(): Promise<void>;
}

/**
 * Opens a ledger for who looks after it; needs no secret but to forget somebody.
 *
 * @throws LedgerProblem as `openLedger`.
 */
export async function openUpkeep(place: LedgerPlace, clock: () => Date = () => new Date()): Promise<Upkeep> {
  const { engine, salt } = await openDatabase(place, LEDGER_SHAPE);
  return new SqlUpkeep(engine, salt, clock);
}

class SqlUpkeep implements Upkeep {
  constructor(
    private readonly engine: Engine<LedgerTables>,
    private readonly salt: string,
    private readonly clock: () => Date,
  ) {}

  verify(kept?: Head): Promise<Verification> {
    return this.#guarded(() => verifyChain(this.engine.db, kept));
  }

  stats(oldBefore: Date): Promise<LedgerStats> {
    return this.#guarded(() => statsOf(this.engine.db, oldBefore.toISOString()));
  }

  async *export(): AsyncGenerator<ExportLine> {
    try {
      yield* exportJournal(this.engine.db);
    } catch (error) {
      throw this.engine.asProblem(error);
    }
  }

  purge(date: Date, { sure, reason }: { readonly sure: boolean; readonly reason?: string }): Promise<Purged> {
    const before = date.toISOString();
    if (!sure) return this.#guarded(() => purgeable(this.engine.db, before));
    const order = { before, ...(reason === undefined ? {} : { reason }), id: randomUUID(), at: this.#now() };
    return this.#erasing((trx) => purge(trx, order));
  }

  async forget(
    reference: string,
    { sure, secret }: { readonly sure: boolean; readonly secret: string },
  ): Promise<Forgotten> {
    const order = { reference, keys: await this.#keys(secret) };
    if (!sure) return this.#guarded(() => forgettable(this.engine.db, order));
    return this.#erasing((trx) => forget(trx, order, { id: randomUUID, at: this.#now() }));
  }

  close(): Promise<void> {
    return this.engine.db.destroy();
  }

  async #keys(secret: string): Promise<Keys> {
    if (secret.trim() === '') throw new LedgerProblem('ledger.secretMissing');
    return deriveKeys(secret, this.salt, randomBytes);
  }

  #erasing<T>(work: (trx: Transaction<LedgerTables>) => Promise<T>): Promise<T> {
    return this.#guarded(async () => {
      const erased = await this.engine.db.transaction().execute(work);
      await this.engine.sweep();
      return erased;
    });
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.engine.asProblem(error);
    }
  }

  #now(): string {
    return this.clock().toISOString();
  }
}
