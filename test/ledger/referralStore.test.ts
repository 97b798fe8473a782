import type { ReferralStore } from '../../src/ledger';
import type { Referral } from '../../src/referral';
import { ENGINES, type Home } from './engines';
import { PERSON, SCOPE } from './parts';

const referral = (id: string, version = 1, change: Partial<Referral> = {}): Referral => ({
  id,
  version,
  state: 'toHandle',
  createdAt: '2026-11-20T09:00:00Z',
  prescriber: { agency: 'Agence Fictive' },
  person: { birthName: 'INVENTÉE', franceTravailNumber: PERSON.number },
  ...change,
});
const ids = (kept: readonly { referral: Referral }[]) =>
  kept.map(({ referral: { id, version } }) => `${id} ${version}`);

describe.each(ENGINES)('the referral store in $name', (engine) => {
  let home: Home;
  let store: ReferralStore;
  let now: Date;
  const open = (more = {}) => home.store({ clock: () => now, ...more });

  beforeAll(() => engine.start());
  beforeEach(async () => {
    home = await engine.home();
    now = new Date('2026-11-24T08:00:00Z');
    store = await open();
  });
  afterEach(() => store.close());
  afterAll(() => engine.stop());

  it('keeps each version once, and knows what is not acknowledged, over a restart', async () => {
    expect(await store.keep(SCOPE, [referral('A'), referral('B')])).toHaveLength(2);
    expect(await store.keep(SCOPE, [referral('A'), referral('A', 2)])).toHaveLength(1);
    await store.markAcknowledged(SCOPE, [{ id: 'A', version: 1 }]);
    await store.close();
    store = await open();
    expect(ids(await store.pendingAcknowledgement(SCOPE))).toEqual(['A 2', 'B 1']);
    expect((await store.pendingAcknowledgement(SCOPE))[1]?.referral).toEqual(referral('B'));
  });

  it('hands out again the latest version of each, all, some, or since a moment', async () => {
    await store.keep(SCOPE, [referral('A'), referral('B'), referral('C')]);
    now = new Date('2026-11-24T10:00:00Z');
    await store.keep(SCOPE, [referral('A', 2, { state: 'changed' })]);
    await store.markAcknowledged(
      SCOPE,
      ['A', 'B'].flatMap((id) => [1, 2].map((version) => ({ id, version }))),
    );
    expect(ids(await store.replay(SCOPE))).toEqual(['A 2', 'B 1']);
    expect(ids(await store.replay(SCOPE, { ids: ['B', 'C'] }))).toEqual(['B 1']);
    expect(ids(await store.replay(SCOPE, { since: '2026-11-24T10:30:00+01:00' }))).toEqual(['A 2']);
    expect(await store.replay(SCOPE, { ids: [] })).toEqual([]);
  });

  it('remembers the answer, and the key of one that is in the air', async () => {
    await store.keep(SCOPE, [referral('A')]);
    await store.markAcknowledged(SCOPE, [{ id: 'A', version: 1 }]);
    expect(await store.keyOfAnswer(SCOPE, 'A', 'accept', 'key-1')).toBe('key-1');
    expect(await store.keyOfAnswer(SCOPE, 'A', 'accept', 'key-2')).toBe('key-1');
    expect(await store.keyOfAnswer(SCOPE, 'A', 'refuse', 'key-3')).toBe('key-3');
    await store.forgetKeyOfAnswer(SCOPE, 'A', 'accept');
    expect(await store.keyOfAnswer(SCOPE, 'A', 'accept', 'key-4')).toBe('key-4');
    await store.markAnswered(SCOPE, 'A', 'accept');
    expect((await store.replay(SCOPE))[0]?.answered).toEqual({ decision: 'accept', at: now.toISOString() });
  });

  it('erases what is older than its retention, on opening', async () => {
    await store.keep(SCOPE, [referral('A')]);
    await store.markAcknowledged(SCOPE, [{ id: 'A', version: 1 }]);
    await store.close();
    now = new Date('2027-11-20T08:00:00Z');
    store = await open();
    expect(await store.replay(SCOPE)).toHaveLength(1);
    await store.close();
    now = new Date('2027-11-25T08:00:00Z');
    store = await open();
    expect(await store.replay(SCOPE)).toEqual([]);
  });

  it('shows nobody to who has not the secret, and each structure only its own', async () => {
    await store.keep(SCOPE, [referral('A')]);
    const everything = await home.dump();
    for (const word of ['INVENTÉE', 'INVENT', PERSON.number, 'Agence Fictive']) {
      expect([word, everything.includes(word)]).toEqual([word, false]);
    }
    expect(await store.pendingAcknowledgement({ ...SCOPE, structure: 'PLI6201' })).toEqual([]);
    await store.close();
    store = await open({ secret: 'une autre phrase' });
    await expect(store.pendingAcknowledgement(SCOPE)).rejects.toMatchObject({ code: 'ledger.secretChanged' });
  });
});
