import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { Desk } from '../../src/delivery';
import type { ReadLine } from '../../src/intake';
import { openDesk, today, type DeskOptions } from '../desk';
import { hintList } from '../listHints';
import { hint, type NodeRun } from '../nodeRun';
import { readLines } from '../readLines';
import { breatheOf, inSlices } from '../slices';
import { askFranceTravail, roleOf } from './askFranceTravail';
import { combine } from './combine';
import { compareWithin, compareWithSecondList, type ListComparison } from './compareList';
import type { Comparison } from './comparisons';
import type { Finding, Participant, Source } from './finding';
import { outputs, type Decided } from './items';
import { readAnswers } from './readAnswers';
import { readKnown } from './readKnown';
import { repeatedFinding } from './repeated';
import { readSetting } from './setting';

/** Everything that the sources need, read before the first of them is asked. */
interface Ready {
  readonly desk?: Desk;
  readonly known: readonly Participant[];
  readonly secondList?: ListComparison;
  readonly oneList?: ListComparison;
}

/** Reads the inputs, asks every source of the comparison about every person, and sorts the items on the outputs. */
export async function check(run: NodeRun, comparison: Comparison): Promise<INodeExecutionData[][]> {
  const list = await readLines(run, { today: today(run) });
  const people = list.lines.flatMap((line, index) => participant(line, index));
  const ready = await getReady(run, comparison);
  const bySource: (readonly Finding[])[] = [];
  for (const source of comparison.sources) bySource.push(await ask(run, source, people, ready));
  const decided = await decideAll(run, list.lines, comparison, bySource);
  const shown = ready.desk ? { role: roleOf(ready.desk) } : {};
  const items = await outputs(run, decided, { ...shown, sources: comparison.sources });
  if (comparison.inputs.includes('known')) run.context.addExecutionHints(knownHint(run, ready.known.length));
  hintList(run, list);
  return items;
}

async function getReady(run: NodeRun, { sources, inputs }: Comparison): Promise<Ready> {
  const desk = sources.includes('franceTravail') ? await openDesk(run, readOptions(run)) : undefined;
  const known = inputs.includes('known') ? await readKnown(run, inputs.indexOf('known')) : [];
  const asked = { ...(desk ? { desk } : {}), known };
  if (!inputs.includes('answers')) return asked;
  const { betweenLists, withinList } = await readAnswers(run, inputs.indexOf('answers'));
  const how = { setting: readSetting(run), breathe: breatheOf(run) };
  return { ...asked, secondList: { ...how, answers: betweenLists }, oneList: { ...how, answers: withinList } };
}

async function ask(
  run: NodeRun,
  source: Source,
  people: readonly Participant[],
  { desk, known, secondList, oneList }: Ready,
): Promise<readonly Finding[]> {
  switch (source) {
    case 'secondInput':
      return secondList ? await compareWithSecondList(people, known, secondList) : [];
    case 'within':
      return oneList ? await compareWithin(people, oneList) : [];
    case 'franceTravail':
      return desk ? await askFranceTravail(run, desk, people) : [];
  }
}

/** An empty second list is more often a list that was not found than a base without anybody. */
function knownHint({ words }: NodeRun, count: number): NodeExecutionHint {
  if (count === 0) return hint(words('nodes.dedup.hint.nobodyKnown'), 'warning');
  return hint(words('nodes.dedup.hint.known', { count }));
}

function participant(line: ReadLine, index: number): Participant[] {
  return line.kind === 'participant' ? [{ index, line }] : [];
}

/**
 * What is decided about each line, from the findings of the people in their order. An empty line is only counted; one that
 * repeats another has nothing of its own to ask.
 */
async function decideAll(
  run: NodeRun,
  lines: readonly ReadLine[],
  { sources }: Comparison,
  bySource: readonly (readonly Finding[])[],
): Promise<readonly Decided[]> {
  let people = 0;
  const decided = await inSlices(lines, breatheOf(run), (line, index): Decided | undefined => {
    switch (line.kind) {
      case 'empty':
        return undefined;
      case 'repeated':
        return { index, id: line.id, problems: [], ...combine(sources.map((source) => repeatedFinding(source, line))) };
      case 'participant': {
        const person = people++;
        const { record, problems } = line;
        return { index, id: record.id ?? '', problems, ...combine(bySource.map((findings) => findings[person]!)) };
      }
    }
  });
  return decided.filter((one) => one !== undefined);
}

function readOptions({ context }: NodeRun): DeskOptions {
  const { acceptUncertified } = context.getNodeParameter('options', 0, {}) as DeskOptions;
  return acceptUncertified === undefined ? {} : { acceptUncertified };
}
