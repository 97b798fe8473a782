/** What `npm run bench:dedup` takes after `--`. */
export interface BenchOptions {
  readonly seed: number;
  /** Adds 200,000 × 200,000 and one million. */
  readonly large: boolean;
  /** Only these parts; empty: all. */
  readonly only: readonly Part[];
  /** Groups of lookalikes a battery. */
  readonly size: number | undefined;
  /** False automatic duplicates shown with their fields, a battery. */
  readonly show: number;
}

export const PARTS = ['quality', 'batteries', 'peers', 'speed'] as const;
export type Part = (typeof PARTS)[number];

const USAGE = `npm run bench:dedup -- [--seed N] [--large] [--only ${PARTS.join('|')}]… [--size GROUPS] [--show N]`;

/** Reads the options; a string says what is wrong with them. */
export function readOptions(args: readonly string[]): BenchOptions | string {
  const only: Part[] = [];
  const numbers = { seed: 42, size: 0, show: 3 };
  let large = false;
  for (let i = 0; i < args.length; i++) {
    const [name, value = ''] = [args[i]!, args[i + 1]];
    if (name === '--large') large = true;
    else if (name === '--only' && isPart(value)) only.push(value);
    else if (isNumberName(name) && /^\d+$/.test(value)) numbers[name.slice(2) as keyof typeof numbers] = Number(value);
    else return USAGE;
    if (name !== '--large') i++;
  }
  return { seed: numbers.seed, large, only, size: numbers.size || undefined, show: numbers.show };
}

const isPart = (value: string): value is Part => (PARTS as readonly string[]).includes(value);
const isNumberName = (name: string) => ['--seed', '--size', '--show'].includes(name);
