import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Part } from './options';

const PAGE = join(__dirname, '../../docs/bench/dedup.md');
const ROOT = join(__dirname, '../..');

/**
 * Puts a part into docs/bench/dedup.md: everything between `<!-- part -->` and `<!-- /part -->` is written by the bench,
 * all else by hand.
 */
export function writePage(part: Part, lines: readonly string[], seed: number): void {
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`docs/bench/dedup.md has no place for ${part}`);
  const measured = `Measured at commit ${commit()}, ${machine()}, seed ${String(seed)}.`;
  const text = [measured, '', ...lines].join('\n');
  writeFileSync(PAGE, `${page.slice(0, start + from.length)}\n\n${text}\n\n${page.slice(end)}`);
}

function machine(): string {
  return `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`;
}

function commit(): string {
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the commit that was measured
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
}
