import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { problem } from '../terminal';

const HOST = '127.0.0.1';
const LOOK_AHEAD = 50;

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, HOST, () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}

/** A port that nobody uses just now. */
export async function anyFreePort(): Promise<number> {
  return (await listenOnce(0)) ?? 0;
}

async function nextFreePort(after: number): Promise<number> {
  for (let port = after + 1; port < after + LOOK_AHEAD; port += 1) {
    if ((await listenOnce(port)) !== undefined) return port;
  }
  return await anyFreePort();
}

/**
 * The wanted port, when it is free; 0 means any.
 * @param option the option that chooses another port
 * @throws CommandProblem with the option to use and a port that is free
 */
export async function claimPort(port: number, option: string): Promise<number> {
  if (port === 0) return await anyFreePort();
  if ((await listenOnce(port)) !== undefined) return port;
  throw problem('port.taken', { port, option, free: await nextFreePort(port) });
}
