import type { IDataObject, INode } from 'n8n-workflow';
import { runWorkflow, type EngineResult } from './engine';
import type { DemoCredentials } from './target';

const LIST = 'Notre liste';
const DECLARE = 'Déclarer un accompagnement';
const PACK = 'n8n-nodes-plie-france-travail';

export interface DeclareRequest {
  readonly items: readonly IDataObject[];
  readonly send: boolean;
  readonly credentials: DemoCredentials;
  readonly signal: AbortSignal;
  readonly onProgress: (message: string) => void;
}

/** What the node put out: one item a line, and the sentence that stopped it if it was stopped. */
export interface DeclareResult {
  readonly items: readonly IDataObject[];
  readonly problem?: string;
}

/** Runs a workflow of two nodes, a list and *Declare Accompaniment*, in n8n's own engine. */
export async function declareList(request: DeclareRequest): Promise<DeclareResult> {
  // Loaded now and not before: a description takes its language when it is loaded.
  const { DeclareAccompaniment } = await import('../../nodes/DeclareAccompaniment/DeclareAccompaniment.node.js');
  const result = await runWorkflow({
    nodes: [
      node(LIST, 'n8n-nodes-base.manualTrigger', {}),
      node(DECLARE, `${PACK}.declareAccompaniment`, {
        operation: 'open',
        send: request.send,
        fields: { mappingMode: 'autoMapInputData', value: null },
        options: {},
      }),
    ],
    connections: { [LIST]: { main: [[{ node: DECLARE, type: 'main', index: 0 }]] } },
    types: { [`${PACK}.declareAccompaniment`]: new DeclareAccompaniment(), ...(await listType()) },
    credentials: { ...request.credentials },
    pinned: { [LIST]: request.items },
    start: LIST,
    signal: request.signal,
    onMessage: request.onProgress,
  });
  return resultOf(result);
}

function resultOf({ error, items }: EngineResult): DeclareResult {
  const outputs = [0, 1, 2, 3].flatMap((output) => items(DECLARE, output)).map(({ json }) => json);
  if (!error) return { items: outputs };
  const { description } = error as { description?: string | null };
  return { items: outputs, problem: description ? `${error.message} ${description}` : error.message };
}

function node(name: string, type: string, parameters: INode['parameters']): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** Stands where a trigger would: its items are pinned, so it is never run. */
async function listType() {
  const { NodeConnectionTypes } = await import('n8n-workflow');
  return {
    'n8n-nodes-base.manualTrigger': {
      description: {
        displayName: LIST,
        name: 'manualTrigger',
        group: ['trigger' as const],
        version: 1,
        description: '',
        defaults: {},
        inputs: [],
        outputs: [NodeConnectionTypes.Main],
        properties: [],
      },
    },
  };
}
