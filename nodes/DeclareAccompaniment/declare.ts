import type { INodeExecutionData } from 'n8n-workflow';
import type { DeclarationOperation } from '../../src/accompaniment';
import { declareAll, previewDeclarations, type DeclarationDesk, type DeclarationLine } from '../../src/delivery';
import type { ReadLine } from '../../src/intake';
import { openDeclarationDesk, today, type DeskOptions } from '../desk';
import { done, nameOf, runOptions, type NodeRun } from '../nodeRun';
import { hintList } from '../listHints';
import { readLines } from '../readLines';
import { hintPreview, hintSent } from './hints';
import { leftAside, outputs, previewItem, resultItem } from './items';

/** Says one operation about every line of the list, or shows what would be said. */
export async function declare(run: NodeRun, operation: DeclarationOperation): Promise<INodeExecutionData[][]> {
  const desk = await openDeclarationDesk(run, readOptions(run));
  const { exitReasons } = desk;
  const list = await readLines(run, { today: today(run), ...(exitReasons ? { exitReasons } : {}) });
  const aside = list.lines.flatMap((line, index) => leftAside(run.words, line, index, operation));
  const lines = list.lines.flatMap((line, index) => toDeclare(line, index, operation));
  const send = run.context.getNodeParameter('send', 0, false) === true;
  const items = await (send ? sendAll : previewAll)(run, lines, desk, aside);
  hintList(run, list);
  return items;
}

async function sendAll(
  run: NodeRun,
  lines: readonly DeclarationLine[],
  desk: DeclarationDesk,
  aside: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> {
  const answer = await declareAll(lines, desk, runOptions(run));
  const results = done(run, answer);
  hintSent(run, results, aside.length);
  return outputs(
    results.map((result) => resultItem(run.words, result, nameOf(answer))),
    aside,
  );
}

async function previewAll(
  run: NodeRun,
  lines: readonly DeclarationLine[],
  desk: DeclarationDesk,
  aside: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> {
  const previews = done(run, await previewDeclarations(lines, desk));
  hintPreview(run, previews, aside.length);
  return outputs(
    previews.map((preview) => previewItem(run.words, preview)),
    aside,
  );
}

function toDeclare(line: ReadLine, index: number, operation: DeclarationOperation): DeclarationLine[] {
  if (line.kind !== 'participant') return [];
  return [{ index, record: line.record, operation, problems: line.problems }];
}

/** What the node's options say to every operation that declares. */
export function readOptions(run: NodeRun): DeskOptions {
  const options = run.context.getNodeParameter('options', 0, {}) as {
    acceptUncertified?: boolean;
    exitReasons?: { rows?: { local?: string; reason?: string }[] };
  };
  const rows = options.exitReasons?.rows ?? [];
  const table = rows.filter(({ local }) => local?.trim()).map(({ local = '', reason = '' }) => [local.trim(), reason]);
  return {
    ...(options.acceptUncertified === undefined ? {} : { acceptUncertified: options.acceptUncertified }),
    ...(table.length > 0 ? { exitReasons: Object.fromEntries(table) } : {}),
  };
}
