/** `npm run bench:dedup`: measures the engine against every target that can be measured here. See options.ts. */
import { batteryLines } from './batteryLines';
import { readOptions, type BenchOptions } from './options';

async function main(options: BenchOptions): Promise<void> {
  const lines = await batteryLines(options, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${String(lines.length)} lines\n`);
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = 1;
} else void main(options);
