import type { Kysely, Transaction } from 'kysely';
import type { AccompanimentStatus } from '../accompaniment';
import { chunks } from './chunks';
import { codeOfPurge, enterDeed, PURGE } from './deeds';
import type { LedgerTables } from './tables';
import type { WithToldLists } from './toldListTables';

/** What a purge erases, or would. */
export interface Purged {
  /** Entries of the audit journal, with their seals. */
  readonly entries: number;
  readonly seals: number;
  /** References that ended before the date, of people about whom nothing is under way. */
  readonly references: number;
  /** Settled intents from before the date. */
  readonly intents: number;
}

export interface PurgeOrder {
  /** Everything from before, exclusive; ISO 8601. */
  readonly before: string;
  /** Why the journal is kept for less than its usual time; stays in the journal. */
  readonly reason?: string;
  readonly id: string;
  readonly at: string;
}

const ENDED: readonly AccompanimentStatus[] = ['closed', 'cancelled'];

interface Doomed extends Purged {
  readonly rows: readonly { readonly reference_hash: string; readonly participant_hash: string }[];
  readonly lastSeal: number;
  readonly firstKept: number;
}

/** Counts what {@link purge} would erase. */
export async function purgeable(db: Kysely<LedgerTables>, before: string): Promise<Purged> {
  const { entries, seals, references, intents } = await doomedBefore(db, before);
  return { entries, seals, references, intents };
}

/**
 * Erases the ledger's and the journal's part that lie before a date. The journal loses whole seals only, from its
 * beginning; an entry says with which seal the chain begins now, so that it is still found whole.
 */
export async function purge(trx: Transaction<LedgerTables>, order: PurgeOrder): Promise<Purged> {
  const { rows, lastSeal, firstKept, ...counted } = await doomedBefore(trx, order.before);
  if (Object.values(counted).every((count) => count === 0)) return counted;
  const lists = trx as unknown as Transaction<WithToldLists>;
  for (const part of chunks(rows)) {
    const references = part.map(({ reference_hash: hash }) => hash);
    const people = part.map(({ participant_hash: hash }) => hash);
    await trx.deleteFrom('told').where('reference_hash', 'in', references).execute();
    await lists.deleteFrom('kept_numbers').where('participant_hash', 'in', people).execute();
  }
  await trx.deleteFrom('intents').where('settled_at', '<', order.before).execute();
  // The deed's own seal comes first: the numbers go on after everything else is gone.
  const { id, at, reason } = order;
  await enterDeed(trx, { id, at, operation: PURGE, code: codeOfPurge(firstKept, reason) });
  await trx.deleteFrom('journal').where('seal', '<=', lastSeal).execute();
  await trx.deleteFrom('seals').where('number', '<=', lastSeal).execute();
  return counted;
}

async function doomedBefore(db: Kysely<LedgerTables>, before: string): Promise<Doomed> {
  const seals = await db.selectFrom('seals').select(['number', 'to_at', 'entries']).orderBy('number').execute();
  const kept = seals.findIndex(({ to_at: end }) => end >= before);
  const doomed = kept < 0 ? seals : seals.slice(0, kept);
  const { intents } = await db
    .selectFrom('intents')
    .select(({ fn }) => fn.countAll().as('intents'))
    .where('settled_at', '<', before)
    .executeTakeFirstOrThrow();
  const rows = await endedBefore(db, before);
  const lastSeal = doomed.at(-1)?.number ?? 0;
  return {
    entries: doomed.reduce((sum, { entries }) => sum + entries, 0),
    seals: doomed.length,
    references: rows.length,
    intents: Number(intents),
    rows,
    lastSeal,
    firstKept: doomed.length > 0 ? lastSeal + 1 : (seals[0]?.number ?? 1),
  };
}

/** References of people about whom nothing is under way, nothing in the air, and nothing was said since. */
function endedBefore(db: Kysely<LedgerTables>, before: string) {
  return db
    .selectFrom('told')
    .select(['reference_hash', 'participant_hash'])
    .where('told_at', '<', before)
    .where('status', 'in', ENDED)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('told as other')
            .select('other.reference_hash')
            .whereRef('other.participant_hash', '=', 'told.participant_hash')
            .where((other) => other.or([other('other.told_at', '>=', before), other('other.status', 'not in', ENDED)])),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('intents')
            .select('intents.id')
            .whereRef('intents.participant_hash', '=', 'told.participant_hash')
            .where('intents.settled_at', 'is', null),
        ),
      ),
    )
    .execute();
}
