import { createInterface } from 'node:readline';
import { startChild } from '../run/child.cjs';
import { markOf, type Mark } from './marks';
import type { LineEnd, WorkerOrder } from './orders';

const LEFT_ALONE_MS = 5_000;

/** A worker that runs. */
export interface WorkerProcess {
  /** Resolves when it has loaded everything and waits for its order. */
  readonly ready: Promise<void>;
  go(order: WorkerOrder, hear: (news: News) => void): void;
  /** To end after the list that it is at. */
  finish(): void;
  /** kill -9. */
  kill(): void;
  /** Resolves when it is gone and all that it said was heard; true when it ended by itself, as it should. */
  readonly ended: Promise<boolean>;
  stop(): Promise<void>;
}

/** What a worker says. */
export type News =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'round'; readonly round: number }
  | { readonly kind: 'ends'; readonly ends: readonly LineEnd[] }
  /** A run was refused, or a line is not at its end yet. */
  | { readonly kind: 'trouble'; readonly words: string };

/**
 * Starts a worker.
 * @param bundle see `bundleWorker`
 * @param cache folder in which Node keeps what it has compiled
 */
export function startWorker(bundle: string, cache: string): WorkerProcess {
  const running = startChild(process.execPath, ['--disable-warning=ExperimentalWarning', bundle], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    leashed: true,
  });
  const { stdin, stdout } = running.child;
  if (!stdin || !stdout) throw new Error('a worker without pipes');
  // Who was killed reads nothing more.
  stdin.on('error', () => undefined);
  let hear: ((news: News) => void) | undefined;
  let readyNow: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (readyNow = resolve));
  const lines = createInterface({ input: stdout });
  const heardAll = new Promise<void>((resolve) => lines.once('close', () => resolve()));
  lines.on('line', (line) => {
    if (line === '=ready') return readyNow();
    const news = newsOf(line);
    if (news) hear?.(news);
  });
  const ended = Promise.all([running.ended, heardAll]).then(([{ code }]) => code === 0);
  return {
    ready: Promise.race([ready, ended.then(() => undefined)]),
    go: (order, listener) => {
      hear = listener;
      stdin.write(`${JSON.stringify(order)}\n`);
    },
    finish: () => void stdin.write('finish\n'),
    kill: () => void running.child.kill('SIGKILL'),
    ended,
    stop: () => running.stop(LEFT_ALONE_MS),
  };
}

function newsOf(line: string): News | undefined {
  const mark = markOf(line);
  if (mark) return { kind: 'mark', mark };
  const [, word = '', rest = ''] = /^=(\w+) (.*)$/.exec(line) ?? [];
  if (word === 'round') return { kind: 'round', round: Number(rest) };
  if (word === 'ends') return { kind: 'ends', ends: JSON.parse(rest) as LineEnd[] };
  return word === '' ? undefined : { kind: 'trouble', words: `${word} ${rest}` };
}
