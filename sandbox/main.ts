import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSandbox, type Sandbox, type SandboxOptions } from './server';

const USAGE = `tsx sandbox/main.ts [options]
  --port N              port (8787)                    --host A          address (127.0.0.1)
  --seed N              another population (5901)      --today AAAA-MM-JJ  first business day
  --access-log F.jsonl  one line a request, appended   --state F.json    keeps what was declared from start to start
  --faults F.json       faults in force from the start (README)
  --tls-cert F.pem --tls-key F.pem   https instead of http
  --latency MS          added to every answer (15)
  --quota N/SECONDS     calls a client may make (60/1), or "off"
  --read-lag MS         reads lag behind writes (200)  --referral-every MINUTES  a new referral (20), 0 = never`;

const DEFAULT_PORT = 8787;

/** What the command line asks for, or what is wrong with it. */
function readOptions(argv: readonly string[]): { options: SandboxOptions } | { problem: string } {
  let values: Partial<Record<string, string>>;
  try {
    const text = { type: 'string' } as const;
    const names = [
      'port',
      'host',
      'seed',
      'access-log',
      'state',
      'faults',
      'today',
      'quota',
      'latency',
      'read-lag',
      'referral-every',
      'tls-cert',
      'tls-key',
    ];
    values = parseArgs({ args: [...argv], options: Object.fromEntries(names.map((name) => [name, text])) })
      .values as typeof values;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const numbers = ['port', 'seed', 'latency', 'read-lag', 'referral-every'] as const;
  const unreadable = numbers.find((name) => values[name] !== undefined && !/^\d+$/.test(values[name]));
  if (unreadable !== undefined) return { problem: `--${unreadable} : un nombre entier est attendu` };
  const [cert, key] = [values['tls-cert'], values['tls-key']];
  if ((cert === undefined) !== (key === undefined)) return { problem: '--tls-cert et --tls-key vont ensemble' };
  if (Number(values['port'] ?? 0) > 65_535) return { problem: '--port : au plus 65535' };
  if (values['today'] !== undefined && Number.isNaN(Date.parse(values['today'])))
    return { problem: '--today : AAAA-MM-JJ est attendu' };
  const quota = /^(\d+)\/(\d+)$/.exec(values['quota'] ?? '60/1');
  if (quota === null && values['quota'] !== 'off') return { problem: '--quota : N/SECONDES ou "off" est attendu' };
  const number = (name: (typeof numbers)[number], otherwise: number): number => Number(values[name] ?? otherwise);
  return {
    options: {
      port: number('port', DEFAULT_PORT),
      latencyMs: number('latency', 15),
      readLagMs: number('read-lag', 200),
      referralEveryMs: number('referral-every', 20) * 60_000,
      quota: quota === null ? null : { requests: Number(quota[1]), windowMs: Number(quota[2]) * 1000 },
      ...(cert === undefined || key === undefined
        ? {}
        : { tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } }),
      ...(values['seed'] === undefined ? {} : { seed: Number(values['seed']) }),
      ...(values['host'] === undefined ? {} : { host: values['host'] }),
      ...(values['today'] === undefined ? {} : { today: values['today'] }),
      ...(values['state'] === undefined ? {} : { statePath: values['state'] }),
      ...(values['faults'] === undefined ? {} : { faultsPath: values['faults'] }),
      ...(values['access-log'] === undefined ? {} : { accessLogPath: values['access-log'] }),
    },
  };
}

/** Says in one line why it did not start, and which option to use. */
function sentenceOf(error: unknown, options: SandboxOptions): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE')
    return `Le port ${options.port} est déjà pris. Choisissez-en un autre : --port ${(options.port ?? DEFAULT_PORT) + 1}`;
  if (code === 'EACCES')
    return `Le port ${options.port} n'est pas permis à cet utilisateur. Choisissez-en un autre : --port ${DEFAULT_PORT}`;
  return `Le bac à sable ne démarre pas : ${message ?? String(error)}`;
}

function stopOnSignal(sandbox: Sandbox): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(`${USAGE}\n`);
  const read = readOptions(process.argv.slice(2));
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n`);
    process.exit(2);
  }
  try {
    const sandbox = await startSandbox(read.options);
    stopOnSignal(sandbox);
    const { url, apiBase, tokenUrl, adminUrl, pageUrl, clientId, structureCode } = sandbox;
    process.stdout.write(
      `${JSON.stringify({ ready: true, url, pageUrl, apiBase, tokenUrl, adminUrl, clientId, structureCode })}\n`,
    );
    process.stderr.write(`France Travail d'essai prêt. La page : ${pageUrl}   (Ctrl-C pour arrêter)\n`);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, read.options)}\n`);
    process.exit(1);
  }
}

void main();
