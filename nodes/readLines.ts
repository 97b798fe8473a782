import type { INodeExecutionData } from 'n8n-workflow';
import { isPivotField } from '../src/fields';
import {
  applyMappingToItem,
  mapKeys,
  readAll,
  type HeaderMapping,
  type RawParticipant,
  type ReadingOptions,
  type ReadLine,
} from '../src/intake';
import { refusal, type NodeRun } from './nodeRun';

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
export function readLines(run: NodeRun, options: ReadingOptions): ReadList {
  const items = run.context.getInputData();
  if (run.context.getNodeParameter('fields.mappingMode', 0, '') !== 'defineBelow') {
    const list = readItems(items, options);
    const columns = list.mapping?.columns ?? [];
    if (columns.length > 0 && columns.every(({ field }) => field === null)) {
      throw refusal(run, { code: 'nodes.error.noColumn' });
    }
    return list;
  }
  return { lines: readAll(numbered(items.map((_, index) => mappedByHand(run, index))), options) };
}

/** Reads items by their keys. */
export function readItems(items: readonly INodeExecutionData[], options: ReadingOptions): ReadList {
  const mapping = mapKeys(
    keysOf(items),
    items.slice(0, SAMPLE).map(({ json }) => json),
  );
  return { lines: readAll(numbered(items.map(({ json }) => applyMappingToItem(mapping, json))), options), mapping };
}

function numbered(raws: readonly RawParticipant[]) {
  return raws.map((raw, index) => ({ raw, line: index + 1 }));
}

/** The columns of a list are the keys of all its items: cells that are empty may be missing from some. */
function keysOf(items: readonly INodeExecutionData[]): readonly string[] {
  const keys = new Set<string>();
  for (const { json } of items) for (const key of Object.keys(json)) keys.add(key);
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
