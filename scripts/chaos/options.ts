import { parseArgs } from 'node:util';
import { serverOf, typed, type Server } from '../demo/arguments';
import { problem } from '../terminal';

/** What the command is asked for. */
export interface ChaosOptions {
  readonly kills: number;
  readonly sends: number;
  readonly seed: number;
  readonly ledger: 'sqlite' | 'postgres';
  /** Another server of the contracts, whom to speak about there, and where to write what was said. Absent: our own. */
  readonly elsewhere?: { readonly server: Server; readonly participants: string; readonly out?: string };
}

const OPTIONS = {
  kills: { type: 'string', default: '1000' },
  sends: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  ledger: { type: 'string', default: 'sqlite' },
  url: { type: 'string' },
  'token-url': { type: 'string' },
  participants: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Reads the command line and its environment. @throws CommandProblem that names what is wrong */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ChaosOptions {
  const values = parsed(args);
  const { ledger, participants, out } = values;
  if (ledger !== 'sqlite' && ledger !== 'postgres') throw problem('chaos.badValue', { option: '--ledger' });
  const server = serverOf(values.url, values['token-url'], env);
  if ((server === undefined) !== (participants === undefined)) throw problem('chaos.serverAndList');
  if (out !== undefined && server === undefined) throw problem('chaos.outWithoutServer');
  return {
    kills: whole('--kills', values.kills, 0),
    sends: whole('--sends', values.sends, 1),
    seed: whole('--seed', values.seed, 0),
    ledger,
    ...(server && participants !== undefined
      ? {
          elsewhere: {
            server,
            participants: typed(participants, env),
            ...(out === undefined ? {} : { out: typed(out, env) }),
          },
        }
      : {}),
  };
}

function whole(option: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw problem('chaos.badValue', { option });
  return Number(text);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    const option = error instanceof Error ? (/'(-[^' =]*)/.exec(error.message)?.[1] ?? args.join(' ')) : '';
    throw problem('chaos.unknownOption', { option });
  }
}
