import type { Kysely, Transaction } from 'kysely';
import { chunks } from './chunks';
import type { Engine } from './engine';
import { GroupCommit } from './groupCommit';
import { journalRow, type Crossing } from './journal';
import { JournalWriter } from './journalWriter';
import type { Lease } from './leases';
import type { Intent, Ledger, NewIntent, Scope, Settlement, Told } from './ledger';
import type { Marks } from './marks';
import { LedgerProblem } from './problem';
import { hashParticipant, hashReference, intentOf, intentRow, scopeIdOf, toldOf, toldRow } from './rows';
import { Scopes } from './scopes';
import type { Keys } from './sealing';
import { crossingOf, endIntents, updateTold } from './settling';
import { SqlHistory } from './sqlHistory';
import { SqlHoldings } from './sqlHoldings';
import { SqlLeases } from './sqlLeases';
import { SqlRuns } from './sqlRuns';
import { SqlToldLists } from './sqlToldLists';
import type { JournalTable, LedgerTables, ToldTable } from './tables';

export interface SqlLedgerParts extends Pick<Engine<LedgerTables>, 'db' | 'asProblem' | 'isPassing'> {
  readonly keys: Keys;
  readonly marks: Marks;
  readonly clock: () => Date;
  /** A fresh UUID. */
  readonly uuid: () => string;
}

/** The ledger behind Kysely: nothing in it is SQLite's own, nor PostgreSQL's. */
export class SqlLedger implements Ledger {
  readonly lists: SqlToldLists;
  readonly leases: SqlLeases;
  readonly holdings: SqlHoldings;
  readonly history: SqlHistory;
  readonly runs: SqlRuns;
  readonly #scopes: Scopes;
  readonly #journal: JournalWriter;
  readonly #commit: GroupCommit<LedgerTables>;

  constructor(private readonly parts: SqlLedgerParts) {
    this.#scopes = new Scopes(parts.keys);
    const shared = {
      ...parts,
      scopes: this.#scopes,
      now: () => this.#now(),
      read: <T>(query: (db: Kysely<LedgerTables>) => Promise<T>) => this.#read(query),
      write: <T>(work: (trx: Transaction<LedgerTables>) => Promise<T>) => this.#write(work),
    };
    this.lists = new SqlToldLists(shared);
    this.leases = new SqlLeases(shared);
    this.runs = new SqlRuns(shared);
    this.holdings = new SqlHoldings({ ...shared, holds: (trx, lease) => this.leases.holds(trx, lease) });
    this.history = new SqlHistory(shared);
    this.#journal = new JournalWriter(parts.clock);
    this.#commit = new GroupCommit(parts.db, this.#journal, parts.isPassing);
  }

  async ready(scope: Scope): Promise<void> {
    const entered = await this.#write(async (trx) => {
      const id = await this.#scopes.enter(trx, scope, this.#now());
      await trx.updateTable('scopes').set({ used_at: this.#now() }).where('id', '=', id).execute();
      return id;
    });
    this.#scopes.remember(entered);
  }

  told(scope: Scope, references: readonly string[]): Promise<ReadonlyMap<string, Told>> {
    return this.#read(async (db) => {
      const scopeId = await this.#scopes.check(db, scope);
      const rows = await this.#byHash(
        references,
        (reference) => hashReference(this.parts.keys, scopeId, reference),
        (hashes) =>
          db
            .selectFrom('told')
            .selectAll()
            .where('scope_id', '=', scopeId)
            .where('reference_hash', 'in', hashes)
            .execute(),
      );
      return new Map(rows.map((row) => toldOf(row, this.parts.keys)).map((told) => [told.reference, told]));
    });
  }

  latestEntries(scope: Scope, participantIds: readonly string[]): Promise<ReadonlyMap<string, Told>> {
    return this.#read(async (db) => {
      const scopeId = await this.#scopes.check(db, scope);
      const hashOf = (participantId: string) => hashParticipant(this.parts.keys, scopeId, participantId);
      const rows = await this.#byHash(participantIds, hashOf, (hashes) =>
        db
          .selectFrom('told')
          .selectAll()
          .where('scope_id', '=', scopeId)
          .where('participant_hash', 'in', hashes)
          .execute(),
      );
      const latest = new Map<string, ToldTable>();
      for (const row of rows) {
        const other = latest.get(row.participant_hash);
        if (!other || other.entry_number < row.entry_number) latest.set(row.participant_hash, row);
      }
      return new Map(
        participantIds.flatMap((participantId) => {
          const row = latest.get(hashOf(participantId));
          return row ? [[participantId, toldOf(row, this.parts.keys)] as const] : [];
        }),
      );
    });
  }

  highestVersions(scope: Scope, references: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#read(async (db) => {
      const scopeId = await this.#scopes.check(db, scope);
      const hashOf = (reference: string) => hashReference(this.parts.keys, scopeId, reference);
      const highest = new Map<string, number>();
      for (const table of ['intents', 'told'] as const) {
        const rows = await this.#byHash(references, hashOf, (hashes) =>
          db
            .selectFrom(table)
            .select(({ fn }) => ['reference_hash', fn.max('version').as('version')])
            .where('scope_id', '=', scopeId)
            .where('reference_hash', 'in', hashes)
            .groupBy('reference_hash')
            .execute(),
        );
        for (const { reference_hash: hash, version } of rows) {
          highest.set(hash, Math.max(highest.get(hash) ?? 0, Number(version)));
        }
      }
      return new Map(
        references.flatMap((reference) => {
          const version = highest.get(hashOf(reference));
          return version === undefined ? [] : [[reference, version] as const];
        }),
      );
    });
  }

  async record(intents: readonly NewIntent[], lease?: Lease): Promise<readonly Intent[]> {
    const recorded = await this.#write(async (trx) => {
      // No exception: what others write in the same commit has nothing to do with it.
      if (lease && !(await this.leases.holds(trx, lease))) return undefined;
      const createdAt = this.#now();
      for (const scope of scopesOf(intents)) await this.#scopes.enter(trx, scope, createdAt);
      const written = intents.map((intent): Intent => ({ ...intent, id: this.parts.uuid(), createdAt }));
      const taken = new Set<string>();
      for (const part of chunks(written)) {
        const rows = await trx
          .insertInto('intents')
          .values(part.map((intent) => intentRow(intent, intent.id, createdAt, this.parts.keys)))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute();
        for (const { id } of rows) taken.add(id);
      }
      return written.filter(({ id }) => taken.has(id));
    });
    if (recorded) return recorded;
    throw new LedgerProblem('ledger.leaseLost', { structure: lease?.scope.structure ?? '' });
  }

  settle(settlements: readonly Settlement[]): Promise<void> {
    return this.#write(async (trx) => {
      const at = this.#now();
      await endIntents(trx, settlements, at);
      await updateTold(
        trx,
        settlements.flatMap((settlement) => toldRow(settlement, at, this.parts.keys) ?? []),
      );
      await this.#journal.append(trx, this.#lines(settlements.map(crossingOf), at));
    });
  }

  note(crossings: readonly Crossing[]): Promise<void> {
    return this.#write((trx) => this.#journal.append(trx, this.#lines(crossings, this.#now())));
  }

  unsettled(scope: Scope): Promise<readonly Intent[]> {
    return this.#read(async (db) => {
      const scopeId = await this.#scopes.check(db, scope);
      const rows = await db
        .selectFrom('intents')
        .selectAll()
        .where('scope_id', '=', scopeId)
        .where('settled_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.flatMap((row) =>
        row.sealed === null ? [] : [intentOf({ ...row, sealed: row.sealed }, scope, this.parts.keys)],
      );
    });
  }

  async close(): Promise<void> {
    await this.#commit.drained();
    try {
      if (this.#journal.hasOpen) await this.#write((trx) => this.#journal.beforeCommit(trx, true));
    } catch (error) {
      // What cannot be sealed now is sealed by who writes next.
      if (!(error instanceof LedgerProblem)) throw error;
    } finally {
      await this.parts.db.destroy();
    }
  }

  #lines(crossings: readonly Crossing[], at: string): readonly JournalTable[] {
    return crossings.map((crossing) => journalRow(crossing, this.parts.uuid(), at, scopeIdOf(crossing.scope)));
  }

  async #byHash<Row>(
    names: readonly string[],
    hashOf: (name: string) => string,
    select: (hashes: readonly string[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    const found: Row[] = [];
    for (const part of chunks([...new Set(names)])) found.push(...(await select(part.map(hashOf))));
    return found;
  }

  async #read<T>(query: (db: Kysely<LedgerTables>) => Promise<T>): Promise<T> {
    try {
      return await query(this.parts.db);
    } catch (error) {
      throw this.parts.asProblem(error);
    }
  }

  async #write<T>(work: (trx: Transaction<LedgerTables>) => Promise<T>): Promise<T> {
    try {
      return await this.#commit.write(work);
    } catch (error) {
      throw this.parts.asProblem(error);
    }
  }

  #now(): string {
    return this.parts.clock().toISOString();
  }
}

function scopesOf(intents: readonly NewIntent[]): readonly Scope[] {
  return [...new Map(intents.map(({ scope }) => [scopeIdOf(scope), scope])).values()];
}
