'use strict';
/** Starting a program so that nothing of it is left when it ends, or when we do. */
const { spawn } = require('node:child_process');
const { join } = require('node:path');

const LEASH = join(__dirname, 'leash.cjs');
const GRACE_MS = 10_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };

/** Sends a signal to a whole group of processes; false when none of it is left. */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ends what is left of a group: politely, then for good. */
async function endGroup(pid, graceMs) {
  if (!signalGroup(pid, 'SIGTERM')) return;
  const deadline = Date.now() + graceMs;
  while (Date.now() < deadline) {
    if (!signalGroup(pid, 0)) return;
    await pause(50);
  }
  signalGroup(pid, 'SIGKILL');
}

/**
 * Starts a program as the leader of its own group.
 * `options.node`: the program is this Node, and is kept on a leash (it ends when we are gone, however we went).
 * @returns {{ pid: number, child: import('node:child_process').ChildProcess, ended: Promise<{ code: number, error?: Error }>, stop: (graceMs?: number) => Promise<void> }}
 */
function startChild(command, args, options = {}) {
  const { stdio = 'inherit', env = process.env, cwd, leashed = false } = options;
  const streams = typeof stdio === 'string' ? [stdio, stdio, stdio] : [...stdio];
  if (leashed) streams[3] = 'pipe';
  const child = spawn(command, leashed ? ['--require', LEASH, ...args] : args, {
    cwd,
    env: leashed ? { ...env, PLIE_LEASH_FD: '3' } : env,
    stdio: streams,
    detached: true,
  });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    child.once('exit', (code, signal) => resolve({ code: code ?? EXIT_CODES[signal] ?? 1 }));
  });
  const stop = async (graceMs = GRACE_MS) => {
    if (child.pid === undefined) return;
    await endGroup(child.pid, graceMs);
    await ended;
  };
  return { pid: child.pid ?? 0, child, ended, stop };
}

/**
 * Runs a program to its end; our signals become its signals (a second one ends it at once), and whatever of its group
 * outlives it is ended.
 * @returns {Promise<{ code: number, error?: Error }>}
 */
async function runToEnd(command, args, options = {}) {
  const running = startChild(command, args, options);
  let lastResort;
  const forward = (signal) => {
    signalGroup(running.pid, lastResort ? 'SIGKILL' : signal);
    lastResort ??= setTimeout(() => signalGroup(running.pid, 'SIGKILL'), options.graceMs ?? GRACE_MS);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  const result = await running.ended;
  clearTimeout(lastResort);
  for (const signal of SIGNALS) process.off(signal, forward);
  await endGroup(running.pid, 2_000);
  return result;
}

module.exports = { startChild, runToEnd, signalGroup, EXIT_CODES };
