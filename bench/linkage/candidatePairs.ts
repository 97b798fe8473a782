import { Blocks } from '../../src/identity/linkage/blocks';
import { Comparer, emptyFindings, type Findings } from '../../src/identity/linkage/compare';
import { Likeness } from '../../src/identity/linkage/likeness';
import { People } from '../../src/identity/linkage/people';
import type { LabelledRecord } from './readRecords';

/** All pairs that share a key, with what their comparison found, side by side in arrays. */
export interface CandidatePairs {
  readonly people: People;
  readonly left: number[];
  readonly right: number[];
  readonly same: boolean[];
  readonly findings: Findings[];
  /** True pairs in the file, found by a key or not. */
  readonly truePairs: number;
}

/** Compares every pair of the file that shares a key. */
export function candidatePairs(records: readonly LabelledRecord[]): CandidatePairs {
  const people = new People();
  const blocks = new Blocks(people);
  for (const { record } of records) countNames(people, people.add(record));
  for (let row = 0; row < people.count; row++) blocks.add(row);
  const comparer = new Comparer(people, new Likeness(people.words), () => people.count);
  const pairs: CandidatePairs = { people, left: [], right: [], same: [], findings: [], truePairs: truePairs(records) };
  const found: number[] = [];
  for (let row = 0; row < people.count; row++) {
    const count = blocks.candidates(row, row, found);
    for (let i = 0; i < count; i++) {
      const other = found[i]!;
      const findings = emptyFindings();
      comparer.compare(other, row, findings);
      pairs.left.push(other);
      pairs.right.push(row);
      pairs.same.push(records[other]!.entity === records[row]!.entity);
      pairs.findings.push(findings);
    }
  }
  return pairs;
}

export function countNames(people: People, row: number): void {
  people.words.countSurname(people.surnames.whole[people.birthName[row]!]!, 1);
  people.words.countGiven(people.given[row] ? people.givenNames.part(people.given[row]!, 0) : 0, 1);
}

export function truePairs(records: readonly LabelledRecord[]): number {
  const sizes = new Map<string, number>();
  for (const { entity } of records) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
