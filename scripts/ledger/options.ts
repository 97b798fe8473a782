import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Head, LedgerPlace } from '../../src/ledger';
import { problem, say } from '../terminal';

/** What is asked of a ledger. */
export type LedgerOrder =
  | { readonly command: 'help' }
  | { readonly command: 'stats' }
  | { readonly command: 'export' }
  | { readonly command: 'verify'; readonly head?: Head }
  | { readonly command: 'purge'; readonly before: string; readonly reason?: string; readonly sure: boolean }
  | { readonly command: 'forget'; readonly reference: string; readonly secret: string; readonly sure: boolean };

export interface LedgerOptions {
  readonly order: LedgerOrder;
  readonly place: LedgerPlace;
}

const OPTIONS = {
  before: { type: 'string' },
  head: { type: 'string' },
  reason: { type: 'string' },
  ledger: { type: 'string' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Within this machine nothing has to be encrypted on the way. */
const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

type Values = ReturnType<typeof parsed>['values'];

/** Which options belong to which command: one that would do nothing is an error. */
const TAKES: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  verify: ['head'],
  stats: [],
  export: [],
  purge: ['before', 'reason', 'yes'],
  forget: ['yes'],
};

/** Reads the command line and its environment. @throws CommandProblem that names what is wrong */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): LedgerOptions {
  const { values, positionals } = parsed(args);
  const [command = 'help', reference, ...rest] = positionals;
  if (values.help || command === 'help') return { order: { command: 'help' }, place: { file: '' } };
  const taken = TAKES[command];
  if (!taken) throw problem('ledgerCommand.unknown', { command });
  const wrong = Object.keys(values).find(
    (name) => isGiven(values, name) && ![...taken, 'ledger'].includes(name as never),
  );
  if (wrong) throw problem('ledgerCommand.badOption', { option: `--${wrong}` });
  if (rest.length > 0 || (reference !== undefined && command !== 'forget')) throw problem('ledgerCommand.tooMany');
  return { order: orderOf(command, values, reference, env), place: placeOf(values.ledger, env) };
}

function orderOf(command: string, values: Values, reference: string | undefined, env: NodeJS.ProcessEnv): LedgerOrder {
  const sure = values.yes === true;
  if (command === 'verify') {
    return { command, ...(values.head === undefined ? {} : { head: headOf(values.head) }) };
  }
  if (command === 'purge') {
    const reason = values.reason?.trim();
    return { command, before: dateOf(values.before), sure, ...(reason ? { reason } : {}) };
  }
  if (command === 'forget') {
    if (reference === undefined) throw problem('ledgerCommand.noReference');
    const secret = env['PLIE_LEDGER_SECRET'] ?? '';
    if (secret.trim() === '') throw problem('ledgerCommand.noSecret');
    return { command, reference, secret, sure };
  }
  return { command: command === 'stats' ? 'stats' : 'export' };
}

function isGiven(values: Values, name: string): boolean {
  const value = values[name as keyof Values];
  return value !== undefined && value !== false;
}

function headOf(text: string): Head {
  const match = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text.trim());
  if (!match) throw problem('ledgerCommand.badHead');
  return { seal: Number(match[1]), hash: match[2]! };
}

function dateOf(text: string | undefined): string {
  const match = /^\d{4}-\d{2}-\d{2}$/.exec(text ?? '');
  const date = match ? new Date(`${match[0]}T00:00:00Z`) : undefined;
  if (!match || !date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== match[0]) {
    throw problem('ledgerCommand.badDate', { option: '--before' });
  }
  return match[0];
}

function placeOf(given: string | undefined, env: NodeJS.ProcessEnv): LedgerPlace {
  if (given === undefined || !/^postgres(ql)?:/i.test(given)) return { file: fileOf(given, env) };
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '');
  if (!url || url.hostname === '' || url.username === '' || database === '') throw problem('ledgerCommand.badServer');
  // Everybody on a machine sees the command line.
  if (url.password !== '') throw problem('ledgerCommand.passwordShown');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    postgres: {
      host,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      database,
      user: decodeURIComponent(url.username),
      ssl: !HERE.has(host) && url.searchParams.get('sslmode') !== 'disable',
    },
  };
}

/** The file itself, or a folder that holds it: n8n's user folder, or ours within it. A path is meant from where the person stands. */
function fileOf(given: string | undefined, env: NodeJS.ProcessEnv): string {
  const path = given === undefined ? (env['N8N_USER_FOLDER'] ?? homedir()) : resolve(env['INIT_CWD'] ?? '.', given);
  if (!existsSync(path)) throw problem('ledgerCommand.noLedger', { path });
  if (!statSync(path).isDirectory()) return path;
  const file = ['', 'plie-france-travail', '.n8n/plie-france-travail']
    .map((folder) => join(path, folder, 'ledger.sqlite'))
    .find((candidate) => existsSync(candidate));
  if (!file) throw problem('ledgerCommand.noLedger', { path });
  return file;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    throw problem('ledgerCommand.badCall', { help: say('ledgerCommand.seeHelp') });
  }
}
