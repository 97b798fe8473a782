/**
 * What a worker is at, as it tells before and after each call to its ledger and to France Travail. A mark is written at
 * once and outlives the worker.
 */
export interface Mark {
  readonly when: 'before' | 'after';
  /** `record`, `declare`, `lists.take`, … */
  readonly step: string;
  /** How many intents the call is about; 0 for one that is about none. */
  readonly count: number;
}

export type Tell = (mark: Mark) => void;

export function textOf({ when, step, count }: Mark): string {
  return `${when === 'before' ? '+' : '-'}${step} ${count}`;
}

/** The reverse of {@link textOf}; nothing for another line. */
export function markOf(text: string): Mark | undefined {
  const match = /^([+-])([\w.]+) (\d+)$/.exec(text);
  if (!match) return undefined;
  return { when: match[1] === '+' ? 'before' : 'after', step: match[2] ?? '', count: Number(match[3]) };
}

/** Calls that only compute, or come after everything. */
const NO_STEPS: ReadonlySet<string> = new Set(['prepareDeclaration', 'fieldsOf', 'close']);

/** Of a ledger, with calls of their own. */
const PARTS: ReadonlySet<string> = new Set(['lists', 'runs', 'leases', 'holdings', 'history']);

/** The same object, whose every call is told before it begins and after it has ended. */
export function marked<T extends object>(target: T, tell: Tell, prefix = ''): T {
  return new Proxy(target, {
    get: (_, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof name !== 'string') return value;
      if (PARTS.has(name)) return marked(value as object, tell, `${name}.`);
      if (typeof value !== 'function') return value;
      if (NO_STEPS.has(name)) return value.bind(target) as unknown;
      return (...args: readonly unknown[]): unknown => {
        const step = `${prefix}${name}`;
        tell({ when: 'before', step, count: step === 'record' ? lengthOf(args[0]) : 0 });
        const result: unknown = Reflect.apply(value, target, args);
        if (!(result instanceof Promise)) return result;
        return result.then((heard: unknown) => {
          tell({ when: 'after', step, count: countIn(step, args, heard) });
          return heard;
        });
      };
    },
  });
}

/** Settled ones are counted where they have an end: `unclear` is none. */
function countIn(step: string, [first]: readonly unknown[], heard: unknown): number {
  if (step === 'record' || step === 'unsettled') return lengthOf(heard);
  if (step !== 'settle' || !Array.isArray(first)) return 0;
  return (first as { outcome: { kind: string } }[]).filter(({ outcome }) => outcome.kind !== 'unclear').length;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
