import type { Kysely } from 'kysely';
import { newestSeal } from './chain';
import type { Head } from './verify';
import type { LedgerTables } from './tables';

/** One structure's part of the ledger. */
export interface ScopeStats {
  readonly profile: string;
  readonly host: string;
  readonly structure: string;
  /** ISO 8601. */
  readonly usedAt: string;
  /** References by the status that France Travail was last told. */
  readonly told: Readonly<Record<string, number>>;
  /** Said without an end that is known. */
  readonly inTheAir: number;
}

/** How much lies in a ledger; nobody in it. */
export interface LedgerStats {
  readonly scopes: readonly ScopeStats[];
  readonly journal: {
    readonly entries: number;
    /** Not sealed yet. */
    readonly open: number;
    readonly seals: number;
    /** ISO 8601. */
    readonly from?: string;
    readonly to?: string;
    /** Entries from before the date that was asked for. */
    readonly old: number;
    readonly outcomes: readonly { readonly operation: string; readonly outcome: string; readonly count: number }[];
    readonly head?: Head;
  };
}

/** Counts everything; `oldBefore` (ISO 8601) is where the journal's usual retention ends. */
export async function statsOf(db: Kysely<LedgerTables>, oldBefore: string): Promise<LedgerStats> {
  return { scopes: await scopesOf(db), journal: await journalOf(db, oldBefore) };
}

async function scopesOf(db: Kysely<LedgerTables>): Promise<readonly ScopeStats[]> {
  const scopes = await db.selectFrom('scopes').selectAll().orderBy('structure').orderBy('host').execute();
  const told = await db
    .selectFrom('told')
    .select(({ fn }) => ['scope_id', 'status', fn.countAll().as('count')])
    .groupBy(['scope_id', 'status'])
    .orderBy('status')
    .execute();
  const open = await db
    .selectFrom('intents')
    .select(({ fn }) => ['scope_id', fn.countAll().as('count')])
    .where('settled_at', 'is', null)
    .groupBy('scope_id')
    .execute();
  return scopes.map(({ id, profile, host, structure, used_at: usedAt }) => ({
    profile,
    host,
    structure,
    usedAt,
    told: Object.fromEntries(
      told.filter((row) => row.scope_id === id).map(({ status, count }) => [status, Number(count)]),
    ),
    inTheAir: Number(open.find((row) => row.scope_id === id)?.count ?? 0),
  }));
}

async function journalOf(db: Kysely<LedgerTables>, oldBefore: string): Promise<LedgerStats['journal']> {
  const all = await db
    .selectFrom('journal')
    .select(({ fn }) => [
      fn.countAll().as('entries'),
      fn.count('seal').as('sealed'),
      fn.min('at').as('from'),
      fn.max('at').as('to'),
    ])
    .executeTakeFirstOrThrow();
  const { old } = await db
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll().as('old'))
    .where('at', '<', oldBefore)
    .executeTakeFirstOrThrow();
  const { seals } = await db
    .selectFrom('seals')
    .select(({ fn }) => fn.countAll().as('seals'))
    .executeTakeFirstOrThrow();
  const outcomes = await db
    .selectFrom('journal')
    .select(({ fn }) => ['operation', 'outcome', fn.countAll().as('count')])
    .groupBy(['operation', 'outcome'])
    .orderBy('operation')
    .orderBy('outcome')
    .execute();
  const head = await newestSeal(db);
  return {
    entries: Number(all.entries),
    open: Number(all.entries) - Number(all.sealed),
    seals: Number(seals),
    // Null where there is no entry, whatever the types say.
    ...((all.from as string | null) === null ? {} : { from: all.from, to: all.to }),
    old: Number(old),
    outcomes: outcomes.map(({ operation, outcome, count }) => ({ operation, outcome, count: Number(count) })),
    ...(head ? { head: { seal: head.number, hash: head.hash } } : {}),
  };
}
