import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { withLock } from '../run/lock.cjs';
import { runNpm } from '../run/npm.cjs';
import { startChild } from '../run/child.cjs';
import { CommandProblem, problem, say } from '../terminal';
import { N8N_VERSION } from './place';
import type { Report } from './report';

/** Measured on two cores: what an install from nothing takes, what it asks of the registry and leaves on the disk. */
const USUAL_INSTALL_MS = 6 * 60_000;
const USUAL_REBUILD_MS = 90_000;
const REQUESTS = 4_320;
const INSTALLED_MB = 2_880;
const NEEDED_GB = 5;

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

/** An n8n that can be started. */
export interface N8nProgram {
  readonly version: string;
  /** The script to start with this Node. */
  readonly script: string;
  /** `legacy` where n8n's own sandbox for expressions has no ready-made binary. */
  readonly expressionEngine: 'vm' | 'legacy';
}

interface Marks {
  readonly installed: string;
  readonly complete: string;
}

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

async function loads(folder: string, module: string): Promise<boolean> {
  const running = startChild(process.execPath, ['-e', `require(${JSON.stringify(module)})`], {
    cwd: folder,
    stdio: 'ignore',
  });
  return (await running.ended).code === 0;
}

async function installPackages(folder: string, marks: Marks, report: Report): Promise<void> {
  // What an interrupted install left cannot be told from what is whole: begin anew (npm's own cache makes that short).
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const free = freeBytes(folder);
  if (free < NEEDED_GB * GIGABYTE) {
    throw problem('n8n.noRoom', { folder, free: (free / GIGABYTE).toFixed(1), needed: NEEDED_GB });
  }
  const manifest = { private: true, dependencies: { n8n: N8N_VERSION } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

  const progress = report.step('n8n.installing', { usualMs: USUAL_INSTALL_MS });
  let requests = 0;
  const tellHowFar = setInterval(() => {
    const megabytes = Math.max(0, Math.round((free - freeBytes(folder)) / MEGABYTE));
    // Half of the time goes by with fetching, the other half with unpacking.
    const percent = 50 * Math.min(1, requests / REQUESTS) + 50 * Math.min(1, megabytes / INSTALLED_MB);
    progress.update({ percent, detail: say('n8n.size', { megabytes, total: INSTALLED_MB }) });
  }, 1_000);
  const result = await runNpm(['install', '--ignore-scripts', '--install-links=false'], {
    what: say('n8n.installing'),
    cwd: folder,
    log: join(folder, 'install.log'),
    nodeFolder: dirname(process.execPath),
    onRequest: (count) => (requests = count),
  });
  clearInterval(tellHowFar);
  if (!result.ok) {
    progress.abandon();
    throw new CommandProblem(result.sentence);
  }
  writeFileSync(marks.installed, `${N8N_VERSION}\n`);
  progress.finish();
}

/** SQLite is the one part of n8n that is compiled here (or fetched ready-made, where that is allowed). */
async function buildSqlite(folder: string, report: Report): Promise<void> {
  if (await loads(folder, 'sqlite3')) return;
  const progress = report.step('n8n.compiling', { usualMs: USUAL_REBUILD_MS });
  // The headers that come with Node's own package: node-gyp would fetch them from a site that may not be reached.
  const headers = dirname(dirname(process.execPath));
  const own = existsSync(join(headers, 'include/node/node_api.h')) ? [`--nodedir=${headers}`] : [];
  const log = join(folder, 'compile.log');
  await runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false', ...own], {
    what: say('n8n.compiling'),
    cwd: folder,
    log,
    nodeFolder: dirname(process.execPath),
  });
  if (await loads(folder, 'sqlite3')) return progress.finish();
  progress.abandon();
  throw problem('n8n.notCompiled', { log });
}

function readComplete(mark: string): N8nProgram | undefined {
  if (!existsSync(mark)) return undefined;
  const program = JSON.parse(readFileSync(mark, 'utf8')) as N8nProgram;
  return existsSync(program.script) ? program : undefined;
}

/**
 * The n8n of {@link N8N_VERSION}, installed once into `folder`. An install that was interrupted is begun again, one that
 * only lacks its compiled part is completed; several commands at once install it once.
 * @throws CommandProblem when it cannot be had: no registry, no room, no compiler
 */
export async function ensureN8n(folder: string, report: Report): Promise<N8nProgram> {
  const marks: Marks = { installed: join(folder, '.installed'), complete: join(folder, '.complete') };
  const ready = readComplete(marks.complete);
  if (ready) return ready;
  return await withLock(
    `n8n:${folder}`,
    () => report.note('run.waiting'),
    async () => {
      const meanwhile = readComplete(marks.complete);
      if (meanwhile) return meanwhile;
      if (!existsSync(marks.installed)) await installPackages(folder, marks, report);
      await buildSqlite(folder, report);
      const program: N8nProgram = {
        version: N8N_VERSION,
        script: join(folder, 'node_modules/n8n/bin/n8n'),
        expressionEngine: (await loads(folder, 'isolated-vm')) ? 'vm' : 'legacy',
      };
      writeFileSync(marks.complete, `${JSON.stringify(program)}\n`);
      return program;
    },
  );
}
