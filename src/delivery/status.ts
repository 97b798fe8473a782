import { makeReference } from '../accompaniment';
import { allows, cut } from '../convention';
import type { PivotField } from '../fields';
import type { Told } from '../ledger';
import type { Desk } from './desk';
import { ownOutcome } from './outcomes';
import { inParallel } from './parallel';
import type { Run, RunOptions, StatusLine, StatusResult } from './results';
import { DeskRun, notesOf, openRun, refusalOf, signIn, widthOf } from './run';
import { crossingOf } from './settle';

/** Reads what France Travail holds under our references, cut down to what the convention lets in. Nothing changes there. */
export async function readStatus(
  lines: readonly StatusLine[],
  desk: Desk,
  options: RunOptions = {},
): Promise<Run<StatusResult>> {
  const flow = allows(desk.convention, 'readStatus', 'receive');
  if (!flow.ok) return { kind: 'refused', problem: flow.problem };
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  const refused = lines.length > 0 ? await signIn(run) : undefined;
  if (refused) return refused;
  try {
    return await readAll(run, lines, options);
  } catch (error) {
    return refusalOf(error);
  }
}

async function readAll(run: DeskRun, lines: readonly StatusLine[], options: RunOptions): Promise<Run<StatusResult>> {
  const { ledger } = run.desk;
  const latest = await ledger.latestEntries(
    run.scope,
    lines.map(({ participantId }) => participantId),
  );
  const asked = lines.map((line) => ({ line, ...entryOf(line, latest.get(line.participantId)) }));
  const told = await ledger.told(
    run.scope,
    asked.flatMap(({ reference }) => reference || []),
  );
  const results: StatusResult[] = [];
  let done = 0;
  await inParallel(asked, widthOf(run.desk), async ({ line, entryNumber, reference }, position) => {
    const { index, participantId } = line;
    const answer = await answerFor(run, reference, told.get(reference));
    results[position] = { index, participantId, reference, entryNumber, answer };
    done += 1;
    options.onProgress?.(done, lines.length);
  });
  return { kind: 'done', results, notes: notesOf(run) };
}

/** Without an entry number, the participant's latest entry that the ledger knows; else their first. */
function entryOf({ participantId, entryNumber: wanted }: StatusLine, latest: Told | undefined) {
  const entryNumber = wanted ?? latest?.entryNumber ?? 1;
  const made = makeReference({ participantId, entryNumber });
  return { entryNumber, reference: made.status === 'reference' ? made.reference : '' };
}

async function answerFor(run: DeskRun, reference: string, told: Told | undefined): Promise<StatusResult['answer']> {
  if (reference === '') return { kind: 'failed', outcome: ownOutcome('rejected', 'noReference') };
  if (run.halted) return { kind: 'failed', outcome: run.halted };
  try {
    const { gateway, ledger, convention } = run.desk;
    const read = await gateway.readBack(reference);
    const fields = read.kind === 'stored' ? cut(convention, 'readStatus', 'receive', read.fields).passes : {};
    await ledger.note([crossingOf(run, read, Object.keys(fields) as PivotField[])]);
    if (read.kind === 'failed') run.heard(read.outcome);
    if (read.kind !== 'stored') return read;
    const { version, status, franceTravailReference, updatedAt } = read;
    const asTold = told?.version === version && told.status === status;
    return { kind: 'stored', version, status, franceTravailReference, updatedAt, fields, asTold };
  } catch (error) {
    run.expectCancelled(error);
    return { kind: 'failed', outcome: ownOutcome('unavailable', 'notStarted', { retryable: true }) };
  }
}
