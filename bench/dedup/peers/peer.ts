import type { LabelledRecord } from '../../linkage/readRecords';

/** A pair of rows that a peer lists; `score` where it has one, and whether its rule would join them by itself. */
export interface PeerPair {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly automatic: boolean;
}

/** Something that people use today to find duplicates. */
export interface Peer {
  readonly name: string;
  /** Records that it gets at most, where it compares everyone with everyone. */
  readonly most?: number;
  readonly hasScores: boolean;
  run(records: readonly LabelledRecord[]): PeerPair[] | Promise<PeerPair[]>;
}

/** Letters without accents, small, one blank between words. */
export function plain(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Surname, given names and date in one line, as one types them into a search box. */
export function line({ record }: LabelledRecord): string {
  return `${plain(record.birthName)} ${plain(record.firstNames)} ${record.birthDate ?? ''}`.trim();
}

/** All pairs of rows that have a key in common. */
export function pairsByKeys(keysOf: readonly (readonly string[])[]): PeerPair[] {
  const rows = new Map<string, number[]>();
  keysOf.forEach((keys, row) => {
    for (const key of new Set(keys)) rows.set(key, [...(rows.get(key) ?? []), row]);
  });
  const pairs = new Map<string, PeerPair>();
  for (const group of rows.values()) {
    group.forEach((left, i) => {
      for (const right of group.slice(i + 1)) {
        pairs.set(`${String(left)} ${String(right)}`, { left, right, score: 1, automatic: true });
      }
    });
  }
  return [...pairs.values()];
}
