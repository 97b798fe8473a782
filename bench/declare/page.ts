import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Measure } from './desk';
import type { Part } from './options';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/bench/declare.md');

/** Puts a part into docs/bench/declare.md, between `<!-- part -->` and `<!-- /part -->`; all else is written by hand. */
export function writePage(part: Part, lines: readonly Measure[]): void {
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`docs/bench/declare.md has no place for ${part}`);
  const rows = lines.map(
    ({ measure, found, target, reached }) => `| ${measure} | ${found} | ${target} | ${reached ? 'yes' : '**no**'} |`,
  );
  const table = ['| measure | found | target | reached |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const text = `\n\nMeasured at commit ${commit()}, ${machine()}.\n\n${table}\n\n`;
  writeFileSync(PAGE, page.slice(0, start + from.length) + text + page.slice(end));
}

function machine(): string {
  return `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`;
}

function commit(): string {
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the commit that was measured
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
}
