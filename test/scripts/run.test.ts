import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { runToEnd, startChild } from '../../scripts/run/child.cjs';
import { tryLock, withLock } from '../../scripts/run/lock.cjs';

const ROOT = resolve(__dirname, '../..');
const RUN = join(ROOT, 'scripts/run.mjs');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plie-run-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function until(condition: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (condition()) return true;
    await pause(50);
  }
  return false;
}

/** A program that starts another one, writes down both pids and waits. */
const PARENT = `
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
writeFileSync(process.argv[1], JSON.stringify([process.pid, child.pid]));
setInterval(() => {}, 1000);
`;

const pidsIn = (file: string): number[] => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as number[];
  } catch {
    return [];
  }
};

describe('a command that is run', () => {
  it('gives its exit code back', async () => {
    expect(await runToEnd(process.execPath, ['-e', 'process.exit(7)'])).toMatchObject({ code: 7 });
  });

  it('takes its arguments as they are, blanks and quotes included', () => {
    // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the command as a user runs it
    const { stderr, status } = spawnSync(process.execPath, [RUN, 'no such "command"'], { encoding: 'utf8' });
    expect(stderr).toContain('no such "command"');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
  });

  it('leaves none of its processes behind when it is stopped', async () => {
    const file = join(folder, 'stopped.json');
    const running = startChild(process.execPath, ['-e', PARENT, file]);
    await until(() => pidsIn(file).length === 2);
    await running.stop(1_000);
    expect(await until(() => !pidsIn(file).some(isAlive))).toBe(true);
  });

  it('ends when whoever started it is killed', async () => {
    const file = join(folder, 'orphaned.json');
    const starter = join(folder, 'starter.cjs');
    const child = join(ROOT, 'scripts/run/child.cjs');
    writeFileSync(
      starter,
      `require(${JSON.stringify(child)}).startChild(process.execPath, ['-e', ${JSON.stringify(PARENT)}, ${JSON.stringify(file)}], { leashed: true, stdio: 'ignore' });
       setInterval(() => {}, 1000);`,
    );
    // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a process of our own, to be killed for good
    const killed = spawn(process.execPath, [starter], { stdio: 'ignore' });
    await until(() => pidsIn(file).length === 2);
    killed.kill('SIGKILL');
    expect(await until(() => !pidsIn(file).some(isAlive))).toBe(true);
  });
});

describe('a lock', () => {
  it('is held by one at a time, and free again afterwards', async () => {
    const order: string[] = [];
    const turn = (name: string) =>
      withLock(
        `${folder}:turns`,
        () => {},
        async () => {
          order.push(`${name} in`);
          await pause(20);
          order.push(`${name} out`);
        },
      );
    await Promise.all([turn('a'), turn('b')]);
    expect(order.join()).toMatch(/^(a in,a out,b in,b out|b in,b out,a in,a out)$/);
    const release = await tryLock(`${folder}:turns`);
    expect(release).toBeDefined();
    release?.();
  });

  it('tells who waits', async () => {
    const release = await tryLock(`${folder}:held`);
    const waits = jest.fn(() => release?.());
    await withLock(`${folder}:held`, waits, async () => {});
    expect(waits).toHaveBeenCalledTimes(1);
  });
});
