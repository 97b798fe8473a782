import { truePairs } from '../linkage/candidatePairs';
import { rankMeasures } from '../linkage/measures';
import type { LabelledRecord } from '../linkage/readRecords';
import { benchFiles } from './files';
import { exactRule } from './peers/exactRule';
import { fuseSearch } from './peers/fuseSearch';
import { levenshteinLoop } from './peers/levenshteinLoop';
import { compareDatasets, removeDuplicates } from './peers/n8nNodes';
import { ours } from './peers/ours';
import type { Peer } from './peers/peer';

const HEADER = [
  '| tool | records | F1 (best) | R@P.999 | automatic found | false automatic | CPU |',
  '|---|---|---|---|---|---|---|',
];
const FILES = [
  'dev stress, identifiers',
  'dev stress, none',
  'generator 2 stress, identifiers',
  'generator 2 stress, none',
];
const WHOLE: readonly Peer[] = [ours, exactRule, removeDuplicates];
/** These compare everyone with everyone and read no identifier: a part of the file, and this engine on the same part. */
const QUADRATIC: readonly Peer[] = [levenshteinLoop, compareDatasets, fuseSearch];

/** Peers beside the engine, on the same records in the same process. */
export async function peerLines(seed: number, print: (line: string) => void): Promise<string[]> {
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    print(line);
  };
  for (const file of benchFiles(seed).filter(({ name }) => FILES.includes(name))) {
    const records = file.read();
    ['', `### ${file.name}`, '', ...HEADER].forEach(say);
    for (const peer of WHOLE) say(await measured(peer, records));
    for (const peer of file.identifiers ? [] : QUADRATIC) {
      const part = partOf(records, peer.most!);
      say(await measured(peer, part));
      say(await measured(ours, part));
    }
  }
  return lines;
}

async function measured(peer: Peer, records: readonly LabelledRecord[]): Promise<string> {
  const begun = process.cpuUsage();
  const pairs = await peer.run(records);
  const { user, system } = process.cpuUsage(begun);
  const crosswise = peer === compareDatasets;
  const total = crosswise ? crossPairs(records) : truePairs(records);
  const same = ({ left, right }: { left: number; right: number }) => records[left]!.entity === records[right]!.entity;
  const automatic = pairs.filter((pair) => pair.automatic);
  const ranks = rankMeasures(
    pairs.map((pair) => ({ score: pair.score, same: same(pair) })),
    total,
  );
  const found = automatic.filter(same).length;
  const cells = [
    peer.name,
    String(records.length),
    ranks.f1.toFixed(4),
    peer.hasScores ? ranks.recallAtP999.toFixed(3) : 'no scores',
    (found / total).toFixed(3),
    String(automatic.length - found),
    `${((user + system) / 1e6).toFixed(1)} s`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Records of the people who come first in the file, whole people only. */
function partOf(records: readonly LabelledRecord[], most: number): LabelledRecord[] {
  const byPerson = new Map<string, LabelledRecord[]>();
  for (const record of records) byPerson.set(record.entity, [...(byPerson.get(record.entity) ?? []), record]);
  const part: LabelledRecord[] = [];
  for (const own of byPerson.values()) {
    if (part.length + own.length > most) break;
    part.push(...own);
  }
  return part.sort((a, b) => Number(a.id) - Number(b.id));
}

/** True pairs of which one record stands in an odd line and one in an even. */
function crossPairs(records: readonly LabelledRecord[]): number {
  const counts = new Map<string, [number, number]>();
  records.forEach(({ entity }, row) => {
    const count = counts.get(entity) ?? [0, 0];
    count[row % 2]!++;
    counts.set(entity, count);
  });
  return [...counts.values()].reduce((sum, [even, odd]) => sum + even * odd, 0);
}
