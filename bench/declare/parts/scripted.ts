import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SandboxServer } from '../../../scripts/instance/sandboxServer';

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

/** A server over TLS that answers declarations as it is told; tokens and look-ups always succeed. */
export async function startScripted(reply: (body: string) => Reply): Promise<SandboxServer> {
  const server = createServer(
    { cert: readFileSync(String(process.env['BENCH_CERT'])), key: readFileSync(String(process.env['BENCH_KEY'])) },
    (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        const { status, json, headers } = answerTo(request.url ?? '', () => reply(body));
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(json === undefined ? '' : JSON.stringify(json));
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    pageUrl: url,
    adminUrl: url,
    apiBase: `${url}/partenaire`,
    tokenUrl: `${url}/token?realm=%2Fagent`,
    clientId: `plie-${url}`,
    structureCode: 'PLI5901',
    pid: process.pid,
    ended: new Promise(() => undefined),
    stop: () => closed(server),
  };
}

function answerTo(url: string, otherwise: () => Reply): Reply {
  if (url.startsWith('/token')) return { status: 200, json: { access_token: 'jeton', expires_in: 1499 } };
  if (!url.includes('/usagers/par-')) return otherwise();
  return { status: 200, json: { codeRetour: 'S001', topIdentiteCertifiee: 'O', jetonUsager: 'amV0b24=' } };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
