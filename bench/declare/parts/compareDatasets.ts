import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { INodeType, IVersionedNodeType } from 'n8n-workflow';
import { N8N_VERSION } from '../../../scripts/instance';
import { runWorkflow } from '../../../scripts/demo/engine';
import { recordOf } from '../desk';

const CACHED = join(
  homedir(),
  '.cache/n8n-nodes-plie-france-travail',
  `n8n-${N8N_VERSION}`,
  'node_modules/n8n/package.json',
);

export interface Compared {
  readonly seconds: number;
  readonly megabytes: number;
  readonly changed: number;
}

/** The same comparison by n8n's Compare Datasets, in n8n's own engine; nothing where n8n is not unpacked here. */
export async function compareDatasets(count: number): Promise<Compared | string> {
  if (!existsSync(CACHED)) return 'n8n is not unpacked in the cache (npm start installs it)';
  const load = createRequire(CACHED);
  const { CompareDatasets } = load('n8n-nodes-base/dist/nodes/CompareDatasets/CompareDatasets.node.js') as {
    CompareDatasets: new () => INodeType | IVersionedNodeType;
  };
  const { NoOp } = load('n8n-nodes-base/dist/nodes/NoOp/NoOp.node.js') as { NoOp: new () => INodeType };
  const list = (changed: boolean) =>
    Array.from({ length: count }, (_, nth) => ({
      ...recordOf(nth, changed && nth % 100 === 0 ? { lastMeetingDate: '2026-03-01' } : {}),
    }));
  const node = (name: string, type: string, typeVersion: number, parameters: object) =>
    ({ id: name, name, type, typeVersion, position: [0, 0], parameters }) as never;
  const to = (name: string, index = 0) => ({ main: [[{ node: name, type: 'main', index }]] }) as never;
  const both = {
    main: [
      [
        { node: 'A', type: 'main', index: 0 },
        { node: 'B', type: 'main', index: 0 },
      ],
    ],
  } as never;
  const pinned = { A: list(false), B: list(true) };
  (globalThis as { gc?: () => void }).gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const started = performance.now();
  const result = await runWorkflow({
    nodes: [
      node('Start', 'noOp', 1, {}),
      node('A', 'noOp', 1, {}),
      node('B', 'noOp', 1, {}),
      node('Compare', 'compare', 2.3, { mergeByFields: { values: [{ field1: 'id', field2: 'id' }] }, options: {} }),
    ],
    connections: { Start: both, A: to('Compare', 0), B: to('Compare', 1) },
    types: { noOp: new NoOp(), compare: new CompareDatasets() },
    pinned: { ...pinned, Start: [{}] },
    start: 'Start',
  });
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage().rss);
  if (result.error) return result.error.message;
  const seconds = (performance.now() - started) / 1000;
  return { seconds, megabytes: (most - before) / 1_048_576, changed: result.items('Compare', 2).length };
}
