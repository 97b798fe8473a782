import type { DeclarationAnswer, LotAnswer, PreparedDeclaration } from '../exchange';
import type { Intent, Settlement } from '../ledger';
import type { DeclarationDesk } from './desk';
import { findPerson, type Found } from './identify';
import { inParallel } from './parallel';
import { expectLedgerProblem, whyUnsaid, widthOf, type DeskRun } from './run';
import {
  answerToStale,
  cancelledInTheAir,
  intentOf,
  speechOf,
  takenElsewhere,
  type PlanToSend,
  type Said,
  type Speech,
  type Uttered,
} from './say';

/** Lines that leave in one call. */
export type Lot = readonly { readonly plan: PlanToSend; readonly position: number }[];

/** While some are in the air, the people of the next are looked up, and what several have to write shares a commit. */
export const LOTS_AT_ONCE = 6;

/**
 * The lines in lots, where the profile has lots. None for a list so short that all of it is said at the same time anyhow:
 * a lot would only tie the fate of one to that of the others.
 */
export function lotsOf(desk: DeclarationDesk, lines: Lot): readonly Lot[] {
  const max = desk.gateway.profile.capabilities.lots?.max;
  if (max === undefined || desk.parallel !== undefined || lines.length <= widthOf(desk)) return [];
  return Array.from({ length: Math.ceil(lines.length / max) }, (_, part) => lines.slice(part * max, (part + 1) * max));
}

/** One of a lot whose intent is on disk. */
interface Spoken {
  readonly at: number;
  readonly speech: Speech;
  readonly prepared: PreparedDeclaration;
  readonly intent: Intent;
}

/**
 * Says one lot: look-ups side by side, all intents in one commit, one call, all outcomes in one commit. The ends come in
 * the order of the plans. What has no readable answer is unclear, each by itself, with the key under which it left.
 *
 * @throws only on a bug
 */
export async function sayLot(run: DeskRun, plans: readonly PlanToSend[]): Promise<readonly Said[]> {
  const said: Said[] = [];
  const speeches: { readonly at: number; readonly speech: Speech }[] = [];
  const founds = await lookUpAll(run, plans);
  for (const [at, plan] of plans.entries()) {
    const found = founds[at];
    if (found?.kind === 'person') speeches.push({ at, speech: speechOf(plan, found) });
    else if (found) said[at] = { outcome: found.outcome, version: plan.version };
  }
  try {
    const spoken = await recordAll(run, speeches, founds, said);
    if (spoken.length > 0) await hearAll(run, spoken, await callLot(run, spoken), said);
  } catch (error) {
    const outcome = whyUnsaid(run, error);
    for (const { at, speech } of speeches) said[at] ??= { outcome, version: speech.plan.version };
  }
  return said;
}

async function lookUpAll(run: DeskRun, plans: readonly PlanToSend[]): Promise<readonly Found[]> {
  const founds: Found[] = [];
  await inParallel(plans, widthOf(run.desk), async (plan, at) => {
    const halted = run.halted;
    founds[at] = halted
      ? { kind: 'stop', outcome: halted, asked: [] }
      : await findPerson(run, plan.identification).catch((error: unknown): Found => {
          return { kind: 'stop', outcome: whyUnsaid(run, error), asked: [] };
        });
  });
  return founds;
}

/** Look-ups and intents, in one commit, before a byte leaves. */
async function recordAll(
  run: DeskRun,
  speeches: readonly { readonly at: number; readonly speech: Speech }[],
  founds: readonly Found[],
  said: Said[],
): Promise<readonly Spoken[]> {
  const { ledger, gateway } = run.desk;
  const asked = founds.flatMap((found) => found.asked);
  const halted = run.halted;
  if (halted || speeches.length === 0) {
    await ledger.note(asked);
    if (halted) for (const { at, speech } of speeches) said[at] = { outcome: halted, version: speech.plan.version };
    return [];
  }
  const prepared = speeches.map(({ speech: { plan } }) =>
    gateway.prepareDeclaration({ ...plan.declaration, version: plan.version }),
  );
  const wanted = speeches.map(({ speech }, one) => intentOf(run, speech, prepared[one]!));
  const [intents] = await Promise.all([ledger.record(wanted), ledger.note(asked)]);
  const byKey = new Map(intents.map((intent) => [intent.idempotencyKey, intent]));
  return speeches.flatMap(({ at, speech }, one) => {
    const intent = byKey.get(wanted[one]!.idempotencyKey);
    if (intent) return [{ at, speech, prepared: prepared[one]!, intent }];
    said[at] = takenElsewhere(speech.plan.version);
    return [];
  });
}

/**
 * The call. A lot that is refused as a whole has taken nothing: one line may be at fault for all, so its halves are said
 * again, down to that line by itself.
 */
async function callLot(run: DeskRun, lot: readonly Spoken[]): Promise<readonly DeclarationAnswer[]> {
  const { gateway } = run.desk;
  const [only] = lot;
  try {
    if (only && lot.length === 1) {
      const answer = await gateway.declare(only.prepared, only.intent.idempotencyKey, only.speech.person);
      run.heard(answer.outcome);
      return [answer];
    }
    const answer = await gateway.declareLot(lot.map(itemOf));
    if (answer.kind !== 'refused') return answersOf(run, lot, answer);
  } catch (error) {
    run.expectCancelled(error);
    return lot.map(() => ({ outcome: cancelledInTheAir() }));
  }
  const half = Math.ceil(lot.length / 2);
  const answers: DeclarationAnswer[] = [];
  for (const part of [lot.slice(0, half), lot.slice(half)]) {
    const { halted } = run;
    answers.push(...(halted ? part.map(() => ({ outcome: halted })) : await callLot(run, part)));
  }
  return answers;
}

function itemOf({ prepared, intent, speech: { person } }: Spoken) {
  return { prepared, idempotencyKey: intent.idempotencyKey, ...(person ? { person } : {}) };
}

/** A call that failed counts once, whatever it carried. */
function answersOf(
  run: DeskRun,
  lot: readonly Spoken[],
  answer: Exclude<LotAnswer, { kind: 'refused' }>,
): readonly DeclarationAnswer[] {
  if (answer.kind === 'failed') {
    run.heard(answer.outcome);
    return lot.map(() => ({ outcome: answer.outcome }));
  }
  for (const { outcome } of answer.answers) run.heard(outcome);
  return answer.answers;
}

/** All outcomes in one commit; a version that is stale is read back first, each by itself. */
async function hearAll(
  run: DeskRun,
  spoken: readonly Spoken[],
  answers: readonly DeclarationAnswer[],
  said: Said[],
): Promise<void> {
  const settlements: Settlement[] = [];
  const stale: (Spoken & { readonly version: number; readonly answer: DeclarationAnswer })[] = [];
  for (const [one, speech] of spoken.entries()) {
    const answer = answers[one]!;
    const { outcome, staleAgainstVersion } = answer;
    if (staleAgainstVersion !== undefined && outcome.kind !== 'declared') {
      stale.push({ ...speech, version: staleAgainstVersion, answer });
      continue;
    }
    settlements.push({ intent: speech.intent, outcome });
    said[speech.at] = { outcome, version: speech.intent.version, intent: speech.intent };
  }
  try {
    await run.desk.ledger.settle(settlements);
  } catch (error) {
    // The call has been answered and nobody will remember: each of them is unclear.
    const outcome = { ...run.haltFor(expectLedgerProblem(error)), kind: 'unclear' as const };
    for (const { at, intent } of spoken) said[at] = { outcome, version: intent.version, intent };
    return;
  }
  for (const { at, speech, prepared, intent, version, answer } of stale) {
    const first: Uttered = { outcome: answer.outcome, version: intent.version, intent, prepared, stale: version };
    said[at] = await answerToStale(run, speech, first, version).catch(
      (error: unknown): Said => ({ outcome: whyUnsaid(run, error), version: intent.version }),
    );
  }
}
