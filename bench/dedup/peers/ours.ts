import { PersonIndex } from '../../../src/identity/linkage';
import type { Peer } from './peer';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** This engine on the same records. */
export const ours: Peer = {
  name: '**Dedup Check**, prudent',
  hasScores: true,
  run: async (records) => {
    const index = await PersonIndex.build(
      records.map(({ record }) => record),
      breathe,
      { minProbability: 1e-6 },
    );
    const pairs = await index.within(breathe);
    return pairs.map(({ left, right, weight, decision }) => ({
      left,
      right,
      score: weight,
      automatic: decision === 'duplicate',
    }));
  },
};
