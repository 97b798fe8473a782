import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../nodeRun';
import { check } from './check';
import type { Source } from './finding';

/** What stands at an input of the node, in words under `nodes.dedup.input.<name>`. */
export type Input = 'toCheck' | 'known' | 'answers';

/** What people are compared with; its words stand in the dictionary under `nodes.dedup.against.<name>`. */
export interface Comparison {
  /** Option value: stable. */
  readonly name: Source | 'all';
  /** Who is asked, in the order in which they decide. */
  readonly sources: readonly Source[];
  /** In the order of the node's inputs: stable. */
  readonly inputs: readonly Input[];
}

/** In the order of the list on screen. */
export const COMPARISONS: readonly Comparison[] = [
  { name: 'franceTravail', sources: ['franceTravail'], inputs: ['toCheck'] },
  { name: 'secondInput', sources: ['secondInput'], inputs: ['toCheck', 'known', 'answers'] },
  { name: 'within', sources: ['within'], inputs: ['toCheck', 'answers'] },
  { name: 'all', sources: ['secondInput', 'within', 'franceTravail'], inputs: ['toCheck', 'known', 'answers'] },
];

/** The names of the comparisons in which a source is asked: for what the editor shows. */
export function comparisonsWith(...sources: Source[]): string[] {
  return COMPARISONS.filter((one) => sources.some((source) => one.sources.includes(source))).map(({ name }) => name);
}

export const PERFORMERS = COMPARISONS.map((comparison) => ({
  name: comparison.name,
  execute: async (run: NodeRun): Promise<INodeExecutionData[][]> => await check(run, comparison),
}));
