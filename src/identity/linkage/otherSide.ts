import type { PivotRecord } from '../../fields';
import { isNotOne } from './conflicts';
import type { ScoredPair } from './scoredPair';

/** Pairs between two pauses: a few milliseconds. */
const A_SLICE = 2_000;

/** Where records of the other list are compared with each other. */
export interface Beside {
  add(record: PivotRecord): number;
  compare(left: number, right: number): ScoredPair;
}

/**
 * Two records of the other list that are surely one row of the index, and are not one person (two NIR that differ, say),
 * are neither without a person's look: the row is one of the two, or nobody of them.
 *
 * @param pairs `left`: a row of the index, `right`: the place in `records`.
 * @param beside an empty index of the same model.
 */
export async function settleOtherSide(
  pairs: readonly ScoredPair[],
  records: readonly PivotRecord[],
  beside: Beside,
  breathe: () => Promise<void>,
): Promise<ScoredPair[]> {
  const claims = new Map<number, number[]>();
  for (const { decision, left, right } of pairs) {
    if (decision !== 'duplicate') continue;
    const rights = claims.get(left);
    if (rights) rights.push(right);
    else claims.set(left, [right]);
  }
  const rows = new Map<number, number>();
  const rowOf = (right: number): number => {
    const row = rows.get(right) ?? beside.add(records[right]!);
    rows.set(right, row);
    return row;
  };
  const torn = new Set<number>();
  let done = 0;
  for (const [left, rights] of claims) {
    if (rights.length < 2) continue;
    if ((done += rights.length ** 2) > A_SLICE) {
      done = 0;
      await breathe();
    }
    if (areNotOne(rights.map(rowOf), beside)) torn.add(left);
  }
  if (torn.size === 0) return [...pairs];
  return pairs.map((pair) => (pair.decision === 'duplicate' && torn.has(pair.left) ? pair.toReview() : pair));
}

function areNotOne(rows: readonly number[], beside: Beside): boolean {
  return rows.some((row, i) => rows.slice(i + 1).some((other) => isNotOne(beside.compare(row, other))));
}
