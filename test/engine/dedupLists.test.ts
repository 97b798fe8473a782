import type { IDataObject } from 'n8n-workflow';
import { against, BASE, DUPLICATE, NAMESAKE, NEW, REVIEW, run, said, STRANGER, SURE, within } from './dedupTrial';
import { allItems, jsonOf, openBench, removeUserFolder, type Bench } from './sandboxEngine';
import { createWorld, type Person } from '../../sandbox/world';

afterAll(removeUserFolder);

describe('comparing with a second list', () => {
  it('sorts new people, duplicates and doubts, each with candidate, probability and reasons in words', async () => {
    const result = await against([SURE, STRANGER, NAMESAKE], BASE);
    expect(jsonOf(result, DUPLICATE)).toMatchObject([{ id: 'N1', candidateId: 'K1', candidateCount: 1, hl7: 'DOUA' }]);
    expect(jsonOf(result, NEW)).toMatchObject([{ id: 'N2', candidateId: '', candidateCount: 0, probability: 0 }]);
    expect(jsonOf(result, REVIEW)).toMatchObject([{ id: 'N3', candidateId: 'K2', candidateCount: 1 }]);
    const [doubt] = jsonOf(result, REVIEW);
    expect(doubt?.probability).toBeGreaterThan(0.1);
    expect(doubt?.message).toBe(
      'Peut-être le dossier K2 de la deuxième liste : comparez les deux, puis répondez « même » ou « pas le même ».',
    );
    expect(doubt?.reasons).toEqual(expect.arrayContaining(['même prénom']));
    expect((doubt?.reasonCodes as string[]).every((code) => code.startsWith('linkage.'))).toBe(true);
    expect((doubt?.reasons as string[]).length).toBe((doubt?.reasonCodes as string[]).length);
    expect(said(result)).toEqual([
      'Nouveaux : 1 · Doublons : 1 · À vérifier : 1.',
      'Personnes de la deuxième liste : 3.',
    ]);
  });

  it('recognises what an exact comparison does not: an accent, a typing error, a telephone written otherwise', async () => {
    const typed = {
      id: 'N4',
      birthName: 'Echantilon',
      firstNames: 'AWA',
      birthDate: '1985-04-03',
      phone: '0639981122',
    };
    expect(jsonOf(await against([typed], BASE), DUPLICATE)).toMatchObject([{ id: 'N4', candidateId: 'K3' }]);
  });

  it('leaves a person with several sure candidates to somebody, and says how many', async () => {
    const twice = [...BASE, { ...BASE[0], 'N° participant': 'K9' }];
    const result = await against([SURE], twice);
    expect(jsonOf(result, REVIEW)).toMatchObject([{ id: 'N1', candidateCount: 2 }]);
    expect(jsonOf(result, REVIEW)[0]?.message).toMatch(/^2 dossiers possibles dans la deuxième liste, d’abord K[19]/);
  });

  it('gives every item the same keys, on every output, and pairs it with its line', async () => {
    const result = await against(
      [SURE, STRANGER, { ...NAMESAKE, nir: 'faux' }, { comment: 'sans nom', id: 'N5' }],
      BASE,
    );
    const items = allItems(result, 3);
    expect(items).toHaveLength(4);
    const keys = new Set(items.map(({ json }) => Object.keys(json).join()));
    expect(keys.size).toBe(1);
    for (const { json, pairedItem } of items) expect(pairedItem).toEqual({ item: Number(json.line) - 1 });
  });

  it('gives back no name, no NIR, no telephone: the ids alone', async () => {
    const nir = '255081399900143';
    const known = {
      id: 'K',
      birthName: 'Secretille',
      firstNames: 'Nadia',
      birthDate: '1955-08-02',
      nir,
      phone: '0639981234',
    };
    const shown = JSON.stringify(allItems(await against([{ ...known, id: 'N' }], [known]), 3));
    expect(shown).toContain('"candidateId":"K"');
    expect(shown).not.toMatch(/secretille|nadia|2550813999|639981234/i);
  });

  it('says so when nothing is connected, or when the second list has no column that is known', async () => {
    expect((await run('secondInput', { items: [SURE] })).error?.message).toMatch(/deuxième entrée/);
    expect((await against([SURE], [{ Foo: 'a', Bar: 'b' }])).error?.message).toMatch(
      /tout le monde passerait pour nouveau/,
    );
  });

  it('is bolder where the setting says so, and most careful as it comes', async () => {
    const world = createWorld(7).people.slice(0, 300);
    const known = world.map(({ index, birthName, firstNames, birthDate }) => ({
      id: `K${index}`,
      birthName,
      firstNames,
      birthDate,
    }));
    // The same surname and birth date, the given name of the next one: some likeness, seldom the same person.
    const people = known.map((one, i) => ({ ...one, id: `N${i}`, firstNames: world[(i + 1) % 300]?.firstNames ?? '' }));
    const candidates = async (parameters: IDataObject) => {
      const result = await run('secondInput', { items: people, second: known }, parameters);
      return allItems(result, 3).reduce((sum, { json }) => sum + Number(json.candidateCount), 0);
    };
    const [prudent, balanced, wide] = [
      await candidates({ setting: 'prudent' }),
      await candidates({ setting: 'balanced' }),
      await candidates({ setting: 'wide' }),
    ];
    expect(await candidates({})).toBe(prudent);
    expect(balanced).toBeGreaterThan(prudent);
    expect(wide).toBeGreaterThan(balanced);
  });
});

describe('comparing within the list', () => {
  it('keeps the first line of each person, and names it in the others', async () => {
    const again = { ...SURE, id: 'N8', birthName: 'FIGURANT' };
    const third = { ...SURE, id: 'N9' };
    const result = await within([SURE, STRANGER, again, third]);
    expect(jsonOf(result, NEW).map(({ id }) => id)).toEqual(['N1', 'N2']);
    expect(jsonOf(result, DUPLICATE).map(({ id, candidateId }) => [id, candidateId])).toEqual([
      ['N8', 'N1'],
      ['N9', 'N1'],
    ]);
  });

  it('takes a line that repeats another to the letter for its duplicate', async () => {
    const result = await within([SURE, SURE]);
    expect(jsonOf(result, NEW).map(({ line }) => line)).toEqual([1]);
    expect(jsonOf(result, DUPLICATE)).toMatchObject([{ line: 2, candidateId: 'N1', probability: 1 }]);
  });
});

describe('all of them at once', () => {
  let bench: Bench;
  const SEED = 7;
  const one = (who: (person: Person) => boolean): Person => createWorld(SEED).people.find(who)!;
  const lineOf = (id: string, person: Person) => ({
    id,
    birthName: person.birthName,
    firstNames: person.firstNames,
    birthDate: person.birthDate,
    franceTravailNumber: person.ftNumber,
  });
  beforeAll(async () => {
    bench = await openBench({ seed: SEED });
  });
  afterAll(async () => await bench.sandbox.close());

  it('new only where all say new, and what each says stays beside', async () => {
    const free = one(({ situation, certified }) => situation === 'free' && certified);
    const elsewhere = one(({ situation, certified }) => situation === 'elsewhere' && certified);
    const forbidden = one(({ situation }) => situation === 'forbidden');
    const known = one(({ situation, certified, index }) => situation === 'free' && certified && index > free.index);
    const items = [
      lineOf('LIBRE', free),
      lineOf('AILLEURS', elsewhere),
      lineOf('REFUS', forbidden),
      lineOf('CONNU', known),
      lineOf('ENCORE', free),
    ];
    const second = [lineOf('K1', known)];
    const result = await run('all', { items, second }, {}, { credentials: bench.credentials });
    expect(result.error).toBeUndefined();
    expect(jsonOf(result, NEW)).toMatchObject([{ id: 'LIBRE', state: 'foundCertified' }]);
    expect(jsonOf(result, NEW)[0]?.message).toMatch(/^Nouvelle partout/);
    const duplicates = Object.fromEntries(jsonOf(result, DUPLICATE).map((json) => [json.id, json]));
    expect(duplicates.AILLEURS).toMatchObject({
      doubleAccompaniment: true,
      sources: {
        secondInput: { decision: 'new' },
        within: { decision: 'new' },
        franceTravail: { decision: 'duplicate' },
      },
    });
    expect(duplicates.CONNU).toMatchObject({ candidateId: 'K1', sources: { franceTravail: { decision: 'new' } } });
    expect(duplicates.ENCORE).toMatchObject({ candidateId: 'LIBRE', candidates: [{ source: 'within' }] });
    expect(jsonOf(result, REVIEW)).toMatchObject([
      { id: 'REFUS', state: 'forbidden', sources: { secondInput: { decision: 'new' } } },
    ]);
    const keys = new Set(allItems(result, 3).map(({ json }) => Object.keys(json).join()));
    expect(keys.size).toBe(1);
  });
});

describe('lists that nobody would send on purpose', () => {
  it.each(['secondInput', 'within'])('%s: an empty list, an empty second list, one item', async (comparison) => {
    const empty = await run(comparison, { items: [], second: [] });
    expect(empty.error).toBeUndefined();
    expect(allItems(empty, 3)).toEqual([]);
    const single = await run(comparison, { items: [STRANGER], second: [] });
    expect(single.error).toBeUndefined();
    expect(jsonOf(single, NEW)).toMatchObject([{ id: 'N2' }]);
    if (comparison === 'secondInput')
      expect(said(single)).toContainEqual(expect.stringMatching(/deuxième liste est vide/));
  });

  it('an item that says nothing of a person is not "new"', async () => {
    const result = await against(
      [{ id: 'N1' }, { id: 'N2', city: 'Exempleville' }, { id: 'N3', birthName: 'Figurant' }],
      BASE,
    );
    expect(jsonOf(result, NEW)).toEqual([]);
    expect(jsonOf(result, REVIEW).map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^Trop peu pour comparer/)),
    );
  });

  it('a name of a megabyte, half a character, a name of the prototype', async () => {
    const monsters = [
      { id: 'M1', birthName: 'A'.repeat(1_000_000), firstNames: 'Zoé', birthDate: '1990-01-02' },
      { id: 'M2', birthName: '\uD800', firstNames: '__proto__', birthDate: '1990-01-02' },
      { id: 'M3', birthName: 'constructor', firstNames: 'toString', birthDate: 'pas une date' },
    ];
    const result = await against(monsters, [...BASE, ...monsters]);
    expect(result.error).toBeUndefined();
    expect(allItems(result, 3)).toHaveLength(3);
  });

  it('with "continue on fail", an item for every line where what must be looked at leaves', async () => {
    const result = await run('secondInput', { items: [SURE, STRANGER] }, {}, { continueOnFail: true });
    expect(result.error).toBeUndefined();
    expect(jsonOf(result, REVIEW).map(({ line }) => line)).toEqual([1, 2]);
  });
});
