import type { RowsOfIndex } from './conflicts';
import type { ScoredPair } from './scoredPair';

/** Pairs between two pauses: a few milliseconds. */
const A_SLICE = 5_000;

type Compare = (a: number, b: number) => ScoredPair;

/**
 * Being one person is transitive: a pair left to review is sure after all where a third record is surely both of them.
 * Nothing is concluded from a pair that is itself concluded, nor against an identifier that says otherwise.
 *
 * @param compare the pair of two rows of the index.
 */
export function* closureSteps(
  pairs: readonly ScoredPair[],
  compare: Compare,
  side: RowsOfIndex,
): Generator<void, ScoredPair[]> {
  const partners = new Map<number, number[]>();
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const { decision, left, right } = pairs[i]!;
    if (decision !== 'duplicate') continue;
    note(partners, right, left);
    if (side === 'both') note(partners, left, right);
  }
  const closed: ScoredPair[] = [];
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const pair = pairs[i]!;
    const joined = pair.decision === 'review' && pair.mayBeConcluded && hasThird(pair, partners, compare, side);
    closed.push(joined ? pair.toDuplicate() : pair);
  }
  return closed;
}

function hasThird(
  { left, right }: ScoredPair,
  partners: ReadonlyMap<number, readonly number[]>,
  compare: Compare,
  side: RowsOfIndex,
): boolean {
  const ofRight = partners.get(right) ?? [];
  if (side === 'both') {
    const ofLeft = partners.get(left) ?? [];
    return ofRight.some((third) => ofLeft.includes(third));
  }
  return ofRight.some((third) => compare(Math.min(third, left), Math.max(third, left)).decision === 'duplicate');
}

function note(partners: Map<number, number[]>, of: number, partner: number): void {
  const known = partners.get(of);
  if (known) known.push(partner);
  else partners.set(of, [partner]);
}
