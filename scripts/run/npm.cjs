'use strict';
/** Running npm: what it does is counted, what went wrong is said in one line. */
const { spawn } = require('node:child_process');
const { createWriteStream, mkdirSync } = require('node:fs');
const { delimiter, dirname } = require('node:path');
const { createInterface } = require('node:readline');
const { EXIT_CODES, signalGroup } = require('./child.cjs');
const { say } = require('./wording.cjs');

/** How long an interrupted npm may tidy up. */
const GRACE_MS = 3_000;

/** What `npm run` sets for its own command and another npm must not take for a wish. */
const OUTER_NPM =
  /^npm_(lifecycle|package|config_(local_prefix|prefix|loglevel|ignore_scripts|workspaces?|include.*|omit|save.*|json|silent))/i;

const NO_REGISTRY = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ERR_SOCKET_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'E401',
  'E403',
  'E407',
  'E502',
  'E503',
  'E504',
  'CERT_HAS_EXPIRED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];
const NO_DISK = ['ENOSPC', 'EDQUOT'];
const NO_RIGHT = ['EACCES', 'EPERM', 'EROFS'];

/** The environment for an npm of our own: this Node first, nothing of the outer npm. */
function npmEnvironment(nodeFolder) {
  const kept = Object.entries(process.env).filter(([name]) => !OUTER_NPM.test(name));
  const env = Object.fromEntries(kept);
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]\.bin$/.test(folder));
  env.PATH = [...(nodeFolder ? [nodeFolder] : []), ...folders].join(delimiter);
  return env;
}

function reasonOf(code) {
  if (NO_REGISTRY.includes(code)) return 'npm.noRegistry';
  if (NO_DISK.includes(code)) return 'npm.noDisk';
  if (NO_RIGHT.includes(code)) return 'npm.noRight';
  if (code === 'EUSAGE') return 'npm.staleLock';
  return 'npm.failed';
}

/**
 * Runs npm in a folder. Everything that it says goes to the log file; what a person needs comes back as a sentence.
 * @param {readonly string[]} args
 * @param {{ what: string, cwd: string, log: string, nodeFolder?: string, onRequest?: (count: number) => void }} options
 * @returns {Promise<{ ok: true, out: string } | { ok: false, sentence: string }>}
 */
function runNpm(args, { what, cwd, log, nodeFolder, onRequest }) {
  mkdirSync(dirname(log), { recursive: true });
  const logStream = createWriteStream(log);
  logStream.on('error', () => {});
  return new Promise((resolve) => {
    const child = spawn(
      'npm',
      [...args, '--loglevel=http', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier'],
      {
        cwd,
        env: npmEnvironment(nodeFolder),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );
    let interruption;
    const interrupted = (signal) => {
      if (interruption) return;
      interruption = signal;
      signalGroup(child.pid, 'SIGTERM');
      setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupted);

    let requests = 0;
    let code = '';
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      out += chunk;
      logStream.write(chunk);
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      logStream.write(`${line}\n`);
      if (/^npm http (fetch|cache) /.test(line)) onRequest?.((requests += 1));
      code ||= /^npm (?:error|ERR!) (?:code|errno) (\S+)/.exec(line)?.[1] ?? '';
    });
    const settle = (result) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupted);
      logStream.end(() => resolve(result));
    };
    child.once('error', () => settle({ ok: false, sentence: say('npm.missing', { what }) }));
    child.once('close', (status) => {
      if (interruption) {
        signalGroup(child.pid, 'SIGKILL');
        process.exit(EXIT_CODES[interruption]);
      }
      if (status === 0) return settle({ ok: true, out });
      const reason = code || `exit ${status}`;
      return settle({ ok: false, sentence: say(reasonOf(code), { what, code: reason, folder: cwd, log }) });
    });
  });
}

module.exports = { runNpm };
