import { join } from 'node:path';
import { postgresHouse, sqliteHouse } from '../../scripts/chaos/ledgers';
import { ownStorm } from '../../scripts/chaos/ownStorm';
import { layGround } from '../../scripts/chaos/storm';
import { Tally } from '../../scripts/chaos/tally';

const ROOT = join(__dirname, '../..');
const GOALS = { kills: 12, sends: 240 };

// The full size is `npm run chaos`; what it prints is kept in docs/bench/chaos.md.
describe.each(['sqlite', 'postgres'])('a storm, with the ledger in %s', (engine) => {
  it('loses nothing, says nothing twice, and both sides have written down the same', async () => {
    const ground = await layGround(ROOT);
    const house = engine === 'sqlite' ? sqliteHouse(ground.folder) : await postgresHouse();
    try {
      const tally = new Tally();
      const troubles: string[] = [];
      const onTrouble = (_: string, words: string) => void troubles.push(words);
      const verdict = await ownStorm(ground, house, { goals: GOALS, tally, seed: 11, onTrouble });
      expect(verdict).toEqual({ lost: [], twice: [], parked: [], unexplained: [] });
      expect(tally.kills).toBeGreaterThanOrEqual(GOALS.kills);
      expect(tally.sends).toBeGreaterThanOrEqual(GOALS.sends);
      expect(troubles.filter((words) => words.startsWith('untold'))).toEqual([]);
    } finally {
      await house.close();
      ground.clear();
    }
  }, 300_000);
});
