import type { ScoredPair } from './scoredPair';

/** Rows of one group that are compared with each other at most; more copies of a record say nothing new. */
const MOST_COMPARED = 40;
/** Comparisons between two pauses: a few milliseconds. */
const A_SLICE = 5_000;

type Compare = (a: number, b: number) => ScoredPair;

/**
 * Sure pairs join groups. A group in which an identifier says that two are not one person was joined by a wrong link
 * somewhere: all of its sure pairs go to a person.
 *
 * @param compare the pair of two rows of the index.
 */
export function* componentSteps(pairs: readonly ScoredPair[], compare: Compare): Generator<void, ScoredPair[]> {
  const groups = new Map<number, number>();
  for (const { decision, left, right } of pairs) {
    if (decision === 'duplicate') groups.set(rootOf(groups, left), rootOf(groups, right));
  }
  const members = new Map<number, number[]>();
  for (const row of groups.keys()) {
    const root = rootOf(groups, row);
    const known = members.get(root);
    if (known) known.push(row);
    else members.set(root, [row]);
  }
  yield;
  const broken = new Set<number>();
  let compared = 0;
  for (const [root, rows] of members) {
    if (rows.length < 3) continue;
    compared += rows.length ** 2;
    if (compared > A_SLICE) {
      compared = 0;
      yield;
    }
    if (holdsTwo(rows.slice(0, MOST_COMPARED), compare)) broken.add(root);
  }
  if (broken.size === 0) return [...pairs];
  return pairs.map((pair) =>
    pair.decision === 'duplicate' && broken.has(rootOf(groups, pair.left)) ? pair.toReview() : pair,
  );
}

function holdsTwo(rows: readonly number[], compare: Compare): boolean {
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      if (compare(Math.min(rows[i]!, rows[j]!), Math.max(rows[i]!, rows[j]!)).isForbidden) return true;
    }
  }
  return false;
}

function rootOf(groups: Map<number, number>, row: number): number {
  let root = row;
  for (let next = groups.get(root); next !== undefined && next !== root; next = groups.get(root)) root = next;
  groups.set(root, root);
  for (let at = row; at !== root; ) {
    const next = groups.get(at)!;
    groups.set(at, root);
    at = next;
  }
  return root;
}
