import type { PivotRecord } from '../../fields';
import { answeredPair, type JudgedPair, type ReviewAnswers } from './answers';
import { conflictsAmongMany } from './conflicts';
import type { Breathe, PersonIndex } from './personIndex';
import type { ScoredPair } from './scoredPair';

/** Pairs, and the records that they are of. */
export interface PairsOfLists {
  readonly index: PersonIndex;
  /** From `index.within` or `index.matchAll`. */
  readonly pairs: readonly ScoredPair[];
  /** Ids of the rows of the index; an empty one is no id. */
  readonly leftIds: readonly string[];
  /** The other list; absent where the pairs are within the index. */
  readonly other?: { readonly ids: readonly string[]; readonly records: readonly PivotRecord[] };
}

/**
 * The pairs after what people answered: "not the same" takes a pair out, and frees what was only held back by it; "the
 * same" makes it a duplicate, listed or not; both at once, a review. Of one list, a record that would join two people
 * whom somebody told apart goes to a person.
 */
export async function respectAnswers(
  lists: PairsOfLists,
  answers: ReviewAnswers,
  breathe: Breathe,
): Promise<readonly JudgedPair[]> {
  if (answers.size === 0) return lists.pairs;
  const { index, other } = lists;
  const rightIds = (other ?? { ids: lists.leftIds }).ids;
  const standingOf = ({ left, right }: Pick<ScoredPair, 'left' | 'right'>) =>
    answers.between(lists.leftIds[left]!, rightIds[right]!);
  const kept: ScoredPair[] = [];
  for (const pair of lists.pairs) {
    if (standingOf(pair) === 'different') continue;
    const told = [...answers.about(rightIds[pair.right]!).values()].concat(
      other ? [] : [...answers.about(lists.leftIds[pair.left]!).values()],
    );
    const freed = pair.decision === 'review' && told.includes('different');
    kept.push(freed ? comparedAgain(lists, pair.left, pair.right) : pair);
  }
  kept.push(...unlisted(lists, rightIds, answers));
  const settled = await conflictsAmongMany(kept, (a, b) => index.compare(a, b), other ? 'left' : 'both', breathe);
  const judged = settled.flatMap((pair) => answeredPair(pair, standingOf(pair)) ?? []);
  return other ? judged : withoutBridges(judged, lists.leftIds, answers);
}

function comparedAgain({ index, other }: PairsOfLists, left: number, right: number): ScoredPair {
  if (!other) return index.compare(left, right);
  const row = index.stage(other.records[right]!);
  const scorer = index.pairScorer;
  return scorer.described(left, row, scorer.weigh(left, row), index.setting, right);
}

/** Pairs that people spoke of and that the engine did not list: they had no key in common. */
function unlisted(lists: PairsOfLists, rightIds: readonly string[], answers: ReviewAnswers): ScoredPair[] {
  const spokenOf = new Set<string>();
  for (const [left, right] of answers.entries()) spokenOf.add(left).add(right);
  const leftRows = rowsOf(lists.leftIds, spokenOf);
  const rightRows = lists.other ? rowsOf(rightIds, spokenOf) : leftRows;
  const listed = new Set(
    lists.pairs.filter(({ left }) => spokenOf.has(lists.leftIds[left]!)).map(({ left, right }) => `${left} ${right}`),
  );
  const inOrder = (left: number, right: number) => lists.other !== undefined || left < right;
  return [...answers.entries()]
    .filter(([, , standing]) => standing !== 'different')
    .flatMap(([leftId, rightId]) =>
      (leftRows.get(leftId) ?? []).flatMap((left) => (rightRows.get(rightId) ?? []).map((right) => ({ left, right }))),
    )
    .filter(({ left, right }) => inOrder(left, right) && !listed.has(`${left} ${right}`))
    .map(({ left, right }) => comparedAgain(lists, left, right));
}

function rowsOf(ids: readonly string[], wanted: ReadonlySet<string>): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  ids.forEach((id, row) => {
    if (wanted.has(id)) rows.set(id, [...(rows.get(id) ?? []), row]);
  });
  return rows;
}

/** A record that is surely A and surely B, where somebody said that A and B are two. */
function withoutBridges(
  pairs: readonly JudgedPair[],
  ids: readonly string[],
  answers: ReviewAnswers,
): readonly JudgedPair[] {
  const partners = new Map<number, Set<number>>();
  const note = (of: number, partner: number) => partners.set(of, (partners.get(of) ?? new Set()).add(partner));
  for (const { left, right, decision } of pairs) {
    if (decision !== 'duplicate') continue;
    note(left, right);
    note(right, left);
  }
  const bridges = new Set<number>();
  for (const [row, rows] of partners) {
    const toldApart = [...rows].some((one) =>
      [...answers.about(ids[one]!)].some(
        ([id, standing]) => standing === 'different' && [...rows].some((other) => ids[other] === id),
      ),
    );
    if (toldApart) bridges.add(row);
  }
  if (bridges.size === 0) return pairs;
  return pairs.map((pair) => {
    if (pair.decision !== 'duplicate' || (!bridges.has(pair.left) && !bridges.has(pair.right))) return pair;
    const { left, right, weight, probability, reasons } = pair;
    const bridged = { code: 'linkage.answered.bridge' };
    return { left, right, weight, probability, decision: 'review', hl7: 'DPOT', reasons: [bridged, ...reasons] };
  });
}
