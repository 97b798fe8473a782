import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { buildPackage } from '../build/buildPackage';
import { runNpm } from '../run/npm.cjs';
import { CommandProblem, problem, say } from '../terminal';
import type { Report } from './report';

export const PACKAGE_NAME = 'n8n-nodes-plie-france-travail';

const USUAL_MS = 20_000;

/** Everything that the packed tarball is made of. */
const INGREDIENTS = [
  'package.json',
  'tsconfig*.json',
  '*.md',
  'LICENSE',
  'nodes/**/*',
  'credentials/**/*',
  'src/**/*',
  'workflows/**/*',
];

/** A fingerprint of what the tarball would hold, read without building it. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(INGREDIENTS, { cwd: root }).sort();
  for (const file of files) {
    if (!statSync(join(root, file)).isFile()) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The tarball of a fingerprint: packed once, then found again. */
async function pack(root: string, wanted: string, report: Report): Promise<string> {
  const destination = join(root, '.work/pack', wanted.slice(0, 16));
  const [known] = globSync('*.tgz', { cwd: destination });
  if (known) return join(destination, known);
  const built = await buildPackage(root, () => report.note('run.waiting'));
  if (built.kind === 'failed') throw problem(built.code, 'file' in built ? { file: built.file } : {});
  rmSync(dirname(destination), { recursive: true, force: true });
  mkdirSync(destination, { recursive: true });
  const result = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
    what: say('pack.packing'),
    cwd: root,
    log: join(root, '.work/pack.log'),
  });
  if (!result.ok) throw new CommandProblem(result.sentence);
  const [packed] = JSON.parse(result.out) as { filename: string }[];
  if (!packed)
    throw problem('npm.failed', { what: say('pack.packing'), code: 'pack', log: join(root, '.work/pack.log') });
  return join(destination, packed.filename);
}

async function installTarball(tarball: string, packages: string): Promise<void> {
  rmSync(join(packages, 'node_modules'), { recursive: true, force: true });
  rmSync(join(packages, 'package-lock.json'), { force: true });
  mkdirSync(packages, { recursive: true });
  const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
  writeFileSync(join(packages, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const result = await runNpm(
    ['install', tarball, '--ignore-scripts', '--omit=peer', '--omit=dev', '--prefer-offline'],
    {
      what: say('pack.installing'),
      cwd: packages,
      log: join(packages, 'install.log'),
    },
  );
  if (!result.ok) throw new CommandProblem(result.sentence);
}

/**
 * Builds the package, packs it and installs the tarball where n8n installs community packages, so that what runs is
 * what a PLIE would get. Does nothing when that is there already.
 * @param packages the instance's folder of community packages
 */
export async function ensurePack(root: string, packages: string, report: Report): Promise<void> {
  const wanted = fingerprint(root);
  const mark = join(packages, '.plie-pack');
  const there = existsSync(join(packages, 'node_modules', PACKAGE_NAME, 'package.json'));
  if (there && existsSync(mark) && readFileSync(mark, 'utf8').trim() === wanted) return;
  const progress = report.step('pack.installing', { usualMs: USUAL_MS });
  try {
    rmSync(mark, { force: true });
    await installTarball(await pack(root, wanted, report), packages);
    writeFileSync(mark, `${wanted}\n`);
    progress.finish();
  } catch (error) {
    progress.abandon();
    throw error;
  }
}
