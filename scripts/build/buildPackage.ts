import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { runToEnd } from '../run/child.cjs';
import { withLock } from '../run/lock.cjs';

/** What the compiler does not carry over: icons, codex files, profiles and tables, the templates with their samples. */
const CARRIED_OVER = [
  'nodes/**/*.{svg,png,json}',
  'credentials/**/*.{svg,png,json}',
  'src/**/*.json',
  'workflows/**/*.{json,csv,xlsx,md}',
];

export type BuildResult =
  | { readonly kind: 'built'; readonly files: number }
  | { readonly kind: 'failed'; readonly code: 'build.doesNotCompile' }
  | { readonly kind: 'failed'; readonly code: 'build.missing'; readonly file: string };

interface Manifest {
  readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

/** The files that package.json promises to n8n and that are not in `built`. */
function brokenPromises(root: string, built: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const promised = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
  return promised.filter((file) => !existsSync(join(built, file.replace(/^dist\//, ''))));
}

function carryOver(root: string, built: string): void {
  for (const file of globSync(CARRIED_OVER, { cwd: root })) {
    mkdirSync(dirname(join(built, file)), { recursive: true });
    cpSync(join(root, file), join(built, file));
  }
}

async function buildBeside(root: string, built: string): Promise<BuildResult> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const compiled = await runToEnd(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', built],
    // The compiler speaks on its standard output; ours is kept for results.
    { cwd: root, stdio: ['ignore', process.stderr, process.stderr] },
  );
  if (compiled.code !== 0) return { kind: 'failed', code: 'build.doesNotCompile' };

  carryOver(root, built);
  const [missing] = brokenPromises(root, built);
  if (missing) return { kind: 'failed', code: 'build.missing', file: missing };
  return { kind: 'built', files: globSync('**/*', { cwd: built }).length };
}

/**
 * Builds `dist/` anew: beside first, then in its place, so that whoever reads `dist/` never sees half of it and a build
 * that fails leaves the last one alone.
 * @param root the checkout
 */
export async function buildPackage(root: string, onWait: () => void): Promise<BuildResult> {
  return await withLock(`build:${root}`, onWait, async () => {
    const work = join(root, '.work');
    mkdirSync(work, { recursive: true });
    const built = mkdtempSync(join(work, 'build-'));
    try {
      const result = await buildBeside(root, built);
      if (result.kind === 'failed') return result;
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      renameSync(built, join(root, 'dist'));
      return result;
    } finally {
      rmSync(built, { recursive: true, force: true });
    }
  });
}
