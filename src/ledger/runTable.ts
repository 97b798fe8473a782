import type { Migration } from './migrate';
import type { LedgerTables } from './tables';

/** The end of one run of a whole list. `counts`: JSON by the ids of `RUN_COUNTS`. */
export interface RunTable {
  id: string;
  scope_id: string;
  at: string;
  counts: string;
}

export interface WithRuns extends LedgerTables {
  runs: RunTable;
}

/** One step of the ledger's shape. */
export const runsMigration: Migration<LedgerTables> = async (db) => {
  await db.schema
    .createTable('runs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scope_id', 'text', (column) => column.notNull().references('scopes.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('runs_by_time').on('runs').columns(['scope_id', 'at']).execute();
};
