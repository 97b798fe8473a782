import type { ScoredPair } from './scoredPair';

/** Two people who are probably not one: their common partner may be either. */
const NOT_ONE_BELOW = 0.01;

/**
 * A record that is surely A and surely B, where A and B are not one person, is neither without a person's look: all its
 * sure pairs become reviews (the national service INSi answers 02 in that case).
 *
 * @param compare the pair of two rows of the index.
 * @param side `left`: only `left` is a row of the index; `both`: left and right are.
 */
export function conflictsAmong(
  pairs: readonly ScoredPair[],
  compare: (a: number, b: number) => ScoredPair,
  side: 'left' | 'both',
): ScoredPair[] {
  const partners = new Map<number, number[]>();
  const note = (of: number, partner: number) => {
    const known = partners.get(of);
    if (known) known.push(partner);
    else partners.set(of, [partner]);
  };
  for (const { decision, left, right } of pairs) {
    if (decision !== 'duplicate') continue;
    note(right, left);
    if (side === 'both') note(left, right);
  }
  const torn = new Set<number>();
  for (const [of, rows] of partners) if (rows.length > 1 && areNotOne(rows, compare)) torn.add(of);
  if (torn.size === 0) return [...pairs];
  const isTorn = ({ left, right }: ScoredPair) => torn.has(right) || (side === 'both' && torn.has(left));
  return pairs.map((pair) => (pair.decision === 'duplicate' && isTorn(pair) ? pair.toReview() : pair));
}

function areNotOne(rows: readonly number[], compare: (a: number, b: number) => ScoredPair): boolean {
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      const [a, b] = rows[i]! < rows[j]! ? [rows[i]!, rows[j]!] : [rows[j]!, rows[i]!];
      if (compare(a, b).probability < NOT_ONE_BELOW) return true;
    }
  }
  return false;
}
