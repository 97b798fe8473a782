import type { NodeRun } from './nodeRun';

/** Lets the event loop turn. */
export type Breathe = () => Promise<void>;

/** Milliseconds of work between two turns: n8n renews its locks and hears its users in between. */
const A_SLICE = 12;

/** Lets the event loop turn, and goes on: who reads lines tells how each ended, when the execution was stopped too. */
export const turn: Breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Lets the event loop turn, and ends the work when the execution was stopped. */
export function breatheOf({ context }: NodeRun): Breathe {
  const signal = context.getExecutionCancelSignal();
  return async () => {
    await turn();
    signal?.throwIfAborted();
  };
}

/** Does something for each of many things; the event loop turns between slices. */
export async function inSlices<T, R>(
  things: Iterable<T>,
  breathe: Breathe,
  each: (thing: T, index: number) => R,
): Promise<R[]> {
  const results: R[] = [];
  let began = performance.now();
  for (const thing of things) {
    results.push(each(thing, results.length));
    if (performance.now() - began < A_SLICE) continue;
    await breathe();
    began = performance.now();
  }
  return results;
}
