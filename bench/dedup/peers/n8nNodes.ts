import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { runWorkflow } from '../../../scripts/demo/engine';
import type { LabelledRecord } from '../../linkage/readRecords';
import { pairsByKeys, type Peer, type PeerPair } from './peer';

/**
 * n8n's own nodes are no dependency of ours (176 MB, Sustainable Use License). Where somebody has put them there (`npm
 * pack n8n-nodes-base`, unpacked), the real nodes run in the real engine; else what their documentation says they do.
 */
const REAL = join(__dirname, '../../../node_modules/.cache/n8n-nodes-base');
const FIELDS = ['birthName', 'firstNames', 'birthDate'] as const;
const how = existsSync(REAL) ? 'real node, n8n-core' : 'its documented rule';

type NodeClass = new () => INodeType | IVersionedNodeType;

function realNode(file: string, name: string): INodeType | IVersionedNodeType {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- there or not there
  const found = require(join(REAL, 'dist/nodes', file)) as Record<string, NodeClass>;
  return new found[name]!();
}

export const removeDuplicates: Peer = {
  name: `n8n Remove Duplicates on ${FIELDS.join(' + ')} (${how})`,
  hasScores: false,
  run: async (records) => {
    const pairs = pairsByKeys(records.map((labelled) => [key(labelled)]));
    if (!existsSync(REAL)) return pairs;
    const kept = await kepts(records);
    const groups = new Set(records.map(key)).size;
    if (kept !== groups) throw new Error(`Remove Duplicates kept ${String(kept)} of ${String(groups)} groups`);
    return pairs;
  },
};

/** The first half of the list against the second, as one would compare an export with the base. */
export const compareDatasets: Peer = {
  name: `n8n Compare Datasets on ${FIELDS.join(' + ')}, odd lines against even (${how})`,
  most: 4_000,
  hasScores: false,
  run: async (records) => {
    if (!existsSync(REAL)) {
      return pairsByKeys(records.map((labelled) => [key(labelled)])).filter(
        ({ left, right }) => (left + right) % 2 === 1,
      );
    }
    return await compared(records);
  },
};

const key = ({ record }: LabelledRecord) => JSON.stringify(FIELDS.map((field) => record[field] ?? ''));

const itemsOf = (records: readonly LabelledRecord[], wanted: (row: number) => boolean): IDataObject[] =>
  records.flatMap(({ record }, row) =>
    wanted(row) ? [{ row, ...Object.fromEntries(FIELDS.map((field) => [field, record[field] ?? ''])) }] : [],
  );

async function kepts(records: readonly LabelledRecord[]): Promise<number> {
  const node = realNode('Transform/RemoveDuplicates/RemoveDuplicates.node.js', 'RemoveDuplicates');
  const parameters = {
    operation: 'removeDuplicateInputItems',
    compare: 'selectedFields',
    fieldsToCompare: FIELDS.join(','),
  };
  const result = await run(node, 2, parameters, [itemsOf(records, () => true)]);
  return result.items('peer').length;
}

async function compared(records: readonly LabelledRecord[]): Promise<PeerPair[]> {
  const node = realNode('CompareDatasets/CompareDatasets.node.js', 'CompareDatasets');
  const values = FIELDS.map((field) => ({ field1: field, field2: field }));
  const parameters = { mergeByFields: { values }, resolve: 'includeBoth', options: { multipleMatches: 'all' } };
  const lists = [itemsOf(records, (row) => row % 2 === 0), itemsOf(records, (row) => row % 2 === 1)];
  const result = await run(node, 2.3, parameters, lists);
  return result.items('peer', 2).map(({ json }) => {
    const { inputA, inputB } = (json['different'] as { row: { inputA: number; inputB: number } }).row;
    return { left: inputA, right: inputB, score: 1, automatic: true };
  });
}

async function run(
  node: INodeType | IVersionedNodeType,
  typeVersion: number,
  parameters: IDataObject,
  lists: readonly IDataObject[][],
) {
  process.env['N8N_LOG_LEVEL'] ??= 'silent';
  process.env['N8N_ENCRYPTION_KEY'] ??= 'a key for the bench';
  const names = lists.map((_, i) => `list ${String(i)}`);
  const place = (name: string, type: string, version: number, more: IDataObject = {}) => ({
    id: name,
    name,
    type,
    typeVersion: version,
    position: [0, 0] as [number, number],
    parameters: more as never,
  });
  const to = (name: string, index: number) => ({ main: [[{ node: name, type: 'main' as const, index }]] });
  const connections: IConnections = {
    start: { main: [names.map((name) => ({ node: name, type: 'main' as const, index: 0 }))] },
    ...Object.fromEntries(names.map((name, i) => [name, to('peer', i)])),
  };
  const result = await runWorkflow({
    nodes: [
      place('start', 'start', 1),
      ...names.map((name) => place(name, 'start', 1)),
      place('peer', 'peer', typeVersion, parameters),
    ],
    connections,
    types: { start: START, peer: node },
    pinned: { start: [{}], ...Object.fromEntries(names.map((name, i) => [name, lists[i]!])) },
    start: 'start',
  });
  if (result.error) throw result.error;
  return result;
}

/** Stands for whatever brings the list. */
const START: INodeType = {
  description: {
    displayName: 'start',
    name: 'start',
    group: ['transform'],
    version: 1,
    description: '',
    defaults: {},
    inputs: ['main'],
    outputs: ['main'],
    properties: [],
  },
  execute: () => Promise.resolve([[]]),
};
