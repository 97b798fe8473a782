import { battery } from '../../bench/dedup/generate';
import { LOOKALIKES } from '../../bench/dedup/lookalikes';
import { described, IDENTIFIERS, measureBattery } from '../../bench/dedup/measureBattery';
import { withoutFields } from '../../bench/linkage/readRecords';

/** Groups of lookalikes a kind, three thousand in all; a house is a dozen people. `npm run bench:dedup` has 18,000. */
const GROUPS = 180;
const HOUSES = 20;

/**
 * What is still joined wrongly at most, with identifiers and without. Namesakes of one day and one town, who live in one
 * town today, are what no field but a number or a contact tells apart; they are named here so that they do not become
 * more, and docs/bench/dedup.md says how many they are.
 */
const STILL_WRONG: Readonly<Record<string, readonly [number, number]>> = {
  homonymSameTown: [0, 0],
  homonymSameTownAndPostcode: [8, 240],
};

/**
 * Two people are not joined by the machine. Beside it stands what is found all the same: an engine that refuses
 * everything would pass the first and fail the second.
 */
describe.each(Object.keys(LOOKALIKES))('lookalikes by the hundred: %s', (kind) => {
  const records = battery(kind, 5, kind === 'hostel' ? HOUSES : GROUPS);
  const most = STILL_WRONG[kind] ?? [0, 0];

  it.each([
    ['with identifiers', records, most[0], 0.65],
    ['without NIR and France Travail number', withoutFields(records, IDENTIFIERS), most[1], 0.25],
  ])('%s', async (_how, shown, stillWrong, found) => {
    const result = await measureBattery(kind, shown === records, shown);
    if (stillWrong === 0) expect(result.wrong.map(described)).toEqual([]);
    expect(result.wrong.length).toBeLessThanOrEqual(stillWrong);
    expect(result.automatic).toBeGreaterThan(found);
    expect(result.listed).toBeGreaterThan(0.97);
  });
});
