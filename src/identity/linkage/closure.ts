import type { RowsOfIndex } from './conflicts';
import { RowCounts } from './rowCounts';
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
  const doubtful = new RowCounts();
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const pair = pairs[i]!;
    if (pair.decision !== 'review' || !pair.mayBeConcluded) continue;
    doubtful.count(pair.right);
    doubtful.count(pair.left);
  }
  const partners = new Map<number, ScoredPair[]>();
  for (let i = 0; i < pairs.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const pair = pairs[i]!;
    if (pair.decision !== 'duplicate') continue;
    if (doubtful.of(pair.right) > 0) note(partners, pair.right, pair);
    if (side === 'both' && doubtful.of(pair.left) > 0) note(partners, pair.left, pair);
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

/** Where the two contradict each other, both links to the third must be personal: else it may be a namesake of both. */
function hasThird(pair: ScoredPair, partners: Partners, compare: Compare, side: RowsOfIndex): boolean {
  const { left, right, isContradicted } = pair;
  for (const link of partners.get(right) ?? []) {
    const third = link.left === right ? link.right : link.left;
    if (isContradicted && !link.isPersonal) continue;
    const other = side === 'both' ? linkBetween(partners.get(left), third) : sure(compare, third, left);
    if (other && (!isContradicted || other.isPersonal)) return true;
  }
  return false;
}

type Partners = ReadonlyMap<number, readonly ScoredPair[]>;

function linkBetween(links: readonly ScoredPair[] | undefined, third: number): ScoredPair | undefined {
  return links?.find(({ left, right }) => left === third || right === third);
}

function sure(compare: Compare, third: number, left: number): ScoredPair | undefined {
  const pair = compare(Math.min(third, left), Math.max(third, left));
  return pair.decision === 'duplicate' ? pair : undefined;
}

function note(partners: Map<number, ScoredPair[]>, of: number, pair: ScoredPair): void {
  const known = partners.get(of);
  if (known) known.push(pair);
  else partners.set(of, [pair]);
}
