import type { Kysely, Transaction } from 'kysely';
import { enterDeed, FORGET } from './deeds';
import type { WithLeases } from './leaseTable';
import { LedgerProblem } from './problem';
import { hashReference } from './rows';
import { secretCheckOf } from './scopes';
import type { Keys } from './sealing';
import type { LedgerTables } from './tables';
import type { WithToldLists } from './toldListTables';

/** What the ledger knows of a reference, and erases. */
export interface Forgotten {
  /** Whether something about it is in the air: then nothing is erased. */
  readonly inTheAir: boolean;
  /** Rows of the ledger. */
  readonly rows: number;
}

export interface ForgetOrder {
  readonly reference: string;
  readonly keys: Keys;
}

interface Known {
  readonly scopeId: string;
  readonly referenceHash: string;
  readonly participantHash: string;
}

/** Counts what {@link forget} would erase. @throws LedgerProblem `ledger.secretChanged` when no structure has this secret. */
export async function forgettable(db: Kysely<LedgerTables>, order: ForgetOrder): Promise<Forgotten> {
  return (await knownOf(db, order)).counted;
}

/**
 * Erases everything that the ledger knows of a reference, in every structure of this secret; its journal never knew who
 * it was, and gets an entry that says that something was erased.
 */
export async function forget(
  trx: Transaction<LedgerTables>,
  order: ForgetOrder,
  deed: { readonly id: () => string; readonly at: string },
): Promise<Forgotten> {
  // On a server, whoever sends waits for the commit before they record anything, or has recorded it where it is seen below.
  await (trx as unknown as Transaction<WithLeases>)
    .updateTable('leases')
    .set(({ ref }) => ({ fence: ref('fence') }))
    .execute();
  const { counted, known } = await knownOf(trx, order);
  if (counted.inTheAir) return counted;
  for (const { scopeId, referenceHash, participantHash } of known) {
    for (const table of ['told', 'intents'] as const) {
      await trx.deleteFrom(table).where('scope_id', '=', scopeId).where('reference_hash', '=', referenceHash).execute();
    }
    if (!(await isStillKnown(trx, scopeId, participantHash))) {
      await (trx as unknown as Transaction<WithToldLists>)
        .deleteFrom('kept_numbers')
        .where('scope_id', '=', scopeId)
        .where('participant_hash', '=', participantHash)
        .execute();
    }
    await enterDeed(trx, { id: deed.id(), at: deed.at, operation: FORGET, scopeId });
  }
  return counted;
}

async function knownOf(
  db: Kysely<LedgerTables>,
  { reference, keys }: ForgetOrder,
): Promise<{ counted: Forgotten; known: readonly Known[] }> {
  const scopes = await db.selectFrom('scopes').select(['id', 'secret_check', 'structure']).execute();
  const ours = scopes.filter((scope) => scope.secret_check === secretCheckOf(keys, scope.id));
  if (ours.length === 0 && scopes.length > 0) throw new LedgerProblem('ledger.secretChanged');
  const known: Known[] = [];
  let rows = 0;
  let inTheAir = false;
  for (const { id: scopeId } of ours) {
    const referenceHash = hashReference(keys, scopeId, reference);
    const wanted = { scope_id: scopeId, reference_hash: referenceHash };
    const told = await db
      .selectFrom('told')
      .select('participant_hash')
      .where((eb) => eb.and(wanted))
      .execute();
    const intents = await db
      .selectFrom('intents')
      .select(['participant_hash', 'settled_at'])
      .where((eb) => eb.and(wanted))
      .execute();
    const participantHash = [...told, ...intents][0]?.participant_hash;
    if (participantHash === undefined) continue;
    rows += told.length + intents.length;
    inTheAir ||= intents.some(({ settled_at: settledAt }) => settledAt === null);
    known.push({ scopeId, referenceHash, participantHash });
  }
  return { counted: { inTheAir, rows }, known };
}

async function isStillKnown(db: Kysely<LedgerTables>, scopeId: string, participantHash: string): Promise<boolean> {
  const other = await db
    .selectFrom('told')
    .select('reference_hash')
    .where('scope_id', '=', scopeId)
    .where('participant_hash', '=', participantHash)
    .executeTakeFirst();
  return other !== undefined;
}
