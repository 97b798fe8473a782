import { partsOfReference } from '../accompaniment';
import { LedgerProblem, underLease, type Lease } from '../ledger';
import type { Desk } from './desk';
import { readPages } from './pages';
import type { Run, RunOptions } from './results';
import { DeskRun, openRun, refusalOf, refusedBy, type Refusal } from './run';
import { mayReadBack } from './settle';

/** Long enough for a machine that is slow, short enough for who comes after one that has died elsewhere. */
const LEASE_MS = 60_000;
const RENEW_MS = 20_000;
/** Who finds the structure busy looks again so often before they are refused: a minute in all. */
const LOOKS = 30;
const LOOK_EVERY_MS = 2_000;

type Work<D extends Desk, T> = (run: DeskRun, desk: D, lease: Lease) => Promise<Run<T>>;

/**
 * Runs something that tells France Travail something: alone for its structure, and only with a ledger that can be relied
 * on. One that is older than what this machine has seen, or empty while France Travail holds something of ours, has to be
 * reconciled first.
 */
export function whileSending<D extends Desk, T>(desk: D, options: RunOptions, work: Work<D, T>): Promise<Run<T>> {
  return underTheLease(desk, options, async (run, leased, lease) => {
    const standing = await desk.ledger.holdings.check(lease);
    if (standing.kind === 'due') return reconcileFirst(standing.reason);
    if (standing.kind === 'new') run.beforeSending = () => beginningOf(run, lease);
    return work(run, leased, lease);
  });
}

/**
 * Runs something with the lease of the structure: waits a short while for who has it, renews it as long as the work lasts,
 * gives it back. The desk that is handed on records nothing once the lease is lost.
 */
export async function underTheLease<D extends Desk, T>(
  desk: D,
  options: RunOptions,
  work: Work<D, T>,
): Promise<Run<T>> {
  const asking = await openRun(desk, options);
  if (!(asking instanceof DeskRun)) return asking;
  try {
    const lease = await takenLease(asking);
    if ('kind' in lease) return lease;
    const leased = { ...desk, ledger: underLease(desk.ledger, lease) };
    const run = new DeskRun(leased, options, `${options.prefix ?? ''}${asking.correlationId}`);
    const renewing = setInterval(() => void quietly(renew(run, lease)), RENEW_MS).unref();
    try {
      const ended = await work(run, leased, lease);
      return ended.kind === 'done' ? { ...ended, run: run.correlationId } : ended;
    } finally {
      clearInterval(renewing);
      await quietly(desk.ledger.leases.release(lease));
    }
  } catch (error) {
    return refusalOf(error);
  }
}

async function takenLease(run: DeskRun): Promise<Lease | Refusal> {
  const { ledger, sleep, structure } = run.desk;
  for (let look = 0; ; look += 1) {
    const taken = await ledger.leases.take(run.scope, run.correlationId, LEASE_MS);
    if (taken.kind === 'taken') return taken.lease;
    const busy: Refusal = {
      kind: 'refused',
      problem: { code: 'delivery.busy', params: { structure: structure.structureCode } },
    };
    if (look === LOOKS || run.cancelled) return busy;
    try {
      await sleep(LOOK_EVERY_MS, run.signal);
    } catch (error) {
      run.expectCancelled(error);
      return busy;
    }
  }
}

/** Who has lost it begins nothing more: not even what is read for the next declaration. */
async function renew(run: DeskRun, lease: Lease): Promise<void> {
  if (await run.desk.ledger.leases.renew(lease, LEASE_MS)) return;
  run.haltFor(new LedgerProblem('ledger.leaseLost', { structure: lease.scope.structure }));
}

/** What comes of it is no longer anybody's concern: who records something under a lost lease is told. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof LedgerProblem)) throw error;
  }
}

const FIRST = {
  restored: 'delivery.reconcileFirst.restored',
  lost: 'delivery.reconcileFirst.lost',
  unknown: 'delivery.reconcileFirst.unknown',
} as const;

function reconcileFirst(reason: keyof typeof FIRST): Refusal {
  return { kind: 'refused', problem: { code: FIRST[reason] } };
}

/** Before the very first word of a ledger: whether France Travail knows more of this structure than it does. */
async function beginningOf(run: DeskRun, lease: Lease): Promise<Refusal | undefined> {
  const { gateway, ledger } = run.desk;
  const offered = gateway.profile.capabilities.listing !== undefined && mayReadBack(run.desk);
  const looked = offered ? await lookForOurs(run) : 'none';
  if (typeof looked === 'object') return looked;
  if (looked === 'held') {
    await ledger.holdings.require(run.scope, 'unknown');
    return reconcileFirst('unknown');
  }
  if (looked === 'none') await ledger.holdings.settled(lease);
  return undefined;
}

/**
 * References of somebody else's making say nothing about our ledger; entries that cannot be read may be ours. Who may not
 * list can never be told more and begins all the same, unproven: the next run asks again, as long as nobody is known.
 */
async function lookForOurs(run: DeskRun): Promise<'held' | 'none' | 'notAllowed' | Refusal> {
  let held = false;
  const pages = await readPages(run, ({ accompaniments, unreadable = 0 }) => {
    held = unreadable > 0 || accompaniments.some(({ reference }) => partsOfReference(reference) !== undefined);
    return held;
  });
  if (pages.kind === 'read') return held ? 'held' : 'none';
  return pages.outcome.kind === 'forbidden' ? 'notAllowed' : refusedBy(pages.outcome);
}
