import fc from 'fast-check';
import type { PivotRecord } from '../../src/fields';
import { checkNir } from '../../src/identity';
import {
  adaptedModel,
  clusterCommunities,
  clusterCommunitiesInSlices,
  PersonIndex,
  type Breathe,
} from '../../src/identity/linkage';
import { spacedCapitals } from '../../src/identity/linkage/alphabet';
import { LetterReader } from '../../src/identity/linkage/letterReader';
import { soundOf } from '../../src/identity/linkage/soundOf';
import { NIR_CERTIFIED, packNir } from '../../src/identity/linkage/traits';
import { generate } from '../../bench/linkage/generate';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
const PEOPLE = generate({ seed: 51, people: 2000, lookalikes: 0.4 }).map(({ record }) => record);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

describe('short cuts change no result', () => {
  const raw = fc.string({
    unit: fc.constantFrom(..."aeinrstABZ09éèçÎœßÆÃ©Ââ€™ŠžøØ-'\u2019 ,;./_()\t\u0301\u00a0\ud800"),
    maxLength: 80,
  });

  it('a name read by its letters has the words of a name read slowly', () => {
    const reader = new LetterReader();
    let read = 0;
    fc.assert(
      fc.property(raw, (text) => {
        if (!reader.read(text)) return;
        read++;
        const words = Array.from({ length: reader.words }, (_, word) =>
          [...reader.codes.slice(reader.startOf(word), reader.ends[word])].map((code) => letters[code - 1]).join(''),
        );
        expect(words.join(' ')).toBe(spacedCapitals(text));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(50);
    expect(PEOPLE.filter(({ birthName = '' }) => reader.read(birthName)).length).toBeGreaterThan(PEOPLE.length * 0.9);
  });

  it('a plain NIR is read as its checks read it', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
    const likely = fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('8', '0'), digits, digits);
    fc.assert(
      fc.property(likely, fc.boolean(), ([sex, year, first, second], withKey) => {
        const body = `${sex}${year}${first}${second}`.slice(0, 13);
        const key = String(97 - (Number(body) % 97)).padStart(2, '0');
        const nir = withKey ? body + key : body;
        const check = checkNir(nir);
        expect(packNir(nir).worth === NIR_CERTIFIED).toBe(check.status === 'valid' && check.certified);
        expect(packNir(nir).number).toBe(Number(body));
      }),
      { numRuns: 2000 },
    );
  });

  it('a sound is that of all rules, none skipped', () => {
    expect(['PHILIPPE', 'SCHMITT', 'GUILLAUME', 'QUENTIN', 'CHRISTOPHE', 'KHADIJA', 'ZWEIG'].map(soundOf)).toEqual([
      'FILIP',
      'CHMI',
      'GILOM',
      'KANTIN',
      'KRISTOF',
      'KADIJA',
      'SVEG',
    ]);
  });

  it('a pair that is cut off early could not have been listed', async () => {
    const index = await PersonIndex.build(PEOPLE, breathe);
    const { pairScorer } = index;
    const least = Math.log2(0.01 / 0.99);
    const counts = { cut: 0, weighed: 0 };
    for (let row = 1; row < PEOPLE.length; row++) {
      pairScorer.startRow(row);
      for (const other of index.candidatesOf(row)) {
        const weight = pairScorer.weighListed(other, row, least);
        const whole = pairScorer.weigh(other, row);
        if (weight === -Infinity) expect(whole).toBeLessThan(least);
        else expect(weight).toBe(whole);
        counts[weight === -Infinity ? 'cut' : 'weighed']++;
      }
    }
    expect(counts.cut).toBeGreaterThan(200);
    expect(counts.weighed).toBeGreaterThan(1000);
  });

  it('people who come one by one are found as those of a list are', async () => {
    const list = PEOPLE.slice(0, 600);
    const together = await PersonIndex.build(list, breathe);
    const oneByOne = new PersonIndex();
    for (const record of list) oneByOne.add(record);
    const half = await PersonIndex.build(list.slice(0, 300), breathe);
    for (const record of list.slice(300)) half.add(record);
    const found = async (index: PersonIndex) =>
      (await index.within(breathe)).map(({ left, right, weight }) => `${left} ${right} ${weight.toFixed(6)}`).sort();
    expect(await found(oneByOne)).toEqual(await found(together));
    expect(await found(half)).toEqual(await found(together));
  });

  it('clusters are the same in slices', async () => {
    const index = await PersonIndex.build(PEOPLE, breathe);
    const pairs = await index.within(breathe);
    const atOnce = clusterCommunities(PEOPLE.length, pairs);
    expect(await clusterCommunitiesInSlices(PEOPLE.length, [...pairs].reverse(), breathe)).toEqual(atOnce);
  });
});

describe('a look-up leaves nothing behind', () => {
  it('of new names, sounds and places, however many', async () => {
    const index = await PersonIndex.build(PEOPLE.slice(0, 500), breathe);
    const { words, surnames, givenNames } = index.people;
    const before = [words.count, surnames.size, givenNames.size];
    for (let i = 0; i < 300; i++) {
      index.lookUp({
        birthName: `Nouveau-Nom ${'abcdefghij'[i % 10]}${'z'.repeat(i % 30)}`,
        firstNames: `Aa ${i} Ж${i}`,
      });
    }
    index.lookUp(PEOPLE[0]!);
    expect([words.count, surnames.size, givenNames.size]).toEqual(before);
  });

  it('not even in the memory of likenesses: the next ones are judged as if they were the first', async () => {
    const fresh = await PersonIndex.build(PEOPLE.slice(0, 500), breathe);
    const used = await PersonIndex.build(PEOPLE.slice(0, 500), breathe);
    for (const record of PEOPLE.slice(500, 1500)) used.lookUp({ ...record, birthName: `${record.birthName ?? ''}u` });
    for (const record of PEOPLE.slice(1500)) {
      const [a, b] = [used.lookUp(record), fresh.lookUp(record)];
      expect(a.matches.map(({ left, weight }) => [left, weight])).toEqual(
        b.matches.map(({ left, weight }) => [left, weight]),
      );
    }
  });

  it('a look-up and a new person in the middle of a batch do not disturb it', async () => {
    const [known, asked] = [PEOPLE.slice(0, 600), PEOPLE.slice(600)];
    const quiet = await (await PersonIndex.build(known, breathe)).matchAll(asked, breathe);
    const index = await PersonIndex.build(known, breathe);
    let turns = 0;
    const busy = await index.matchAll(asked, async () => {
      await breathe();
      index.lookUp({ birthName: `Passant${'x'.repeat(turns++)}`, firstNames: 'Zébulon' });
    });
    const said = (pairs: typeof busy) => pairs.map(({ left, right, decision }) => `${left} ${right} ${decision}`);
    expect(said(busy)).toEqual(said(quiet));
    expect(turns).toBeGreaterThan(2);
    index.add({ birthName: 'Nouvelle', firstNames: 'Personne', birthDate: '1990-01-02' });
    expect(
      index.lookUp({ birthName: 'Nouvelle', firstNames: 'Personne', birthDate: '1990-01-02' }).matches,
    ).toHaveLength(1);
  });
});

describe('the event loop is let turn', () => {
  /** People who share a key by the hundred: the most work that few records can make. */
  const crowd = Array.from(
    { length: 2400 },
    (_, i): PivotRecord => ({
      birthName: `Dupont${'abcdefghijkl'[i % 12]}`,
      firstNames: 'Jeanne',
      birthDate: `19${String(50 + (i % 40))}-01-01`,
      street: 'Rue Haute',
      city: `Ville${i % 11}`,
    }),
  );

  /** The most comparisons between two turns. */
  async function longestStretch(index: PersonIndex, work: (turn: Breathe) => Promise<unknown>): Promise<number> {
    const { pairScorer } = index;
    const looked = pairScorer.keepPossible.bind(pairScorer);
    let [since, most] = [0, 0];
    pairScorer.keepPossible = (others, count, least) => {
      most = Math.max(most, (since += count));
      return looked(others, count, least);
    };
    await work(async () => {
      since = 0;
      await breathe();
    });
    return most;
  }

  it('after so many comparisons, not after so many records', async () => {
    const index = await PersonIndex.build(crowd, breathe, { minProbability: 0.9999999 });
    const within = await longestStretch(index, (turn) => index.within(turn));
    const matched = await longestStretch(index, (turn) => index.matchAll(crowd, turn));
    for (const most of [within, matched]) {
      expect(most).toBeGreaterThan(1_000);
      expect(most).toBeLessThan(20_000);
    }
  });

  it.each([
    ['building', (turn: Breathe) => PersonIndex.build(crowd, turn)],
    ['saving', async (turn: Breathe) => (await PersonIndex.build(crowd, breathe)).save(turn)],
    [
      'loading',
      async (turn: Breathe) => PersonIndex.load(await (await PersonIndex.build(crowd, breathe)).save(breathe), turn),
    ],
    ['adapting the model', async (turn: Breathe) => adaptedModel(await PersonIndex.build(crowd, breathe), turn)],
    [
      'clustering',
      (turn: Breathe) =>
        clusterCommunitiesInSlices(
          30_000,
          Array.from({ length: 29_999 }, (_, i) => ({ left: i, right: i + 1, probability: (i % 100) / 100 })),
          turn,
        ),
    ],
  ])('while %s', async (_what, work) => {
    let turns = 0;
    await work(async () => {
      turns++;
      await breathe();
    });
    expect(turns).toBeGreaterThan(5);
  });
});
