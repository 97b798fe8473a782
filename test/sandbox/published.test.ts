import type { Sandbox } from '../../sandbox/server';
import { Caller, openSandbox, someone, WORLD } from './caller';

describe('the published APIs', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    caller = await Caller.connect(sandbox);
  });
  afterEach(() => sandbox.close());

  const activities = (query: string) => caller.call('GET', `/activites-operationnelles/v2/activites/chercher?${query}`);

  describe('registration and administrative data', () => {
    const registrationOf = async (fits: Parameters<typeof someone>[0]) => {
      const personToken = await caller.tokenOf(someone(fits));
      return caller.call('GET', '/contrat-usager/v2/contrat', { personToken });
    };

    it.each([
      ['free', 'Inscrit'],
      ['struckOff', 'Radié'],
      ['incomplete', 'Identifié'],
      ['merged', 'Cessé'],
    ])('%s: %s, labels padded with blanks', async (situation, status) => {
      const { json } = await registrationOf(
        (one) => one.situation === situation && one.habits.registration === 'given',
      );
      expect(json.m_contrat.m_statut).toBe(status);
      expect(json.m_contrat.m_motif_inscription_lib).toMatch(/ $/);
    });

    it('answers some with 204, some with a 200 that is an error', async () => {
      expect(
        (await registrationOf((one) => one.situation === 'free' && one.habits.registration === 'none')).status,
      ).toBe(204);
      const notManaged = await registrationOf(
        (one) => one.situation === 'free' && one.habits.registration === 'notManaged',
      );
      expect(notManaged).toMatchObject({ status: 200, json: { codeErreur: 'ERT_200_FONCT' } });
    });

    it('gives civil status and contact data, some strings padded, some "null"', async () => {
      const person = someone(
        ({ situation, habits }) =>
          situation === 'free' && habits.identity === 'given' && habits.padded && habits.nothing === 'text',
      );
      const { json } = await caller.call('GET', '/informations-administratives/v1/usager', {
        personToken: await caller.tokenOf(person),
      });
      expect(json.etatCivil).toMatchObject({
        dateNaissance: person.birthDate,
        nom: person.birthName.toLocaleUpperCase('fr'),
      });
      expect(json.adresses[0]).toMatchObject({ libellePays: 'FRANCE    ', complementAdresse: 'null' });
    });
  });

  describe('orientation', () => {
    it('is decided once: accepted, it is open and ours, and its activity has changed', async () => {
      const person = someone(({ awaitsOrientation }) => awaitsOrientation);
      const personToken = await caller.tokenOf(person);
      const read = () =>
        caller.call('GET', '/orientationusager/v2/lectureOrientation?etatOrientation=OUVERT', { personToken });
      expect((await read()).json).toEqual([]);
      expect((await activities(`codeActivite=ACT382&numeroFranceTravail=${person.ftNumber}`)).json.size).toBe(1);

      const body = { etat_decision: 'ACCEPTEE', date_decision: '2026-11-20' };
      const decide = () => caller.call('POST', '/orientationusager/v2/decisionOrientation', { personToken, body });
      expect(await decide()).toMatchObject({ status: 201, text: '' });
      expect((await decide()).status).toBe(400);
      expect((await read()).json).toMatchObject([
        { etat: 'OUVERT', referent_parcours: { structure: { code: 'PLI5901' } } },
      ]);
      expect((await activities(`codeActivite=ACT382&numeroFranceTravail=${person.ftNumber}`)).status).toBe(204);
      expect((await activities(`codeActivite=ACT380&numeroFranceTravail=${person.ftNumber}`)).json.size).toBe(1);
    });

    it('says who is in charge elsewhere; a PLIE is only visible as IND with its structure', async () => {
      const readOf = async (code: string) => {
        const person = someone(({ situation, other }) => situation === 'elsewhere' && other?.organism.code === code);
        const personToken = await caller.tokenOf(person);
        return (await caller.call('GET', '/orientationusager/v2/lectureOrientation', { personToken })).json[0]
          .referent_parcours;
      };
      expect(await readOf('ML')).toMatchObject({ organisme: { code: 'ML' } });
      expect(await readOf('PLIE')).toMatchObject({
        organisme: { code: 'IND' },
        structure: { code: 'PLI6201', libelle: 'PLIE du Voisinage' },
      });
    });

    it('wants a reason for a refusal, and at least one change in a modification', async () => {
      const personToken = await caller.tokenOf(someone(({ awaitsOrientation }) => awaitsOrientation));
      const refuse = { etat_decision: 'REFUSEE', date_decision: '2026-11-20' };
      expect(
        (await caller.call('POST', '/orientationusager/v2/decisionOrientation', { personToken, body: refuse })).status,
      ).toBe(400);
      expect(
        (await caller.call('PUT', '/orientationusager/v2/modificationOrientation', { personToken, body: {} })).status,
      ).toBe(400);
    });
  });

  describe('activities', () => {
    it('come page by page until hasMore is false, each once', async () => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { json }: { json: { activites: { usager: { identifiant: string } }[]; cursor?: string } } =
          await activities(`codeActivite=ACT382${cursor}`);
        seen.push(...json.activites.map(({ usager }) => usager.identifiant));
        cursor = json.cursor === undefined ? '' : `&cursor=${json.cursor}`;
      } while (cursor !== '');
      const expected = WORLD.people
        .filter(({ awaitsOrientation }) => awaitsOrientation)
        .map(({ ftNumber }) => ftNumber);
      expect(seen.sort()).toEqual(expected.sort());
    });

    it('want exactly one criterion; the error is an array or an object', async () => {
      const none = await activities('');
      expect({ status: none.status, array: Array.isArray(none.json), code: none.json[0].code }).toEqual({
        status: 400,
        array: true,
        code: 'PARAM_INCOHERENT',
      });
      const two = await activities('codeActivite=ACT382&codeFamille=INSEA');
      expect(two).toMatchObject({
        status: 400,
        json: { code: 'PARAM_INCOHERENT', details: { codeFamille: 'INSEA', codeDomaine: null } },
      });
    });
  });

  it('appointments: 202 with an id, listed without a zone, not recognised once files were merged', async () => {
    const appointment = {
      date: '2026-11-30T09:00:00.000Z',
      modaliteContact: 'PHYSIQUE',
      typeReception: 'IND',
      motif: 'ACC',
      statut: 'PRIS',
      organisme: { code: 'DCD' },
    };
    const bookFor = async (situation: string) => {
      const personToken = await caller.tokenOf(someone((one) => one.situation === situation));
      const { status, json } = await caller.call('POST', '/rendez-vous-partenaire/v1/rendez-vous', {
        personToken,
        body: appointment,
      });
      return { personToken, status, id: String(json.id) };
    };
    const { personToken, status, id } = await bookFor('free');
    expect(status).toBe(202);
    const list = await caller.call(
      'GET',
      '/rendez-vous-partenaire/v1/rendez-vous-usager?date-debut=30-11-2026&date-fin=30-11-2026',
      { personToken },
    );
    expect(list.json).toMatchObject([{ idOrigine: id, date: '2026-11-30T09:00:00' }]);
    expect(
      (await caller.call('GET', '/rendez-vous-partenaire/v1/rendez-vous-usager?date-debut=01-12-2026', { personToken }))
        .json,
    ).toEqual([]);

    const merged = await bookFor('merged');
    const change = await caller.call('PUT', '/rendez-vous-partenaire/v1/rendez-vous', {
      body: { ...appointment, id: merged.id, statut: 'ABSENT' },
    });
    expect(change).toMatchObject({ status: 400, json: { codeErreur: 'ID_NON_RECONNU' } });
  });
});
