import { openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { startChild, type RunningChild } from '../run/child.cjs';
import { problem } from '../terminal';
import type { N8nSettings } from './settings';
import { n8nEnvironment } from './settings';

const PATIENCE_MS = 300_000;
const LOOK_EVERY_MS = 200;
/** n8n lets executions end for 10 s; then it is ended. */
const STOP_GRACE_MS = 15_000;

/** An n8n that answers. */
export interface N8nServer {
  readonly url: string;
  readonly pid: number;
  /** Resolves with the exit code when it ends, asked or not. */
  readonly ended: Promise<{ code: number }>;
  stop(): Promise<void>;
}

/** n8n answers a page that says "starting up" at first; its real answer to a stranger is a JSON 401. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/rest/login`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return (
      response.status === 401 ||
      (response.status === 200 && response.headers.get('content-type')?.includes('json') === true)
    );
  } catch {
    return false;
  }
}

async function untilItAnswers(url: string, running: RunningChild): Promise<'answers' | 'ended' | 'silent'> {
  let over = false;
  void running.ended.then(() => (over = true));
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (over) return 'ended';
    if (await answers(url)) return 'answers';
    await pause(LOOK_EVERY_MS);
  }
  return 'silent';
}

/**
 * Starts n8n and waits until it answers.
 * @param log where it writes what it has to say
 * @throws CommandProblem when it does not come up
 */
export async function startN8n(settings: N8nSettings, log: string): Promise<N8nServer> {
  const url = `http://127.0.0.1:${settings.port}`;
  const out = openSync(log, 'w', 0o600);
  const running = startChild(process.execPath, [settings.program.script, 'start'], {
    cwd: settings.place.files,
    env: n8nEnvironment(settings),
    stdio: ['ignore', out, out],
    leashed: true,
  });
  const state = await untilItAnswers(url, running);
  if (state === 'answers') {
    return { url, pid: running.pid, ended: running.ended, stop: () => running.stop(STOP_GRACE_MS) };
  }
  await running.stop(STOP_GRACE_MS);
  const lastWords = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
  throw problem(state === 'ended' ? 'n8n.died' : 'n8n.silent', { log, why: lastWords.slice(0, 160) });
}
