import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandProblem, problem, say } from '../terminal';

/** Another server of the same contracts, and who we are there. */
export interface Server {
  /** Base above the APIs. */
  readonly url: string;
  /** Whole token URL, with its realm. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly structureCode: string;
}

export interface DemoOptions {
  readonly help: boolean;
  /** Whole path of the list; absent: the sample. */
  readonly participants?: string;
  /** Absent: a sandbox of our own. */
  readonly server?: Server;
  /** Whole path of the folder that keeps the ledger; absent: a temporary one, removed at the end. */
  readonly ledger?: string;
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  participants: { type: 'string' },
  url: { type: 'string' },
  'token-url': { type: 'string' },
  ledger: { type: 'string' },
} as const;

/**
 * Reads the command's options and the environment that belongs to them.
 *
 * @throws CommandProblem with one line that says what to do.
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): DemoOptions {
  const values = parsed(args);
  const server = serverOf(values.url, values['token-url'], env);
  return {
    help: values.help,
    ...(values.participants === undefined ? {} : { participants: typed(values.participants, env) }),
    ...(values.ledger === undefined ? {} : { ledger: typed(values.ledger, env) }),
    ...(server ? { server } : {}),
  };
}

/** A path is meant from where the person stands; npm itself goes to the top of the checkout and says so. */
export function typed(path: string, env: NodeJS.ProcessEnv): string {
  return resolve(env.INIT_CWD ?? '.', path);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    const option = error instanceof Error ? (/'(-[^' =]*)/.exec(error.message)?.[1] ?? args.join(' ')) : '';
    throw problem('demo.unknownOption', { option });
  }
}

export function serverOf(
  url: string | undefined,
  tokenUrl: string | undefined,
  env: NodeJS.ProcessEnv,
): Server | undefined {
  if (url === undefined && tokenUrl === undefined) return undefined;
  if (url === undefined || tokenUrl === undefined) throw problem('demo.bothAddresses');
  return {
    url: address('--url', url),
    tokenUrl: address('--token-url', tokenUrl),
    clientId: fromEnvironment(env, 'FT_CLIENT_ID'),
    clientSecret: fromEnvironment(env, 'FT_CLIENT_SECRET'),
    structureCode: fromEnvironment(env, 'FT_STRUCTURE'),
  };
}

function address(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw problem('demo.badAddress', { option });
  if (url.protocol === 'http:' && !isThisMachine(url.hostname)) throw problem('demo.plainHttp', { option });
  return text;
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function fromEnvironment(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]?.trim();
  if (!value) throw problem('demo.environment', { name });
  return value;
}

/**
 * The bytes of the list.
 *
 * @throws CommandProblem when it cannot be read.
 */
export function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new CommandProblem(say('demo.noFile', { path, code }));
  }
}
