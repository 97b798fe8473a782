import type { IdentityDecision } from '../decision';
import type { PivotRecord, Problem } from '../../fields';
import type { JudgedPair } from './answers';

/** What is known of one record after all its pairs were judged. */
export interface Settled {
  readonly decision: IdentityDecision;
  /** Pairs that count, the one that decides first, then by weight. */
  readonly candidates: readonly JudgedPair[];
  /** Why the whole is decided so, where it is not said by the first candidate. */
  readonly reasons: readonly Problem[];
}

/** Whether two records of the index are surely one person; only asked of sure candidates. */
export type AreOne = (left: number, other: number) => boolean;

/**
 * The decision about one record. Several sure candidates go to a person, unless a person has settled it already or
 * `areOne` knows them as one.
 */
export function settle(pairs: readonly JudgedPair[], areOne: AreOne = () => false): Settled {
  const candidates = pairs.filter(({ decision }) => decision !== 'none').sort(bySettling);
  const [first] = candidates;
  if (!first) return { decision: 'new', candidates, reasons: [] };
  if (first.decision === 'review') return { decision: 'review', candidates, reasons: [] };
  const sure = candidates.filter(({ decision }) => decision === 'duplicate');
  const isOne = first.standing === 'same' || sure.every((pair) => pair === first || areOne(first.left, pair.left));
  if (isOne) return { decision: 'duplicate', candidates, reasons: [] };
  return { decision: 'review', candidates, reasons: [{ code: 'linkage.several', params: { count: sure.length } }] };
}

/** Whether a record says enough to be compared: a name and one thing more, or something that is the person's own. */
export function canBeCompared(record: PivotRecord): boolean {
  const { nir, franceTravailNumber, nationalId, email, phone, birthName, usageName, firstNames, birthDate } = record;
  if (nir || franceTravailNumber || nationalId || email || phone) return true;
  const surname = Boolean(birthName || usageName);
  return Number(surname) + Number(Boolean(firstNames)) + Number(Boolean(birthDate)) >= 2;
}

const RANK = { duplicate: 0, review: 1, none: 2 } as const;

function bySettling(a: JudgedPair, b: JudgedPair): number {
  const answered = Number(b.standing === 'same') - Number(a.standing === 'same');
  return answered || RANK[a.decision] - RANK[b.decision] || b.weight - a.weight || a.left - b.left;
}
