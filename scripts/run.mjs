#!/usr/bin/env node
/**
 * What every npm script calls: `node scripts/run.mjs NAME [arguments]`. Plain JavaScript for the system's own Node (20
 * or newer): installs what is missing, then runs the command with the Node 24 that npm brought.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { say } = require('./run/wording.cjs');
const { ensureInstalled } = require('./run/install.cjs');
const { runToEnd } = require('./run/child.cjs');

/**
 * The commands. A path that ends in `.ts` is a script of this repository; anything else is a program that npm
 * installed. A new command is one line here and one in package.json.
 */
const COMMANDS = {
  test: ['jest'],
  'test:e2e': ['jest', '--config', 'test/e2e/jest.config.js', '--runInBand'],
  build: ['scripts/build.ts'],
  types: ['tsc', '-p', 'tsconfig.json', '--noEmit'],
  lint: ['eslint', '.'],
  format: ['prettier', '--write', '--log-level', 'warn', '.'],
  'format:check': ['prettier', '--check', '.'],
  start: ['scripts/start.ts'],
  sandbox: ['sandbox/main.ts'],
  demo: ['scripts/demo/main.ts'],
  dedup: ['scripts/dedup/main.ts'],
  ledger: ['scripts/ledger/main.ts'],
  chaos: ['scripts/chaos/main.ts'],
  'bench:declare': ['bench/declare/main.ts'],
  'bench:dedup': ['bench/dedup/main.ts'],
  'bench:train': ['bench/linkage/train.ts'],
  docs: ['scripts/docs.ts'],
};

/** How long a command may take to end by itself after Ctrl-C. */
const GRACE_MS = 25_000;
const OLDEST_NODE = 20;
const WANTED_NODE = 24;

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const major = (version) => Number(version.split('.')[0]);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The Node that runs the commands: npm's Node 24 where npm has one, else our own if it is new enough. */
function nodeProgram() {
  const fromNpm = join(root, 'node_modules/.bin/node');
  if (existsSync(fromNpm)) return fromNpm;
  if (major(process.versions.node) >= WANTED_NODE) return process.execPath;
  return undefined;
}

function nodeArguments([program, ...preset]) {
  if (program.endsWith('.ts')) return ['--import', 'tsx', join(root, program), ...preset];
  return [join(root, 'node_modules/.bin', program), ...preset];
}

/** The shell that npm runs us through, and npm itself where the system tells. */
function starters() {
  try {
    const [, , npm] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').replace(/^.*\)/s, ')').split(' ');
    return `${process.ppid} ${npm}`;
  } catch {
    return String(process.ppid);
  }
}

/** An npm or a shell that is ended by a signal tells nobody: when they are gone, we end as if we had been told. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const atStart = starters();
  const watch = setInterval(() => {
    if (starters() === atStart) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

async function main() {
  endWithNpm();
  const [name, ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) fail(say('run.unknownCommand', { command: name ?? '', commands: Object.keys(COMMANDS).join(', ') }));
  if (major(process.versions.node) < OLDEST_NODE) fail(say('run.nodeTooOld', { version: process.versions.node }));

  const problem = await ensureInstalled(root);
  if (problem) fail(problem);

  const node = nodeProgram();
  if (!node) fail(say('run.noNode24', { platform: `${process.platform} ${process.arch}` }));
  const { code } = await runToEnd(node, [...nodeArguments(command), ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` },
    leashed: true,
    graceMs: GRACE_MS,
  });
  process.exitCode = code;
}

await main();
