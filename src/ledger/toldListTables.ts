import type { Migration } from './migrate';
import type { LedgerTables } from './tables';

/** Date of the newest export that was sent, one line a scope. */
export interface ListTable {
  scope_id: string;
  newest: string;
  taken_at: string;
}

/** A number by which an absent person is looked up. `number_hash` tells whether it has changed. */
export interface KeptNumberTable {
  scope_id: string;
  participant_hash: string;
  number_hash: string;
  sealed: string;
}

export interface WithToldLists extends LedgerTables {
  told_lists: ListTable;
  kept_numbers: KeptNumberTable;
}

/** One step of the ledger's shape. */
export const toldListsMigration: Migration<LedgerTables> = async (db) => {
  await db.schema
    .createTable('told_lists')
    .addColumn('scope_id', 'text', (column) => column.primaryKey().references('scopes.id'))
    .addColumn('newest', 'text', (column) => column.notNull())
    .addColumn('taken_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('kept_numbers')
    .addColumn('scope_id', 'text', (column) => column.notNull().references('scopes.id'))
    .addColumn('participant_hash', 'text', (column) => column.notNull())
    .addColumn('number_hash', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_numbers_key', ['scope_id', 'participant_hash'])
    .execute();
};
