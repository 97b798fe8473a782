/**
 * `tsx bench/linkage/fingerprint.ts [--people N]`: one line a file with a hash over every listed pair (rows, decision,
 * weight, reasons). Run before and after a change for speed: the lines must be the same.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { adaptedModel, PersonIndex, type ScoredPair } from '../../src/identity/linkage';
import { generate } from './generate';
import { FEBRL_COLUMNS, readLabelled, withoutFields, type LabelledRecord } from './readRecords';

const DATA = join(__dirname, '../../../shared/data');
const IDENTIFIERS = ['nir', 'franceTravailNumber'];
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

const args = process.argv.slice(2);
const people = args.includes('--people') ? Number(args[args.indexOf('--people') + 1]) : 20_000;

const french = (file: string) => readLabelled(join(DATA, file));
const febrl = () => readLabelled(join(DATA, 'febrl/dataset3.csv'), { columns: FEBRL_COLUMNS });

const FILES: readonly (readonly [string, () => LabelledRecord[], readonly string[]])[] = [
  ['dev stress', () => french('french-dev-stress.csv'), IDENTIFIERS],
  ['dev natural', () => french('french-dev-natural.csv'), IDENTIFIERS],
  ['FEBRL 3', febrl, ['nationalId']],
  ['own stress', () => generate({ seed: 77, people, lookalikes: 0.3 }), IDENTIFIERS],
  ['own natural', () => generate({ seed: 78, people, lookalikes: 0.01 }), IDENTIFIERS],
];

function hashOf(pairs: readonly ScoredPair[]): string {
  const hash = createHash('sha256');
  const sorted = [...pairs].sort((a, b) => a.left - b.left || a.right - b.right);
  for (const { left, right, decision, weight, hl7, reasons } of sorted) {
    hash.update(
      `${String(left)},${String(right)},${decision},${weight.toFixed(6)},${hl7 ?? ''},${JSON.stringify(reasons)}\n`,
    );
  }
  return hash.digest('hex').slice(0, 16);
}

/** Share of the true pairs that are listed at all: what blocking costs is seen here. */
function recall(pairs: readonly ScoredPair[], isTrue: (pair: ScoredPair) => boolean, all: number): string {
  return (pairs.filter(isTrue).length / all).toFixed(5);
}

function line(name: string, pairs: readonly ScoredPair[], found: string): string {
  const count = (wanted: ScoredPair['decision']) => String(pairs.filter(({ decision }) => decision === wanted).length);
  const counts = `${String(pairs.length)} listed, ${count('duplicate')} duplicate, ${count('review')} review`;
  return `${name}: ${hashOf(pairs)} ${counts}, recall ${found}`;
}

async function within(name: string, records: readonly LabelledRecord[], minProbability: number): Promise<void> {
  const list = records.map(({ record }) => record);
  const index = await PersonIndex.build(list, breathe, { minProbability });
  const adapted = await adaptedModel(index, breathe);
  if (adapted) index.useModel(adapted.model);
  const pairs = await index.within(breathe);
  const isTrue = ({ left, right }: ScoredPair) => records[left]!.entity === records[right]!.entity;
  console.log(line(`${name} within`, pairs, recall(pairs, isTrue, truePairs(records, records))));
}

async function across(name: string, records: readonly LabelledRecord[]): Promise<void> {
  const half = Math.floor(records.length / 2);
  const [known, asked] = [records.slice(0, half), records.slice(half)];
  const list = (of: readonly LabelledRecord[]) => of.map(({ record }) => record);
  const index = await PersonIndex.build(list(known), breathe);
  const adapted = await adaptedModel(index, breathe, list(asked));
  if (adapted) index.useModel(adapted.model);
  const pairs = await index.matchAll(list(asked), breathe);
  const isTrue = ({ left, right }: ScoredPair) => known[left]!.entity === asked[right]!.entity;
  console.log(line(`${name} across`, pairs, recall(pairs, isTrue, truePairs(known, asked))));
  const verdicts = createHash('sha256');
  const looked = asked.slice(0, 2_000).map(({ record }) => index.lookUp(record));
  looked.forEach(({ decision, reasons, matches }) => {
    const rows = matches.map(({ left }) => left).sort((a, b) => a - b);
    verdicts.update(`${decision}${JSON.stringify(reasons)}${rows.join()}\n`);
  });
  console.log(`${name} look-ups: ${verdicts.digest('hex').slice(0, 16)}`);
}

/** True pairs of two lists; of one list with itself, each pair once. */
function truePairs(known: readonly LabelledRecord[], asked: readonly LabelledRecord[]): number {
  const sizes = new Map<string, number>();
  for (const { entity } of known) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  if (known === asked) return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return asked.reduce((sum, { entity }) => sum + (sizes.get(entity) ?? 0), 0);
}

async function main(): Promise<void> {
  for (const [name, read, without] of FILES) {
    const records = read();
    const bare = withoutFields(records, without);
    await within(name, records, 1e-6);
    await within(`${name} (none)`, bare, 0.01);
    await across(name, records);
    await across(`${name} (none)`, bare);
  }
}

void main();
