import type { Outcome } from '../accompaniment';
import { allows, fieldsAllowed, identifiersAllowed } from '../convention';
import type { PersonIdentifier, PreparedDeclaration, ReadBack } from '../exchange';
import type { PivotField } from '../fields';
import type { Crossing, Intent, Settlement } from '../ledger';
import type { Desk } from './desk';
import { findPerson } from './identify';
import { answersTheLine } from './plan';
import { ownOutcome } from './outcomes';
import { inParallel } from './parallel';
import { widthOf, type DeskRun } from './run';

/** How an intent that was in the air stands now: it has an end, or it is still `unclear`. */
export type Settled = Settlement & {
  readonly ended: boolean;
  /** It can be neither repeated nor read back, ever: a person has to look. */
  readonly parked?: true;
};

/** An intent without an outcome, and what was heard of it in this run, if it is of this run. */
export interface OpenIntent {
  readonly intent: Intent;
  readonly heard?: Outcome;
}

const LATER = ownOutcome('unclear', 'stillUnclear', { retryable: true });

/** Why a repetition was no end. `answer`: an answer that was read, and settled nothing. */
interface Unended {
  readonly open: Intent;
  readonly why: Outcome;
  readonly answer?: Outcome;
}

type Attempt = { readonly ended: Settled } | Unended;

/** What is still to be read back. */
interface Pending {
  readonly intent: Intent;
  readonly why: Outcome;
  readonly answer?: Outcome;
}

/** Sentences of an answer that was read and that the profile does not know; each has a twin that ends in `.unavailable`. */
const READ_AND_NOT_KNOWN = /^exchange\.(unlisted|unreadable)\.unclear$/;

const DAY = 24 * 60 * 60 * 1000;
/** Clocks of two machines differ; a key is not trusted in the last minutes of its window. */
const WINDOW_MARGIN = 10 * 60 * 1000;

/**
 * Settles intents without an outcome: the same body under the same key, at once, where the other side honours keys and the
 * window is open; else by reading back, once nothing can be in the air any more. What can be neither stays `unclear`. The
 * outcomes are journalled here. (reliability.md: measured, no loss and no repeat.)
 */
export async function settleIntents(run: DeskRun, intents: readonly OpenIntent[]): Promise<readonly Settled[]> {
  const done: Settled[] = [];
  const toReadBack: Pending[] = [];
  const width = widthOf(run.desk);
  await inParallel(intents, width, async ({ intent, heard }) => {
    const attempt = await unlessCancelled(run, () => repeatByKey(run, intent), { open: intent, why: LATER });
    if ('ended' in attempt) done.push(await write(run, attempt.ended));
    else toReadBack.push(pendingOf(attempt, heard));
  });
  if (toReadBack.length === 0) return done;
  if (!mayReadBack(run.desk)) return [...done, ...toReadBack.map(parked)];
  if (run.halted) return [...done, ...toReadBack.map(stillOpen)];
  await run.desk.sleep(waitBeforeReading(run.desk), run.signal);
  await inParallel(toReadBack, width, async (pending) => {
    const open = stillOpen(pending);
    done.push(run.halted ? open : await unlessCancelled(run, () => readBackOf(run, pending), open));
  });
  return done;
}

/** What was heard first counts when the repetition has told us nothing. */
function pendingOf({ open, why, answer }: Unended, heard: Outcome | undefined): Pending {
  const read = answer ?? (heard && wasRead(heard) ? heard : undefined);
  const code = why.code ?? heard?.code;
  return { intent: open, why: code === undefined ? why : { ...why, code }, ...(read ? { answer: read } : {}) };
}

/** Whether an outcome comes from an answer that was read, and not from there being none. */
function wasRead({ message }: Outcome): boolean {
  return READ_AND_NOT_KNOWN.test(message.code);
}

/** An execution that is cancelled leaves things as open as they were. */
async function unlessCancelled<T>(run: DeskRun, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    run.expectCancelled(error);
    return otherwise;
  }
}

async function repeatByKey(run: DeskRun, intent: Intent): Promise<Attempt> {
  const { desk } = run;
  if (run.halted) return { open: intent, why: run.halted };
  if (!keyHolds(desk, intent) || !stillAllowed(desk, intent))
    return { open: intent, why: ownOutcome('unclear', 'stillUnclear') };
  const identifier = identifierOf(intent);
  const found = await findPerson(run, identifier ? { kind: 'by', identifiers: [identifier] } : { kind: 'not needed' });
  if (found.asked.length > 0) await desk.ledger.note(found.asked);
  if (found.kind === 'stop') return { open: intent, why: found.outcome };
  const { outcome, staleAgainstVersion } = await desk.gateway.declare(
    preparedOf(intent),
    intent.idempotencyKey,
    found.person,
  );
  run.heard(outcome);
  // Not taken now, or not let in at the gate, says nothing about the first time; a stored version may be our own.
  if (staleAgainstVersion !== undefined && outcome.kind !== 'declared') return { open: intent, why: outcome };
  if (outcome.kind === 'forbidden' || !answersTheLine(outcome)) {
    return { open: intent, why: outcome, ...(wasRead(outcome) ? { answer: outcome } : {}) };
  }
  return { ended: { intent, outcome, ended: true } };
}

/** Our own words again, as they were: under a convention that has changed since, only if it still lets all of them out. */
function stillAllowed({ convention, gateway }: Desk, intent: Intent): boolean {
  const identifier = identifierOf(intent);
  if (!identifier && gateway.profile.capabilities.personToken) return false;
  if (identifier && !identifiersAllowed(convention).includes(identifier.kind)) return false;
  if (intent.convention.sha256 === convention.sha256) return true;
  const listed = fieldsAllowed(convention, intent.operation, 'give');
  return intent.fields.every((field) => listed.includes(field));
}

/** Inside the window; an intent from the future (a clock that jumped) is trusted to no window. */
function keyHolds({ gateway, clock }: Desk, { createdAt }: Intent): boolean {
  const days = gateway.profile.capabilities.idempotencyKey?.windowDays;
  const age = clock().getTime() - new Date(createdAt).getTime();
  return days !== undefined && age >= 0 && age < days * DAY - WINDOW_MARGIN;
}

/** Whether the next run that sends can find out by itself what became of an intent. */
export function settlesItself(desk: Desk, intent: Intent): boolean {
  return mayReadBack(desk) || (keyHolds(desk, intent) && stillAllowed(desk, intent));
}

export function mayReadBack({ gateway, convention }: Desk): boolean {
  return gateway.profile.capabilities.readBack !== undefined && allows(convention, 'readStatus', 'receive').ok;
}

/**
 * Milliseconds until nothing can be in the air, whoever sent it, and a read would see it. Always the whole of it: when it
 * was sent is known by another clock, or by ours before it jumped.
 */
function waitBeforeReading({ gateway }: Desk): number {
  const { limits, capabilities } = gateway.profile;
  const { lagMs = 0, slowestCommitMs = 0 } = capabilities.readBack ?? {};
  return limits.timeoutMs + slowestCommitMs + lagMs;
}

async function readBackOf(run: DeskRun, pending: Pending): Promise<Settled> {
  const { intent } = pending;
  const read = await run.desk.gateway.readBack(intent.reference, preparedOf(intent));
  await run.desk.ledger.note([crossingOf(run, read)]);
  if (read.kind === 'failed') {
    run.heard(read.outcome);
    return stillOpen(pending);
  }
  if (read.kind === 'stored' && read.sameContent)
    return write(run, { intent, ...heldAs(read, intent.version), ended: true });
  return write(run, { intent, outcome: notTaken(pending), ended: true });
}

/**
 * Nothing of it stands at France Travail. An answer that was read and not understood did arrive, so it keeps its words, in
 * the sentence of those who are sure that nothing was taken; only what was lost on the way "had not arrived".
 */
function notTaken({ why, answer }: Pending): Outcome {
  if (!answer)
    return ownOutcome('unavailable', 'notTaken', { retryable: true, ...(why.code ? { code: why.code } : {}) });
  const { code, params } = answer.message;
  const message = { code: code.replace(/\.unclear$/, '.unavailable'), ...(params ? { params } : {}) };
  return { ...answer, kind: 'unavailable', message, retryable: true };
}

/** The journal line of a read-back; `entered` are the fields that were handed on, none when it was only compared. */
export function crossingOf(run: DeskRun, read: ReadBack, entered: readonly PivotField[] = []): Crossing {
  const code = read.kind === 'failed' ? read.outcome.code : undefined;
  return run.crossing('readStatus', 'receive', entered, read.kind, code);
}

/** What stands at France Travail is what we said: it was taken, or it stood there already under a newer version. */
export function heldAs(read: ReadBack & { kind: 'stored' }, said: number): Pick<Settlement, 'outcome' | 'version'> {
  const { version, franceTravailReference } = read;
  const outcome = version === said ? ownOutcome('declared', 'foundTaken') : ownOutcome('unchanged', 'heldAlready');
  return { outcome: { ...outcome, franceTravailReference }, version };
}

async function write({ desk }: DeskRun, settled: Settled): Promise<Settled> {
  const { intent, outcome, version } = settled;
  await desk.ledger.settle([{ intent, outcome, ...(version === undefined ? {} : { version }) }]);
  return settled;
}

function stillOpen({ intent, why: { code } }: Pending): Settled {
  return {
    intent,
    outcome: ownOutcome('unclear', 'stillUnclear', { retryable: true, ...(code ? { code } : {}) }),
    ended: false,
  };
}

/** Neither by key nor by reading back: a person has to look. */
function parked(pending: Pending): Settled {
  const { intent, why } = pending;
  if (why.retryable) return stillOpen(pending);
  const outcome = ownOutcome('unclear', 'parked', why.code ? { code: why.code } : {});
  return { intent, outcome, ended: false, parked: true };
}

export function preparedOf({ operation, reference, version, body }: Intent): PreparedDeclaration {
  return { operation, reference, version, body };
}

function identifierOf({ identifier }: Intent): PersonIdentifier | undefined {
  return identifier === undefined ? undefined : (JSON.parse(identifier) as PersonIdentifier);
}
