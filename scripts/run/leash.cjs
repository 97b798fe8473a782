'use strict';
/**
 * Loaded before a program that we start: when whoever started it is gone, even killed, the other end of this pipe
 * closes and the program stops, with the whole group of processes that it leads.
 */
const { Socket } = require('node:net');

const GRACE_MS = 10_000;
const fd = Number(process.env.PLIE_LEASH_FD);
delete process.env.PLIE_LEASH_FD;

if (Number.isInteger(fd) && fd > 2) {
  const leash = new Socket({ fd, readable: true, writable: false });
  leash.on('error', () => {});
  leash.on('close', () => {
    process.on('exit', () => process.kill(-process.pid, 'SIGKILL'));
    process.kill(-process.pid, 'SIGTERM');
    setTimeout(() => process.kill(-process.pid, 'SIGKILL'), GRACE_MS).unref();
  });
  leash.resume();
  leash.unref();
}
