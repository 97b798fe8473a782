import Fuse from 'fuse.js';
import { line, type Peer, type PeerPair } from './peer';

/** Every record searched among all the others; joined: a score of at most 0.1, Fuse's 0 being exact. */
export const fuseSearch: Peer = {
  name: 'fuse.js 7.5.0, name + date, threshold 0.4',
  most: 1_500,
  hasScores: true,
  run: (records) => {
    const lines = records.map(line);
    const fuse = new Fuse(lines, { includeScore: true, threshold: 0.4, ignoreLocation: true });
    const best = new Map<string, PeerPair>();
    lines.forEach((query, row) => {
      for (const { refIndex, score: away = 1 } of fuse.search(query)) {
        if (refIndex === row) continue;
        const [left, right] = refIndex < row ? [refIndex, row] : [row, refIndex];
        const key = `${String(left)} ${String(right)}`;
        const score = Math.max(1 - away, best.get(key)?.score ?? 0);
        best.set(key, { left, right, score, automatic: score >= 0.9 });
      }
    });
    return [...best.values()];
  },
};
