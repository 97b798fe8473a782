import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it came over the wire. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer in short: status and body (an object becomes JSON), or full control over the response. */
export type Reply =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | ((response: ServerResponse, request: IncomingMessage) => void);

export interface ScriptedServer {
  readonly url: string;
  readonly apiBase: string;
  readonly tokenUrl: string;
  /** API requests, in the order of their arrival. */
  readonly seen: readonly Seen[];
  readonly tokenRequests: readonly Seen[];
  /** TCP connections so far. */
  readonly connections: number;
  close(): Promise<void>;
}

export interface Script {
  readonly api?: (seen: Seen, index: number) => Reply | Promise<Reply>;
  readonly token?: (seen: Seen, index: number) => Reply | Promise<Reply>;
}

/** Tokens are `token-1`, `token-2`, … */
const grant = (_seen: Seen, index: number): Reply => ({
  status: 200,
  json: { access_token: `token-${index + 1}`, token_type: 'Bearer', expires_in: 1499 },
});

/**
 * A server that says what the test tells it to: what a sandbox cannot be made to say (a torn connection, an answer that no
 * contract knows, a token endpoint that is a web page).
 */
export async function startScripted(script: Script = {}): Promise<ScriptedServer> {
  const seen: Seen[] = [];
  const tokenRequests: Seen[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;

  const server = createServer((request, response) => {
    void receive(request).then(async (one) => {
      const isToken = one.url.includes('access_token');
      const list = isToken ? tokenRequests : seen;
      list.push(one);
      const answer = isToken ? (script.token ?? grant) : script.api;
      give(await (answer?.(one, list.length - 1) ?? { status: 404 }), response, request);
    });
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    apiBase: `${url}/partenaire`,
    tokenUrl: `${url}/connexion/oauth2/access_token?realm=%2Fagent`,
    seen,
    tokenRequests,
    get connections() {
      return connections;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function receive(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function give(reply: Reply, response: ServerResponse, request: IncomingMessage): void {
  if (typeof reply === 'function') return reply(response, request);
  const isJson = reply.json !== undefined;
  response.writeHead(reply.status, { ...(isJson ? { 'content-type': 'application/json' } : {}), ...reply.headers });
  response.end(isJson ? JSON.stringify(reply.json) : (reply.text ?? ''));
}
