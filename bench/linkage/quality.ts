import { adaptedModel, PersonIndex, type ScoredPair } from '../../src/identity/linkage';
import { truePairs } from './candidatePairs';
import { calibration, rankMeasures } from './measures';
import type { LabelledRecord } from './readRecords';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface Quality {
  readonly f1: number;
  readonly recallAtP999: number;
  readonly automatic: number;
  readonly wrong: number;
  readonly wrongByKind: string;
  /** Share of records whose person is there already that get a review pair and no right automatic one. */
  readonly queriesToReview: number;
  /** Share of records whose person is there already for which nothing is listed for a decision. */
  readonly calledNew: number;
  readonly calibration: string;
}

export const QUALITY_HEADER = [
  '| file | F1 | R@P.999 | automatic found | false automatic | queries to review | called new |',
  '|---|---|---|---|---|---|---|',
];

export function qualityLine(name: string, quality: Quality): string {
  const share = (value: number, digits = 3) => value.toFixed(digits);
  const cells = [
    name,
    share(quality.f1, 4),
    share(quality.recallAtP999),
    share(quality.automatic),
    String(quality.wrong),
    `${(100 * quality.queriesToReview).toFixed(1)} %`,
    `${(100 * quality.calledNew).toFixed(2)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** All the measures of a file with truth, at the prudent setting. */
export async function measureQuality(records: readonly LabelledRecord[]): Promise<Quality> {
  const index = await PersonIndex.build(
    records.map(({ record }) => record),
    breathe,
    { minProbability: 1e-6 },
  );
  const adapted = await adaptedModel(index, breathe);
  if (adapted) index.useModel(adapted.model);
  const pairs = await index.within(breathe);
  const isTrue = ({ left, right }: ScoredPair) => records[left]!.entity === records[right]!.entity;
  const total = truePairs(records);
  const automatic = pairs.filter(({ decision }) => decision === 'duplicate');
  const right = automatic.filter(isTrue);
  const wrong = automatic.filter((pair) => !isTrue(pair));
  return {
    ...rankMeasures(
      pairs.map((pair) => ({ score: pair.weight, same: isTrue(pair) })),
      total,
    ),
    automatic: right.length / total,
    wrong: wrong.length,
    wrongByKind: kindsOf(wrong, records),
    ...queries(records, pairs, isTrue),
    calibration: calibration(pairs.map((pair) => ({ probability: pair.probability, same: isTrue(pair) })))
      .map((decile) => (decile.said - decile.true).toFixed(3))
      .join(' '),
  };
}

/** Every record asked as a query against all the others. */
function queries(
  records: readonly LabelledRecord[],
  pairs: readonly ScoredPair[],
  isTrue: (pair: ScoredPair) => boolean,
): Pick<Quality, 'queriesToReview' | 'calledNew'> {
  const [found, reviewed, decided] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const pair of pairs) {
    for (const row of [pair.left, pair.right]) {
      if (pair.decision !== 'none') decided.add(row);
      if (pair.decision === 'review') reviewed.add(row);
      if (pair.decision === 'duplicate' && isTrue(pair)) found.add(row);
    }
  }
  const sizes = new Map<string, number>();
  for (const { entity } of records) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  const there = records.map((_, row) => row).filter((row) => sizes.get(records[row]!.entity)! > 1);
  const share = (rows: readonly number[]) => rows.length / Math.max(1, there.length);
  return {
    queriesToReview: share(there.filter((row) => reviewed.has(row) && !found.has(row))),
    calledNew: share(there.filter((row) => !decided.has(row))),
  };
}

function kindsOf(wrong: readonly ScoredPair[], records: readonly LabelledRecord[]): string {
  const counts = new Map<string, number>();
  for (const { left, right } of wrong) {
    const shared = records[left]!.hardNegative.filter((kind) => records[right]!.hardNegative.includes(kind));
    const kind = shared.join('|') || 'other';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind} ${String(count)}`).join(', ');
}
