import type { IDataObject } from 'n8n-workflow';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf, NODE, openBench, removeUserFolder, tryNode, userFolder, type Bench } from './sandboxEngine';
import { FetchReferrals } from '../../nodes/FetchReferrals/FetchReferrals.node';

const [REFERRALS, WAITING, TO_CORRECT] = [0, 1, 2] as const;

describe('referrals', () => {
  let bench: Bench;
  const referrals = (parameters: IDataObject, items: readonly IDataObject[] = [{}]) =>
    tryNode({
      node: new FetchReferrals(),
      parameters: { returnAll: true, ...parameters },
      items,
      credentials: bench.credentials,
    });
  const fetchAll = () => referrals({ operation: 'fetch' });
  const replayed = async (parameters: IDataObject = {}) =>
    jsonOf(await referrals({ operation: 'replay', which: 'unanswered', ...parameters }), REFERRALS);

  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  it('are kept, acknowledged and handed on, with the person in pivot fields', async () => {
    const result = await fetchAll();
    const [first] = jsonOf(result, REFERRALS);
    expect(first).toMatchObject({ id: 'PRE-2026-00001', state: 'toHandle', stateLabel: 'À traiter' });
    expect(first?.person).toMatchObject({ franceTravailNumber: expect.stringMatching(/^\d{11}$/) });
    const count = jsonOf(result, REFERRALS).length;
    expect(result.hints(NODE)[0]?.message).toBe(`Prescriptions reçues et gardées : ${count}.`);
    const calls = await bench.sandbox.log();
    expect(calls.some(({ operation, status }) => operation === 'accuserReception' && status === 200)).toBe(true);
    expect(existsSync(join(userFolder, '.n8n/plie-france-travail/referrals.sqlite'))).toBe(true);
  });

  it('are paired with what came in', async () => {
    await fetch(`${bench.sandbox.adminUrl}/referrals`, { method: 'POST' });
    const result = await fetchAll();
    expect(result.items(NODE, REFERRALS).map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }]]);
  });

  it('do not come twice', async () => {
    const result = await fetchAll();
    expect(jsonOf(result, REFERRALS)).toEqual([]);
    expect(result.hints(NODE).map(({ message }) => message)).toEqual(['Aucune prescription nouvelle.']);
  });

  it('come in cut down to what the convention lets in', async () => {
    const before = (await replayed()).map(({ person }) => Object.keys(person as object));
    expect(before.flat()).not.toContain('nir');
    expect(before.flat()).toContain('birthName');
  });

  it('can be handed out again without asking France Travail', async () => {
    const calls = (await bench.sandbox.log()).length;
    const all = await replayed({ which: 'all' });
    const waiting = await replayed();
    expect(all.length).toBeGreaterThan(waiting.length);
    expect(waiting.every(({ state }) => state !== 'cancelled')).toBe(true);
    expect(await replayed({ returnAll: false, limit: 2 })).toHaveLength(2);
    expect(await replayed({ since: '2999-01-01T00:00:00' })).toEqual([]);
    expect((await bench.sandbox.log()).length).toBe(calls);
  });

  it('are answered only when sending is on', async () => {
    const [first] = await replayed();
    const answer = { operation: 'answer', referralId: '={{ $json.id }}', decision: 'accept' };
    const answerFields = { referentName: 'DESSAIS', comment: 'Premier contact par téléphone' };
    const shown = await referrals({ ...answer, send: false, answerFields }, [first ?? {}]);
    expect(jsonOf(shown, REFERRALS)).toMatchObject([
      { id: first?.id, dryRun: true, would: 'send', decision: 'accept', cut: ['Commentaire'] },
    ]);
    expect((await replayed()).map(({ id }) => id)).toContain(first?.id);
    const sent = await referrals({ ...answer, send: true, answerFields }, [first ?? {}]);
    expect(jsonOf(sent, REFERRALS)).toMatchObject([
      { id: first?.id, outcome: 'declared', message: 'France Travail a enregistré votre réponse.' },
    ]);
    expect((await replayed()).map(({ id }) => id)).not.toContain(first?.id);
  });

  it('take a decision for each item, and say what is missing', async () => {
    const waiting = (await replayed()).slice(0, 3).map(({ id }) => ({ id }));
    const decisions = ['refuse', 'peut-être', 'absent'];
    const items = waiting.map(({ id }, index) => ({ id, decision: decisions[index] ?? '' }));
    const result = await referrals(
      { operation: 'answer', send: true, referralId: '={{ $json.id }}', decision: '={{ $json.decision }}', reason: '' },
      items as IDataObject[],
    );
    expect(jsonOf(result, TO_CORRECT).map(({ id }) => id)).toEqual([waiting[0]?.id, waiting[1]?.id]);
    expect(jsonOf(result, REFERRALS)).toMatchObject([{ id: waiting[2]?.id, decision: 'absent' }]);
    expect(jsonOf(result, WAITING)).toEqual([]);
    expect(result.items(NODE, TO_CORRECT).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
  });
});
