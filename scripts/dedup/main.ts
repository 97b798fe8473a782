import {
  adaptedModel,
  clusterCommunitiesInSlices,
  clusterSureLinks,
  PersonIndex,
  respectAnswers,
  type JudgedPair,
  type ReviewAnswers,
  type ScoredPair,
  type Setting,
} from '../../src/identity/linkage';
import { CommandProblem, problem, tell } from '../terminal';
import { explainInWords } from './explainInWords';
import { readOptions, type DedupOptions } from './options';
import { writeClusters, writePairs } from './output';
import { readAnswers } from './readAnswers';
import { openPeople, readColumnMap, readPeople, type PeopleFile } from './readPeople';
import { comparisonsInUse } from './usedComparisons';

/** Of the known people, the index keeps what it needs. */
type KnownPeople = Pick<PeopleFile, 'ids'>;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
const today = () => new Date().toISOString().slice(0, 10);

async function run(options: DedupOptions): Promise<void> {
  const started = performance.now();
  const columns = options.columns ? readColumnMap(options.columns) : undefined;
  const known = openPeople(options.known, columns, today());
  const records = options.records ? readPeople(options.records, columns, today()) : undefined;
  const answers = options.answers ? readAnswers(options.answers, records ? 'two' : 'one') : undefined;
  const index = await PersonIndex.build(known.records, breathe, {
    setting: options.setting,
    minProbability: options.minProbability,
  });
  tell('dedup.comparisons', { used: comparisonsInUse(known.fields, records?.fields) });
  const adapted = await adaptedModel(index, breathe, records?.records);
  if (adapted) index.useModel(adapted.model);
  if (adapted) tell('dedup.adapted', { pairs: adapted.pairs });
  if (options.explain) explain(index, known, records, options.explain);
  if (!options.out) return;
  const pairs = await answered(index, known, records, await matched(index, records), answers);
  writePairs(options.out, pairs, known.ids, (records ?? known).ids);
  const sure = pairs.filter(({ decision }) => decision === 'duplicate');
  if (options.clusters) await cluster(options, index, known, records ? undefined : pairs);
  tell('dedup.summary', {
    duplicates: sure.length,
    reviews: pairs.filter(({ decision }) => decision === 'review').length,
    listed: pairs.length,
    known: known.ids.length,
    records: records?.ids.length ?? 0,
    seconds: ((performance.now() - started) / 1000).toFixed(1),
  });
}

async function matched(index: PersonIndex, records: PeopleFile | undefined): Promise<ScoredPair[]> {
  const all = records?.ids.length ?? index.size;
  let told = 0;
  const progress = (done: number) => {
    if (done - told < all / 10) return;
    told = done;
    tell('dedup.progress', { done, all });
  };
  return records ? index.matchAll(records.records, breathe, progress) : index.within(breathe, progress);
}

/** The pairs after what people answered about them. */
async function answered(
  index: PersonIndex,
  { ids: leftIds }: KnownPeople,
  other: PeopleFile | undefined,
  pairs: readonly ScoredPair[],
  answers: ReviewAnswers | undefined,
): Promise<readonly JudgedPair[]> {
  if (!answers) return pairs;
  return await respectAnswers({ index, pairs, leftIds, ...(other ? { other } : {}) }, answers, breathe);
}

/** Clusters are of the known people; where another file was compared, they are found apart. */
async function cluster(
  { clusters: path = '', setting }: DedupOptions,
  index: PersonIndex,
  known: KnownPeople,
  found: readonly JudgedPair[] | undefined,
): Promise<void> {
  const clusters = await clustersOf(known.ids.length, found ?? (await index.within(breathe)), setting);
  writeClusters(path, known.ids, clusters);
  const people = clusters.reduce((most, number) => Math.max(most, number + 1), 0);
  tell('dedup.clusters', { clusters: people, rows: known.ids.length });
}

/** Prudent: only sure links join. Bolder: groups that fit together as a whole; a person's word is certain. */
async function clustersOf(rows: number, pairs: readonly JudgedPair[], setting: Setting): Promise<Int32Array> {
  const sure = pairs.filter(({ decision }) => decision === 'duplicate');
  if (setting === 'prudent') return clusterSureLinks(rows, sure);
  const links = pairs.map(({ left, right, probability, standing }) => {
    return { left, right, probability: standing === 'same' ? 1 : probability };
  });
  return await clusterCommunitiesInSlices(rows, links, breathe);
}

function explain(
  index: PersonIndex,
  known: KnownPeople,
  records: PeopleFile | undefined,
  [leftId, rightId]: readonly [string, string],
): void {
  const left = known.ids.indexOf(leftId);
  const right = (records ?? known).ids.indexOf(rightId);
  if (left < 0) throw problem('dedup.idUnknown', { id: leftId });
  if (right < 0) throw problem('dedup.idUnknown', { id: rightId });
  const row = records ? index.stage(records.records[right]!) : right;
  process.stdout.write(explainInWords(index, left, row));
}

async function main(): Promise<void> {
  try {
    await run(readOptions(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void main();
