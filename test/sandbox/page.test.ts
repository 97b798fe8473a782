import type { Sandbox } from '../../sandbox/server';
import { admin, Caller, chased, openSandbox, someone, WORLD } from './caller';

describe('the page', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  beforeEach(async () => {
    sandbox = await openSandbox({ readLagMs: 0 });
    caller = await Caller.connect(sandbox);
  });
  afterEach(() => sandbox.close());

  const view = async () => (await fetch(`${sandbox.url}/page/state`)).json() as Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- read as the page reads it

  it('is one self-contained document in French, that says it is a sandbox and lets nothing foreign run', async () => {
    const response = await fetch(sandbox.pageUrl);
    const text = await response.text();
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('personnes inventées');
    expect(text).not.toMatch(/STYLE|SCRIPT\*|src="|<link[^>]+href="http|@import|innerHTML/);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'sha256-[^']+'/);
  });

  it('shows before and now: who was going to be chased, and which declaration stopped it', async () => {
    const before = await view();
    expect(before.now).toMatchObject({
      ours: before.before.ours,
      planned: before.before.planned,
      others: before.before.others,
    });
    expect(before.now.ours).toBe(0);
    await caller.declare(chased(), 'P02301.1');
    const after = await view();
    expect(after.now).toMatchObject({ ours: 1, planned: before.now.planned - 1 });
    expect(after.stopped).toBe(1);
    expect(after.relances[0]).toMatchObject({ reference: 'P02301.1', stoppedAt: expect.any(String) });
    expect(after.accompanied).toMatchObject([{ reference: 'P02301.1', statut: 'OUVERT' }]);
    expect(after.relancesTotal).toBe(before.relancesTotal);
  });

  it('takes a new photo: what was stopped before it is no news any more', async () => {
    await caller.declare(chased(), 'P02301.1');
    await admin(sandbox, 'POST', '/photo');
    const after = await view();
    expect(after).toMatchObject({ stopped: 0, before: { ours: 1 } });
  });

  it('says the last calls in plain French', async () => {
    await caller.declare(chased(), 'P02301.1');
    await caller.declare(
      someone(({ situation, other }) => situation === 'elsewhere' && other?.organism.code === 'ML'),
      'P02302.1',
    );
    await caller.declare(chased(), 'P02301.1', { version: 2, statut: 'CLOS', dateFin: '2026-11-20' });
    const sentences = ((await view()).calls as { what: string; outcome: string }[]).map(
      ({ what, outcome }) => `${what} — ${outcome}`,
    );
    expect(sentences).toEqual([
      "Déclaration de l'accompagnement P02301.1 (clos) — prise en compte, relances reprises",
      "Recherche d'une personne par date de naissance et NIR — trouvée",
      "Déclaration de l'accompagnement P02302.1 (ouvert) — refusée : déjà accompagnée (Mission locale d'Exempleville)",
      "Recherche d'une personne par date de naissance et NIR — trouvée",
      "Déclaration de l'accompagnement P02301.1 (ouvert) — prise en compte, relances arrêtées",
      "Recherche d'une personne par date de naissance et NIR — trouvée",
      'Connexion au service — acceptée',
    ]);
  });

  it('shows faults in course, and no NIR nor FT number at all', async () => {
    await admin(sandbox, 'POST', '/faults', { kind: 'unavailable', seconds: 20 });
    const text = JSON.stringify(await view());
    expect(JSON.parse(text).faults).toMatchObject([
      { sentence: 'Service indisponible (503)', secondsLeft: expect.any(Number) },
    ]);
    expect(text).not.toMatch(/\d{10,}/);
    for (const { nir } of WORLD.people.slice(0, 200)) expect(text).not.toContain(nir);
  });

  it('is told when something changes', async () => {
    const stop = new AbortController();
    const events = await fetch(`${sandbox.url}/page/events`, { signal: stop.signal });
    const reader = events.body?.getReader();
    await reader?.read();
    await caller.declare(chased(), 'P02301.1');
    const { value } = (await reader?.read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toContain('event: changed');
    stop.abort();
  });

  it('does not take orders from another site’s form', async () => {
    const response = await fetch(`${sandbox.adminUrl}/referrals`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(400);
  });
});

describe('starting again', () => {
  it('POST /admin/reset forgets what was declared', async () => {
    const sandbox = await openSandbox({ readLagMs: 0 });
    const caller = await Caller.connect(sandbox);
    await caller.declare(chased(), 'P02301.1');
    await admin(sandbox, 'POST', '/reset');
    const { json } = await admin(sandbox, 'GET', '/state');
    expect(json).toMatchObject({ accompaniments: [], counters: { ours: 0, stopped: 0 } });
    expect(json.referrals).toHaveLength(12);
    await sandbox.close();
  });
});
