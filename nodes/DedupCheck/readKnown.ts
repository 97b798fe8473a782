import { today } from '../desk';
import { refusal, type NodeRun } from '../nodeRun';
import { knowsNoColumn, readItems } from '../readLines';
import { breatheOf } from '../slices';
import type { Participant } from './finding';
import { inputItems } from './inputItems';

/**
 * The people of the second list; their columns are recognised by their headers.
 *
 * @throws NodeOperationError when nothing is connected, or when no column is recognised: everybody would pass for new.
 */
export async function readKnown(run: NodeRun, input: number): Promise<readonly Participant[]> {
  const items = inputItems(run, input);
  if (!items) throw refusal(run, { code: 'nodes.dedup.error.noSecondInput' });
  const list = await readItems(items, { today: today(run) }, breatheOf(run));
  if (knowsNoColumn(list)) throw refusal(run, { code: 'nodes.dedup.error.secondNoColumn' });
  return list.lines.flatMap((line, index) => (line.kind === 'participant' ? [{ index, line }] : []));
}
