import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { PostgresPlace } from '../../src/ledger';

const PASSWORD = 'mot-de-passe-d-essai';
const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL of our own: a throw-away cluster in a temporary folder, on a free port of this machine. */
export interface PostgresServer {
  /** A fresh database. */
  database(): Promise<PostgresPlace>;
  /** Rows as somebody else reads or changes them. */
  sql(place: PostgresPlace, query: string): Promise<Record<string, unknown>[]>;
  /** Everything in a database, as text. */
  dump(place: PostgresPlace): string;
  /** The server is gone at once, as after a power cut. */
  kill(): Promise<void>;
  /** And is there again, on the same port. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** @throws a sentence when the machine has no PostgreSQL: a test that needs one fails, it is not skipped. */
export async function postgresServer(): Promise<PostgresServer> {
  const programs = programsFolder();
  const folder = mkdtempSync(join(tmpdir(), 'ledger-postgres-'));
  const who = serverUser();
  if (who) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  writeFileSync(secret, PASSWORD);
  if (who) chownSync(secret, who.uid, who.gid);
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a server of our own
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'essai', '--auth=scram-sha-256', `--pwfile=${secret}`, '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  let server: ChildProcess | undefined;
  let count = 0;

  const at = (database: string): PostgresPlace => ({
    postgres: { host: '127.0.0.1', port, database, user: 'essai', password: PASSWORD },
  });
  const sql = async (place: PostgresPlace, query: string) => {
    const { host, database, user, password } = place.postgres;
    const client = new Client({ host, port, database, user, password });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('set search_path to plie_ft_ledger, plie_ft_referrals, public');
      return (await client.query(query)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const start = async () => {
    // No flush to the disk: what is tested is what we ask of a server, not whether Debian's keeps its word.
    // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a server of our own, to be killed for good
    server = spawn(
      join(programs, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        '',
        '-c',
        'deadlock_timeout=200ms',
        '-c',
        'fsync=off',
        '-c',
        'autovacuum=off',
      ],
      { ...who, cwd: folder, stdio: 'ignore' },
    );
    await answering(() => sql(at('postgres'), 'select 1'), server);
  };
  const end = async (signal: 'SIGKILL' | 'SIGINT') => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
    // The server's own children end by themselves; the port is free when they have.
    while (await isAnswering(port)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await start();
  return {
    sql,
    start,
    database: async () => {
      const name = `essai_${(count += 1)}`;
      await sql(at('postgres'), `create database ${name}`);
      return at(name);
    },
    dump: ({ postgres: { database } }) =>
      // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- of our own server
      execFileSync(
        join(programs, 'pg_dump'),
        ['-h', '127.0.0.1', '-p', String(port), '-U', 'essai', '--data-only', database],
        { encoding: 'utf8', env: { ...process.env, PGPASSWORD: PASSWORD } },
      ),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The newest version that Debian has installed. */
function programsFolder(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
  if (!folder) {
    throw new Error('These tests need a PostgreSQL server, and this machine has none: apt-get install postgresql');
  }
  return folder;
}

/** PostgreSQL refuses to run as root: then it runs as the user whom Debian's package has made for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- asks the system for a number
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(ask: () => Promise<unknown>, server: ChildProcess): Promise<void> {
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (server.exitCode !== null)
        throw new Error(`PostgreSQL ended by itself (${server.exitCode})`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
