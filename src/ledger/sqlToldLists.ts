import type { Kysely, Transaction } from 'kysely';
import type { AccompanimentStatus } from '../accompaniment';
import { chunks } from './chunks';
import type { Scope } from './ledger';
import { hashParticipant, scopeIdOf } from './rows';
import type { Scopes } from './scopes';
import type { Keys } from './sealing';
import type { LedgerTables } from './tables';
import type { KeptNumberTable, WithToldLists } from './toldListTables';
import type { Absentee, Absentees, KeptNumber, ToldLists } from './toldLists';

export interface ToldListsParts {
  readonly keys: Keys;
  readonly scopes: Scopes;
  /** ISO 8601. */
  readonly now: () => string;
  /** The ledger's own ways to the database: what the engine throws is a `LedgerProblem` behind them. */
  readonly read: <T>(query: (db: Kysely<LedgerTables>) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (trx: Transaction<LedgerTables>) => Promise<T>) => Promise<T>;
}

const UNDER_WAY: readonly AccompanimentStatus[] = ['planned', 'open', 'suspended'];

interface LatestRow {
  readonly participant_hash: string;
  readonly entry_number: number;
  readonly status: string;
}

/** Lists behind Kysely, in the ledger's own database. */
export class SqlToldLists implements ToldLists {
  constructor(private readonly parts: ToldListsParts) {}

  absentees(scope: Scope, presentIds: readonly string[]): Promise<Absentees> {
    return this.parts.read(async (plain) => {
      const db = withLists(plain);
      const scopeId = await this.parts.scopes.check(db, scope);
      const present = new Set(presentIds.map((id) => this.#hashOf(scopeId, id)));
      const underWay = (await latestRows(db, scopeId)).filter(isUnderWay);
      const missing = underWay.filter(({ participant_hash: hash }) => !present.has(hash));
      const absent: Absentee[] = [];
      for (const part of chunks(missing)) absent.push(...(await this.#opened(db, scopeId, part)));
      absent.sort((a, b) => (a.reference < b.reference ? -1 : 1));
      return { underWay: underWay.length, absent };
    });
  }

  newest(scope: Scope): Promise<string | undefined> {
    return this.parts.read(async (plain) => {
      const db = withLists(plain);
      return newestOf(db, await this.parts.scopes.check(db, scope));
    });
  }

  take(scope: Scope, date: string): Promise<string | undefined> {
    return this.parts.write(async (plain) => {
      const trx = withLists(plain);
      const scopeId = await this.parts.scopes.enter(plain, scope, this.parts.now());
      await trx
        .insertInto('told_lists')
        .values({ scope_id: scopeId, newest: date, taken_at: this.parts.now() })
        .onConflict((conflict) =>
          conflict
            .column('scope_id')
            .doUpdateSet(({ ref }) => ({ newest: ref('excluded.newest'), taken_at: ref('excluded.taken_at') }))
            .whereRef('told_lists.newest', '<=', 'excluded.newest' as never),
        )
        .execute();
      const newest = (await newestOf(trx, scopeId)) ?? date;
      return newest > date ? newest : undefined;
    });
  }

  keepNumbers(scope: Scope, numbers: readonly KeptNumber[]): Promise<void> {
    return this.parts.write(async (plain) => {
      const trx = withLists(plain);
      const scopeId = await this.parts.scopes.enter(plain, scope, this.parts.now());
      for (const part of chunks(numbers)) await this.#keep(trx, scopeId, part);
    });
  }

  forgetNumbers(scope: Scope): Promise<void> {
    const scopeId = scopeIdOf(scope);
    return this.parts.write(async (plain) => {
      const trx = withLists(plain);
      const kept = await trx
        .selectFrom('kept_numbers')
        .select('participant_hash')
        .where('scope_id', '=', scopeId)
        .execute();
      if (kept.length === 0) return;
      const underWay = new Set(
        (await latestRows(trx, scopeId)).filter(isUnderWay).map(({ participant_hash: hash }) => hash),
      );
      const others = kept.map(({ participant_hash: hash }) => hash).filter((hash) => !underWay.has(hash));
      for (const hashes of chunks(others)) {
        await trx
          .deleteFrom('kept_numbers')
          .where('scope_id', '=', scopeId)
          .where('participant_hash', 'in', hashes)
          .execute();
      }
    });
  }

  /** Sealing costs more than looking: only numbers that are new or have changed are written. */
  async #keep(trx: Kysely<WithToldLists>, scopeId: string, numbers: readonly KeptNumber[]): Promise<void> {
    const { keys } = this.parts;
    const wanted = new Map(
      numbers.map(({ participantId, franceTravailNumber }) => {
        const bound = this.#hashOf(scopeId, participantId);
        return [bound, { franceTravailNumber, hash: keys.hash('number', `${bound} ${franceTravailNumber}`) }];
      }),
    );
    const known = await keptRows(trx, scopeId, [...wanted.keys()]);
    for (const row of known) {
      if (wanted.get(row.participant_hash)?.hash === row.number_hash) wanted.delete(row.participant_hash);
    }
    if (wanted.size === 0) return;
    const rows = [...wanted].map(
      ([bound, { franceTravailNumber, hash }]): KeptNumberTable => ({
        scope_id: scopeId,
        participant_hash: bound,
        number_hash: hash,
        sealed: keys.seal(franceTravailNumber, bound),
      }),
    );
    await trx
      .insertInto('kept_numbers')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['scope_id', 'participant_hash']).doUpdateSet(({ ref }) => ({
          number_hash: ref('excluded.number_hash'),
          sealed: ref('excluded.sealed'),
        })),
      )
      .execute();
  }

  async #opened(db: Kysely<WithToldLists>, scopeId: string, rows: readonly LatestRow[]): Promise<Absentee[]> {
    const { keys } = this.parts;
    const hashes = rows.map(({ participant_hash: hash }) => hash);
    const entries = new Map(rows.map((row) => [row.participant_hash, row.entry_number]));
    const told = await db
      .selectFrom('told')
      .select(['participant_hash', 'reference_hash', 'entry_number', 'status', 'sealed'])
      .where('scope_id', '=', scopeId)
      .where('participant_hash', 'in', hashes)
      .execute();
    const kept = new Map((await keptRows(db, scopeId, hashes)).map((row) => [row.participant_hash, row.sealed]));
    return told.flatMap((row): Absentee[] => {
      if (entries.get(row.participant_hash) !== row.entry_number) return [];
      const who = JSON.parse(keys.open(row.sealed, row.reference_hash)) as { participantId: string; reference: string };
      const number = kept.get(row.participant_hash);
      return [
        {
          ...who,
          entryNumber: row.entry_number,
          status: row.status as AccompanimentStatus,
          ...(number === undefined ? {} : { franceTravailNumber: keys.open(number, row.participant_hash) }),
        },
      ];
    });
  }

  #hashOf(scopeId: string, participantId: string): string {
    return hashParticipant(this.parts.keys, scopeId, participantId);
  }
}

/** Each participant's latest entry. */
async function latestRows(db: Kysely<WithToldLists>, scopeId: string): Promise<readonly LatestRow[]> {
  const rows: readonly LatestRow[] = await db
    .selectFrom('told')
    .select(['participant_hash', 'entry_number', 'status'])
    .where('scope_id', '=', scopeId)
    .execute();
  const latest = new Map<string, LatestRow>();
  for (const row of rows) {
    const other = latest.get(row.participant_hash);
    if (!other || other.entry_number < row.entry_number) latest.set(row.participant_hash, row);
  }
  return [...latest.values()];
}

function isUnderWay({ status }: LatestRow): boolean {
  return (UNDER_WAY as readonly string[]).includes(status);
}

function keptRows(db: Kysely<WithToldLists>, scopeId: string, hashes: readonly string[]) {
  return db
    .selectFrom('kept_numbers')
    .select(['participant_hash', 'number_hash', 'sealed'])
    .where('scope_id', '=', scopeId)
    .where('participant_hash', 'in', hashes)
    .execute();
}

async function newestOf(db: Kysely<WithToldLists>, scopeId: string): Promise<string | undefined> {
  const row = await db.selectFrom('told_lists').select('newest').where('scope_id', '=', scopeId).executeTakeFirst();
  return row?.newest;
}

/** Kysely's types are invariant: a database that has more tables must be told so. */
function withLists(db: Kysely<LedgerTables>): Kysely<WithToldLists> {
  return db as unknown as Kysely<WithToldLists>;
}
