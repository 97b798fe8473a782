import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/server';
import { Caller, chased, openSandbox, someone, WORLD } from './caller';

describe('declaring an accompaniment', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  beforeAll(async () => {
    sandbox = await openSandbox({ readLagMs: 0, today: '2026-11-24' });
    caller = await Caller.connect(sandbox);
  });
  afterAll(() => sandbox.close());

  it('creates (201), then replaces (200), and stops the relances each time', async () => {
    const created = await caller.declare(chased(0), 'D0.1');
    expect(created).toMatchObject({ status: 201, json: { codeSortie: 'S000', version: 1, relancesSuspendues: true } });
    const replaced = await caller.declare(chased(0), 'D0.1', { version: 2, dateDernierEntretien: '2026-11-02' });
    expect(replaced).toMatchObject({ status: 200, json: { codeSortie: 'S000', version: 2, relancesSuspendues: true } });
    expect(replaced.json.referenceFranceTravail).toBe(created.json.referenceFranceTravail);
  });

  it('starts chasing again when the accompaniment is over', async () => {
    await caller.declare(chased(1), 'D1.1');
    const closed = await caller.declare(chased(1), 'D1.1', {
      version: 2,
      statut: 'CLOS',
      dateFin: '2026-11-20',
      motifSortie: { code: 'ABANDON' },
    });
    expect(closed.json).toMatchObject({ codeSortie: 'S000', relancesSuspendues: false });
  });

  it.each([
    ['merged', 'S007'],
    ['struckOff', 'S008'],
    ['incomplete', 'S009'],
  ] as const)('refuses a person who is %s with HTTP 200 and %s', async (situation, code) => {
    const person = someone((one) => one.situation === situation);
    expect(await caller.declare(person, `D-${code}.1`)).toMatchObject({ status: 200, json: { codeSortie: code } });
  });

  it.each(['ML', 'CE', 'CD', 'PLIE'])('refuses whom %s accompanies (S015), with organism and date', async (code) => {
    const person = someone(({ situation, other }) => situation === 'elsewhere' && other?.organism.code === code);
    const { status, json } = await caller.declare(person, `D-${code}.1`);
    expect({ status, json }).toMatchObject({
      status: 200,
      json: {
        codeSortie: 'S015',
        organisme: { code, libelle: person.other?.organism.label },
        depuis: person.other?.since,
      },
    });
  });

  it('takes a second organism as a partner, and ours beside a partner', async () => {
    const elsewhere = someone(({ situation }) => situation === 'elsewhere');
    expect((await caller.declare(elsewhere, 'D-P.1', { roleStructure: 'PARTENAIRE' })).json.codeSortie).toBe('S000');
    const partner = someone(({ situation }) => situation === 'partner');
    expect((await caller.declare(partner, 'D-P.2')).json.codeSortie).toBe('S000');
  });

  it('finds our own double accompaniment, and another PLIE’s, until the first is closed', async () => {
    await caller.declare(chased(2), 'D2.1', { dateDebut: '2026-02-02' });
    expect((await caller.declare(chased(2), 'D2.2')).json).toMatchObject({
      codeSortie: 'S015',
      organisme: { code: 'PLIE' },
      depuis: '2026-02-02',
    });
    const neighbour = await Caller.connect(sandbox, undefined, 'plie-voisinage');
    expect((await neighbour.declare(chased(2), 'V2.1', { structure: { code: 'PLI6201' } })).json.codeSortie).toBe(
      'S015',
    );
    await caller.declare(chased(2), 'D2.1', {
      version: 2,
      statut: 'CLOS',
      dateDebut: '2026-02-02',
      dateFin: '2026-11-01',
    });
    expect(
      (await caller.declare(chased(2), 'D2.2', { dateDebut: '2026-11-02' }, 'a-new-key-after-closing')).json.codeSortie,
    ).toBe('S000');
  });

  it.each([
    ['an open start in the future', { dateDebut: '2031-01-06' }, 'S024', 'dateDebut'],
    ['an end before the start', { statut: 'CLOS', dateFin: '2026-03-01' }, 'S026', 'dateFin'],
    ['an unknown structure', { structure: { code: 'ZZZ0001' } }, 'S032', 'structure.code'],
    ['the structure of another', { structure: { code: 'PLI6201' } }, 'S041', 'structure.code'],
    ['a suspension without its date', { statut: 'SUSPENDU' }, 'R020', 'dateSuspension'],
    ['an end without its date', { statut: 'CLOS' }, 'R030', 'dateFin'],
    ['a last meeting in the future', { dateDernierEntretien: '2027-01-01' }, 'R040', 'dateDernierEntretien'],
  ])('refuses %s: %s', async (about, changes, code, champ) => {
    const reply = await caller.declare(chased(3), 'D3.1', changes, `key-for-${about}`);
    expect(reply).toMatchObject({ status: 200, json: { codeSortie: code, champ } });
    expect((await caller.call('GET', '/interface-commune/v1/accompagnements/D3.1')).status).toBe(404);
  });

  it('takes a start in the future when it is announced as planned', async () => {
    expect(
      (await caller.declare(chased(4), 'D4.1', { statut: 'PREVU', dateDebut: '2031-01-06' })).json.codeSortie,
    ).toBe('S000');
  });

  it('refuses a reference that already names somebody else', async () => {
    await caller.declare(chased(5), 'D5.1');
    expect((await caller.declare(chased(6), 'D5.1', { version: 2 })).json).toMatchObject({
      codeSortie: 'R015',
      champ: 'referenceExterne',
    });
  });

  describe('said twice', () => {
    it('the same key and declaration give the first answer again and change nothing, whatever the person token', async () => {
      const first = await caller.declare(chased(7), 'D7.1');
      const again = await caller.declare(chased(7), 'D7.1');
      expect({ status: again.status, json: again.json }).toEqual({ status: first.status, json: first.json });
      const lines = (await sandbox.log()).filter(({ declarations }) => declarations[0]?.reference === 'D7.1');
      expect(lines.map(({ committed, declarations }) => [committed, declarations[0]?.replayed ?? false])).toEqual([
        [true, false],
        [false, true],
      ]);
    });

    it('a refusal is given again too', async () => {
      const person = someone(({ situation }) => situation === 'struckOff');
      const first = await caller.declare(person, 'D8.1');
      expect((await caller.declare(person, 'D8.1')).text).toBe(first.text);
    });

    it('the same key with another declaration is refused (422)', async () => {
      await caller.declare(chased(9), 'D9.1');
      const reply = await caller.declare(chased(9), 'D9.1', { dateDebut: '2026-04-01' });
      expect(reply).toMatchObject({ status: 422, json: { codeErreur: 'CLE_REUTILISEE' } });
    });

    it('an older or equal version under another key is refused (409), with the current one', async () => {
      await caller.declare(chased(10), 'D10.1', { version: 3 });
      for (const version of [2, 3]) {
        const reply = await caller.declare(chased(10), 'D10.1', { version }, `another-key-for-${version}`);
        expect(reply).toMatchObject({ status: 409, json: { codeErreur: 'VERSION_PERIMEE', versionCourante: 3 } });
      }
    });

    it('a key is forgotten after 7 days', async () => {
      let now = Date.now();
      const later = await openSandbox({ clock: () => now });
      const first = await Caller.connect(later);
      await first.declare(chased(0), 'K0.1');
      now += 7 * 86_400_000 + 1000;
      const after = await Caller.connect(later);
      expect((await after.declare(chased(0), 'K0.1')).status).toBe(409);
      await later.close();
    });
  });

  describe('read back', () => {
    it('gives what was said, with properties that no contract knows, and 404 for what was not', async () => {
      await caller.declare(chased(11), 'D11.1', { beneficiaireRsa: true });
      const { status, json } = await caller.call('GET', '/interface-commune/v1/accompagnements/D11.1');
      expect({ status, declaration: json.declaration }).toMatchObject({
        status: 200,
        declaration: { statut: 'OUVERT', beneficiaireRsa: true },
      });
      expect(json).toHaveProperty('codeCanal');
      expect((await caller.call('GET', '/interface-commune/v1/accompagnements/never')).json.codeErreur).toBe(
        'REFERENCE_INCONNUE',
      );
    });

    it('lags behind the write, as long as it was told to', async () => {
      const slow = await openSandbox({ readLagMs: 300 });
      const reader = await Caller.connect(slow);
      await reader.declare(chased(0), 'L0.1');
      const path = '/interface-commune/v1/accompagnements/L0.1';
      expect((await reader.call('GET', path)).status).toBe(404);
      await pause(320);
      expect((await reader.call('GET', path)).json.version).toBe(1);
      await slow.close();
    });

    it('never shows a structure the accompaniments of another', async () => {
      const neighbour = await Caller.connect(sandbox, undefined, 'plie-voisinage');
      expect((await neighbour.call('GET', '/interface-commune/v1/accompagnements')).json.accompagnements).toEqual([]);
      expect((await neighbour.call('GET', '/interface-commune/v1/accompagnements/D11.1')).status).toBe(404);
    });

    it('says who accompanies a person: others, and us with our reference', async () => {
      const [elsewhere, ours] = [someone(({ situation }) => situation === 'elsewhere'), chased(11)];
      const ask = async (personToken: string) =>
        (await caller.call('GET', '/interface-commune/v1/usagers/accompagnements', { personToken })).json
          .accompagnements;
      expect((await ask(await caller.tokenOf(elsewhere)))[0]).toMatchObject({
        roleStructure: 'REFERENT',
        statut: 'OUVERT',
      });
      expect((await ask(await caller.tokenOf(elsewhere)))[0]).not.toHaveProperty('referenceExterne');
      expect(await ask(await caller.tokenOf(ours))).toMatchObject([
        { organisme: { code: 'PLIE' }, referenceExterne: 'D11.1' },
      ]);
      expect(await ask(await caller.tokenOf(chased(40)))).toEqual([]);
    });
  });
});

describe('a lot', () => {
  it('takes or refuses each declaration by itself, in order', async () => {
    const sandbox = await openSandbox({ readLagMs: 0 });
    const caller = await Caller.connect(sandbox);
    const people = [chased(0), someone(({ situation }) => situation === 'struckOff'), chased(1)];
    const declarations = await Promise.all(
      people.map(async (person, index) => ({
        referenceExterne: `L${index}.1`,
        cleIdempotence: `lot-key-number-${index}`.padEnd(20, '-'),
        jetonUsager: await caller.tokenOf(person),
        declaration: { structure: { code: 'PLI5901' }, statut: 'OUVERT', dateDebut: '2026-03-02', version: 1 },
      })),
    );
    const forged = {
      ...declarations[0],
      referenceExterne: 'L9.1',
      cleIdempotence: 'lot-key-of-nobody-at-all',
      jetonUsager: 'forged',
    };
    const older = { ...declarations[0], cleIdempotence: 'another-key-same-version' };
    const path = '/interface-commune/v1/accompagnements/lot';
    const { status, json } = await caller.call('POST', path, {
      body: { declarations: [...declarations, forged, older] },
    });
    expect(status).toBe(200);
    expect(json.resultats).toMatchObject([
      { referenceExterne: 'L0.1', codeSortie: 'S000', httpStatus: 201 },
      { referenceExterne: 'L1.1', codeSortie: 'S008', httpStatus: 200 },
      { referenceExterne: 'L2.1', codeSortie: 'S000', httpStatus: 201 },
      { referenceExterne: 'L9.1', codeSortie: 'JETON_USAGER_INVALIDE', httpStatus: 400 },
      { referenceExterne: 'L0.1', codeSortie: 'VERSION_PERIMEE', httpStatus: 409, versionCourante: 1 },
    ]);
    expect((await sandbox.log()).filter(({ contract }) => contract === false)).toEqual([]);
    const line = (await sandbox.log()).at(-1);
    expect(line?.declarations.map(({ reference, committed }) => [reference, committed])).toEqual([
      ['L0.1', true],
      ['L1.1', false],
      ['L2.1', true],
      ['L9.1', false],
      ['L0.1', false],
    ]);
    await sandbox.close();
  });
});

describe('the whole list', () => {
  it('comes page by page, each accompaniment once, in the order of references', async () => {
    const sandbox = await openSandbox({ readLagMs: 0 });
    const caller = await Caller.connect(sandbox);
    for (const rank of [0, 1, 2, 3, 4]) await caller.declare(chased(rank), `W${rank}.1`);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page: { json: { accompagnements: { referenceExterne: string }[]; encore: boolean; curseur?: string } } =
        await caller.call('GET', `/interface-commune/v1/accompagnements?taille=2${cursor}`);
      seen.push(...page.json.accompagnements.map(({ referenceExterne }) => referenceExterne));
      cursor = page.json.encore ? `&curseur=${String(page.json.curseur)}` : '';
    } while (cursor !== '');
    expect(seen).toEqual(['W0.1', 'W1.1', 'W2.1', 'W3.1', 'W4.1']);
    await sandbox.close();
  });
});

describe('dates and moments', () => {
  it('come in several spellings, according to the person', async () => {
    const sandbox = await openSandbox({ readLagMs: 0 });
    const caller = await Caller.connect(sandbox);
    const spellings = new Set<string>();
    for (const style of ['Z', 'offset', 'millis']) {
      const person = WORLD.people.find(
        (one) => one.situation === 'free' && one.certified && one.habits.dateTime === style,
      );
      if (person === undefined) throw new Error('nobody');
      await caller.declare(person, `S-${style}`);
      const { json } = await caller.call('GET', `/interface-commune/v1/accompagnements/S-${style}`);
      spellings.add(String(json.misAJourLe).replace(/\d/g, '0'));
    }
    expect(spellings).toEqual(
      new Set(['0000-00-00T00:00:00Z', '0000-00-00T00:00:00+00:00', '0000-00-00T00:00:00.000+00:00']),
    );
    await sandbox.close();
  });
});
