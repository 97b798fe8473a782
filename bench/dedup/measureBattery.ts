import { PersonIndex, type ScoredPair } from '../../src/identity/linkage';
import { truePairs } from '../linkage/candidatePairs';
import { withoutFields, type LabelledRecord } from '../linkage/readRecords';
import { battery } from './generate';
import { LOOKALIKES } from './lookalikes';

export const IDENTIFIERS = ['nir', 'franceTravailNumber'] as const;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Two records of two people that the engine would have joined by itself. */
export interface FalseAutomatic {
  readonly battery: string;
  readonly left: LabelledRecord;
  readonly right: LabelledRecord;
  readonly pair: ScoredPair;
}

export interface BatteryResult {
  readonly kind: string;
  readonly identifiers: boolean;
  readonly records: number;
  readonly lookalikePairs: number;
  readonly truePairs: number;
  readonly wrong: readonly FalseAutomatic[];
  /** Share of the true pairs found automatically, and of those found or put to review. */
  readonly automatic: number;
  readonly listed: number;
}

/** Every kind of lookalike with identifiers and without. */
export async function measureBatteries(
  seed: number,
  size: number | undefined,
  onResult: (result: BatteryResult) => void,
): Promise<BatteryResult[]> {
  const results: BatteryResult[] = [];
  for (const kind of Object.keys(LOOKALIKES)) {
    const records = battery(kind, seed, size);
    for (const identifiers of [true, false]) {
      const shown = identifiers ? records : withoutFields(records, IDENTIFIERS);
      results.push(await measureBattery(kind, identifiers, shown));
      onResult(results.at(-1)!);
    }
  }
  return results;
}

export async function measureBattery(
  kind: string,
  identifiers: boolean,
  records: readonly LabelledRecord[],
): Promise<BatteryResult> {
  const index = await PersonIndex.build(
    records.map(({ record }) => record),
    breathe,
  );
  const pairs = await index.within(breathe);
  const isTrue = ({ left, right }: ScoredPair) => records[left]!.entity === records[right]!.entity;
  const total = truePairs(records);
  const automatic = pairs.filter(({ decision }) => decision === 'duplicate');
  const wrong = automatic.filter((pair) => !isTrue(pair));
  return {
    kind,
    identifiers,
    records: records.length,
    lookalikePairs: pairs.filter((pair) => !isTrue(pair)).length,
    truePairs: total,
    wrong: wrong.map((pair) => ({ battery: kind, left: records[pair.left]!, right: records[pair.right]!, pair })),
    automatic: automatic.filter(isTrue).length / total,
    listed: pairs.filter((pair) => pair.decision !== 'none' && isTrue(pair)).length / total,
  };
}

/** A false automatic duplicate for a reader: both records field by field, weight and reason codes. */
export function described({ battery: kind, left, right, pair }: FalseAutomatic): string {
  const fields = [...new Set([...Object.keys(left.record), ...Object.keys(right.record)])].filter(
    (key) => key !== 'id',
  );
  const value = (record: LabelledRecord, key: string) => (record.record as Record<string, string>)[key] ?? '';
  const lines = fields.map((key) => {
    const [a, b] = [value(left, key), value(right, key)];
    return `    ${a === b ? '=' : '≠'} ${key.padEnd(20)} ${a.padEnd(34)} ${b}`;
  });
  const reasons = pair.reasons.map(({ code }) => code).join(' · ');
  const shared = left.hardNegative.filter((other) => right.hardNegative.includes(other)).join('|') || 'unrelated';
  return [
    `  ${kind}, ${shared}, sources ${left.source} ${right.source}, weight ${pair.weight.toFixed(1)}: ${reasons}`,
    ...lines,
  ].join('\n');
}
