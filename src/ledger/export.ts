import type { Kysely } from 'kysely';
import type { JournalTable, LedgerTables, ScopeTable, SealTable } from './tables';

/** One line of an export: rows as they lie in the database, so that every hash can be computed again. */
export type ExportLine =
  | { readonly scope: Omit<ScopeTable, 'secret_check'> }
  | { readonly seal: SealTable }
  | { readonly entry: JournalTable };

/** The audit journal from its beginning, seal by seal, then what is open. Nothing in it says who somebody is. */
export async function* exportJournal(db: Kysely<LedgerTables>): AsyncGenerator<ExportLine> {
  const scopes = await db
    .selectFrom('scopes')
    .select(['id', 'profile', 'host', 'structure', 'used_at'])
    .orderBy('id')
    .execute();
  for (const scope of scopes) yield { scope };
  const seals = await db.selectFrom('seals').selectAll().orderBy('number').execute();
  for (const one of seals) {
    const entries = await db.selectFrom('journal').selectAll().where('seal', '=', one.number).orderBy('id').execute();
    for (const entry of entries) yield { entry };
    yield { seal: one };
  }
  const open = await db
    .selectFrom('journal')
    .selectAll()
    .where('seal', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const entry of open) yield { entry };
}
