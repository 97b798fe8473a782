/**
 * `npm run bench:dedup [-- options]`: measures the engine against every target of ../shared/record-linkage.md that can be
 * measured here, prints as it goes and writes the measured parts into docs/bench/dedup.md. Options: options.ts.
 */
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { measureSpeed } from '../linkage/speed';
import { batteryLines } from './batteryLines';
import { PARTS, readOptions, type BenchOptions, type Part } from './options';
import { writePage } from './page';
import { peerLines } from './peerLines';
import { qualityLines } from './qualityLines';

type Print = (line: string) => void;

const MEASURE: Readonly<Record<Part, (options: BenchOptions, print: Print) => Promise<string[]>>> = {
  quality: ({ seed }, print) => qualityLines(seed, print),
  batteries: batteryLines,
  peers: ({ seed }, print) => peerLines(seed, print),
  speed: async ({ seed, large }, print) => {
    const lines = ['| measure | found | target |', '|---|---|---|', ...(await measureSpeed(seed, large))];
    lines.forEach(print);
    return lines;
  },
};

async function main(options: BenchOptions): Promise<void> {
  const print: Print = (line) => process.stdout.write(`${line}\n`);
  for (const part of PARTS.filter((name) => options.only.length === 0 || options.only.includes(name))) {
    print(`\n## ${part}`);
    const lines = await MEASURE[part](options, print);
    // A short look is not what the page is to say.
    if (!options.size) writePage(part, lines, options.seed);
  }
}

/** Memory is only worth saying after a collection; npm cannot hand the flag in. */
function exposeCollection(): void {
  setFlagsFromString('--expose-gc');
  (globalThis as { gc?: unknown }).gc = runInNewContext('gc');
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = 1;
} else {
  exposeCollection();
  void main(options);
}
