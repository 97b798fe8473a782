import 'reflect-metadata';
import type {
  ICredentialDataDecryptedObject,
  IConnections,
  IDataObject,
  INode,
  INodeExecutionData,
  INodeType,
  INodeTypes,
  IRun,
  IVersionedNodeType,
  IWorkflowExecuteAdditionalData,
  IWorkflowSettings,
  NodeExecutionHint,
} from 'n8n-workflow';

/**
 * n8n's own engine in this process: no server, no database. Set `N8N_USER_FOLDER` and `N8N_ENCRYPTION_KEY` before the
 * first run: n8n-core reads them once.
 */
export interface EngineRequest {
  readonly nodes: INode[];
  readonly connections: IConnections;
  readonly settings?: IWorkflowSettings;
  /** Node types by their full name, as they stand in `nodes`. */
  readonly types: Readonly<Record<string, INodeType | IVersionedNodeType>>;
  /** Decrypted credentials by type, given to every node. */
  readonly credentials?: Readonly<Record<string, ICredentialDataDecryptedObject>>;
  /** Items that a node is said to have put out, by its name; that node is not run. */
  readonly pinned: Readonly<Record<string, readonly IDataObject[]>>;
  /** Name of the node to start from. */
  readonly start: string;
  readonly timezone?: string;
  /** Hears what a node says to the browser's console. */
  readonly onMessage?: (message: string) => void;
  /** Stops the execution, as the button in the editor does. */
  readonly signal?: AbortSignal;
}

/** What came of it, by node name. */
export interface EngineResult {
  readonly run: IRun;
  readonly error?: Error;
  items(node: string, output?: number): INodeExecutionData[];
  hints(node: string): NodeExecutionHint[];
}

/** Runs a workflow to its end. A node's failure is in the result; only a broken set-up throws. */
export async function runWorkflow(request: EngineRequest): Promise<EngineResult> {
  const { Workflow } = await import('n8n-workflow');
  const { WorkflowExecute } = await import('n8n-core');
  const workflow = new Workflow({
    id: 'engine',
    name: 'engine',
    nodes: request.nodes.map((node) => withCredentials(node, request)),
    connections: request.connections,
    active: false,
    nodeTypes: await nodeTypesOf(request.types),
    settings: { executionOrder: 'v1', timezone: request.timezone ?? 'Europe/Paris', ...request.settings },
  });
  const startNode = workflow.getNode(request.start);
  if (!startNode) throw new Error(`no node is called ${request.start}`);
  const execution = new WorkflowExecute(await additionalData(request), 'manual').run({
    workflow,
    startNode,
    pinData: Object.fromEntries(
      Object.entries(request.pinned).map(([name, jsons]) => [name, jsons.map((json) => ({ json }))]),
    ),
  });
  request.signal?.addEventListener('abort', () => execution.cancel(), { once: true });
  return resultOf(await execution);
}

function resultOf(run: IRun): EngineResult {
  const { runData, error } = run.data.resultData;
  const last = (node: string) => runData[node]?.at(-1);
  return {
    run,
    ...(error ? { error: error as Error } : {}),
    items: (node, output = 0) => last(node)?.data?.main?.[output] ?? [],
    hints: (node) => last(node)?.hints ?? [],
  };
}

function withCredentials(node: INode, { types, credentials = {} }: EngineRequest): INode {
  const type = types[node.type];
  const described = type && 'execute' in type ? (type.description.credentials ?? []) : [];
  const wanted = described.filter(({ name }) => credentials[name]);
  if (wanted.length === 0) return node;
  return {
    ...node,
    credentials: Object.fromEntries(wanted.map(({ name }) => [name, { id: name, name }])),
  };
}

async function nodeTypesOf(types: EngineRequest['types']): Promise<INodeTypes> {
  const { NodeHelpers } = await import('n8n-workflow');
  const byName = (name: string): INodeType | IVersionedNodeType => {
    const found = types[name];
    if (!found) throw new Error(`no node type is called ${name}`);
    return found;
  };
  return {
    getByName: byName,
    getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(byName(name), version),
    getKnownTypes: () => ({}),
  };
}

/** Addresses of a server that is not there; the engine wants them to parse. */
const NOWHERE = 'http://localhost/';
const ADDRESSES = [
  'restApiUrl',
  'instanceBaseUrl',
  'formBaseUrl',
  'formWaitingBaseUrl',
  'formTestBaseUrl',
  'webhookBaseUrl',
  'webhookWaitingBaseUrl',
  'webhookTestBaseUrl',
  'mcpBaseUrl',
  'mcpTestBaseUrl',
];

async function additionalData({ credentials = {}, onMessage }: EngineRequest): Promise<IWorkflowExecuteAdditionalData> {
  const { ExecutionLifecycleHooks } = await import('n8n-core');
  const { ICredentialsHelper } = await import('n8n-workflow');
  class Helper extends ICredentialsHelper {
    getParentTypes = () => [];
    isCredentialUsableByNode = () => true;
    authenticate = async () => await Promise.reject(new Error('not offered here'));
    preAuthentication = async () => undefined;
    runPreAuthentication = async () => undefined;
    getCredentials = async () => await Promise.reject(new Error('not offered here'));
    getDecrypted = async (_: unknown, __: unknown, type: string) => await Promise.resolve({ ...credentials[type] });
    updateCredentials = async () => undefined;
    updateCredentialsOauthTokenData = async () => undefined;
    getCredentialsProperties = () => [];
  }
  const workflowData = { id: 'engine', name: 'engine', nodes: [], connections: {}, active: false };
  return {
    credentialsHelper: new Helper(),
    hooks: new ExecutionLifecycleHooks('manual', 'engine', workflowData as never),
    executionId: 'engine',
    currentNodeExecutionIndex: 0,
    variables: {},
    ...Object.fromEntries(ADDRESSES.map((name) => [name, NOWHERE])),
    sendDataToUI: (_: string, { messages }: { messages: unknown[] }) => onMessage?.(messages.join(' ')),
    // What only a server offers is not there: a node that asks for it fails in the test, as it should.
  } as unknown as IWorkflowExecuteAdditionalData;
}
