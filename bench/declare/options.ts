export const PARTS = ['lots', 'single', 'quota', 'retryAfter', 'tokens', 'stock', 'dressed'] as const;
export type Part = (typeof PARTS)[number];

/** What `npm run bench:declare` takes after `--`. */
export interface BenchOptions {
  /** Only these parts; empty: all. */
  readonly only: readonly Part[];
  /** Share of the full size, in per cent: for a short look, of which nothing is written down. */
  readonly size: number;
}

const USAGE = `npm run bench:declare -- [--only ${PARTS.join('|')}]… [--size PER_CENT]`;

/** Reads the options; a string says what is wrong with them. */
export function readOptions(args: readonly string[]): BenchOptions | string {
  const only: Part[] = [];
  let size = 100;
  for (let i = 0; i < args.length; i += 2) {
    const [name, value = ''] = [args[i], args[i + 1]];
    const percent = Number(value);
    if (name === '--only' && isPart(value)) only.push(value);
    else if (name === '--size' && percent > 0 && percent <= 100) size = percent;
    else return USAGE;
  }
  return { only, size };
}

const isPart = (value: string): value is Part => (PARTS as readonly string[]).includes(value);
