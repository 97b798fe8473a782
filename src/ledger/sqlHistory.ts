import type { Kysely } from 'kysely';
import type { AccompanimentStatus, DeclarationOperation } from '../accompaniment';
import { chunks } from './chunks';
import type { History, PastRun, PastWord } from './history';
import type { Scope } from './ledger';
import { participantOf, toldOf } from './rows';
import type { Scopes } from './scopes';
import type { Keys } from './sealing';
import type { IntentTable, LedgerTables, ToldTable } from './tables';
import type { WithToldLists } from './toldListTables';

export interface HistoryParts {
  readonly keys: Keys;
  readonly scopes: Scopes;
  /** The ledger's own way to the database: what the engine throws is a `LedgerProblem` behind it. */
  readonly read: <T>(query: (db: Kysely<LedgerTables>) => Promise<T>) => Promise<T>;
}

/** Ends after which France Travail holds, or will hold, what an intent said. */
const TAKEN = ['declared', 'sent'];
/** …or held it already. */
const STANDING = [...TAKEN, 'unchanged'];

type Said = Pick<IntentTable, 'reference_hash' | 'version' | 'operation' | 'status' | 'outcome' | 'correlation_id'>;

/** History behind Kysely: settled intents tell it; who it was about stands in `told`, under the secret. */
export class SqlHistory implements History {
  constructor(private readonly parts: HistoryParts) {}

  runs(scope: Scope, most: number): Promise<readonly PastRun[]> {
    return this.parts.read(async (db) => {
      const scopeId = await this.parts.scopes.check(db, scope);
      const rows = await db
        .selectFrom('intents')
        .select(({ fn }) => [
          'correlation_id',
          fn.min('created_at').as('at'),
          fn.count('reference_hash').distinct().as('declared'),
        ])
        .where('scope_id', '=', scopeId)
        .where('outcome', 'in', TAKEN)
        .groupBy('correlation_id')
        .orderBy('at', 'desc')
        .orderBy('correlation_id')
        .limit(most)
        .execute();
      return rows.map(({ correlation_id: id, at, declared }) => ({ id, at, declared: Number(declared) }));
    });
  }

  saidIn(scope: Scope, run: string): Promise<readonly PastWord[]> {
    return this.parts.read(async (db) => {
      const scopeId = await this.parts.scopes.check(db, scope);
      const own = await db
        .selectFrom('intents')
        .select('reference_hash')
        .where('scope_id', '=', scopeId)
        .where('correlation_id', '=', run)
        .where('outcome', 'in', TAKEN)
        .execute();
      const words: PastWord[] = [];
      for (const hashes of chunks([...new Set(own.map(({ reference_hash: hash }) => hash))])) {
        words.push(...(await this.#words(db, { scopeId, run, hashes })));
      }
      return words.sort((a, b) => (a.reference < b.reference ? -1 : 1));
    });
  }

  async #words(
    db: Kysely<LedgerTables>,
    { scopeId, run, hashes }: { scopeId: string; run: string; hashes: readonly string[] },
  ): Promise<readonly PastWord[]> {
    const told = await db
      .selectFrom('told')
      .selectAll()
      .where('scope_id', '=', scopeId)
      .where('reference_hash', 'in', hashes)
      .execute();
    const intents = await db
      .selectFrom('intents')
      .select(['reference_hash', 'version', 'operation', 'status', 'outcome', 'correlation_id'])
      .where('scope_id', '=', scopeId)
      .where('reference_hash', 'in', hashes)
      .orderBy('version')
      .execute();
    const people = told.map(({ participant_hash: hash }) => hash);
    const kept = await (db as unknown as Kysely<WithToldLists>)
      .selectFrom('kept_numbers')
      .select(['participant_hash', 'sealed'])
      .where('scope_id', '=', scopeId)
      .where('participant_hash', 'in', people)
      .execute();
    const numbers = new Map(kept.map((row) => [row.participant_hash, row.sealed]));
    return told.flatMap((row) => {
      const about = intents.filter(({ reference_hash: hash }) => hash === row.reference_hash);
      return this.#wordOf(row, about, run, numbers.get(row.participant_hash)) ?? [];
    });
  }

  #wordOf(row: ToldTable, about: readonly Said[], run: string, number: string | undefined): PastWord | undefined {
    const { keys } = this.parts;
    const own = about.filter(
      ({ correlation_id: id, outcome }) => id === run && outcome !== null && TAKEN.includes(outcome),
    );
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return undefined;
    const now = toldOf(row, keys);
    return {
      participantId: participantOf(row, keys),
      reference: now.reference,
      entryNumber: now.entryNumber,
      version: last.version,
      operation: last.operation as DeclarationOperation,
      status: last.status as AccompanimentStatus,
      before: before(
        about.filter(({ version }) => version < first.version),
        first,
      ),
      now,
      ...(number === undefined ? {} : { franceTravailNumber: keys.open(number, row.participant_hash) }),
    };
  }
}

/**
 * What stood before a version; known only where nothing that was said before it is erased. Who had to speak twice in one
 * run found something there that was not ours.
 */
function before(earlier: readonly Said[], { version, correlation_id: run }: Said): PastWord['before'] {
  if (earlier.some(({ correlation_id: id, outcome }) => id === run && outcome === 'unavailable')) return 'unknown';
  const stood = earlier.findLast(({ outcome }) => outcome !== null && STANDING.includes(outcome));
  if (stood) return stood.status as AccompanimentStatus;
  return earlier.length === version - 1 ? 'none' : 'unknown';
}
