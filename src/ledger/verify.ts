import type { Kysely } from 'kysely';
import type { Problem, ProblemParams } from '../fields';
import { hashOfEntries, hashOfSeal, NO_SEAL, TOLERATED_MS } from './chain';
import { hashOfEntry } from './journal';
import { firstKeptSealOf, PURGE } from './deeds';
import type { JournalTable, LedgerTables, SealTable } from './tables';

/** The newest seal as it is copied elsewhere. */
export interface Head {
  readonly seal: number;
  /** sha-256, hexadecimal. */
  readonly hash: string;
}

/** What checking the chain found. */
export interface Verification {
  readonly seals: number;
  /** Under a seal, as far as was read. */
  readonly sealed: number;
  /** Not sealed yet: nothing protects them. */
  readonly open: number;
  readonly head?: Head;
  /** The first thing that is not as it was written; none when the journal is whole. */
  readonly fault?: Problem;
}

/**
 * Recomputes every hash from the oldest seal on, and stops at the first that differs. Without a `head` that was kept
 * elsewhere, seals cut off at the end cannot be missed. No transaction: writers are not held up, what is sealed does not
 * change any more.
 */
export async function verifyChain(db: Kysely<LedgerTables>, kept?: Head): Promise<Verification> {
  const seals = await db.selectFrom('seals').selectAll().orderBy('number').execute();
  let sealed = 0;
  let fault = await faultAtStart(db, seals[0]);
  for (let position = 0; position < seals.length && !fault; position += 1) {
    const one = seals[position]!;
    fault = faultOfSeal(one, seals[position - 1]) ?? (await faultOfEntries(db, one));
    if (!fault) sealed += one.entries;
  }
  const last = seals.at(-1);
  fault ??= (await faultOutside(db, last)) ?? faultOfHead(seals, kept);
  const { open } = await db
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll().as('open'))
    .where('seal', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    seals: seals.length,
    sealed,
    open: Number(open),
    ...(last ? { head: { seal: last.number, hash: last.hash } } : {}),
    ...(fault ? { fault } : {}),
  };
}

/** The first seal is number 1, or the first that a purge kept: the purge's own entry says which. */
async function faultAtStart(db: Kysely<LedgerTables>, first: SealTable | undefined): Promise<Problem | undefined> {
  if (!first) return undefined;
  if (first.number === 1) return first.previous === NO_SEAL ? undefined : fault('chain.sealChanged', { seal: 1 });
  if (first.number < 1) return fault('chain.sealInserted', { seal: first.number });
  const purges = await db
    .selectFrom('journal')
    .select('code')
    .where('operation', '=', PURGE)
    .where('seal', 'is not', null)
    .execute();
  const known = purges.some(({ code }) => firstKeptSealOf(code) === first.number);
  return known ? undefined : fault('chain.sealMissing', { seal: first.number - 1 });
}

function faultOfSeal(one: SealTable, before: SealTable | undefined): Problem | undefined {
  const { number } = one;
  if (before && number !== before.number + 1) return fault('chain.sealMissing', { seal: before.number + 1 });
  if (one.hash !== hashOfSeal(one)) return fault('chain.sealChanged', { seal: number });
  // A seal that was made again fits itself, not the next one.
  if (before && one.previous !== before.hash) return fault('chain.sealChanged', { seal: before.number });
  return one.entries < 1 ? fault('chain.sealInserted', { seal: number }) : undefined;
}

async function faultOfEntries(db: Kysely<LedgerTables>, one: SealTable): Promise<Problem | undefined> {
  const entries = await db.selectFrom('journal').selectAll().where('seal', '=', one.number).orderBy('at').execute();
  const changed = entries.find(isChanged);
  if (changed) return entryFault('chain.entryChanged', changed, one.number);
  if (hashOfEntries(entries) === one.entries_hash) return undefined;
  const where = { seal: one.number, from: one.from_at, to: one.to_at };
  if (entries.length < one.entries)
    return fault('chain.entryMissing', { ...where, count: one.entries - entries.length });
  if (entries.length > one.entries)
    return fault('chain.entryInserted', { ...where, count: entries.length - one.entries });
  return fault('chain.entryReplaced', where);
}

/** Entries that no seal covers: of a seal that is not there, changed while open, or dated before the newest seal was made. */
async function faultOutside(db: Kysely<LedgerTables>, last: SealTable | undefined): Promise<Problem | undefined> {
  const orphan = await db
    .selectFrom('journal')
    .selectAll()
    .where('seal', 'is not', null)
    .where('seal', 'not in', (query) => query.selectFrom('seals').select('number'))
    .orderBy('at')
    .executeTakeFirst();
  if (orphan) return entryFault('chain.entryOrphan', orphan, orphan.seal ?? 0);
  const open = await db.selectFrom('journal').selectAll().where('seal', 'is', null).orderBy('at').execute();
  const changed = open.find(isChanged);
  if (changed) return fault('chain.openEntryChanged', { id: changed.id, at: changed.at });
  if (!last) return undefined;
  const floor = new Date(new Date(last.sealed_at).getTime() - TOLERATED_MS).toISOString();
  const late = open.find(({ at }) => at < floor);
  return late ? fault('chain.entryLate', { id: late.id, at: late.at, seal: last.number }) : undefined;
}

function faultOfHead(seals: readonly SealTable[], kept: Head | undefined): Problem | undefined {
  if (!kept) return undefined;
  const same = seals.find(({ number }) => number === kept.seal);
  return same?.hash === kept.hash ? undefined : fault('chain.headMissing', { seal: kept.seal });
}

function isChanged({ hash, seal: _seal, ...says }: JournalTable): boolean {
  return hash !== hashOfEntry(says);
}

function entryFault(what: string, { id, at }: JournalTable, seal: number): Problem {
  return fault(what, { id, at, seal });
}

function fault(what: string, params: ProblemParams): Problem {
  return { code: `ledger.${what}`, params };
}
