import { distance } from 'fastest-levenshtein';
import { line, type Peer, type PeerPair } from './peer';

const LEAST_LIKENESS = 0.7;
const MOST_ERRORS = 2;

/** Everyone against everyone by edit distance; joined: the same date and at most two errors in the names. */
export const levenshteinLoop: Peer = {
  name: 'fastest-levenshtein 1.0.16 in a loop, name + date',
  most: 6_000,
  hasScores: true,
  run: (records) => {
    const lines = records.map(line);
    const pairs: PeerPair[] = [];
    for (let right = 1; right < lines.length; right++) {
      const there = lines[right]!;
      for (let left = 0; left < right; left++) {
        const here = lines[left]!;
        const longer = Math.max(here.length, there.length, 1);
        const errors = distance(here, there);
        const score = 1 - errors / longer;
        if (score < LEAST_LIKENESS) continue;
        const sameDate = records[left]!.record.birthDate === records[right]!.record.birthDate;
        pairs.push({ left, right, score, automatic: sameDate && errors <= MOST_ERRORS });
      }
    }
    return pairs;
  },
};
