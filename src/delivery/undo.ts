import { undoingOf, type Undoing } from '../accompaniment';
import type { ReadBack } from '../exchange';
import type { PivotRecord, Problem } from '../fields';
import type { Lease, PastWord } from '../ledger';
import { sayAll } from './declare';
import type { DeclarationDesk } from './desk';
import { inParallel } from './parallel';
import { planLines, stopped, type LinePlan } from './plan';
import { previewOf } from './preview';
import type { DeclarationLine, LinePreview, LineResult, Run, RunOptions, RunToUndo, Undone } from './results';
import { DeskRun, expectLedgerProblem, openRun, refusalOf, signIn, widthOf, type Refusal } from './run';
import { whileSending } from './sending';
import { crossingOf, mayReadBack } from './settle';

/** Put in front of the name of a run that takes another one back: "the last run" is none of these. */
const UNDOES = 'undo-';
/** Runs among which the last one is looked for. */
const LOOKED_THROUGH = 50;

/**
 * Takes back what a run told France Travail, line by line: what it opened is cancelled, what it closed is opened again. A
 * line about which something was said since, here or there, is left alone and says why.
 *
 * @throws only on a bug, or what the ledger and the gateway throw for one
 */
export async function undoRun(
  wanted: RunToUndo,
  desk: DeclarationDesk,
  options: RunOptions = {},
): Promise<Run<Undone<LineResult>>> {
  return whileSending(desk, { ...options, prefix: UNDOES }, async (run, leased, lease) => {
    const planned = await planUndo(run, wanted, leased);
    if (planned.kind === 'refused') return planned;
    const { words, undoings, plans } = planned;
    const ids = new Set(words.map(({ participantId }) => participantId));
    const said = await sayAll({ ids, plan: async () => ({ kind: 'plans', plans }) }, leased, run, options);
    if (said.kind === 'refused') return said;
    const notes = [...said.notes, ...(await forgetCancelled(leased, lease, words, said.results))];
    return {
      ...said,
      notes,
      results: said.results.map((result, nth) => ({ ...result, undoing: undoings[nth]!.kind })),
    };
  });
}

/** Dry run: reads what France Travail holds under those references, and shows what would be taken back. Nothing changes. */
export async function previewUndo(
  wanted: RunToUndo,
  desk: DeclarationDesk,
  options: RunOptions = {},
): Promise<Run<Undone<LinePreview>>> {
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  try {
    const planned = await planUndo(run, wanted, desk);
    if (planned.kind === 'refused') return planned;
    const { plans, undoings } = planned;
    const results = plans.map((plan, nth) => ({ ...previewOf(plan), undoing: undoings[nth]!.kind }));
    return { kind: 'done', results, notes: [], run: planned.name };
  } catch (error) {
    return refusalOf(error);
  }
}

interface PlannedUndo {
  readonly kind: 'planned';
  readonly name: string;
  readonly words: readonly PastWord[];
  readonly undoings: readonly Undoing[];
  readonly plans: readonly LinePlan[];
}

async function planUndo(run: DeskRun, wanted: RunToUndo, desk: DeclarationDesk): Promise<PlannedUndo | Refusal> {
  const { ledger } = desk;
  const name = wanted.run ?? (await lastRun(run));
  if (name === undefined) return refused('delivery.undo.noRun');
  const words = await ledger.history.saidIn(run.scope, name);
  if (words.length === 0) return refused('delivery.undo.nothingSaid', { run: name });
  const unable = await signIn(run);
  if (unable) return unable;
  const people = new Map(wanted.people.map((record) => [record.id ?? '', record]));
  const inTheAir = new Set((await ledger.unsettled(run.scope)).map(({ reference }) => reference));
  const decided = await inOrder(run, words, async (word, index) =>
    inTheAir.has(word.reference)
      ? stop(lineOf(word, index), problemOf('delivery.undo.inTheAir'))
      : decide(run, word, people.get(word.participantId), index),
  );
  const ready = decided.flatMap(({ plan }) => ('operation' in plan ? [plan] : []));
  const planned = await planLines(ready, desk, run.scope);
  let next = 0;
  return {
    kind: 'planned',
    name,
    words,
    undoings: decided.map(({ undoing }) => undoing),
    plans: decided.map(({ plan }) => ('operation' in plan ? planned[next++]! : plan)),
  };
}

async function lastRun({ desk, scope }: DeskRun): Promise<string | undefined> {
  const runs = await desk.ledger.history.runs(scope, LOOKED_THROUGH);
  return runs.find(({ id }) => !id.startsWith(UNDOES))?.id;
}

interface Decided {
  readonly undoing: Undoing;
  readonly plan: DeclarationLine | LinePlan;
}

async function decide(run: DeskRun, word: PastWord, known: PivotRecord | undefined, index: number): Promise<Decided> {
  const undoing = undoingOf(word);
  const line = lineOf(word, index);
  if (undoing.kind === 'stop') return stop(line, undoing.problem);
  const { operation } = undoing;
  const held = await heldNow(run, word);
  if (held?.kind === 'failed') {
    const { facts } = stopped({ ...line, operation }, []);
    return { undoing, plan: { kind: 'stop', line, facts, outcome: held.outcome } };
  }
  if (!held) return stop(line, problemOf('delivery.undo.unread'));
  if (held.kind === 'nothing') return stop(line, problemOf('delivery.undo.notHeld'));
  if (held.version !== word.version || held.status !== word.status)
    return stop(line, problemOf('delivery.undo.changedThere'));
  const record = recordOf(word, held.fields, known, undoing);
  if (undoing.kind === 'suspend' && !record.suspensionFrom) return stop(line, problemOf('delivery.undo.pauseErased'));
  if (!record.franceTravailNumber && !record.nir) return stop(line, problemOf('delivery.undo.noNumber'));
  return { undoing, plan: { ...line, operation, record } };
}

/** Who it is says the list, what was said France Travail; of the end that is taken back nothing stays. */
function recordOf(word: PastWord, held: PivotRecord, known: PivotRecord = {}, { kind }: Undoing): PivotRecord {
  const { exitDate: _date, exitReason: _reason, suspensionFrom: _from, ...content } = held;
  const { nir, birthDate, suspensionFrom } = known;
  const number = known.franceTravailNumber ?? word.franceTravailNumber;
  return {
    ...content,
    id: word.participantId,
    ...(number ? { franceTravailNumber: number } : {}),
    ...(nir ? { nir } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(kind === 'suspend' && suspensionFrom ? { suspensionFrom } : {}),
  };
}

/** What stands there now; nothing where this exchange, or the convention, does not let it be read. */
async function heldNow(run: DeskRun, { reference }: PastWord): Promise<ReadBack | undefined> {
  if (!mayReadBack(run.desk)) return undefined;
  if (run.halted) return { kind: 'failed', outcome: run.halted };
  const read = await run.desk.gateway.readBack(reference);
  if (read.kind === 'failed') run.heard(read.outcome);
  await run.desk.ledger.note([crossingOf(run, read)]);
  return read;
}

/**
 * A person whose only word was taken back was never told: who is on a right list later is opened as anybody else.
 * Everything is said by then: a ledger that fails here is told beside the lines.
 */
async function forgetCancelled(
  { ledger }: DeclarationDesk,
  lease: Lease,
  words: readonly PastWord[],
  results: readonly LineResult[],
): Promise<readonly Problem[]> {
  const gone = words.filter(
    ({ before }, nth) =>
      before === 'none' && results[nth]?.status === 'cancelled' && results[nth].outcome.kind === 'declared',
  );
  if (gone.length === 0) return [];
  const references = gone.map(({ reference }) => reference);
  try {
    await ledger.holdings.adopt(lease, [], references);
    return [];
  } catch (error) {
    return [expectLedgerProblem(error).problem];
  }
}

async function inOrder<T, R>(
  run: DeskRun,
  list: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  await inParallel(list, widthOf(run.desk), async (item, index) => {
    results[index] = await work(item, index);
  });
  return results;
}

function lineOf({ participantId, entryNumber, operation }: PastWord, index: number): DeclarationLine {
  return { index, record: { id: participantId }, operation, entryNumber, overOwnWordOnly: true };
}

function stop(line: DeclarationLine, problem: Problem): Decided {
  return { undoing: { kind: 'stop', problem }, plan: stopped(line, [problem]) };
}

function problemOf(code: string): Problem {
  return { code, field: 'id' };
}

function refused(code: string, params?: Problem['params']): Refusal {
  return { kind: 'refused', problem: { code, ...(params ? { params } : {}) } };
}
