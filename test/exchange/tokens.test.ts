import { CancelledError, systemWire, testAccess, type Gateway } from '../../src/exchange';
import { translate } from '../../src/wording';
import { accessTo, fastWire, findPerson, FOUND, gatewayTo } from './support';
import { startScripted, type Reply, type Script, type ScriptedServer } from './scriptedServer';

const servers: ScriptedServer[] = [];
const start = async (script: Script): Promise<ScriptedServer> => {
  const server = await startScripted(script);
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

const lookUp = (gateway: Gateway): ReturnType<Gateway['lookUp']> =>
  gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: '99000000017' });
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Accepts nothing but the tokens that `alive` names. */
const guarded =
  (alive: (bearer: string) => boolean) =>
  ({ headers }: { headers: Readonly<Record<string, string>> }): Reply =>
    alive((headers['authorization'] ?? '').replace('Bearer ', ''))
      ? FOUND
      : { status: 401, json: { codeErreur: 'JETON' } };

describe('the access token', () => {
  it('is asked for once by ten calls that start together, and by another gateway of the same credential', async () => {
    const server = await start({
      api: () => FOUND,
      token: async () => {
        await pause(30);
        return { status: 200, json: { access_token: 'one', expires_in: 1499 } };
      },
    });
    const place = { ...server, apiBase: server.apiBase, tokenUrl: server.tokenUrl, clientId: 'partagé-1' };
    const gateways = [gatewayTo(place), gatewayTo(place)];
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => lookUp(gateways[index % 2] as Gateway)));
    expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'found'));
    expect(server.tokenRequests).toHaveLength(1);
  });

  it('is asked for as the contract says: form-encoded, realm in the query, scopes separated by blanks', async () => {
    const server = await start({ api: () => FOUND });
    await lookUp(
      gatewayTo({
        ...server,
        apiBase: server.apiBase,
        tokenUrl: server.tokenUrl,
        clientId: 'plie&lille',
        clientSecret: 's=e+c r%et',
      }),
    );
    const [request] = server.tokenRequests;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/connexion/oauth2/access_token?realm=%2Fagent',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'plie&lille',
      client_secret: 's=e+c r%et',
      scope:
        'api_interface-communev1 accompagnement prescription api_rechercher-usagerv2 rechercheusager profil_accedant',
    });
  });

  it('is not shared by two secrets, nor by two sets of scopes', async () => {
    const server = await start({ api: () => FOUND });
    const place = { apiBase: server.apiBase, tokenUrl: server.tokenUrl, clientId: 'partagé-2' };
    await lookUp(gatewayTo({ ...place, clientSecret: 'un' }));
    await lookUp(gatewayTo({ ...place, clientSecret: 'deux' }));
    await lookUp(gatewayTo({ ...place, clientSecret: 'deux' }, fastWire(), { profileId: 'lpe' }));
    expect(server.tokenRequests).toHaveLength(3);
  });

  it('is renewed before it expires', async () => {
    const server = await start({ api: () => FOUND });
    let now = Date.parse('2026-11-24T10:00:00Z');
    const gateway = gatewayTo(server, fastWire({ clock: () => new Date(now) }));
    await lookUp(gateway);
    now += 1_400_000;
    await lookUp(gateway);
    expect(server.tokenRequests).toHaveLength(1);
    now += 50_000;
    await lookUp(gateway);
    expect(server.tokenRequests).toHaveLength(2);
    expect(server.seen.at(-1)?.headers['authorization']).toBe('Bearer token-2');
  });

  it.each([
    ['missing', {}],
    ['nonsense', { expires_in: 'bientôt' }],
    ['negative', { expires_in: -1 }],
  ])('lives as long as the profile says when the answer’s own word is %s', async (_what, said) => {
    const server = await start({
      api: () => FOUND,
      token: () => ({ status: 200, json: { access_token: 'one', ...said } }),
    });
    const gateway = gatewayTo(server);
    await lookUp(gateway);
    await lookUp(gateway);
    expect(server.tokenRequests).toHaveLength(1);
  });

  it('survives a storm of ten 401 with exactly one new request', async () => {
    let revoked = false;
    const server = await start({ api: guarded((bearer) => (revoked ? bearer === 'token-2' : bearer === 'token-1')) });
    const gateway = gatewayTo(server);
    await lookUp(gateway);
    revoked = true;
    const answers = await Promise.all(Array.from({ length: 10 }, () => lookUp(gateway)));
    expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'found'));
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('is renewed once, not for ever, when every token is refused', async () => {
    const server = await start({ api: guarded(() => false) });
    const answer = await lookUp(gatewayTo(server));
    expect(answer).toMatchObject({ kind: 'unavailable', outcome: { message: { code: 'exchange.accessRefused' } } });
    expect([server.seen.length, server.tokenRequests.length]).toEqual([2, 2]);
  });

  it('waits for its own end only: a cancelled execution leaves the shared request to the others', async () => {
    let release = (): void => undefined;
    const server = await start({
      api: () => FOUND,
      token: async () => {
        await new Promise<void>((resolve) => (release = resolve));
        return { status: 200, json: { access_token: 'one', expires_in: 1499 } };
      },
    });
    const place = { apiBase: server.apiBase, tokenUrl: server.tokenUrl, clientId: 'partagé-3' };
    const stop = new AbortController();
    const cancelled = lookUp(gatewayTo(place, fastWire({ signal: stop.signal })));
    const other = lookUp(gatewayTo(place));
    await pause(50);
    stop.abort();
    await expect(cancelled).rejects.toBeInstanceOf(CancelledError);
    release();
    await expect(other).resolves.toMatchObject({ kind: 'found' });
    expect(server.tokenRequests).toHaveLength(1);
  });

  it('is waited for when the endpoint is busy for a moment', async () => {
    const server = await start({
      api: () => FOUND,
      token: (_seen, index) =>
        index === 0 ? { status: 503, headers: { 'retry-after': '2' } } : { status: 200, json: { access_token: 'one' } },
    });
    const wire = fastWire();
    expect((await lookUp(gatewayTo(server, wire))).kind).toBe('found');
    expect(wire.waits).toEqual([2000]);
  });

  it('is not asked for again before the endpoint wants to be asked', async () => {
    const server = await start({ token: () => ({ status: 429, headers: { 'retry-after': '7200' } }) });
    const wire = fastWire();
    expect(await testAccess(accessTo(server), wire)).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'unavailable', message: { code: 'exchange.pauseAsked.minutes', params: { minutes: 120 } } },
    });
    expect([server.tokenRequests.length, wire.waits]).toEqual([1, []]);
  });

  const html = {
    status: 200,
    text: '<!doctype html><title>Connexion</title>',
    headers: { 'content-type': 'text/html' },
  };
  it.each<[string, Reply, string, boolean]>([
    [
      'a wrong or expired secret',
      { status: 400, json: { error: 'invalid_client', error_description: 'x' } },
      'le secret est faux ou a expiré',
      false,
    ],
    ['the same, said with 401', { status: 401 }, 'le secret est faux ou a expiré', false],
    ['an invalid grant', { status: 400, json: { error: 'invalid_grant' } }, 'le secret est faux ou a expiré', false],
    [
      'a scope that is missing',
      { status: 400, json: { error: 'invalid_scope' } },
      'n’a pas tous les droits que demande le profil',
      false,
    ],
    [
      'a client that may not',
      { status: 400, json: { error: 'unauthorized_client' } },
      'n’autorise pas cet accès à demander un jeton',
      false,
    ],
    ['a web page', html, 'répond autre chose qu’un jeton', false],
    ['an answer without token', { status: 200, json: {} }, 'répond autre chose qu’un jeton', false],
    [
      'a token that cannot stand in a header',
      { status: 200, json: { access_token: 'a\r\nb' } },
      'répond autre chose qu’un jeton',
      false,
    ],
    ['a redirect', { status: 302, headers: { location: '/page' } }, 'renvoie vers une autre page', false],
    ['an address that does not exist', { status: 404 }, 'L’adresse du jeton n’existe pas', false],
    ['an endpoint that is down', { status: 503 }, 'ne délivre pas de jeton en ce moment', true],
  ])('is missing for a reason in words: %s', async (_what, reply, sentence, retryable) => {
    const server = await start({ api: () => FOUND, token: () => reply });
    const answer = await testAccess(accessTo(server), fastWire());
    if (answer.kind !== 'failed') throw new Error('a token came');
    const { message } = answer.outcome;
    expect(translate('fr', message.code, message.params)).toContain(sentence);
    expect([answer.outcome.kind, answer.outcome.retryable]).toEqual(['unavailable', retryable]);
    expect(await lookUp(gatewayTo(server))).toMatchObject({
      kind: 'unavailable',
      outcome: { message: { code: message.code } },
    });
    expect(server.seen).toEqual([]);
  });

  it('is missing because nobody listens: said at once, before anything is sent', async () => {
    const server = await start({});
    await server.close();
    const wire = fastWire();
    const answer = await testAccess(accessTo(server), wire);
    if (answer.kind !== 'failed') throw new Error('a token came');
    const { message } = answer.outcome;
    expect(translate('fr', message.code, message.params)).toBe(
      `Rien ne répond à l’adresse ${new URL(server.url).host} : le bac à sable est-il démarré ?`,
    );
    expect(wire.waits).toEqual([]);
  });

  it('is there: the credential’s test says so', async () => {
    const server = await start({});
    expect(await testAccess(accessTo(server), systemWire())).toEqual({ kind: 'ok', value: undefined });
  });
});

describe('the person token', () => {
  const token = (expire?: unknown): string =>
    Buffer.from(JSON.stringify({ uuid: 'x', ...(expire === undefined ? {} : { expire }) })).toString('base64');
  const found = (jetonUsager: string): Reply => ({
    status: 200,
    json: { codeRetour: 'S001', topIdentiteCertifiee: 'O', jetonUsager },
  });
  const noon = Date.parse('2026-11-24T12:00:00Z');

  it.each([
    ['what it says itself', token(noon + 60_000), noon + 60_000],
    ['at most what the profile says', token(noon + 400 * 86_400_000), noon + 86_400_000],
    ['what the profile says when it says nothing', token(), noon + 86_400_000],
    ['what the profile says when it says nonsense', token('demain'), noon + 86_400_000],
    ['what the profile says when it is dead by its own word', token(noon - 1), noon + 86_400_000],
    ['what the profile says when it counts in seconds', token((noon + 3_600_000) / 1000), noon + 86_400_000],
    ['what the profile says when it is no JSON', 'opaque-token', noon + 86_400_000],
  ])('lives for %s', async (_what, jeton, expected) => {
    const server = await start({ api: () => found(jeton) });
    const person = await findPerson(gatewayTo(server, fastWire({ clock: () => new Date(noon) })));
    expect(person.expiresAt.getTime()).toBe(expected);
  });

  it('is sent with calls about the person, and nothing is sent once it has expired', async () => {
    let now = noon;
    const server = await start({ api: () => found(token(noon + 60_000)) });
    const gateway = gatewayTo(server, fastWire({ clock: () => new Date(now) }));
    const person = await findPerson(gateway);
    await gateway.readAccompaniments(person);
    expect(server.seen.at(-1)?.headers['ft-jeton-usager']).toBe(token(noon + 60_000));
    now = noon + 60_000;
    expect(await gateway.readAccompaniments(person)).toMatchObject({
      kind: 'failed',
      outcome: { code: 'PERSON_TOKEN_EXPIRED', retryable: true },
    });
    expect(server.seen).toHaveLength(2);
  });

  it('is nobody else’s: a handle of another gateway, or a made-up one, opens nothing', async () => {
    const server = await start({ api: () => found(token()) });
    const [one, other] = [gatewayTo(server), gatewayTo(server)];
    const person = await findPerson(one);
    expect(await other.readAccompaniments(person)).toMatchObject({
      kind: 'failed',
      outcome: { code: 'PERSON_TOKEN_EXPIRED' },
    });
    expect(await one.readAccompaniments({ expiresAt: new Date(noon * 2) })).toMatchObject({ kind: 'failed' });
  });
});
