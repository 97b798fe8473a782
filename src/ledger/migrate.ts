import type { Transaction } from 'kysely';
import type { Engine } from './engine';
import { LedgerProblem } from './problem';

/** One step of a database's shape; never changed once it has been released. Columns are text and integers: both engines have them. */
export type Migration<Tables> = (db: Transaction<Tables>) => Promise<void>;

/** One line: how many migrations this database has seen, and the salt of its keys. */
export interface MetaTable {
  only: number;
  version: number;
  salt: string;
}

export interface WithMeta {
  meta: MetaTable;
}

/**
 * Brings a database to the newest shape and returns its salt. One transaction, which takes the write lock first: two
 * processes that open a new file at the same time don't collide.
 *
 * @throws LedgerProblem `ledger.newer` when the database was made by a newer version of this package.
 */
export async function migrate<Tables extends WithMeta>(
  { db, beforeMigrating }: Pick<Engine<Tables>, 'db' | 'beforeMigrating'>,
  migrations: readonly Migration<Tables>[],
  freshSalt: () => string,
): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    await beforeMigrating(transaction);
    const trx = transaction as unknown as Transaction<WithMeta>;
    await trx.schema
      .createTable('meta')
      .ifNotExists()
      .addColumn('only', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('salt', 'text', (column) => column.notNull())
      .execute();
    const found = await trx.selectFrom('meta').selectAll().executeTakeFirst();
    const meta = found ?? { only: 1, version: 0, salt: freshSalt() };
    if (!found) await trx.insertInto('meta').values(meta).execute();
    if (meta.version > migrations.length) throw new LedgerProblem('ledger.newer', { version: meta.version });
    for (const step of migrations.slice(meta.version)) await step(transaction);
    await trx.updateTable('meta').set({ version: migrations.length }).execute();
    return meta.salt;
  });
}
