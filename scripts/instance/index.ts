import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Locale } from '../../src/wording';
import { tryLock } from '../run/lock.cjs';
import { problem } from '../terminal';
import { furnish, MEMORY_FILE, prepareFiles, type Furnishing } from './furnishing';
import { ensureN8n } from './n8nProgram';
import { startN8n, type N8nServer } from './n8nServer';
import { ensurePack } from './pack';
import { placeOf, type Place } from './place';
import { anyFreePort, claimPort } from './ports';
import type { Report } from './report';
import { startSandboxServer, type SandboxServer } from './sandboxServer';

export { EditorApi, type WorkflowFile, type WorkflowNode } from './editorApi';
export { readTemplates } from './furnishing';
export { N8N_VERSION } from './place';
export { terminalReport, type Report } from './report';

export interface InstanceOptions {
  /** The checkout. */
  readonly root: string;
  readonly report: Report;
  readonly locale: Locale;
  /** Where n8n itself is kept; default: the user's cache. */
  readonly cache?: string | undefined;
  /** Where this instance lives; default: a folder of the cache that belongs to the checkout. */
  readonly data?: string | undefined;
  /** 0 = any free port. */
  readonly n8nPort: number;
  readonly sandboxPort: number;
  /** More options of the sandbox's command line. */
  readonly sandboxOptions?: readonly string[];
  /** Starts afresh: the instance's data goes, n8n itself stays. */
  readonly reset?: boolean;
}

/** Who ended, and how, when nobody had asked. */
export interface Ending {
  readonly who: 'n8n' | 'sandbox';
  readonly code: number;
}

/** A real n8n with this pack, and a France Travail of its own. */
export interface Instance extends Furnishing {
  readonly place: Place;
  readonly n8n: N8nServer;
  readonly sandbox: SandboxServer;
  /** One line for each request that reached the sandbox since the start. */
  readonly accessLog: string;
  /** Where n8n writes what it has to say. */
  readonly n8nLog: string;
  /** Resolves when one of the two ends by itself. */
  readonly ended: Promise<Ending>;
  stop(): Promise<void>;
}

/** Empties an instance's folder. A folder that is not one of ours is left alone. */
function resetData(place: Place): void {
  const empty = readdirSync(place.data).length === 0;
  if (empty) return;
  if (!existsSync(join(place.data, MEMORY_FILE))) throw problem('start.notAnInstance', { folder: place.data });
  for (const entry of readdirSync(place.data)) rmSync(join(place.data, entry), { recursive: true, force: true });
}

/** Ends, in reverse order, whatever has been started. */
class Started {
  private readonly stops: (() => Promise<void>)[] = [];

  add<T extends { stop(): Promise<void> }>(running: T): T {
    this.stops.push(() => running.stop());
    return running;
  }

  async stop(): Promise<void> {
    await Promise.all(this.stops.splice(0).map(async (stop) => await stop()));
  }
}

/** Stops what runs when the wish to go comes in the middle of the set-up. */
function unlessAborted(signal: AbortSignal): void {
  if (signal.aborted) throw problem('start.interrupted');
}

async function bringUp(
  options: InstanceOptions,
  place: Place,
  started: Started,
  signal: AbortSignal,
): Promise<Instance> {
  const { root, report } = options;
  const program = await ensureN8n(place.n8n, report);
  await ensurePack(root, place.packages, report);
  unlessAborted(signal);
  prepareFiles(root, place);

  const step = report.step('start.starting', { usualMs: 15_000 });
  try {
    const n8nLog = join(place.data, 'n8n.log');
    const accessLog = join(place.data, 'sandbox.jsonl');
    rmSync(accessLog, { force: true });
    const port = await claimPort(options.n8nPort, '--n8n-port');
    const sandboxPort = await claimPort(options.sandboxPort, '--sandbox-port');
    const settings = { place, program, port, brokerPort: await anyFreePort(), locale: options.locale };
    const sandboxStarts = startSandboxServer({
      root,
      port: sandboxPort,
      accessLog,
      state: join(place.data, 'sandbox-state.json'),
      ...(options.sandboxOptions ? { options: options.sandboxOptions } : {}),
    });
    // Both at once: n8n takes ten seconds, the sandbox two.
    const both = await Promise.allSettled([startN8n(settings, n8nLog), sandboxStarts]);
    for (const result of both) if (result.status === 'fulfilled') started.add(result.value);
    const [n8n, sandbox] = both.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    }) as [N8nServer, SandboxServer];
    unlessAborted(signal);

    const furnishing = await furnish(root, place, n8n.url, sandbox);
    step.finish();
    const ended = Promise.race([
      n8n.ended.then(({ code }) => ({ who: 'n8n' as const, code })),
      sandbox.ended.then(({ code }) => ({ who: 'sandbox' as const, code })),
    ]);
    return { ...furnishing, place, n8n, sandbox, accessLog, n8nLog, ended, stop: () => started.stop() };
  } catch (error) {
    step.abandon();
    throw error;
  }
}

/**
 * Brings up an instance: n8n and the pack installed if need be, both servers started, credentials and templates inside.
 * @param signal set when the user wants to go: what is running is stopped
 * @throws CommandProblem when something that a person can mend is in the way
 */
export async function startInstance(options: InstanceOptions, signal: AbortSignal): Promise<Instance> {
  const place = placeOf(options);
  const unlock = await tryLock(`instance:${place.data}`);
  if (!unlock) throw problem('start.alreadyRunning', { folder: place.data });
  const started = new Started();
  const stopAll = (): void => void started.stop();
  signal.addEventListener('abort', stopAll);
  try {
    if (options.reset) resetData(place);
    const instance = await bringUp(options, place, started, signal);
    return {
      ...instance,
      stop: async () => {
        await started.stop();
        unlock();
      },
    };
  } catch (error) {
    await started.stop();
    unlock();
    throw error;
  } finally {
    signal.removeEventListener('abort', stopAll);
  }
}
