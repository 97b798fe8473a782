'use strict';
/**
 * One at a time, for as long as the process lives: the lock is a name in the kernel (an abstract Unix socket), so that
 * a process that was killed leaves nothing to clean up.
 */
const { createHash } = require('node:crypto');
const { createServer } = require('node:net');

const RETRY_MS = 300;

/** Tries once. Returns the function that gives the lock back, or undefined when another process holds it. */
function tryLock(name) {
  if (process.platform !== 'linux') return Promise.resolve(() => {});
  const user = process.getuid?.() ?? 0;
  const key = createHash('sha256').update(`${user}:${name}`).digest('hex').slice(0, 32);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(`\0n8n-nodes-plie-france-travail:${key}`, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** Waits until the lock is free, then does the work. `onWait` is called once if somebody else holds it. */
async function withLock(name, onWait, work) {
  let release = await tryLock(name);
  if (!release) onWait();
  while (!release) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    release = await tryLock(name);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

module.exports = { tryLock, withLock };
