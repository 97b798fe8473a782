import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import { FAULT_KINDS, type FaultKind } from './faultKinds';
import { PATTERN, type FaultPattern } from './faultPattern';

const WHOLE = z.number().int().positive();

const ORDER = {
  seconds: z.number().positive(),
  count: WHOLE,
  operations: z.array(z.string()).min(1),
};

/** An order that was understood. */
export interface FaultOrder {
  readonly kind: string;
  readonly seconds?: number;
  readonly count?: number;
  readonly operations?: readonly string[];
  readonly pattern?: FaultPattern;
  readonly params: Readonly<Record<string, unknown>>;
}

export type ReadOrder = { readonly order: FaultOrder } | { readonly problem: string };

/** Reads `{ kind, … }`; what is wrong with it, in French, names the option. */
export function readOrder(wanted: unknown): ReadOrder {
  const kind = (wanted as { kind?: unknown } | null | undefined)?.kind;
  const known = typeof kind === 'string' && Object.hasOwn(FAULT_KINDS, kind) ? FAULT_KINDS[kind] : undefined;
  if (known === undefined) return { problem: `Panne inconnue. Possibles : ${Object.keys(FAULT_KINDS).join(', ')}` };
  const read = shapeOf(known).safeParse(wanted);
  if (!read.success) return { problem: sentenceOf(read.error) };
  const { seconds, count, operations, ...beside } = read.data as Omit<FaultOrder, 'pattern' | 'params'>;
  const { probability, burst, oneIn, references, seed, ...rest } = beside as FaultPattern & { kind: string };
  const { kind: _, ...params } = rest;
  const pattern = given({ probability, burst, oneIn, references, seed });
  return {
    order: {
      kind: String(kind),
      ...given({ seconds, count, operations }),
      ...(Object.keys(pattern).length === 0 ? {} : { pattern }),
      params,
    },
  };
}

function shapeOf({ params = {} }: FaultKind) {
  const options = z.object({ ...ORDER, ...PATTERN, ...params }).partial();
  return z.strictObject({ kind: z.string(), ...options.shape });
}

function sentenceOf({ issues }: z.ZodError): string {
  const [first] = issues;
  if (first?.code === 'unrecognized_keys') return `${first.keys.join(', ')} : option inconnue de cette panne`;
  return `${first?.path.join('.') ?? ''} : valeur refusée`;
}

function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/**
 * Reads a file of orders: a JSON list, in force from the start.
 * @throws Error with one line in French that names the place
 */
export function readFaultsFile(path: string): readonly FaultOrder[] {
  const wanted: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(wanted)) throw new Error(`${path} : une liste de pannes est attendue`);
  return wanted.map((one, position) => {
    const read = readOrder(one);
    if ('problem' in read) throw new Error(`${path}, panne ${position + 1} : ${read.problem}`);
    return read.order;
  });
}
