import type { INodeExecutionData } from 'n8n-workflow';
import { GUARD_PERCENT, isExitReason, type Absence } from '../../src/accompaniment';
import {
  previewSynchronisation,
  synchronise,
  type DeclarationDesk,
  type ListedLine,
  type ListToSynchronise,
  type Run,
} from '../../src/delivery';
import type { Problem } from '../../src/fields';
import { isCalendarDate } from '../../src/identity';
import type { ReadLine } from '../../src/intake';
import { openDeclarationDesk, today } from '../desk';
import { hintList } from '../listHints';
import { done, hint, nameOf, refusal, runOptions, type NodeRun } from '../nodeRun';
import { readLines } from '../readLines';
import { readOptions } from './declare';
import { dateOfFile } from './exportDate';
import { hintChanges, hintPreview, hintSent } from './hints';
import { leftAside, outputs, previewItem, resultItem, synchronisedItem } from './items';
import { reportItem, type EndedRun } from './report';

/** Says what has changed since France Travail was last told, or shows what would be said. */
export async function synchroniseList(run: NodeRun): Promise<INodeExecutionData[][]> {
  const settings = readListSettings(run);
  const desk = await openDeclarationDesk(run, readOptions(run));
  const { exitReasons } = desk;
  const read = await readLines(run, { today: today(run), ...(exitReasons ? { exitReasons } : {}) });
  const aside = read.lines.flatMap((line, index) => leftAside(run.words, line, index, 'synchronise'));
  const list: ListToSynchronise = { ...settings, lines: read.lines.flatMap(toCompare) };
  const send = run.context.getNodeParameter('send', 0, false) === true;
  const { items, ended } = await (send ? sendAll : previewAll)(run, list, desk, aside);
  hintList(run, read);
  const { date: listDate } = list;
  return [...items, [await reportItem(run, desk, { ...ended, read, ...(listDate ? { listDate } : {}) })]];
}

/** What a run gives: its items by output, and what its report is made of. */
interface Ending {
  readonly items: INodeExecutionData[][];
  readonly ended: Pick<EndedRun, 'dryRun' | 'results' | 'notes' | 'name'>;
}

async function sendAll(
  run: NodeRun,
  list: ListToSynchronise,
  desk: DeclarationDesk,
  aside: readonly INodeExecutionData[],
): Promise<Ending> {
  const answer = await synchronise(list, desk, runOptions(run));
  const results = done(run, answer);
  hintSent(run, results, aside.length);
  hintChanges(
    run,
    results.map(({ change }) => change),
  );
  const name = nameOf(answer);
  const items = outputs(
    results.map((result) => synchronisedItem(resultItem(run.words, result, name), result)),
    aside,
  );
  return { items, ended: { dryRun: false, results, notes: notesOf(answer), ...(name === undefined ? {} : { name }) } };
}

async function previewAll(
  run: NodeRun,
  list: ListToSynchronise,
  desk: DeclarationDesk,
  aside: readonly INodeExecutionData[],
): Promise<Ending> {
  const answer = await previewSynchronisation(list, desk);
  const previews = done(run, answer);
  hintPreview(run, previews, aside.length);
  hintChanges(
    run,
    previews.map(({ change }) => change),
  );
  const items = outputs(
    previews.map((preview) => synchronisedItem(previewItem(run.words, preview), preview)),
    aside,
  );
  return { items, ended: { dryRun: true, results: previews, notes: notesOf(answer) } };
}

function notesOf(answer: Run<unknown>): readonly Problem[] {
  return answer.kind === 'done' ? answer.notes : [];
}

function toCompare(line: ReadLine, index: number): ListedLine[] {
  if (line.kind !== 'participant') return [];
  return [{ index, record: line.record, problems: line.problems }];
}

/** @throws NodeOperationError when a date cannot be read */
function readListSettings(run: NodeRun): Omit<ListToSynchronise, 'lines'> {
  const date = dayOf(run, 'listDate') ?? dayOfFile(run);
  const guardPercent = Number(run.context.getNodeParameter('guard', 0, GUARD_PERCENT));
  return { absence: absenceOf(run, date), guardPercent, ...(date === undefined ? {} : { date }) };
}

function absenceOf(run: NodeRun, listDate: string | undefined): Absence {
  const mode = run.context.getNodeParameter('absence', 0, 'report');
  if (mode !== 'close') return { mode: mode === 'nothing' ? 'nothing' : 'report' };
  const reason = String(run.context.getNodeParameter('absenceReason', 0, 'other'));
  const exitDate = dayOf(run, 'absenceDate') ?? listDate ?? today(run);
  return { mode, exitDate, exitReason: isExitReason(reason) ? reason : 'other' };
}

/** Said beside the output: a date that nobody typed must be seen. */
function dayOfFile(run: NodeRun): string | undefined {
  const date = dateOfFile(run);
  if (date !== undefined) run.context.addExecutionHints(hint(run.words('nodes.declare.listDate.ofFile', { date })));
  return date;
}

/** The calendar of n8n gives `2026-11-24T00:00:00`, an expression may give a date of Luxon: the day counts, as written. */
function dayOf(run: NodeRun, name: 'listDate' | 'absenceDate'): string | undefined {
  const value = String(run.context.getNodeParameter(name, 0, '') ?? '').trim();
  if (value === '') return undefined;
  const day = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(value)?.[1];
  if (day === undefined || !isCalendarDate(day)) throw refusal(run, { code: `nodes.declare.${name}.unreadable` });
  return day;
}
