import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData, ITaskData } from 'n8n-workflow';

import type { EditorApi, WorkflowFile } from '../../../scripts/instance';

const PATIENCE_MS = 120_000;

/** What one node gave. */
export interface NodeResult {
  /** By output, then by item. */
  readonly outputs: readonly (readonly INodeExecutionData[])[];
  readonly hints: readonly string[];
  readonly error?: string;
}

/** What the editor is told of one execution. Nothing of it is saved in n8n. */
export interface ExecutionResult {
  readonly status: string;
  readonly nodes: ReadonlyMap<string, NodeResult>;
}

interface Message {
  readonly type: string;
  readonly data: {
    readonly executionId?: string;
    readonly nodeName?: string;
    readonly status?: string;
    readonly data?: ITaskData;
  };
}

function resultOf(data: ITaskData): NodeResult {
  return {
    outputs: (data.data?.['main'] ?? []).map((items) => items ?? []),
    hints: (data.hints ?? []).map(({ message }) => message),
    ...(data.error ? { error: data.error.message } : {}),
  };
}

/** The channel by which n8n tells an open editor what happens. */
class PushChannel {
  private readonly listeners: ((message: Message) => void)[] = [];

  private constructor(
    readonly ref: string,
    private readonly socket: WebSocket,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => {
      const text = typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString('utf8');
      const message = JSON.parse(text) as Message;
      for (const listener of this.listeners) listener(message);
    });
  }

  static async open(api: EditorApi): Promise<PushChannel> {
    const ref = randomUUID();
    // Node's WebSocket takes headers, which the type of browsers does not know.
    const options = { headers: { cookie: api.cookie, origin: api.url } } as unknown as string[];
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/rest/push?pushRef=${ref}`, options);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error('n8n refuses the push channel')));
    });
    return new PushChannel(ref, socket);
  }

  onMessage(listener: (message: Message) => void): void {
    this.listeners.push(listener);
  }

  close(): void {
    this.socket.close();
  }
}

/** Presses play, as the editor does, and waits for the end. */
export async function execute(
  api: EditorApi,
  workflow: WorkflowFile & { id: string },
  trigger: string,
): Promise<ExecutionResult> {
  const channel = await PushChannel.open(api);
  const nodes = new Map<string, NodeResult>();
  try {
    const finished = new Promise<string>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error(`"${workflow.name}" does not end`)), PATIENCE_MS);
      channel.onMessage(({ type, data }) => {
        if (type === 'nodeExecuteAfterData' && data.nodeName && data.data)
          nodes.set(data.nodeName, resultOf(data.data));
        if (type !== 'executionFinished') return;
        clearTimeout(tooLong);
        resolve(data.status ?? '');
      });
    });
    await api.run(workflow.id, trigger, channel.ref);
    return { status: await finished, nodes };
  } finally {
    channel.close();
  }
}

/** The fields of the items on one output. */
export function jsonOf(result: NodeResult | undefined, output: number): IDataObject[] {
  return (result?.outputs[output] ?? []).map(({ json }) => json);
}
