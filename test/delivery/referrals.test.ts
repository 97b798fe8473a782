import { randomUUID } from 'node:crypto';
import {
  answerReferrals,
  fetchReferrals,
  previewAnswers,
  scopeOf,
  type FetchRun,
  type ReferralDesk,
} from '../../src/delivery';
import type { ReferralAnswer } from '../../src/referral';
import { bench, conventionWith, deskOn, results, type Bench, type DeskOptions } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench();
});
afterAll(() => place.close());
beforeEach(async () => {
  await place.calm();
  await place.reset();
});

async function newDesk(options: DeskOptions = {}, file = place.newFile()): Promise<ReferralDesk> {
  const store = await place.store(file.replace('ledger', 'referrals'));
  return { ...deskOn(place, await place.ledger(file), options), store };
}

function done(run: FetchRun) {
  if (run.kind === 'refused') throw new Error(run.problem.code);
  return run;
}

const acknowledgements = (log: Awaited<ReturnType<Bench['sandbox']['log']>>) =>
  log.filter(({ operation, status }) => operation === 'accuserReception' && status === 200).length;

describe('receiving referrals', () => {
  it('keeps, acknowledges and hands on each once; then there is nothing more to fetch', async () => {
    const desk = await newDesk();
    const first = done(await fetchReferrals(desk));
    expect(first).toMatchObject({ pending: 0, notes: [] });
    expect(first.referrals.length).toBeGreaterThanOrEqual(10);
    expect(new Set(first.referrals.map(({ referral }) => referral.id)).size).toBe(first.referrals.length);
    expect(done(await fetchReferrals(desk)).referrals).toEqual([]);
    const replayed = await desk.store.replay(scopeOf(desk));
    expect(replayed.map(({ referral }) => referral)).toEqual(first.referrals.map(({ referral }) => referral));
    expect(replayed.every(({ acknowledgedAt }) => acknowledgedAt !== undefined)).toBe(true);
  });

  it('lets in what the convention lists, and nothing else', async () => {
    const narrow = conventionWith('fetchReferrals', 'receive', () => ['birthName', 'franceTravailNumber']);
    const { referrals } = done(await fetchReferrals(await newDesk({ convention: narrow })));
    for (const { referral } of referrals) {
      expect(Object.keys(referral.person).sort()).toEqual(['birthName', 'franceTravailNumber']);
      expect(referral.prescriber).toEqual({});
      expect(referral).not.toHaveProperty('comment');
    }
    const none = conventionWith('fetchReferrals', 'receive', () => []);
    const blocked = await newDesk({
      convention: { ...none, flows: none.flows.filter(({ operation }) => operation !== 'fetchReferrals') },
    });
    expect(await fetchReferrals(blocked)).toMatchObject({
      kind: 'refused',
      problem: { code: 'convention.blocked.fetchReferrals.receive' },
    });
  });

  it('hands on nothing that is not acknowledged; the next run acknowledges what is kept and hands it on', async () => {
    const desk = await newDesk();
    await place.fault({ kind: 'unavailable', operations: ['accuserReception'] });
    const cut = done(await fetchReferrals(desk));
    expect(cut.referrals).toEqual([]);
    expect(cut.pending).toBeGreaterThan(0);
    expect(cut.notes).toEqual([expect.objectContaining({ code: 'exchange.closedForNow' })]);
    await place.calm();
    const next = done(await fetchReferrals(desk));
    expect(next.referrals).toHaveLength(cut.pending);
  });

  it('acknowledges what a crash left kept, even when France Travail lists nothing any more', async () => {
    const desk = await newDesk();
    await place.fault({ kind: 'answerLostAfterCommit', operations: ['accuserReception'] });
    const cut = done(await fetchReferrals(desk));
    expect(cut.referrals).toEqual([]);
    await place.calm();
    const since = await place.watch();
    expect(done(await fetchReferrals(desk)).referrals).toHaveLength(cut.pending);
    expect(acknowledgements(await since())).toBeGreaterThan(0);
  });

  it('takes at most so many in one run', async () => {
    const desk = await newDesk();
    const first = done(await fetchReferrals(desk, { limit: 4 }));
    const rest = done(await fetchReferrals(desk));
    expect(first.referrals).toHaveLength(4);
    const ids = [...first.referrals, ...rest.referrals].map(({ referral }) => referral.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('answering referrals', () => {
  const answer = (referralId: string, change: Partial<ReferralAnswer> = {}): ReferralAnswer => ({
    referralId,
    decision: 'accept',
    decisionDate: '2026-11-24',
    ...change,
  });

  it('says which answer was taken, which referral is closed, which is unknown', async () => {
    const desk = await newDesk();
    const { referrals } = done(await fetchReferrals(desk));
    const closed = referrals.find(({ referral }) => referral.state === 'cancelled')!.referral.id;
    const open = referrals.filter(({ referral }) => referral.state === 'toHandle').map(({ referral }) => referral.id);
    const list = [
      answer(open[0]!, { referent: { referentName: 'RÉFÉRENTE-FICTIVE' }, comment: 'RESTE' }),
      answer(open[1]!, { decision: 'refuse', reason: 'noCapacity' }),
      answer(open[2]!, { decision: 'refuse' }),
      answer(closed),
      answer('inconnue-0001'),
    ].map((one, index) => ({ index, answer: one }));
    const preview = results(await previewAnswers(list, desk));
    expect(preview[0]).toMatchObject({ would: 'send', leaves: [{ field: 'referentName' }], cut: ['comment'] });

    const run = results(await answerReferrals(list, desk));
    expect(run.map(({ outcome }) => outcome.kind)).toEqual([
      'declared',
      'declared',
      'rejected',
      'rejected',
      expect.stringMatching(/rejected|notFound/),
    ]);
    expect(run[3]?.outcome).toMatchObject({ message: { code: 'exchange.referralClosed' }, code: 'S051' });
    const kept = await desk.store.replay(scopeOf(desk), { ids: [open[0]!, open[1]!] });
    expect(kept.map(({ answered }) => answered?.decision).sort()).toEqual(['accept', 'refuse']);
  });

  it('sends the same answer again under the same key, until it has an end', async () => {
    const desk = await newDesk();
    const { referrals } = done(await fetchReferrals(desk));
    const id = referrals.find(({ referral }) => referral.state === 'toHandle')!.referral.id;
    const keys: string[] = [];
    const listening = (): ReferralDesk => ({
      ...desk,
      uuid: randomUUID,
      gateway: {
        ...desk.gateway,
        answerReferral: async (what, key, person) => {
          keys.push(key);
          return desk.gateway.answerReferral(what, key, person);
        },
      },
    });
    await place.fault({ kind: 'answerLostAfterCommit', operations: ['repondrePrescription'] });
    const lost = results(await answerReferrals([{ index: 0, answer: answer(id) }], listening()));
    expect(lost[0]?.outcome.kind).toBe('unclear');
    await place.calm();
    const again = results(await answerReferrals([{ index: 0, answer: answer(id) }], listening()));
    expect(again[0]?.outcome.kind).toBe('declared');
    await answerReferrals([{ index: 0, answer: answer(id) }], listening());
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});
