import type { Sandbox } from '../../sandbox/server';
import { admin, Caller, openSandbox } from './caller';

const LIST = '/interface-commune/v1/prescriptions';

describe('referrals', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    caller = await Caller.connect(sandbox);
  });
  afterEach(() => sandbox.close());

  const acknowledge = (accuses: { identifiant: string; version: number }[]) =>
    caller.call('POST', `${LIST}/accuses`, { body: { accuses } });
  const answer = (id: string, body: Record<string, unknown>, key: string) =>
    caller.call('PUT', `${LIST}/${id}/reponse`, { body: { dateDecision: '2026-11-20', ...body }, key });
  const listed = async () => (await caller.call('GET', LIST)).json?.prescriptions ?? [];

  it('wait in the order of their creation, some with an optional value missing, one changed, one cancelled', async () => {
    const prescriptions = await listed();
    const moments = prescriptions.map(({ dateCreation }: { dateCreation: string }) => Date.parse(dateCreation));
    expect(moments).toEqual([...moments].sort((left, right) => left - right));
    expect(prescriptions).toHaveLength(12);
    expect(new Set(prescriptions.map(({ etat }: { etat: string }) => etat))).toEqual(
      new Set(['A_TRAITER', 'MODIFIEE', 'ANNULEE']),
    );
    expect(new Set(prescriptions.map((one: object) => 'dateEcheance' in one))).toEqual(new Set([true, false]));
  });

  it('are handed out again until they are acknowledged; acknowledging twice is harmless', async () => {
    const [first, second] = await listed();
    expect((await listed())[0].identifiant).toBe(first.identifiant);
    const accuses = [
      { identifiant: first.identifiant, version: first.version },
      { identifiant: 'PRE-NOTHING', version: 1 },
    ];
    expect((await acknowledge(accuses)).json).toEqual({ acquittes: [first.identifiant], inconnus: ['PRE-NOTHING'] });
    expect((await acknowledge(accuses)).json.acquittes).toEqual([first.identifiant]);
    expect((await listed())[0].identifiant).toBe(second.identifiant);
    const lines = (await sandbox.log()).filter(({ operation }) => operation === 'accuserReception');
    expect(lines.map(({ committed }) => committed)).toEqual([true, false]);
  });

  it('stay when an older version is acknowledged', async () => {
    const changed = (await listed()).find(({ version }: { version: number }) => version === 2);
    await acknowledge([{ identifiant: changed.identifiant, version: 1 }]);
    expect((await listed()).map(({ identifiant }: { identifiant: string }) => identifiant)).toContain(
      changed.identifiant,
    );
  });

  it('come page by page, and 204 when nothing is left', async () => {
    const page = await caller.call('GET', `${LIST}?taille=7`);
    expect(page.json).toMatchObject({ encore: true, curseur: expect.any(String) });
    const rest = await caller.call('GET', `${LIST}?taille=7&curseur=${String(page.json.curseur)}`);
    expect(rest.json.prescriptions).toHaveLength(5);
    const all = [...page.json.prescriptions, ...rest.json.prescriptions] as { identifiant: string; version: number }[];
    await acknowledge(all.map(({ identifiant, version }) => ({ identifiant, version })));
    expect(await caller.call('GET', LIST)).toMatchObject({ status: 204, text: '' });
  });

  it('are answered; the same key again changes nothing, another answer under it is refused', async () => {
    const [{ identifiant }] = await listed();
    expect((await answer(identifiant, { decision: 'ACCEPTEE' }, 'answer-key-000001')).json.codeSortie).toBe('S000');
    expect((await answer(identifiant, { decision: 'ACCEPTEE' }, 'answer-key-000001')).json.codeSortie).toBe('S000');
    expect(await answer(identifiant, { decision: 'ABSENT' }, 'answer-key-000001')).toMatchObject({
      status: 422,
      json: { codeErreur: 'CLE_REUTILISEE' },
    });
    expect((await answer(identifiant, { decision: 'ABSENT' }, 'answer-key-000002')).json.codeSortie).toBe('S000');
    const lines = (await sandbox.log()).filter(({ operation }) => operation === 'repondrePrescription');
    expect(lines.map(({ committed }) => committed)).toEqual([true, false, false, true]);
  });

  it('want a reason for a refusal (R060), are refused once closed (S051), unknown ones give 404', async () => {
    const [{ identifiant }] = await listed();
    expect((await answer(identifiant, { decision: 'REFUSEE' }, 'answer-key-000003')).json).toMatchObject({
      codeSortie: 'R060',
      champ: 'motif',
    });
    const closed = (await listed())[8].identifiant;
    expect((await answer(closed, { decision: 'ACCEPTEE' }, 'answer-key-000004')).json.codeSortie).toBe('S051');
    expect(await answer('PRE-NOTHING', { decision: 'ACCEPTEE' }, 'answer-key-000005')).toMatchObject({
      status: 404,
      json: { codeErreur: 'PRESCRIPTION_INCONNUE' },
    });
  });

  it('can be sent by the page’s form', async () => {
    const sent = await admin(sandbox, 'POST', '/referrals', { reason: 'Essai', comment: 'Depuis la page' });
    const last = (await listed()).at(-1);
    expect(last).toMatchObject({ identifiant: sent.json.identifiant, motif: 'Essai', commentaire: 'Depuis la page' });
    expect((await admin(sandbox, 'POST', '/referrals', { person: 'somebody' })).status).toBe(400);
  });

  it('arrive by themselves over time', async () => {
    const busy = await openSandbox({ referralEveryMs: 20 });
    const busyCaller = await Caller.connect(busy);
    let count = 0;
    while (count <= 12) count = ((await busyCaller.call('GET', LIST)).json?.prescriptions ?? []).length as number;
    expect(count).toBeGreaterThan(12);
    await busy.close();
  });
});
