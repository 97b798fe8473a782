import { createHash } from 'node:crypto';
import { outputOf, type Outcome } from '../accompaniment';
import { allows, canonicalJson, cut, type Convention, type Json } from '../convention';
import type { PersonHandle } from '../exchange';
import { PIVOT_FIELD_IDS, type PivotRecord } from '../fields';
import type { ReferralAnswer } from '../referral';
import type { ReferralDesk } from './desk';
import { findPerson, identifiersFor } from './identify';
import { outcomeOfProblem, ownOutcome } from './outcomes';
import { inParallel } from './parallel';
import type { AnswerPreview, AnswerResult, Leaf, Run, RunOptions } from './results';
import { DeskRun, expectLedgerProblem, notesOf, openRun, refusalBeforeReading, signIn, widthOf } from './run';

/** An answer with the item that it comes from. */
export interface AnswerLine {
  readonly index: number;
  readonly answer: ReferralAnswer;
}

interface CutAnswer {
  readonly answer: ReferralAnswer;
  readonly leaves: readonly Leaf[];
  readonly cut: AnswerResult['cut'];
}

/** Dry run: what of each answer would leave. No network, nothing written. */
export async function previewAnswers(lines: readonly AnswerLine[], desk: ReferralDesk): Promise<Run<AnswerPreview>> {
  const refusal = refusalBeforeReading(desk);
  if (refusal) return refusal;
  const blocked = blockedBy(desk.convention);
  const results = lines.map(({ index, answer }): AnswerPreview => {
    const { leaves, cut: held } = cutAnswer(answer, desk.convention);
    const facts = { index, referralId: answer.referralId, decision: answer.decision, leaves, cut: held };
    return blocked ? { ...facts, would: 'stop', outcome: blocked } : { ...facts, would: 'send' };
  });
  return { kind: 'done', results, notes: [] };
}

/**
 * Sends answers. The idempotency key of each is durable before it leaves, so that the same answer after an end that nobody
 * could read goes out under the same key.
 */
export async function answerReferrals(
  lines: readonly AnswerLine[],
  desk: ReferralDesk,
  options: RunOptions = {},
): Promise<Run<AnswerResult>> {
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  const blocked = blockedBy(desk.convention);
  const refused = !blocked && lines.length > 0 ? await signIn(run) : undefined;
  if (refused) return refused;
  const results: AnswerResult[] = [];
  let done = 0;
  await inParallel(lines, widthOf(desk), async ({ index, answer }, position) => {
    const small = cutAnswer(answer, desk.convention);
    const outcome = blocked ?? (await send(run, desk, small));
    const { referralId, decision } = answer;
    results[position] = { index, referralId, decision, outcome, leaves: small.leaves, cut: small.cut };
    done += 1;
    options.onProgress?.(done, lines.length);
  });
  return { kind: 'done', results, notes: notesOf(run) };
}

function blockedBy(convention: Convention): Outcome | undefined {
  const flow = allows(convention, 'answerReferral', 'give');
  return flow.ok ? undefined : outcomeOfProblem('blockedByConvention', flow.problem);
}

async function send(run: DeskRun, desk: ReferralDesk, { answer, leaves }: CutAnswer): Promise<Outcome> {
  const { store, uuid, ledger } = desk;
  const digest = createHash('sha256')
    .update(canonicalJson(answer as unknown as Json))
    .digest('hex');
  try {
    if (run.halted) return run.halted;
    const found = await findPerson(run, await identificationOf(run, desk, answer));
    if (found.asked.length > 0) await ledger.note(found.asked);
    if (found.kind === 'stop') return found.outcome;
    const key = await store.keyOfAnswer(run.scope, answer.referralId, digest, uuid());
    const outcome = await answerOnce(run, answer, key, found.person);
    run.heard(outcome);
    const fields = leaves.map(({ field }) => field);
    await ledger.note([run.crossing('answerReferral', 'give', fields, outcome.kind, outcome.code)]);
    if (outcome.kind === 'declared') await store.markAnswered(run.scope, answer.referralId, answer.decision);
    if (outputOf(outcome.kind) !== 'waiting') await store.forgetKeyOfAnswer(run.scope, answer.referralId, digest);
    return outcome;
  } catch (error) {
    if (run.signal?.aborted) return ownOutcome('unavailable', 'notStarted', { retryable: true });
    return run.haltFor(expectLedgerProblem(error));
  }
}

/** The call; when the execution is cancelled meanwhile, it may have left. */
async function answerOnce(
  run: DeskRun,
  answer: ReferralAnswer,
  key: string,
  person: PersonHandle | undefined,
): Promise<Outcome> {
  try {
    return await run.desk.gateway.answerReferral(answer, key, person);
  } catch (error) {
    run.expectCancelled(error);
    return ownOutcome('unclear', 'cancelledInTheAir', { retryable: true });
  }
}

/** Some interfaces want the person's token with an answer: the person is looked up by what the kept referral says. */
async function identificationOf(run: DeskRun, { store, gateway }: ReferralDesk, { referralId }: ReferralAnswer) {
  const { operations, capabilities } = gateway.profile;
  const headers = operations[capabilities.referrals?.answer ?? '']?.headers;
  if (headers?.personToken === undefined) return { kind: 'not needed' } as const;
  const [kept] = await store.replay(run.scope, { ids: [referralId] });
  return identifiersFor(kept?.referral.person ?? {}, run.desk);
}

/** Decision, date, reason and first meeting are the answer itself; the référent and the comment pass field by field. */
function cutAnswer(answer: ReferralAnswer, convention: Convention): CutAnswer {
  const { comment, referent, ...itself } = answer;
  const record: PivotRecord = { ...referent, ...(comment ? { comment } : {}) };
  const { passes, cut: held } = cut(convention, 'answerReferral', 'give', record);
  const { comment: passedComment, ...passedReferent } = passes;
  return {
    answer: {
      ...itself,
      ...(passedComment === undefined ? {} : { comment: passedComment }),
      ...(Object.keys(passedReferent).length > 0 ? { referent: passedReferent } : {}),
    },
    leaves: PIVOT_FIELD_IDS.flatMap((field) => {
      const value = passes[field];
      return value === undefined ? [] : [{ field, value }];
    }),
    cut: held,
  };
}
