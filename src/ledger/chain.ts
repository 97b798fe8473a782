import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../convention';
import { chunks } from './chunks';
import type { LedgerTables, SealTable } from './tables';

/** What stands before the first seal. */
export const NO_SEAL = '0'.repeat(64);

/**
 * How much older than the newest seal an entry of another worker may be and still be taken into the next one: clocks of
 * workers differ, transactions end late. What is older still was not there when it says that it was.
 */
export const TOLERATED_MS = 60 * 60 * 1000;

/** What is sealed of one entry. */
export interface SealedEntry {
  readonly id: string;
  readonly at: string;
  readonly hash: string;
}

/** sha-256 over the entries of a seal, in the order of their ids; the rows may come in any order. */
export function hashOfEntries(entries: readonly SealedEntry[]): string {
  const lines = entries.map(({ id, hash }) => `${id} ${hash}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** sha-256 over everything that a seal says (RFC 8785), the hash of the seal before it included. */
export function hashOfSeal({ hash: _hash, ...says }: SealTable): string {
  return createHash('sha256')
    .update(canonicalJson({ ...says }))
    .digest('hex');
}

/** The newest seal: copied elsewhere, it shows later that nothing before it was cut off. */
export async function newestSeal(db: Kysely<LedgerTables>): Promise<SealTable | undefined> {
  return db.selectFrom('seals').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/**
 * Puts a seal on every open entry: `own` ones whatever they are dated, those of other workers unless they are dated long
 * before the newest seal. Nothing when there is none.
 */
export async function seal(
  trx: Transaction<LedgerTables>,
  own: readonly string[],
  at: string,
): Promise<SealTable | undefined> {
  await onlyOneSealer(trx);
  const last = await newestSeal(trx);
  const number = (last?.number ?? 0) + 1;
  const floor = last ? new Date(new Date(last.sealed_at).getTime() - TOLERATED_MS).toISOString() : '';
  const open = trx.updateTable('journal').set({ seal: number }).where('seal', 'is', null);
  await open.where('at', '>=', floor).execute();
  for (const ids of chunks(own)) await open.where('id', 'in', ids).execute();
  const entries = await trx.selectFrom('journal').select(['id', 'at', 'hash']).where('seal', '=', number).execute();
  if (entries.length === 0) return undefined;
  const times = entries.map((entry) => entry.at).sort();
  const says = {
    number,
    from_at: times[0]!,
    to_at: times.at(-1)!,
    entries: entries.length,
    entries_hash: hashOfEntries(entries),
    previous: last?.hash ?? NO_SEAL,
    sealed_at: at,
  };
  const row = { ...says, hash: hashOfSeal({ ...says, hash: '' }) };
  await trx.insertInto('seals').values(row).execute();
  return row;
}

/** A write that changes nothing: on a server, two workers that seal at the same moment do it one after the other. */
async function onlyOneSealer(trx: Transaction<LedgerTables>): Promise<void> {
  await trx
    .updateTable('meta')
    .set(({ ref }) => ({ version: ref('version') }))
    .execute();
}
