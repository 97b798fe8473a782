import { allows, cut, type Convention } from '../convention';
import type { PivotField, Problem } from '../fields';
import type { KeptReferral } from '../ledger';
import type { Referral } from '../referral';
import type { ReferralDesk } from './desk';
import { problemOfOutcome } from './outcomes';
import type { FetchRun, RunOptions } from './results';
import { DeskRun, openRun, refusalOf, signIn } from './run';

export interface FetchOptions extends RunOptions {
  /** At most so many new ones in this run. Default: all that wait. */
  readonly limit?: number;
}

/** Acknowledgements in one call, where the profile says nothing. */
const AT_ONCE = 100;
/** A server that hands out pages for ever is left at some point; what is kept by then is acknowledged and comes no more. */
const MOST_PAGES = 1_000;

/**
 * Takes new referrals in: cut down to what the convention lets in, kept durably, only then acknowledged, only then handed
 * on. A crash anywhere loses nothing: what is kept and not acknowledged is acknowledged, and handed on, the next time.
 */
export async function fetchReferrals(desk: ReferralDesk, options: FetchOptions = {}): Promise<FetchRun> {
  const flow = allows(desk.convention, 'fetchReferrals', 'receive');
  if (!flow.ok) return { kind: 'refused', problem: flow.problem };
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  const refused = await signIn(run);
  if (refused) return refused;
  try {
    const notes: Problem[] = [...(await keepAll(run, desk, options.limit ?? Infinity))];
    const { taken, problems } = await acknowledgeAll(run, desk);
    const pending = await desk.store.pendingAcknowledgement(run.scope);
    return { kind: 'done', referrals: taken, pending: pending.length, notes: [...notes, ...problems] };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Page by page into the store. What goes wrong on the way is a note: what came before it is not lost. */
async function keepAll(run: DeskRun, desk: ReferralDesk, limit: number): Promise<readonly Problem[]> {
  let cursor: string | undefined;
  let kept = 0;
  let unreadable = 0;
  for (let page = 0; page < MOST_PAGES && kept < limit; page += 1) {
    if (run.halted) return [run.halted.message];
    const answer = await listed(run, desk, cursor);
    if (answer === undefined) return [{ code: 'delivery.notStarted' }];
    if (answer.kind === 'failed') return [problemOfOutcome(answer.outcome)];
    const wanted = answer.value.referrals.slice(0, limit - kept);
    const entering = wanted.map((referral) => cutReferral(referral, desk.convention));
    const fields = [...new Set(entering.flatMap(fieldsIn))];
    await desk.store.keep(run.scope, entering);
    await desk.ledger.note([run.crossing('fetchReferrals', 'receive', fields, 'kept')]);
    kept += wanted.length;
    if (answer.value.unreadable) unreadable += answer.value.unreadable;
    if (answer.value.nextCursor === undefined || answer.value.nextCursor === cursor) break;
    cursor = answer.value.nextCursor;
  }
  return unreadable > 0 ? [{ code: 'delivery.note.unreadableReferrals', params: { count: unreadable } }] : [];
}

/** A page, or nothing when the execution was cancelled meanwhile. */
async function listed(run: DeskRun, { gateway, ledger }: ReferralDesk, cursor: string | undefined) {
  try {
    const answer = await gateway.listReferrals(cursor);
    if (answer.kind === 'ok') return answer;
    await ledger.note([run.crossing('fetchReferrals', 'receive', [], answer.outcome.kind, answer.outcome.code)]);
    return answer;
  } catch (error) {
    run.expectCancelled(error);
    return undefined;
  }
}

async function acknowledgeAll(run: DeskRun, desk: ReferralDesk) {
  const { gateway, store } = desk;
  const offered = gateway.profile.capabilities.referrals?.acknowledge;
  const pending = await store.pendingAcknowledgement(run.scope);
  // Where the other side knows no acknowledgement, what is kept is ours at once.
  if (!offered) {
    await store.markAcknowledged(run.scope, pending.map(receiptOf));
    return { taken: pending, problems: [] };
  }
  const taken: KeptReferral[] = [];
  const size = Math.min(offered.max, AT_ONCE);
  for (let from = 0; from < pending.length; from += size) {
    if (run.halted) return { taken, problems: [] };
    const part = pending.slice(from, from + size);
    const problem = await acknowledge(run, desk, part);
    if (problem) return { taken, problems: [problem] };
    taken.push(...part);
  }
  return { taken, problems: [] };
}

/** One call; an id that France Travail no longer knows needs no acknowledgement any more. */
async function acknowledge(
  run: DeskRun,
  desk: ReferralDesk,
  part: readonly KeptReferral[],
): Promise<Problem | undefined> {
  const { gateway, store, ledger } = desk;
  try {
    const answer = await gateway.acknowledgeReferrals(part.map(receiptOf));
    const { kind, code } = answer.kind === 'ok' ? { kind: 'acknowledged', code: undefined } : answer.outcome;
    if (answer.kind === 'ok') await store.markAcknowledged(run.scope, part.map(receiptOf));
    await ledger.note([run.crossing('fetchReferrals', 'give', [], kind, code)]);
    return answer.kind === 'ok' ? undefined : problemOfOutcome(answer.outcome);
  } catch (error) {
    run.expectCancelled(error);
    return { code: 'delivery.notStarted' };
  }
}

/**
 * What of a referral may enter: the person field by field, the prescriber under `prescriber`, free text under `comment`.
 * Id, version, state, dates, path and reason are the referral itself.
 */
export function cutReferral(referral: Referral, convention: Convention): Referral {
  const enters = (field: PivotField) =>
    field in cut(convention, 'fetchReferrals', 'receive', { [field]: 'any' }).passes;
  const { person, prescriber, comment, ...itself } = referral;
  return {
    ...itself,
    prescriber: enters('prescriber') ? prescriber : {},
    person: cut(convention, 'fetchReferrals', 'receive', person).passes,
    ...(comment !== undefined && enters('comment') ? { comment } : {}),
  };
}

function fieldsIn({ person, prescriber, comment }: Referral): readonly PivotField[] {
  return [
    ...(Object.keys(person) as PivotField[]),
    ...(Object.keys(prescriber).length > 0 ? (['prescriber'] as const) : []),
    ...(comment === undefined ? [] : (['comment'] as const)),
  ];
}

function receiptOf({ referral: { id, version } }: KeptReferral) {
  return { id, version };
}
