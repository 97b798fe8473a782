import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startProgress } from '../run/progress.cjs';
import { terminalLocale } from '../run/wording.cjs';
import { CommandProblem, problem, say, tell } from '../terminal';
import { readFile, readOptions, type DemoOptions, type Server } from './arguments';
import { declareList, type DeclareResult } from './declareList';
import { columnsOf, readList, shownHeader, type DemoList } from './list';
import { accessRefused, countOutcomes, endedWell, totalOf, type OutcomeCounts } from './outcomes';
import { printed, type Report, type Situation } from './report';
import { credentialsFor, type DemoCredentials } from './target';

const SAMPLE = join(__dirname, '../../workflows/samples/participants-exemple.csv');
/** Its look-up fails at the sandbox by design: the command would end with an error for everyone who tries it. */
const SAMPLE_LEFT_OUT = 'P02369';

/** What has to be undone at the end, last first. */
const endings: (() => Promise<void> | void)[] = [];
const stop = new AbortController();

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    process.stdout.write(`${say('demo.help')}\n`);
    return 0;
  }
  const list = openList(options);
  const { userFolder, ledgerSecret } = openLedgerFolder(options);
  settleEnvironment(userFolder, ledgerSecret);
  const { server, situation } = await openServer(options);
  const credentials = credentialsFor(server, ledgerSecret);
  const before = await situation?.();
  const preview = await run(list, credentials, false);
  if (stop.signal.aborted) throw problem('demo.stoppedBefore');
  tellPreview(preview);
  const { items } = await run(list, credentials, true);
  const after = await situation?.();
  const counts = countOutcomes(items);
  const { leftOut, total, unread } = list;
  const report = { total, counts, left: list.leavers.length, leftOut, unread, items };
  process.stdout.write(`${printed({ ...report, ...(before && after ? { before, after } : {}) })}\n`);
  const kept = options.ledger === undefined ? 'trial' : 'kept';
  if (stop.signal.aborted) throw problem(`demo.stopped.${kept}`);
  return verdict(report, kept);
}

/** 0 when every line has its end and every accepted one was told; else 1, with the sentence that says why. */
function verdict({ counts, items, left, leftOut, unread, total }: Report, kept: 'trial' | 'kept'): number {
  const ended = totalOf(counts) + left + leftOut + unread;
  const complaints = [
    ...(ended === total ? [] : [say('demo.countsDiffer', { ended, total })]),
    ...(accessRefused(items) ? [say('demo.accessRefused', { count: counts.forbidden })] : []),
    ...(endedWell(counts) ? [] : [say(`demo.endedBadly.${kept}`, { count: notTold(counts) })]),
  ];
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  return complaints.length > 0 ? 1 : 0;
}

function notTold({ unavailable, unclear }: OutcomeCounts): number {
  return unavailable + unclear;
}

function openList({ participants }: DemoOptions): DemoList {
  const file = participants ?? SAMPLE;
  const leftOut = new Set(participants === undefined ? [SAMPLE_LEFT_OUT] : []);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  const list = readList(readFile(file), today, leftOut);
  const { known, aside } = columnsOf(list);
  const columns = known.length + aside.length;
  tell('demo.list', { file: basename(file), rows: list.table.rows.length, known: known.length, columns });
  if (aside.length > 0) tell('demo.aside', { columns: aside.join(', ') });
  for (const { header, ask } of list.mapping.questions) {
    if (ask) tell('demo.question', { header: shownHeader(header), question: say(ask.code, ask.params) });
  }
  if (list.leftOut > 0) tell('demo.leftOut', { id: SAMPLE_LEFT_OUT });
  return list;
}

/** n8n's user folder for this run, where the node keeps its ledger; with `--ledger` it stays, and so does its key. */
function openLedgerFolder({ ledger }: DemoOptions): { userFolder: string; ledgerSecret: string } {
  if (ledger === undefined) {
    const userFolder = mkdtempSync(join(tmpdir(), 'plie-demo-'));
    endings.push(() => rmSync(userFolder, { recursive: true, force: true }));
    return { userFolder, ledgerSecret: randomBytes(24).toString('base64url') };
  }
  const userFolder = ledger;
  try {
    mkdirSync(userFolder, { recursive: true });
    const ledgerSecret = keptSecret(join(userFolder, 'cle-du-registre'));
    tell('demo.ledger', { path: userFolder });
    return { userFolder, ledgerSecret };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw problem('demo.noLedger', { path: userFolder, code });
  }
}

function keptSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const secret = randomBytes(24).toString('base64url');
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}

/** n8n-core reads these once, when it is loaded; in a folder that is kept it insists on the key of the first run. */
function settleEnvironment(userFolder: string, ledgerSecret: string): void {
  Object.assign(process.env, {
    N8N_USER_FOLDER: userFolder,
    N8N_ENCRYPTION_KEY: createHmac('sha256', ledgerSecret).update('n8n').digest('base64url'),
    N8N_DEFAULT_LOCALE: terminalLocale(),
    N8N_LOG_LEVEL: 'silent',
    N8N_DIAGNOSTICS_ENABLED: 'false',
  });
}

/** The server that was given, or a sandbox of our own with a look inside. */
async function openServer(options: DemoOptions): Promise<{ server: Server; situation?: () => Promise<Situation> }> {
  if (options.server) {
    tell('demo.server', { host: new URL(options.server.url).host });
    return { server: options.server };
  }
  const { startSandbox } = await import('../../sandbox/server.js');
  const sandbox = await startSandbox();
  endings.push(() => sandbox.close());
  tell('demo.sandbox', { url: sandbox.pageUrl });
  const { apiBase: url, tokenUrl, clientId, clientSecret, structureCode } = sandbox;
  const situation = async (): Promise<Situation> => {
    const answer = await fetch(`${sandbox.adminUrl}/state`);
    const { counters } = (await answer.json()) as { counters: { ours: number; planned: number } };
    return { accompanied: counters.ours, planned: counters.planned };
  };
  return { server: { url, tokenUrl, clientId, clientSecret, structureCode }, situation };
}

/** One run of the workflow, with its progress on standard error. */
async function run(list: DemoList, credentials: DemoCredentials, send: boolean): Promise<DeclareResult> {
  const progress = startProgress(say(send ? 'demo.sending' : 'demo.preview'));
  const result = await declareList({
    items: list.items,
    send,
    credentials,
    signal: stop.signal,
    onProgress: (detail) => progress.update({ detail }),
  });
  if (stop.signal.aborted) {
    progress.abandon();
    return result;
  }
  if (result.problem !== undefined) {
    progress.abandon();
    throw new CommandProblem(result.problem);
  }
  progress.finish();
  return result;
}

function tellPreview({ items }: DeclareResult): void {
  const count = (would: string) => items.filter((item) => item.would === would).length;
  tell('demo.previewed', { send: count('send'), nothing: count('nothing'), stop: count('stop') });
}

async function endAll(): Promise<void> {
  const { ledgers } = await import('../../src/ledger/index.js');
  await ledgers.closeAll();
  for (const end of endings.reverse()) await end();
}

function failed(error: unknown): number {
  const line = error instanceof CommandProblem ? error.message : say('demo.failed', { name: nameOf(error) });
  process.stderr.write(`${line}\n`);
  return stop.signal.aborted ? 130 : 1;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

void main()
  .catch(failed)
  .then(async (code) => {
    await endAll();
    process.exitCode = code;
    // Kept-alive connections would hold the process for a while; what is printed goes out first.
    process.stdout.write('', () => process.exit(code));
  });
