/** The routes that n8n's own editor uses, as far as a set-up and a test need them. */

import { randomUUID } from 'node:crypto';

/** A workflow as its file holds it. */
export interface WorkflowFile {
  readonly id?: string;
  readonly name: string;
  readonly nodes: readonly WorkflowNode[];
  readonly connections: object;
  readonly settings?: object;
  readonly [more: string]: unknown;
}

export interface WorkflowNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
  readonly [more: string]: unknown;
}

export interface Owner {
  readonly email: string;
  readonly password: string;
}

interface Answer {
  readonly status: number;
  /** What n8n puts under `data`, or its whole answer. */
  readonly data: unknown;
}

/** n8n answered something that a set-up or a test did not expect. */
export class EditorApiError extends Error {
  override readonly name = 'EditorApiError';

  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly said: string,
  ) {
    super(`${method} ${path}: ${status} ${said}`);
  }
}

const wordsOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : '';

/** A session of the owner on one n8n. */
export class EditorApi {
  /** n8n ties the session to one browser. */
  readonly browserId = randomUUID();

  cookie = '';

  constructor(readonly url: string) {}

  private async ask(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'browser-id': this.browserId,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
    if (session) this.cookie = session.split(';')[0] ?? '';
    const text = await response.text();
    const json: unknown = text.startsWith('{') ? JSON.parse(text) : text;
    const data = typeof json === 'object' && json !== null && 'data' in json ? json.data : json;
    return { status: response.status, data };
  }

  private async demand<T>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<T> {
    const { status, data } = await this.ask(method, path, body, headers);
    if (status >= 300) throw new EditorApiError(method, path, status, wordsOf(data));
    return data as T;
  }

  /** Has this n8n got its owner? */
  async hasOwner(): Promise<boolean> {
    const settings = await this.demand<{ userManagement?: { showSetupOnFirstLoad?: boolean } }>(
      'GET',
      '/rest/settings',
    );
    return settings.userManagement?.showSetupOnFirstLoad !== true;
  }

  async createOwner({ email, password }: Owner, name: { firstName: string; lastName: string }): Promise<void> {
    await this.demand('POST', '/rest/owner/setup', { email, password, ...name });
  }

  /** Returns false when n8n refuses the password. */
  async signIn({ email, password }: Owner): Promise<boolean> {
    const { status } = await this.ask('POST', '/rest/login', { emailOrLdapLoginId: email, password });
    return status === 200;
  }

  async createCredential(name: string, type: string, data: object): Promise<string> {
    const { id } = await this.demand<{ id: string }>('POST', '/rest/credentials', { name, type, data });
    return id;
  }

  /** A credential as its screen shows it: secrets are blanked, and a save leaves them alone. `undefined` when it is gone. */
  async readCredential(id: string): Promise<{ name: string; type: string; data: Record<string, unknown> } | undefined> {
    const { status, data } = await this.ask('GET', `/rest/credentials/${id}?includeData=true`);
    return status === 200 ? (data as { name: string; type: string; data: Record<string, unknown> }) : undefined;
  }

  async changeCredential(id: string, change: { name: string; type: string; data: object }): Promise<void> {
    await this.demand('PATCH', `/rest/credentials/${id}`, change);
  }

  async testCredential(credentials: {
    id: string;
    name: string;
    type: string;
  }): Promise<{ status: string; message: string }> {
    return await this.demand('POST', '/rest/credentials/test', { credentials });
  }

  async readWorkflow(id: string): Promise<(WorkflowFile & { id: string }) | undefined> {
    const { status, data } = await this.ask('GET', `/rest/workflows/${id}`);
    return status === 200 ? (data as WorkflowFile & { id: string }) : undefined;
  }

  async createWorkflow(workflow: WorkflowFile): Promise<string> {
    const { id } = await this.demand<{ id: string }>('POST', '/rest/workflows', workflow);
    return id;
  }

  async changeWorkflow(id: string, change: object): Promise<void> {
    await this.demand('PATCH', `/rest/workflows/${id}`, change);
  }

  /** Which credentials a node asks for, by name of the credential's type. */
  async credentialsOf(type: string, version: number): Promise<string[]> {
    const [description] = await this.demand<{ credentials?: { name: string }[] }[]>('POST', '/rest/node-types', {
      nodeInfos: [{ name: type, version }],
    });
    return (description?.credentials ?? []).map(({ name }) => name);
  }

  /** Presses play on a trigger. The answer comes through the push channel named `pushRef`. */
  async run(workflowId: string, trigger: string, pushRef: string): Promise<string> {
    const body = { triggerToStartFrom: { name: trigger } };
    const path = `/rest/workflows/${workflowId}/run`;
    const { executionId } = await this.demand<{ executionId: string }>('POST', path, body, { 'push-ref': pushRef });
    return executionId;
  }
}
