import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { admin, Caller, chased, openSandbox } from './caller';

const ROOT = join(__dirname, '../..');

function run(...options: string[]): ChildProcess & { ended: Promise<{ code: number | null; stderr: string }> } {
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the sandbox is a process of its own, not a node
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...options], { cwd: ROOT });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, stderr })),
  );
  return Object.assign(child, { ended });
}

describe('the sandbox as a process of its own', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says in one line that it is ready, and stops cleanly on %s',
    async (signal) => {
      const child = run('--port', '0', '--today', '2026-11-24');
      if (child.stdout === null) throw new Error('no output');
      const line = await new Promise<string>((resolve) =>
        createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', resolve),
      );
      const ready = JSON.parse(line) as { pageUrl: string; apiBase: string };
      expect(ready).toMatchObject({
        ready: true,
        apiBase: expect.stringMatching(/\/partenaire$/),
        clientId: 'plie-exemple',
        structureCode: 'PLI5901',
      });
      expect((await fetch(ready.pageUrl)).status).toBe(200);
      child.kill(signal);
      expect((await child.ended).code).toBe(0);
      await expect(fetch(ready.pageUrl)).rejects.toThrow();
    },
  );

  it('says in one line which option to use when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await run('--port', String(port)).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Le port ${port} est déjà pris. Choisissez-en un autre : --port ${port + 1}\n`,
    });
    taken.close();
  });

  it.each([
    [['--port', 'x'], '--port : un nombre entier est attendu\n'],
    [['--quota', 'lots'], '--quota : N/SECONDES ou "off" est attendu\n'],
    [['--today', 'demain'], '--today : AAAA-MM-JJ est attendu\n'],
  ])('refuses %j in one line', async (options, sentence) => {
    expect(await run(...options).ended).toEqual({ code: 2, stderr: sentence });
  });
});

describe('from one start to the next', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps what was declared, its keys and its referrals, when it is told where', async () => {
    const statePath = join(folder, 'state.json');
    const first = await openSandbox({ readLagMs: 0, statePath });
    const firstCaller = await Caller.connect(first);
    const said = await firstCaller.declare(chased(), 'P02301.1');
    await admin(first, 'POST', '/referrals', { reason: 'Essai' });
    await first.close();

    const second = await openSandbox({ readLagMs: 0, statePath });
    const secondCaller = await Caller.connect(second);
    expect((await secondCaller.declare(chased(), 'P02301.1')).text).toBe(said.text);
    const { json } = await admin(second, 'GET', '/state');
    expect(json).toMatchObject({
      counters: { ours: 1, stopped: 1 },
      accompaniments: [{ reference: 'P02301.1', writes: 1 }],
    });
    expect(json.referrals).toHaveLength(13);
    await second.close();
  });

  it('starts afresh for another population, and says what to do with a file that it can’t read', async () => {
    const statePath = join(folder, 'state.json');
    const other = await openSandbox({ statePath, seed: 1 });
    expect((await admin(other, 'GET', '/state')).json.accompaniments).toEqual([]);
    await other.close();
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format":');
    await expect(openSandbox({ statePath: broken })).rejects.toThrow(/ne se lit pas ; supprimez ce fichier/);
  });
});
