/**
 * `npm run bench:declare [-- --only PART --size PER_CENT]`: every line of the performance table, each in a process of its
 * own, against the sandbox over TLS on loopback; prints as it goes and writes docs/bench/declare.md. Options: options.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../scripts/run/child.cjs';
import { makeCertificate } from './certificate';
import type { Measure } from './desk';
import { PARTS, readOptions, type BenchOptions, type Part } from './options';
import { writePage } from './page';
import type { Compared } from './parts/compareDatasets';
import { stockLines, type StockFound } from './parts/stock';

async function main({ only, size }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-declare-'));
  const { cert, key } = makeCertificate(folder);
  const environment = { ...process.env, NODE_EXTRA_CA_CERTS: cert, BENCH_CERT: cert, BENCH_KEY: key };
  const measured: Partial<Record<Part, readonly Measure[]>> = {};
  try {
    for (const part of PARTS.filter((name) => only.length === 0 || only.includes(name))) {
      const lines =
        part === 'stock' ? await stock(size, environment) : await run<Measure[]>([part, size / 100], environment);
      measured[part] = lines;
      for (const { measure, found, target, reached } of lines) {
        process.stdout.write(`${reached ? 'reached' : 'MISSED '}  ${measure}: ${found}  (target: ${target})\n`);
      }
      // A short look is not what the page is to say.
      if (size === 100) writePage(part, lines);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stock(size: number, environment: NodeJS.ProcessEnv): Promise<readonly Measure[]> {
  const sizes = [Math.round(200 * size), Math.round(2_000 * size)] as const;
  const small = await run<StockFound>(['stock', sizes[0]], environment);
  const large = await run<StockFound>(['stock', sizes[1]], environment);
  const compared = await run<Compared | string>(['compare', sizes[1]], environment);
  const beside =
    typeof compared === 'string'
      ? `not measured: ${compared}`
      : `${compared.seconds.toFixed(1)} s, ${compared.megabytes.toFixed(0)} MB; ${compared.changed} changed found (it keeps no ledger and sends nothing)`;
  const line = { measure: `n8n's Compare Datasets, the same ${sizes[1]} lines`, found: beside, target: 'beside it' };
  return [...stockLines(small, large, sizes), { ...line, reached: true }];
}

/** A process of its own: memory and warmth of one measure are not those of the next. */
async function run<T>(args: readonly (string | number)[], env: NodeJS.ProcessEnv): Promise<T> {
  const node = ['--expose-gc', '--max-old-space-size=6144', '--import', 'tsx', join(__dirname, 'part.ts')];
  const { child, ended } = startChild(process.execPath, [...node, ...args.map(String)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    leashed: true,
  });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const read = new Promise((resolve) => child.once('close', resolve));
  await Promise.all([ended, read]);
  const found = /^FOUND (.*)$/m.exec(said)?.[1];
  if (found === undefined) throw new Error(`${args.join(' ')}: ${said.slice(-500)}`);
  return JSON.parse(found) as T;
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = 1;
} else {
  void main(options);
}
