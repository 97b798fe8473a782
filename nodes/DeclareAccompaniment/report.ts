import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import type { FinishedRun, RunCounts } from '../../src/accompaniment';
import {
  scopeOf,
  type DeclarationDesk,
  type LinePreview,
  type LineResult,
  type Synchronised,
} from '../../src/delivery';
import type { Problem } from '../../src/fields';
import { LedgerProblem } from '../../src/ledger';
import { listWorkbook, numberWorkbook, renderPage, summaryOf, type RunReport } from '../../src/report';
import { today } from '../desk';
import { hint, sentence, unexpected, type NodeRun } from '../nodeRun';
import type { ReadList } from '../readLines';
import { ownRows } from './reportColumns';
import { reportLines } from './reportLines';

/** Runs that the page shows. */
const SHOWN_RUNS = 12;
const HTML = 'text/html';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A run of a list, as it ended or would end. */
export interface EndedRun {
  readonly dryRun: boolean;
  readonly results: readonly Synchronised<LinePreview | LineResult>[];
  readonly notes: readonly Problem[];
  readonly read: ReadList;
  readonly listDate?: string;
  /** Its name, where something was told. */
  readonly name?: string;
}

/** The report of a run as one item: the page and the two workbooks are its files, the counts its fields. */
export async function reportItem(run: NodeRun, desk: DeclarationDesk, ended: EndedRun): Promise<INodeExecutionData> {
  const told = toldOf(run, desk, ended);
  const { counts } = summaryOf(told);
  const report: RunReport = { ...told, runs: await keptRuns(run, desk, ended, counts) };
  const { structure, at, dryRun } = report;
  const name = ended.name === undefined ? {} : { run: ended.name };
  return {
    json: { dryRun, structure, at, ...name, counts: { ...counts } },
    binary: await files(run, report, ended.read),
    // It comes of no line of its own.
    pairedItem: [],
  };
}

function toldOf(run: NodeRun, desk: DeclarationDesk, ended: EndedRun): Omit<RunReport, 'runs'> {
  const { structure, structureCode } = desk.structure;
  const cut = ended.results.flatMap((result) => result.cut);
  return {
    locale: run.words.locale,
    timeZone: run.context.getTimezone(),
    at: desk.clock().toISOString(),
    dryRun: ended.dryRun,
    structure: structure ?? structureCode,
    ...(ended.listDate === undefined ? {} : { listDate: ended.listDate }),
    ...(ended.name === undefined ? {} : { run: ended.name }),
    lines: reportLines(ended.results, ended.read.lines),
    notes: ended.notes,
    cut: [...new Set(cut)],
  };
}

/** Keeps the end of a run that sent. Everything is said by then: a ledger that fails here is told beside the output. */
async function keptRuns(
  run: NodeRun,
  desk: DeclarationDesk,
  { dryRun }: EndedRun,
  counts: RunCounts,
): Promise<readonly FinishedRun[]> {
  const scope = scopeOf(desk);
  const stopped = run.context.getExecutionCancelSignal()?.aborted === true;
  try {
    if (!dryRun && !stopped) await desk.ledger.runs.finished(scope, counts);
    return await desk.ledger.runs.last(scope, SHOWN_RUNS);
  } catch (error) {
    if (!(error instanceof LedgerProblem)) throw unexpected(run, error);
    run.context.addExecutionHints(hint(sentence(run.words, error.problem), 'warning'));
    return [];
  }
}

async function files(run: NodeRun, report: RunReport, read: ReadList): Promise<IBinaryKeyData> {
  const { context, words } = run;
  const file = (content: Buffer, name: string, type: string) => context.helpers.prepareBinaryData(content, name, type);
  const page = Buffer.from(renderPage(report));
  return {
    report: await file(page, `${words('report.file.page')}-${today(run)}.html`, HTML),
    toCorrect: await file(await listWorkbook(report, ownRows(run, read)), words('report.file.toCorrect'), XLSX),
    withoutNumber: await file(await numberWorkbook(report), words('report.file.withoutNumber'), XLSX),
  };
}
