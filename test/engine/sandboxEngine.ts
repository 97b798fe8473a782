import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server';
import { runWorkflow, type EngineResult } from '../../scripts/demo/engine';
import { ledgers, referralStores } from '../../src/ledger';

// n8n-core reads these once: one user folder for a test file, a fresh ledger for every fresh secret or host.
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'plie-engine-'));
process.env.N8N_ENCRYPTION_KEY = 'a key for tests';
process.env.N8N_DEFAULT_LOCALE ??= 'fr';
process.env.N8N_LOG_LEVEL = 'silent';

/** n8n's user folder of this test file. */
export const userFolder = process.env.N8N_USER_FOLDER;

/** Takes away what the node has kept, after its files are closed. */
export async function removeUserFolder(): Promise<void> {
  await ledgers.closeAll();
  await referralStores.closeAll();
  rmSync(userFolder, { recursive: true, force: true });
}

export interface Bench {
  readonly sandbox: Sandbox;
  readonly credentials: {
    readonly franceTravailApi: ICredentialDataDecryptedObject;
    readonly sharingConvention: ICredentialDataDecryptedObject;
  };
}

/** A France Travail on a free port, and the two credentials that speak to it. */
export async function openBench(options: SandboxOptions = {}): Promise<Bench> {
  const sandbox = await startSandbox({ today: '2026-11-24', ...options });
  return {
    sandbox,
    credentials: {
      franceTravailApi: {
        profile: 'interface-commune',
        customProfile: '',
        apiBaseUrl: sandbox.apiBase,
        tokenUrl: sandbox.tokenUrl,
        clientId: sandbox.clientId,
        clientSecret: sandbox.clientSecret,
        structureCode: sandbox.structureCode,
        structureLabel: "PLIE d'Exempleville",
        role: 'REFERENT',
        agentName: '',
        agentFirstName: '',
        agentId: '',
        ledgerSecret: 'une longue phrase pour les essais',
      },
      sharingConvention: { source: 'canvas' },
    },
  };
}

export const NODE = 'Le nœud';
const LISTS = ['Liste', 'Deuxième liste', 'Troisième liste'] as const;

export interface NodeTrial {
  readonly node: INodeType;
  readonly parameters: IDataObject;
  readonly items: readonly IDataObject[];
  /** What the node before the list has put out, as a node that reads a file does. */
  readonly file?: IDataObject;
  /** Items of the second input. */
  readonly second?: readonly IDataObject[];
  /** Items of the third input. */
  readonly third?: readonly IDataObject[];
  readonly credentials?: Partial<Bench['credentials']> & { readonly postgres?: ICredentialDataDecryptedObject };
  readonly continueOnFail?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs one node of ours in n8n's engine, behind one list or several. */
export async function tryNode(trial: NodeTrial): Promise<EngineResult> {
  const { name } = trial.node.description;
  const type = `n8n-nodes-plie-france-travail.${name}`;
  const place = (node: string, at: string, parameters: IDataObject, more: object = {}) => ({
    id: node,
    name: node,
    type: at,
    typeVersion: 1,
    position: [0, 0] as [number, number],
    parameters: parameters as never,
    ...more,
  });
  const lists = [trial.items, trial.second, trial.third].flatMap((items, index) =>
    items ? [{ name: LISTS[index] ?? '', index, items }] : [],
  );
  return await runWorkflow({
    nodes: [
      place('Départ', 'start', {}),
      ...lists.map(({ name: list }) => place(list, 'start', {})),
      place(NODE, type, trial.parameters, trial.continueOnFail ? { onError: 'continueRegularOutput' } : {}),
    ],
    connections: {
      Départ: { main: [lists.map(({ name: list }) => ({ node: list, type: 'main' as const, index: 0 }))] },
      ...Object.fromEntries(
        lists.map(({ name: list, index }) => [list, { main: [[{ node: NODE, type: 'main' as const, index }]] }]),
      ),
    },
    types: { start: START, [type]: trial.node },
    credentials: { ...trial.credentials } as Record<string, ICredentialDataDecryptedObject>,
    pinned: { Départ: [trial.file ?? {}], ...Object.fromEntries(lists.map((list) => [list.name, list.items])) },
    start: 'Départ',
    ...(trial.signal ? { signal: trial.signal } : {}),
  });
}

/** Stands where n8n's own nodes would; its items are pinned. */
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
};

/** What stands in the items of all outputs. */
export function allItems(result: EngineResult, outputs = 4): INodeExecutionData[] {
  return Array.from({ length: outputs }, (_, output) => result.items(NODE, output)).flat();
}

/** The JSON of one output. */
export function jsonOf(result: EngineResult, output: number): IDataObject[] {
  return result.items(NODE, output).map(({ json }) => json);
}
