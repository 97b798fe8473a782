import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SETTINGS, type Setting } from '../../src/identity/linkage';
import { problem, say, CommandProblem } from '../terminal';

/** What the command was asked to do. */
export interface DedupOptions {
  readonly known: string;
  readonly records: string | undefined;
  readonly columns: string | undefined;
  readonly answers: string | undefined;
  readonly out: string | undefined;
  readonly clusters: string | undefined;
  readonly minProbability: number;
  readonly setting: Setting;
  readonly explain: readonly [string, string] | undefined;
}

/** Reads the command line. Throws a {@link CommandProblem} that names the option. */
export function readOptions(args: readonly string[]): DedupOptions {
  const { rest, explain } = withoutExplain(args);
  const values = parsed(rest);
  if (!values.known || (!values.out && !explain)) throw new CommandProblem(say('dedup.usage'));
  const setting = SETTINGS.find((known) => known === (values.setting ?? 'prudent'));
  if (!setting) throw problem('dedup.badOption', { option: '--setting', value: values.setting ?? '' });
  const minProbability = Number((values['min-probability'] ?? '0.01').replace(',', '.'));
  if (values['min-probability'] === '' || !(minProbability >= 0 && minProbability <= 1)) {
    throw problem('dedup.badOption', { option: '--min-probability', value: values['min-probability'] ?? '' });
  }
  const read = [values.known, values.records, values.columns, values.answers].map((path) => path && resolve(path));
  for (const written of [values.out, values.clusters]) {
    if (written && read.includes(resolve(written))) throw problem('dedup.overwrites', { file: written });
  }
  return {
    known: values.known,
    records: values.records,
    columns: values.columns,
    answers: values.answers,
    out: values.out,
    clusters: values.clusters,
    minProbability,
    setting,
    explain,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        known: text,
        records: text,
        columns: text,
        answers: text,
        out: text,
        clusters: text,
        'min-probability': text,
        setting: text,
      },
    }).values;
  } catch (error) {
    throw new CommandProblem(`${error instanceof Error ? error.message : ''}\n${say('dedup.usage')}`);
  }
}

/** `--explain` takes two ids. */
function withoutExplain(args: readonly string[]): { rest: string[]; explain: [string, string] | undefined } {
  const at = args.indexOf('--explain');
  if (at < 0) return { rest: [...args], explain: undefined };
  const [left, right] = [args[at + 1], args[at + 2]];
  if (left === undefined || right === undefined) {
    throw problem('dedup.badOption', { option: '--explain', value: left ?? '' });
  }
  return { rest: [...args.slice(0, at), ...args.slice(at + 3)], explain: [left, right] };
}
