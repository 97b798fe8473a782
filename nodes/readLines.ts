import type { INodeExecutionData } from 'n8n-workflow';
import { isPivotField } from '../src/fields';
import {
  applyMappingToItem,
  mapKeys,
  readAllInSlices,
  type HeaderMapping,
  type RawLine,
  type RawParticipant,
  type ReadingOptions,
  type ReadLine,
} from '../src/intake';
import { refusal, type NodeRun } from './nodeRun';
import { inSlices, turn, type Breathe } from './slices';

/** The items of one input, read. `lines[i]` belongs to item `i`; lines are counted from 1. */
export interface ReadList {
  readonly lines: readonly ReadLine[];
  /** How the columns were understood; absent where they are mapped by hand. */
  readonly mapping?: HeaderMapping;
}

/** Items that are looked at to tell what a column holds. */
const SAMPLE = 200;

/**
 * Reads the items of the first input by the node's mapping of columns: automatically by their keys, or by hand.
 *
 * @throws NodeOperationError when there are lines and not one column is recognised: all of them would pass for empty.
 */
export async function readLines(run: NodeRun, options: ReadingOptions): Promise<ReadList> {
  const items = run.context.getInputData();
  if (items.length > 0 && run.context.getNodeParameter('fields.mappingMode', 0, '') === 'defineBelow') {
    return {
      lines: await readAllInSlices(
        numbered(items, (_, index) => mappedByHand(run, index)),
        options,
        turn,
      ),
    };
  }
  const list = await readItems(items, options, turn);
  if (knowsNoColumn(list)) throw refusal(run, { code: 'nodes.error.noColumn' });
  return list;
}

/** Reads items by their keys. */
export async function readItems(
  items: readonly INodeExecutionData[],
  options: ReadingOptions,
  breathe: Breathe,
): Promise<ReadList> {
  const mapping = mapKeys(
    await keysOf(items, breathe),
    items.slice(0, SAMPLE).map(({ json }) => json),
  );
  const raws = numbered(items, ({ json }) => applyMappingToItem(mapping, json));
  return { lines: await readAllInSlices(raws, options, breathe), mapping };
}

/** There are columns, and not one of them is recognised. */
export function knowsNoColumn({ mapping }: ReadList): boolean {
  const columns = mapping?.columns ?? [];
  return columns.length > 0 && columns.every(({ field }) => field === null);
}

/** One after the other as they are asked for: a long list is not held three times. */
function* numbered(
  items: readonly INodeExecutionData[],
  rawOf: (item: INodeExecutionData, index: number) => RawParticipant,
): Generator<RawLine> {
  for (const [index, item] of items.entries()) yield { raw: rawOf(item, index), line: index + 1 };
}

/** The columns of a list are the keys of all its items: cells that are empty may be missing from some. */
async function keysOf(items: readonly INodeExecutionData[], breathe: Breathe): Promise<readonly string[]> {
  const keys = new Set<string>();
  await inSlices(items, breathe, ({ json }) => {
    for (const key of Object.keys(json)) keys.add(key);
  });
  return [...keys];
}

/**
 * Values of the manual mapping. A template can carry ids of an older or newer version: they are left alone.
 *
 * @throws NodeOperationError when an expression of this line fails.
 */
function mappedByHand(run: NodeRun, index: number): RawParticipant {
  try {
    const values = run.context.getNodeParameter('fields.value', index, {}) as Record<string, unknown> | null;
    return Object.fromEntries(Object.entries(values ?? {}).filter(([id]) => isPivotField(id)));
  } catch {
    // n8n's own message can quote the value.
    throw refusal(run, { code: 'nodes.error.expression', params: { line: index + 1 } }, undefined, index);
  }
}
