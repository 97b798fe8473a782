import type { Transaction } from 'kysely';
import { chunks } from './chunks';
import type { Crossing } from './journal';
import type { Settlement } from './ledger';
import type { JournalTable, LedgerTables, ToldTable } from './tables';

/** What a newer statement about a reference replaces. */
const TOLD_COLUMNS = [
  'participant_hash',
  'sealed',
  'entry_number',
  'version',
  'status',
  'operation',
  'digest',
  'entry_date',
  'france_travail_reference',
  'outcome',
  'told_at',
] as const;

/** Ends intents; outcomes of one kind and code are written together. The first end of an intent stays; `unclear` is none. */
export async function endIntents(
  trx: Transaction<LedgerTables>,
  settlements: readonly Settlement[],
  at: string,
): Promise<void> {
  for (const group of alike(settlements).values()) {
    const { kind, code = null } = group[0]!.outcome;
    const end = kind === 'unclear' ? {} : { settled_at: at, sealed: null };
    for (const ids of chunks(group.map(({ intent }) => intent.id))) {
      await trx
        .updateTable('intents')
        .set({ outcome: kind, code, ...end })
        .where('id', 'in', ids)
        .where('settled_at', 'is', null)
        .execute();
    }
  }
}

/** Writes what France Travail now holds. An outcome that arrives late does not overwrite a newer one. */
export async function updateTold(trx: Transaction<LedgerTables>, rows: readonly ToldTable[]): Promise<void> {
  const newest = new Map<string, ToldTable>();
  for (const row of rows) {
    const other = newest.get(row.reference_hash);
    if (!other || other.version <= row.version) newest.set(row.reference_hash, row);
  }
  for (const part of chunks([...newest.values()])) {
    await trx
      .insertInto('told')
      .values(part)
      .onConflict((conflict) =>
        conflict
          .columns(['scope_id', 'reference_hash'])
          .doUpdateSet(({ ref }) => Object.fromEntries(TOLD_COLUMNS.map((name) => [name, ref(`excluded.${name}`)])))
          .whereRef('told.version', '<=', 'excluded.version' as never),
      )
      .execute();
  }
}

export async function insertCrossings(trx: Transaction<LedgerTables>, lines: readonly JournalTable[]): Promise<void> {
  for (const part of chunks(lines)) await trx.insertInto('journal').values(part).execute();
}

/** A declaration crosses the border outwards. */
export function crossingOf({ intent, outcome }: Settlement): Crossing {
  const { scope, operation, fields, convention, correlationId } = intent;
  const code = outcome.code === undefined ? {} : { code: outcome.code };
  return { scope, operation, direction: 'give', fields, outcome: outcome.kind, ...code, convention, correlationId };
}

function alike(settlements: readonly Settlement[]): ReadonlyMap<string, readonly Settlement[]> {
  const groups = new Map<string, Settlement[]>();
  for (const settlement of settlements) {
    const { kind, code = '' } = settlement.outcome;
    const group = groups.get(`${kind} ${code}`);
    if (group) group.push(settlement);
    else groups.set(`${kind} ${code}`, [settlement]);
  }
  return groups;
}
