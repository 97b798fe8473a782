import type { Sandbox } from '../../sandbox/server';
import { ALL_SCOPES, Caller, chased, openSandbox, requestToken, someone } from './caller';

const CONTRACT_PATH = '/contrat-usager/v2/contrat';
const LIST_PATH = '/interface-commune/v1/accompagnements';

describe('the gateway before the APIs', () => {
  let sandbox: Sandbox;
  let caller: Caller;

  beforeAll(async () => {
    sandbox = await openSandbox();
    caller = await Caller.connect(sandbox);
  });
  afterAll(() => sandbox.close());

  describe('access tokens', () => {
    it('gives a bearer for 1499 seconds, with the scopes that were asked for', async () => {
      const { status, json } = await requestToken(sandbox, { scope: `application_${sandbox.clientId} ${ALL_SCOPES}` });
      expect(status).toBe(200);
      expect(json).toMatchObject({
        token_type: 'Bearer',
        expires_in: 1499,
        scope: expect.stringContaining('prescription'),
      });
    });

    it.each([
      ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
      ['an unknown scope', { scope: 'api_interface-communev1 nothing' }, 'invalid_scope'],
      ['no scope', { scope: '' }, 'invalid_scope'],
      ['another client’s application scope', { scope: 'application_other' }, 'invalid_scope'],
      ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ])('refuses %s', async (_, changes, error) => {
      const { status, json } = await requestToken(sandbox, changes);
      expect({ status, error: json.error, said: typeof json.error_description }).toEqual({
        status: 400,
        error,
        said: 'string',
      });
    });

    it('knows one realm only', async () => {
      const url = sandbox.tokenUrl.replace('%2Fagent', '%2Fpartenaire');
      expect((await requestToken(sandbox, {}, url)).json.error).toBe('invalid_request');
    });
  });

  describe('who may call', () => {
    it('says 401 without a bearer, and with one it never gave', async () => {
      expect((await caller.call('GET', LIST_PATH, { headers: { authorization: null } })).status).toBe(401);
      expect((await caller.call('GET', LIST_PATH, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
    });

    it('says 403 when the scope of this very API is missing', async () => {
      const lookUpOnly = await Caller.connect(sandbox, 'api_rechercher-usagerv2 rechercheusager profil_accedant');
      expect(await lookUpOnly.call('GET', LIST_PATH)).toMatchObject({
        status: 403,
        json: { error: 'insufficient_scope' },
      });
      expect((await lookUpOnly.lookUp(chased())).json.codeRetour).toBe('S001');
    });

    it('sends whoever leaves out a pa-* header to a login page, with 302', async () => {
      const reply = await caller.call('GET', LIST_PATH, { headers: { 'pa-prenom-agent': null } });
      expect(reply.status).toBe(302);
      expect(reply.text).toContain('<form>');
      const page = await fetch(sandbox.url + String(reply.headers.get('location')));
      expect({ status: page.status, type: page.headers.get('content-type') }).toEqual({
        status: 200,
        type: 'text/html; charset=utf-8',
      });
    });

    it('says 401 to an empty pa-* header and 400 to a pipe', async () => {
      expect((await caller.call('GET', LIST_PATH, { headers: { 'pa-nom-agent': '' } })).status).toBe(401);
      expect((await caller.call('GET', LIST_PATH, { headers: { 'pa-identifiant-agent': 'A|B' } })).status).toBe(400);
    });
  });

  describe('what may be asked', () => {
    it.each([
      ['an unknown field at the top', { statu: 'OUVERT' }, 'statu'],
      ['an unknown field below', { structure: { code: 'PLI5901', nir: '1' } }, 'structure.nir'],
      ['a code outside its list', { statut: 'EN_COURS' }, 'statut'],
      ['a date that is none', { dateDebut: '31/12/2025' }, 'dateDebut'],
    ])('refuses %s and names the field', async (_, changes, field) => {
      expect(await caller.declare(chased(), 'G1.1', changes)).toMatchObject({
        status: 400,
        json: { codeErreur: 'REQUETE_INVALIDE', champ: field },
      });
    });

    it('never repeats the value that it refuses', async () => {
      const body = { dateNaissance: '1990-02-30', nir: '29002599990128' };
      const { status, text } = await caller.call('POST', '/rechercher-usager/v2/usagers/par-datenaissance-et-nir', {
        body,
      });
      expect(status).toBe(400);
      expect(text).toContain('nir');
      expect(text).not.toContain('29002599990128');
    });

    it('refuses unknown fields of published APIs too, each in its own words', async () => {
      const body = { numeroFranceTravail: '99900000001', nom: 'INVENTÉ' };
      const lookUp = await caller.call('POST', '/rechercher-usager/v2/usagers/par-numero-francetravail', { body });
      expect(lookUp).toMatchObject({ status: 400, json: { codeRetour: 'R997', jetonUsager: null } });

      const personToken = await caller.tokenOf(chased());
      const decision = { etat_decision: 'ACCEPTEE', date_decision: '2026-11-20', referent: 'X' };
      const orientation = await caller.call('POST', '/orientationusager/v2/decisionOrientation', {
        personToken,
        body: decision,
      });
      expect(orientation).toMatchObject({
        status: 400,
        json: { status: 400, error: 'Bad Request', path: '/interne/orientation' },
      });
    });

    it('names orientation fields in camelCase, though they are sent in snake_case', async () => {
      const personToken = await caller.tokenOf(chased());
      const body = { etat_decision: 'ACCEPTEE' };
      const { json } = await caller.call('POST', '/orientationusager/v2/decisionOrientation', { personToken, body });
      expect(json.message).toContain('dateDecision');
    });

    it('refuses an unknown query parameter, a body that is no JSON, a missing key', async () => {
      expect((await caller.call('GET', `${LIST_PATH}?page=2`)).status).toBe(400);
      const path = '/interface-commune/v1/accompagnements/G2.1';
      const personToken = await caller.tokenOf(chased());
      expect(
        (await caller.call('PUT', path, { personToken, key: 'a'.repeat(16), rawBody: '{"version":' })).status,
      ).toBe(400);
      const body = { structure: { code: 'PLI5901' }, statut: 'OUVERT', dateDebut: '2026-01-05', version: 1 };
      expect((await caller.call('PUT', path, { personToken, body })).json.champ).toBe('Idempotency-Key');
    });

    it('says 404 and 405 outside the contracts', async () => {
      expect((await caller.call('GET', '/nothing/v1')).status).toBe(404);
      expect((await caller.call('DELETE', LIST_PATH)).status).toBe(405);
    });
  });

  describe('person tokens', () => {
    it('are base64 JSON with an end in milliseconds, and hold no identity', async () => {
      const person = chased();
      const token = Buffer.from(await caller.tokenOf(person), 'base64').toString('utf8');
      const { expire } = JSON.parse(token) as { expire: number };
      expect(expire - Date.now()).toBeGreaterThan(23 * 3_600_000);
      for (const secret of [person.nir, person.ftNumber, person.birthName]) expect(token).not.toContain(secret);
    });

    it('are refused when they are forged, and when their day is over', async () => {
      const forged = Buffer.from(JSON.stringify({ expire: Date.now() + 1e6, data: '1.x.y' })).toString('base64');
      expect(
        await caller.call('GET', '/interface-commune/v1/usagers/accompagnements', { personToken: forged }),
      ).toMatchObject({
        status: 400,
        json: { codeErreur: 'JETON_USAGER_INVALIDE' },
      });

      let now = Date.now();
      const later = await openSandbox({ clock: () => now, personTokenMs: 60_000 });
      const laterCaller = await Caller.connect(later);
      const personToken = await laterCaller.tokenOf(
        someone((one) => one.habits.registration === 'given' && one.situation === 'free'),
      );
      expect((await laterCaller.call('GET', CONTRACT_PATH, { personToken })).status).toBe(200);
      now += 61_000;
      expect((await laterCaller.call('GET', CONTRACT_PATH, { personToken })).status).toBe(400);
      await later.close();
    });
  });
});

describe('the quota', () => {
  it('says 429 above it, with Retry-After in seconds and as a date by turns, and lets calls through in the next window', async () => {
    let now = Date.now();
    const sandbox = await openSandbox({ quota: { requests: 2, windowMs: 10_000 }, clock: () => now });
    const caller = await Caller.connect(sandbox);
    const statuses = [];
    const waits = [];
    for (let call = 0; call < 4; call += 1) {
      const reply = await caller.call('GET', LIST_PATH);
      statuses.push(reply.status);
      waits.push(reply.headers.get('retry-after'));
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(waits).toEqual([null, null, '10', new Date(now + 10_000).toUTCString()]);
    now += 10_000;
    expect((await caller.call('GET', LIST_PATH)).status).toBe(200);
    await sandbox.close();
  });

  it('an access token dies after its life', async () => {
    let now = Date.now();
    const sandbox = await openSandbox({ clock: () => now });
    const caller = await Caller.connect(sandbox);
    now += 1_500_000;
    expect((await caller.call('GET', LIST_PATH)).status).toBe(401);
    await sandbox.close();
  });
});
