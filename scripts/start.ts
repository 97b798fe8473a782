import { parseArgs } from 'node:util';

import { terminalLocale } from './run/wording.cjs';
import { startInstance, terminalReport, type Instance, type InstanceOptions } from './instance';
import { CommandProblem, problem, say } from './terminal';

const N8N_PORT = 5678;
const SANDBOX_PORT = 8787;
/** The template that a person opens first. */
const FIRST_TEMPLATE = 'Déclarer nos accompagnements';

function portOf(option: string, value: string | undefined, usual: number): number {
  const port = Number(value ?? usual);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw problem('start.badPort', { option, value: value ?? '' });
  return port;
}

/** What the command line asks for. */
function readOptions(args: readonly string[]): InstanceOptions | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { 'n8n-port': text, 'sandbox-port': text, cache: text, data: text, lang: text, reset: flag, help: flag },
    }));
  } catch (error) {
    throw problem('start.badOption', { why: error instanceof Error ? (error.message.split('.')[0] ?? '') : '' });
  }
  if (values.help) return 'help';
  if (values.lang !== undefined) process.env['LC_ALL'] = values.lang === 'en' ? 'en' : 'fr';
  return {
    root: process.cwd(),
    report: terminalReport(),
    locale: terminalLocale(),
    cache: values.cache,
    data: values.data,
    n8nPort: portOf('--n8n-port', values['n8n-port'], N8N_PORT),
    sandboxPort: portOf('--sandbox-port', values['sandbox-port'], SANDBOX_PORT),
    reset: values.reset === true,
  };
}

/** The one block that says where everything is. */
function welcome({ n8n, sandbox, owner, templates, place }: Instance): string {
  const first = templates.find(({ name }) => name.startsWith(FIRST_TEMPLATE));
  const password = owner.password || say('start.ownPassword');
  const rule = '─'.repeat(78);
  const lines = [
    rule,
    `  ${say('start.ready')}`,
    '',
    `  ${say('start.editor')}`,
    `      ${first ? `${n8n.url}/workflow/${first.id}` : n8n.url}`,
    `  ${say('start.signIn', { email: owner.email, password })}`,
    '',
    `  ${say('start.sandbox')}`,
    `      ${sandbox.pageUrl}`,
    '',
    `  ${say('start.files', { folder: place.files })}`,
    `  ${say('start.stop')}`,
    `  ${say('start.afresh')}`,
    rule,
  ];
  return `\n${lines.join('\n')}\n`;
}

/** The user's wish to go: Ctrl-C, a closed terminal, a `kill`. */
function wishToGo(): AbortSignal {
  const leaving = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => leaving.abort());
  return leaving.signal;
}

const whenAborted = (signal: AbortSignal): Promise<'asked'> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('asked');
    signal.addEventListener('abort', () => resolve('asked'));
  });

async function main(): Promise<number> {
  const leaving = wishToGo();
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(`${say('start.help')}\n`);
    return 0;
  }
  const instance = await startInstance(options, leaving);
  process.stdout.write(welcome(instance));
  const ending = await Promise.race([instance.ended, whenAborted(leaving)]);
  if (ending === 'asked') process.stderr.write(`${say('start.stopping')}\n`);
  await instance.stop();
  if (ending !== 'asked') {
    throw problem(ending.who === 'n8n' ? 'start.n8nEnded' : 'start.sandboxEnded', {
      code: ending.code,
      log: instance.n8nLog,
    });
  }
  process.stderr.write(`${say('start.stopped')}\n`);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const words =
      error instanceof CommandProblem ? error.message : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`${words}\n`);
    process.exit(1);
  },
);
