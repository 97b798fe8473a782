import { closureSteps } from './closure';
import { componentSteps } from './components';
import { rule } from './model';
import { RowCounts } from './rowCounts';
import type { ScoredPair } from './scoredPair';

/** Two people who are probably not one: their common partner may be either. */
const NOT_ONE_BELOW = rule('notOneBelow');
/** Pairs or comparisons between two pauses: a few milliseconds. */
const A_SLICE = 5_000;

/** Partners whose comparison with each other takes long enough to pause in it. */
const MANY = 50;

type Compare = (a: number, b: number) => ScoredPair;

/** `left`: only `left` is a row of the index; `both`: left and right are. */
export type RowsOfIndex = 'left' | 'both';

/**
 * A record that is surely A and surely B, where A and B are not one person, is neither without a person's look: all its
 * sure pairs become reviews (the national service INSi answers 02 in that case).
 *
 * @param compare the pair of two rows of the index.
 */
export function conflictsAmong(pairs: readonly ScoredPair[], compare: Compare, side: RowsOfIndex): ScoredPair[] {
  const steps = conflictSteps(pairs, compare, side);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same for a whole list; the event loop turns between slices. */
export async function conflictsAmongMany(
  pairs: readonly ScoredPair[],
  compare: Compare,
  side: RowsOfIndex,
  breathe: () => Promise<void>,
): Promise<ScoredPair[]> {
  const steps = conflictSteps(pairs, compare, side);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

function* conflictSteps(
  pairs: readonly ScoredPair[],
  compare: Compare,
  side: RowsOfIndex,
): Generator<void, ScoredPair[]> {
  const sure = new RowCounts();
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const { decision, left, right } = pairs[i]!;
    if (decision !== 'duplicate') continue;
    sure.count(right);
    if (side === 'both') sure.count(left);
  }
  // Most records have one sure partner, who is in no conflict.
  const partners = new Map<number, number[]>();
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const { decision, left, right } = pairs[i]!;
    if (decision !== 'duplicate') continue;
    if (sure.of(right) > 1) note(partners, right, left);
    if (side === 'both' && sure.of(left) > 1) note(partners, left, right);
  }
  const torn = new Set<number>();
  let done = 0;
  for (const [of, rows] of partners) {
    if (++done % A_SLICE === 0) yield;
    if (rows.length > 1 && (yield* areNotOne(rows, compare))) torn.add(of);
  }
  const settled: ScoredPair[] = [];
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const pair = pairs[i]!;
    const isTorn = torn.has(pair.right) || (side === 'both' && torn.has(pair.left));
    settled.push(isTorn && pair.decision === 'duplicate' ? pair.toReview() : pair);
  }
  const closed = yield* closureSteps(settled, compare, side);
  return side === 'both' ? yield* componentSteps(closed, compare) : closed;
}

function note(partners: Map<number, number[]>, of: number, partner: number): void {
  const known = partners.get(of);
  if (known) known.push(partner);
  else partners.set(of, [partner]);
}

function* areNotOne(rows: readonly number[], compare: Compare): Generator<void, boolean> {
  for (let i = 0; i < rows.length; i++) {
    if (rows.length > MANY) yield;
    for (let j = i + 1; j < rows.length; j++) {
      const [a, b] = rows[i]! < rows[j]! ? [rows[i]!, rows[j]!] : [rows[j]!, rows[i]!];
      if (isNotOne(compare(a, b))) return true;
    }
  }
  return false;
}

/** Too improbable, or told apart by an identifier. */
export function isNotOne(pair: ScoredPair): boolean {
  return pair.probability < NOT_ONE_BELOW || pair.isForbidden;
}
