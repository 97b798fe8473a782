import type { Migration } from './migrate';
import type { LedgerTables } from './tables';

/** Who works for a structure at the moment. The line stays when it is released: its number goes on. */
export interface LeaseTable {
  scope_id: string;
  holder: string;
  fence: number;
  until_at: string;
}

export interface WithLeases extends LedgerTables {
  leases: LeaseTable;
}

/** One step of the ledger's shape. */
export const leasesMigration: Migration<LedgerTables> = async (db) => {
  await db.schema
    .createTable('leases')
    .addColumn('scope_id', 'text', (column) => column.primaryKey().references('scopes.id'))
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('until_at', 'text', (column) => column.notNull())
    .execute();
};
