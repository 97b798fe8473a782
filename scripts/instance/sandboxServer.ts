import { createInterface } from 'node:readline';
import { join } from 'node:path';

import { startChild } from '../run/child.cjs';
import { problem } from '../terminal';

const PATIENCE_MS = 180_000;
const STOP_GRACE_MS = 5_000;

/** What the sandbox says of itself on its first line. */
interface Ready {
  readonly url: string;
  readonly pageUrl: string;
  readonly apiBase: string;
  readonly tokenUrl: string;
  readonly adminUrl: string;
  readonly clientId: string;
  readonly structureCode: string;
}

/** A France Travail to try against, in a process of its own. */
export interface SandboxServer extends Ready {
  readonly pid: number;
  readonly ended: Promise<{ code: number }>;
  stop(): Promise<void>;
}

export interface SandboxSettings {
  readonly root: string;
  readonly port: number;
  /** Where it writes one line for each request. */
  readonly accessLog: string;
  /** Where it keeps what it was told, from one start to the next. Absent: it forgets. */
  readonly state?: string;
  /** More options of its command line. */
  readonly options?: readonly string[];
}

/**
 * Starts the sandbox and waits for its first line.
 * @throws CommandProblem when it does not come up
 */
export async function startSandboxServer({
  root,
  port,
  accessLog,
  state,
  options = [],
}: SandboxSettings): Promise<SandboxServer> {
  const script = join(root, 'sandbox/main.ts');
  const kept = state === undefined ? [] : ['--state', state];
  const running = startChild(
    process.execPath,
    ['--import', 'tsx', script, '--port', String(port), '--access-log', accessLog, ...kept, ...options],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], leashed: true },
  );
  let lastWords = '';
  const { stdout, stderr } = running.child;
  if (stderr) createInterface({ input: stderr }).on('line', (line) => (lastWords = line));
  const ready = await new Promise<Ready | undefined>((resolve) => {
    const tooLong = setTimeout(() => resolve(undefined), PATIENCE_MS);
    const settle = (value: Ready | undefined): void => {
      clearTimeout(tooLong);
      resolve(value);
    };
    if (stdout) createInterface({ input: stdout }).once('line', (line) => settle(JSON.parse(line) as Ready));
    void running.ended.then(() => settle(undefined));
  });
  if (!ready) {
    await running.stop(STOP_GRACE_MS);
    throw problem('sandbox.notStarted', { why: lastWords.slice(0, 200) });
  }
  return { ...ready, pid: running.pid, ended: running.ended, stop: () => running.stop(STOP_GRACE_MS) };
}
