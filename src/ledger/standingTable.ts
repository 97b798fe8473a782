import type { Migration } from './migrate';
import type { LedgerTables } from './tables';

/** Whether what a ledger holds of a structure can be relied on; one line a scope, from its first run on. */
export interface StandingTable {
  scope_id: string;
  /** `begun`, or why it has to be reconciled first. */
  state: string;
  at: string;
}

export interface WithStandings extends LedgerTables {
  standings: StandingTable;
}

/** One step of the ledger's shape; with it, what one run has said is found at once. */
export const standingsMigration: Migration<LedgerTables> = async (db) => {
  await db.schema
    .createTable('standings')
    .addColumn('scope_id', 'text', (column) => column.primaryKey().references('scopes.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('intents_by_run').on('intents').columns(['scope_id', 'correlation_id']).execute();
};
