import type { Outcome } from '../accompaniment';
import type { PersonHandle, PersonIdentifier, PreparedDeclaration, ReadBack } from '../exchange';
import type { Crossing, Intent, Settlement } from '../ledger';
import type { DeclarationDesk } from './desk';
import { findPerson, type Found } from './identify';
import { ownOutcome } from './outcomes';
import type { LinePlan } from './plan';
import { expectLedgerProblem, type DeskRun } from './run';
import { crossingOf, heldAs, mayReadBack } from './settle';

export type PlanToSend = LinePlan & { readonly kind: 'send' };

/**
 * How saying one thing ended. `taken`: another execution is saying something about this reference. `intent`: what was
 * recorded last; together with an `unclear` outcome, it waits to be settled.
 */
export type Said = {
  readonly outcome: Outcome;
  readonly version: number;
  readonly intent?: Intent;
  readonly taken?: true;
};

/** Says one thing: look-up, intent on disk, the call, outcome on disk. Nothing here repeats a call. */
export async function say(run: DeskRun, plan: PlanToSend): Promise<Said> {
  const halted = run.halted;
  if (halted) return { outcome: halted, version: plan.version };
  const found = await findPerson(run, plan.identification);
  if (found.kind === 'stop') {
    await run.desk.ledger.note(found.asked);
    return { outcome: found.outcome, version: plan.version };
  }
  const speech = speechOf(plan, found);
  const first = await utter(run, speech, plan.version, found.asked);
  return first.stale === undefined ? first : answerToStale(run, speech, first, first.stale);
}

/** One thing to say, of a person who has been found. */
export interface Speech {
  readonly plan: PlanToSend;
  readonly person?: PersonHandle;
  readonly by?: PersonIdentifier;
}

export function speechOf(plan: PlanToSend, { person, by }: Found & { kind: 'person' }): Speech {
  return { plan, ...(person ? { person } : {}), ...(by ? { by } : {}) };
}

/** `stale`: the version that stands there, when ours is not newer; the intent is not settled yet. */
export type Uttered = Said & { readonly stale?: number; readonly prepared?: PreparedDeclaration };

/** One intent, one call. A stale version is not settled here: what it means has to be read first. */
async function utter(run: DeskRun, speech: Speech, version: number, asked: readonly Crossing[]): Promise<Uttered> {
  const { ledger, gateway } = run.desk;
  if (run.halted) {
    await ledger.note(asked);
    return { outcome: run.halted, version };
  }
  const prepared = gateway.prepareDeclaration({ ...speech.plan.declaration, version });
  // Asked for in one turn, written in one commit.
  const [[intent]] = await Promise.all([ledger.record([intentOf(run, speech, prepared)]), ledger.note(asked)]);
  if (!intent) return takenElsewhere(version);
  const answer = await declared(run, prepared, intent, speech.person);
  run.heard(answer.outcome);
  if (answer.staleAgainstVersion !== undefined && answer.outcome.kind !== 'declared') {
    return { outcome: answer.outcome, version, intent, stale: answer.staleAgainstVersion, prepared };
  }
  return { outcome: await settled(run, { intent, outcome: answer.outcome }), version, intent };
}

export function takenElsewhere(version: number): Said {
  return { outcome: ownOutcome('unavailable', 'saidElsewhere', { retryable: true }), version, taken: true };
}

/**
 * "Ours is not newer than what is stored" is never a success by itself. Read back: the same content is as good as said;
 * another one is ours to replace, once, with the next version, unless `whyLeft` says why it stays. This call was refused,
 * so nothing of it is in the air.
 */
export async function answerToStale(run: DeskRun, speech: Speech, first: Uttered, stale: number): Promise<Said> {
  const { intent, prepared, version } = first;
  if (!intent || !prepared) return first;
  const read = mayReadBack(run.desk)
    ? await readUpTo(run, speech.plan.declaration.reference, prepared, stale)
    : undefined;
  if (read?.kind === 'stored' && read.sameContent) {
    const held = heldAs(read, version);
    return { outcome: await settled(run, { intent, ...held }), version: read.version, intent };
  }
  const left = whyLeft(speech.plan, read);
  const refused = ownOutcome('unavailable', left ?? 'contested', { retryable: true, code: first.outcome.code ?? '' });
  await settled(run, { intent, outcome: refused });
  if (left || run.halted) return { outcome: refused, version, intent };
  const next = Math.max(stale, read?.kind === 'stored' ? read.version : 0) + 1;
  const second = await utter(run, speech, next, []);
  if (second.stale === undefined || !second.intent) return second;
  // Refused again: somebody else writes under our reference at this moment. No third time.
  const { code = '' } = second.outcome;
  const outcome = ownOutcome('unavailable', 'contested', { retryable: true, code });
  return { outcome: await settled(run, { intent: second.intent, outcome }), version: next, intent: second.intent };
}

/** Why what stands there is not replaced, if so: nobody knows what it is, or it is not ours to replace. */
function whyLeft({ line, entryDate }: PlanToSend, read: ReadBack | undefined): string | undefined {
  if (read?.kind === 'failed') return 'staleUnread';
  if (line.overOwnWordOnly) return 'saidMeanwhile';
  if (read?.kind !== 'stored' || read.status !== 'closed') return undefined;
  const other = entryDate !== undefined && read.fields.entryDate !== undefined && read.fields.entryDate !== entryDate;
  return other ? 'overHeldThere' : undefined;
}

/** A read may lag behind the write that refused us: one that is older than that is asked for once more. */
async function readUpTo(run: DeskRun, reference: string, prepared: PreparedDeclaration, version: number) {
  const { gateway, ledger, sleep } = run.desk;
  let read = await gateway.readBack(reference, prepared);
  if (read.kind === 'nothing' || (read.kind === 'stored' && read.version < version)) {
    await sleep(gateway.profile.capabilities.readBack?.lagMs ?? 0, run.signal);
    read = await gateway.readBack(reference, prepared);
  }
  await ledger.note([crossingOf(run, read)]);
  return read;
}

/** The call itself. When it throws, bytes may have left: the intent stays without an end, and says so. */
async function declared(run: DeskRun, prepared: PreparedDeclaration, intent: Intent, person: PersonHandle | undefined) {
  try {
    return await run.desk.gateway.declare(prepared, intent.idempotencyKey, person);
  } catch (error) {
    run.expectCancelled(error);
    return { outcome: cancelledInTheAir() };
  }
}

export function cancelledInTheAir(): Outcome {
  return ownOutcome('unclear', 'cancelledInTheAir', { retryable: true });
}

/** Writes an outcome. When the journal fails here, the call has been answered and nobody will remember: it is unclear. */
async function settled(run: DeskRun, settlement: Settlement): Promise<Outcome> {
  try {
    await run.desk.ledger.settle([settlement]);
    return settlement.outcome;
  } catch (error) {
    return { ...run.haltFor(expectLedgerProblem(error)), kind: 'unclear' };
  }
}

/** What is recorded before it leaves. */
export function intentOf(run: DeskRun, { plan, by }: Speech, prepared: PreparedDeclaration) {
  const { declaration, digest, facts, entryDate } = plan;
  const { convention, uuid } = run.desk as DeclarationDesk;
  return {
    scope: run.scope,
    participantId: declaration.participantId,
    reference: declaration.reference,
    entryNumber: declaration.entryNumber,
    version: prepared.version,
    operation: declaration.operation,
    status: declaration.status,
    ...(entryDate === undefined ? {} : { entryDate }),
    digest,
    idempotencyKey: uuid(),
    body: prepared.body,
    ...(by ? { identifier: JSON.stringify(by) } : {}),
    fields: ['id' as const, ...facts.leaves.map(({ field }) => field)],
    convention: { id: convention.id, sha256: convention.sha256 },
    correlationId: run.correlationId,
  };
}
