import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { readOptions } from '../../scripts/demo/arguments';
import { CommandProblem } from '../../scripts/terminal';

const ROOT = resolve(__dirname, '../..');
const NODE = join(ROOT, 'node_modules/.bin/node');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Call {
  readonly env?: NodeJS.ProcessEnv;
  /** Ctrl-C as soon as this stands on standard error. */
  readonly stopAt?: string;
}

/** The command as npm runs it: at the top of the checkout, in French. */
async function demo(args: readonly string[], { env = {}, stopAt }: Call = {}): Promise<Ended> {
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the command is what is tested
  const child = spawn(NODE, ['--import', 'tsx', 'scripts/demo/main.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'fr_FR.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
    if (stopAt !== undefined && stderr.includes(stopAt)) child.kill('SIGINT');
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const COUNT = /^ {2}(\S.*?) +(\d+)$/;

/** The rows of the table at the end, by their words. */
function tableOf(stdout: string): Readonly<Record<string, number>> {
  const table = stdout.slice(stdout.lastIndexOf('Résultat'));
  return Object.fromEntries(
    lines(table).flatMap((line) => {
      const [, words, count] = COUNT.exec(line) ?? [];
      return words === undefined ? [] : [[words, Number(count)]];
    }),
  );
}

function partsAndTotal(stdout: string): { parts: number; total: number | undefined } {
  const { 'Lignes de la liste': total, ...parts } = tableOf(stdout);
  return { parts: Object.values(parts).reduce((sum, count) => sum + count, 0), total };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plie-demo-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const TWO = 'N° participant;Identifiant France Travail;Date entrée PLIE\nP1;99991749295;05/05/2024\n';

describe('the sample list', () => {
  it('is declared, and its table accounts for every line; told again with the same ledger, nothing leaves twice', async () => {
    const ledger = join(folder, 'registre');
    const first = await demo(['--ledger', ledger]);
    expect(first).toMatchObject({ code: 0 });
    expect(tableOf(first.stdout).Déclarés).toBeGreaterThan(50);
    const { parts, total } = partsAndTotal(first.stdout);
    expect(parts).toBe(total);
    expect(first.stdout).toContain('Personnes à relancer');

    const second = await demo(['--ledger', basename(ledger)], { env: { INIT_CWD: dirname(ledger) } });
    expect(second.stderr).toContain(`Registre gardé dans ${ledger}`);
    expect(second.stderr).not.toContain('imprévue');
    expect(second.code).toBe(0);
  });

  it('stopped by Ctrl-C while it is sent: the table of what has ended, and what becomes of the ledger', async () => {
    const stopped = await demo([], { stopAt: 'Envoi à France Travail' });
    expect(stopped.code).toBe(130);
    const { parts, total } = partsAndTotal(stopped.stdout);
    expect(parts).toBe(total);
    expect(stopped.stderr).toContain('Le registre de cet essai est effacé');
  });
});

describe('a list that cannot be used is said in one line, and nothing of a person is printed', () => {
  it.each([
    [
      'without headers, a NIR first',
      '1 72 06 78 355 011 47;ESSAI;Marie;Lille\n1 80 06 75 056 084 97;ESSAI;Jean;Lille\n',
    ],
    ['of which no column is recognised', 'Foo;Bar;Baz\na;b;c\nd;e;f\n'],
  ])('%s', async (_what, text) => {
    const { code, stdout, stderr } = await demo(['--participants', listOf('liste.csv', text)]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain('titres');
    expect(stderr).not.toMatch(/ESSAI|72 06/);
  });
});

it('a line of which nothing is recognised is counted all the same, and a header that holds a number is not printed', async () => {
  const file = listOf('vide.csv', `${TWO.replace('PLIE\n', 'PLIE;Notes 9990174929512\n')};;;quelque chose\n`);
  const { stdout, stderr } = await demo(['--participants', file]);
  expect(stderr).toContain('Restent chez vous : …');
  expect(tableOf(stdout)).toMatchObject({ 'Sans valeur dans une colonne reconnue': 1, 'Lignes de la liste': 2 });
});

describe('misuse', () => {
  it('is said in one line', async () => {
    const { code, stdout, stderr } = await demo(['--nonsense']);
    expect({ code, stdout, lines: lines(stderr).length }).toEqual({ code: 1, stdout: '', lines: 1 });
    expect(stderr).toContain('--nonsense');
  });

  it.each([
    [['--url', 'http://127.0.0.1:1/x'], '--token-url'],
    [['--url', 'http://ft.example/x', '--token-url', 'http://ft.example/t'], 'https'],
    [['--url', 'http://127.0.0.1:1/x', '--token-url', 'http://127.0.0.1:1/t'], 'FT_CLIENT_ID'],
  ])('%j says what to give', (args, told) => {
    expect(() => readOptions(args, {})).toThrow(CommandProblem);
    expect(() => readOptions(args, {})).toThrow(told);
  });
});

it('a path is meant from where the person stands, not from the top of the checkout', () => {
  const options = readOptions(['--participants', 'liste.csv', '--ledger', '/srv/registre'], {
    INIT_CWD: '/home/camille',
  });
  expect(options).toMatchObject({ participants: '/home/camille/liste.csv', ledger: '/srv/registre' });
});

describe('another server', () => {
  const access = { FT_CLIENT_ID: 'cid', FT_CLIENT_SECRET: 'secret-canari', FT_STRUCTURE: 'PLI5901' };

  it('that does not answer: exit 1, and the last line says why', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const url = `http://127.0.0.1:${port}`;
    const file = listOf('une.csv', TWO);
    const args = ['--participants', file, '--url', `${url}/partenaire`, '--token-url', `${url}/token?realm=%2Fagent`];
    const { code, stdout, stderr } = await demo(args, { env: access });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(lines(stderr).at(-1)).toContain(`127.0.0.1:${port}`);
    expect(stderr).not.toMatch(/imprévue|secret-canari|\bat .*\.[jt]s/);
  });
});
