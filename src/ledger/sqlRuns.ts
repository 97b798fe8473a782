import type { Kysely, Transaction } from 'kysely';
import { RUN_COUNTS, type FinishedRun, type RunCounts } from '../accompaniment';
import type { Scope } from './ledger';
import type { Runs } from './runs';
import type { RunTable, WithRuns } from './runTable';
import type { Scopes } from './scopes';
import type { LedgerTables } from './tables';

const KEPT_DAYS = 400;
const A_DAY = 24 * 60 * 60 * 1000;

export interface RunsParts {
  readonly scopes: Scopes;
  readonly clock: () => Date;
  readonly uuid: () => string;
  /** The ledger's own ways to the database: what the engine throws is a `LedgerProblem` behind them. */
  readonly read: <T>(query: (db: Kysely<LedgerTables>) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (trx: Transaction<LedgerTables>) => Promise<T>) => Promise<T>;
}

/** Runs behind Kysely, in the ledger's own database. */
export class SqlRuns implements Runs {
  constructor(private readonly parts: RunsParts) {}

  finished(scope: Scope, counts: RunCounts): Promise<FinishedRun> {
    return this.parts.write(async (plain) => {
      const now = this.parts.clock();
      const at = now.toISOString();
      const scopeId = await this.parts.scopes.enter(plain, scope, at);
      const trx = plain as unknown as Transaction<WithRuns>;
      const run = { id: this.parts.uuid(), scope_id: scopeId, at, counts: JSON.stringify(counts) };
      await trx.insertInto('runs').values(run).execute();
      const oldest = new Date(now.getTime() - KEPT_DAYS * A_DAY).toISOString();
      await trx.deleteFrom('runs').where('scope_id', '=', scopeId).where('at', '<', oldest).execute();
      return { at, counts };
    });
  }

  last(scope: Scope, most: number): Promise<readonly FinishedRun[]> {
    return this.parts.read(async (plain) => {
      const scopeId = await this.parts.scopes.check(plain, scope);
      const rows = await (plain as unknown as Kysely<WithRuns>)
        .selectFrom('runs')
        .selectAll()
        .where('scope_id', '=', scopeId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.reverse().map(runOf);
    });
  }
}

/** A count that an older version did not know is none. */
function runOf({ at, counts }: RunTable): FinishedRun {
  const known = JSON.parse(counts) as Partial<RunCounts>;
  return { at, counts: Object.fromEntries(RUN_COUNTS.map((id) => [id, known[id] ?? 0])) as RunCounts };
}
