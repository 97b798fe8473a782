import type { PivotRecord } from '../../src/fields';
import { adaptedModel, PersonIndex, readModel, type LoadedIndex, type ScoredPair } from '../../src/identity/linkage';
import { translate } from '../../src/wording';
import { generate } from '../../bench/linkage/generate';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
const PEOPLE = generate({ seed: 31, people: 900, lookalikes: 0.4 }).map(({ record }) => record);
const [KNOWN, OTHERS] = [PEOPLE.slice(0, 900), PEOPLE.slice(900)];
/** Names that no table of letters knows. */
const ELSEWHERE: PivotRecord[] = [
  { birthName: 'محمد', firstNames: '\uD800', birthDate: '1980-01-01' },
  { birthName: 'Δημήτρης', firstNames: 'Łucja Żaneta', birthDate: '1984-03-17', birthPlaceCode: 'XX1' },
];

const joined = (chunks: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(chunks));

function indexOf(loaded: LoadedIndex): PersonIndex {
  if (loaded.status === 'refused') throw new Error(loaded.problem.code);
  return loaded.index;
}

const said = ({ left, right, weight, decision, hl7, reasons }: ScoredPair) =>
  JSON.stringify([left, right, weight, decision, hl7, reasons]);

async function decisions(index: PersonIndex): Promise<unknown> {
  const within = await index.within(breathe);
  const matched = await index.matchAll(OTHERS, breathe);
  const lookedUp = OTHERS.slice(0, 50).map((record) => index.lookUp(record).decision);
  return { within: within.map(said).sort(), matched: matched.map(said).sort(), lookedUp };
}

/** An index with all that one can have: people from the start, people added later, people removed from both. */
async function livedIn(): Promise<PersonIndex> {
  const index = await PersonIndex.build([...KNOWN, ...ELSEWHERE], breathe);
  for (const record of OTHERS.slice(-40)) index.add(record);
  index.remove(3);
  index.remove(910);
  return index;
}

describe('an index that was saved', () => {
  it('decides the same when it is loaded, in one piece or in chunks', async () => {
    const index = await livedIn();
    const chunks = await index.save(breathe);
    const whole = indexOf(await PersonIndex.load(joined(chunks), breathe));
    expect(whole.size).toBe(index.size);
    expect(await decisions(whole)).toEqual(await decisions(index));
    expect(await decisions(indexOf(await PersonIndex.load(chunks, breathe)))).toEqual(await decisions(index));
  });

  it('holds nobody who was only looked up or matched', async () => {
    const index = await livedIn();
    const before = joined(await index.save(breathe));
    const strangers = OTHERS.map(
      (record, i): PivotRecord => ({ ...record, birthName: `Inconnu ${'xyz'.repeat(i % 9)}q` }),
    );
    for (const stranger of strangers) index.lookUp(stranger);
    const running = index.matchAll(strangers, breathe);
    const during = joined(await index.save(breathe));
    await running;
    expect(during.length).toBe(before.length);
    expect(joined(await index.save(breathe)).length).toBe(before.length);
  });

  it('goes on living: people come and go, and it can be saved again', async () => {
    const index = await livedIn();
    const loaded = indexOf(await PersonIndex.load(await index.save(breathe), breathe));
    for (const each of [index, loaded]) {
      each.add(OTHERS[0]!);
      each.add({ birthName: 'Żółć', firstNames: 'Zoé' });
      each.remove(12);
      each.remove(each.people.count - 2);
    }
    expect(await decisions(loaded)).toEqual(await decisions(index));
    const again = indexOf(await PersonIndex.load(await loaded.save(breathe), breathe));
    expect(await decisions(again)).toEqual(await decisions(index));
  });

  it('keeps the model that was adapted to its file', async () => {
    const foreign = generate({ seed: 32, people: 2500, lookalikes: 0.1 }).map(
      ({ record: { birthName = '', firstNames = '', birthDate = '', birthPlaceName = '' } }): PivotRecord => ({
        birthName,
        firstNames,
        birthDate,
        city: birthPlaceName,
      }),
    );
    const index = await PersonIndex.build(foreign, breathe);
    const adapted = await adaptedModel(index, breathe);
    index.useModel(adapted!.model);
    const loaded = indexOf(await PersonIndex.load(await index.save(breathe), breathe));
    const [before, after] = [await index.within(breathe), await loaded.within(breathe)];
    expect(after.map(said).sort()).toEqual(before.map(said).sort());
    expect(before.length).toBeGreaterThan(500);
  });

  it('takes the setting that it is loaded with', async () => {
    const index = await livedIn();
    const wide = indexOf(await PersonIndex.load(await index.save(breathe), breathe, { setting: 'wide' }));
    expect(wide.setting).toBe('wide');
    const shown = async (of: PersonIndex) =>
      (await of.within(breathe)).filter(({ decision }) => decision !== 'none').length;
    expect(await shown(wide)).toBeGreaterThan(await shown(index));
  });

  it('may be empty', async () => {
    const empty = indexOf(await PersonIndex.load(await new PersonIndex().save(breathe), breathe));
    expect(empty.size).toBe(0);
    expect(empty.lookUp(KNOWN[0]!).decision).toBe('new');
  });
});

describe('bytes that are no such index are refused, never read wrongly', () => {
  const refusal = async (
    bytes: Uint8Array | readonly Uint8Array[],
    options?: Parameters<typeof PersonIndex.load>[2],
  ) => {
    const loaded = await PersonIndex.load(bytes, breathe, options);
    return loaded.status === 'refused' ? loaded.problem.code : 'loaded';
  };
  let bytes: Uint8Array;

  beforeAll(async () => {
    const index = await PersonIndex.build(KNOWN.slice(0, 60), breathe);
    bytes = joined(await index.save(breathe));
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', new TextEncoder().encode('birthName;firstNames\nVandamme;Inès\n'.repeat(50))],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(500)])],
    ['zeros', new Uint8Array(5000)],
  ])('%s', async (_what, foreign) => {
    expect(await refusal(foreign)).toBe('linkage.state.foreign');
  });

  it('cut anywhere', async () => {
    const step = Math.floor(bytes.length / 97);
    for (let length = 20; length < bytes.length; length += step) {
      expect(await refusal(bytes.subarray(0, length))).toBe('linkage.state.damaged');
    }
    expect(await refusal(bytes.subarray(0, bytes.length - 1))).toBe('linkage.state.damaged');
  });

  it('longer than it was', async () => {
    expect(await refusal([bytes, Uint8Array.of(0)])).toBe('linkage.state.damaged');
  });

  it('with one bit changed anywhere', async () => {
    const step = Math.floor(bytes.length / 203);
    for (let at = 0; at < bytes.length; at += step) {
      const changed = bytes.slice();
      changed[at]! ^= 1 << at % 8;
      expect(await refusal(changed)).toMatch(/^linkage\.state\.(?:foreign|damaged|otherVersion)$/);
    }
  });

  it('in chunks out of order', async () => {
    const half = Math.floor(bytes.length / 16) * 8;
    const [first, second] = [bytes.slice(64, half), bytes.slice(half)];
    expect(await refusal([bytes.slice(0, 64), second, first])).toBe('linkage.state.damaged');
  });

  it('of another version', async () => {
    const older = bytes.slice();
    older[16] = 0;
    expect(await refusal(older)).toBe('linkage.state.otherVersion');
  });

  it('of another model', async () => {
    const model = readModel();
    expect(await refusal(bytes, { model: { ...model, prior: model.prior + 0.001 } })).toBe('linkage.state.otherModel');
  });

  it('with a sentence for each', () => {
    for (const fault of ['foreign', 'damaged', 'otherVersion', 'otherModel']) {
      expect(translate('fr', `linkage.state.${fault}`)).toMatch(/liste\.$/);
    }
  });
});
