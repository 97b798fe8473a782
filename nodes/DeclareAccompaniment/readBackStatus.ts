import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { outputOf, type OutcomeOutput } from '../../src/accompaniment';
import { readStatus, type StatusLine, type StatusResult } from '../../src/delivery';
import { PIVOT_FIELD_IDS } from '../../src/fields';
import { openDesk, today } from '../desk';
import { done, hint, runOptions, sentence, type NodeRun } from '../nodeRun';
import { itemOf, outcomeJson, problemsJson, shownFields } from '../outcomeItems';
import { hintList } from '../listHints';
import { readLines } from '../readLines';
import type { ReadLine } from '../../src/intake';
import type { Words } from '../words';
import { leftAside, outputs, type PlacedItem } from './items';

/** Reads what France Travail holds under the reference of each line. Nothing changes there. */
export async function readBackStatus(run: NodeRun): Promise<INodeExecutionData[][]> {
  const desk = await openDesk(run);
  const list = await readLines(run, { today: today(run) });
  const { lines } = list;
  const results = done(run, await readStatus(lines.flatMap(toAsk), desk, runOptions(run)));
  const aside = lines.flatMap((line, index) => withoutId(run.words, line, index));
  hintCounts(run, results, aside.length);
  hintList(run, list);
  return outputs(
    results.map((result) => placed(run.words, result)),
    aside,
  );
}

function toAsk(line: ReadLine, index: number): StatusLine[] {
  return line.kind === 'participant' && line.record.id ? [{ index, participantId: line.record.id }] : [];
}

function withoutId(words: Words, line: ReadLine, index: number): INodeExecutionData[] {
  if (line.kind !== 'participant') return leftAside(words, line, index, 'readStatus');
  const [problem] = line.problems;
  if (line.record.id || !problem) return [];
  const head = { line: index + 1, id: '', message: sentence(words, problem), outcome: 'rejected' };
  return [itemOf(index, { ...head, ...problemsJson(words, line.problems), operation: 'readStatus' })];
}

function placed(words: Words, result: StatusResult): PlacedItem {
  const head = { line: result.index + 1, id: result.participantId };
  const tail = { operation: 'readStatus', reference: result.reference };
  const { output, told } = answerOf(words, result);
  return { output, item: itemOf(result.index, { ...head, ...told, ...tail }) };
}

function answerOf(words: Words, { answer }: StatusResult): { output: OutcomeOutput; told: IDataObject } {
  switch (answer.kind) {
    case 'stored': {
      const params = { version: answer.version, status: words(`nodes.declare.state.${answer.status}`) };
      const message = words(`nodes.declare.status.${answer.asTold ? 'stored' : 'differs'}`, params);
      const { version, status, franceTravailReference, updatedAt, asTold, fields } = answer;
      const leaves = PIVOT_FIELD_IDS.flatMap((field) => (fields[field] ? [{ field, value: fields[field] }] : []));
      const holds = shownFields(words, leaves);
      return {
        output: 'declared',
        told: { message, outcome: 'declared', version, status, franceTravailReference, updatedAt, asTold, holds },
      };
    }
    case 'nothing':
      return { output: 'toCorrect', told: { message: words('nodes.declare.status.nothing'), outcome: 'notFound' } };
    case 'failed':
      return { output: outputOf(answer.outcome.kind), told: outcomeJson(words, answer.outcome) };
  }
}

function hintCounts({ context, words }: NodeRun, results: readonly StatusResult[], aside: number): void {
  const count = (kind: StatusResult['answer']['kind']) => results.filter(({ answer }) => answer.kind === kind).length;
  context.addExecutionHints(
    hint(
      words('nodes.declare.hint.status', {
        stored: count('stored'),
        nothing: count('nothing') + aside,
        failed: count('failed'),
      }),
    ),
  );
}
