'use strict';
/** `npm ci` when it is needed, and only then: node_modules is missing, or is not what package-lock.json says. */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { withLock } = require('./lock.cjs');
const { runNpm } = require('./npm.cjs');
const { startProgress } = require('./progress.cjs');
const { say } = require('./wording.cjs');

const USUAL_MS = 60_000;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Does what npm wrote down as installed hold every package of the lockfile that this system needs? */
function installedAsLocked(root) {
  const written = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(written)) return false;
  const installed = readJson(written).packages ?? {};
  const locked = Object.entries(readJson(join(root, 'package-lock.json')).packages ?? {});
  return locked
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.optional)
    .every(([path, entry]) => installed[path]?.version === entry.version);
}

/** Is node_modules up to date? Says so by a stamp, which holds the lockfile's hash. */
function isInstalled(root) {
  const stamp = join(root, 'node_modules/.plie-stamp');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const wanted = `${hash} ${process.platform} ${process.arch}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!installedAsLocked(root)) return false;
  writeFileSync(stamp, wanted);
  return true;
}

function expectedPackages(root) {
  const locked = Object.entries(readJson(join(root, 'package-lock.json')).packages ?? {});
  const elsewhere = (list, here) => list && !list.includes(here);
  return locked.filter(
    ([path, entry]) =>
      path.startsWith('node_modules/') &&
      !entry.link &&
      !elsewhere(entry.os, process.platform) &&
      !elsewhere(entry.cpu, process.arch),
  ).length;
}

async function install(root) {
  if (isInstalled(root)) return undefined;
  const what = say('run.installing');
  const progress = startProgress(what, { usualMs: USUAL_MS, total: expectedPackages(root) });
  const result = await runNpm(['ci'], {
    what,
    cwd: root,
    log: join(root, '.work/npm-ci.log'),
    onRequest: (done) => progress.update({ done }),
  });
  if (!result.ok) {
    progress.abandon();
    return result.sentence;
  }
  isInstalled(root);
  progress.finish();
  return undefined;
}

/**
 * Brings node_modules up to date. Several commands may ask at once: one installs, the others wait.
 * @param {string} root the checkout
 * @returns {Promise<string | undefined>} a sentence when it could not be done
 */
async function ensureInstalled(root) {
  if (!existsSync(join(root, 'package-lock.json'))) return say('run.noFile', { file: 'package-lock.json' });
  if (isInstalled(root)) return undefined;
  const onWait = () => process.stderr.write(`${say('run.waiting')}\n`);
  return withLock(`install:${root}`, onWait, () => install(root));
}

module.exports = { ensureInstalled };
