import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a France Travail and remembers what was on the wire: addresses, and the tokens that were given out. */
export interface Wiretap {
  readonly url: string;
  readonly addresses: readonly string[];
  readonly tokens: ReadonlySet<string>;
  close(): Promise<void>;
}

const TOKEN = /"(?:access_token|jetonUsager)"\s*:\s*"([^"]+)"/g;

/** @param behind origin of the server that answers; what it cuts is cut here */
export async function tap(behind: string): Promise<Wiretap> {
  const addresses: string[] = [];
  const tokens = new Set<string>();
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    addresses.push(from.url ?? '');
    const { method, headers, url } = from;
    const onward = request(`${behind}${url}`, { method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      answer.on('end', () => {
        for (const [, token = ''] of text.matchAll(TOKEN)) tokens.add(token);
      });
      answer.on('error', () => to.destroy());
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    addresses,
    tokens,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
