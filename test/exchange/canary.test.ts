import { inspect } from 'node:util';
import { checkAccess, openGateway, testAccess, type Gateway, type Wire } from '../../src/exchange';
import { translate } from '../../src/wording';
import { accessTo, fastWire, gatewayTo } from './support';
import { startScripted, type Reply, type ScriptedServer } from './scriptedServer';

/** What must never come out, in any form. */
const CLIENT_CANARY = 'canari-secret-7f3a';
const PERSON_CANARY = 'canari-jeton-usager-91c2';
const ACCESS_CANARY = 'canari-jeton-acces-55d0';
const NIR = '290037599900149';
const NAME = 'CANARI-FIGURANT';
const CANARIES = [CLIENT_CANARY, PERSON_CANARY, ACCESS_CANARY, NIR, NAME];

/** Every way in which a value can be printed, logged or saved. */
function printed(value: unknown): string {
  const lines = [inspect(value, { depth: 12, showHidden: true, getters: true }), String(value)];
  if (value instanceof Error) lines.push(value.stack ?? '', inspect(value.cause, { depth: 12 }));
  try {
    lines.push(JSON.stringify(value) ?? '');
  } catch {
    // A gateway holds functions; JSON has nothing to say about them.
  }
  return lines.join('\n');
}

const found: Reply = {
  status: 200,
  json: { codeRetour: 'S001', topIdentiteCertifiee: 'O', jetonUsager: PERSON_CANARY },
};
/** Bodies and headers that give everything back: what a careless server, or a debugging one, does. */
const echo = (status: number): Reply => ({
  status,
  json: {
    codeErreur: 'X',
    message: `${NAME} ${NIR} ${PERSON_CANARY} ${CLIENT_CANARY} ${ACCESS_CANARY}`,
    champ: NIR,
    codeSortie: NIR,
    detail: CANARIES,
  },
  headers: {
    'x-debug': `${CLIENT_CANARY} ${PERSON_CANARY} ${NIR}`,
    location: `/page?nir=${NIR}&secret=${CLIENT_CANARY}`,
  },
});

describe('neither secret, nor token, nor NIR, nor name comes out', () => {
  let server: ScriptedServer;
  let reply: Reply;
  let tokenReply: Reply;

  beforeAll(async () => {
    server = await startScripted({
      api: ({ url, body }) => (url.includes('rechercher-usager') && !body.includes(NIR) ? found : reply),
      token: () => tokenReply,
    });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    tokenReply = { status: 200, json: { access_token: ACCESS_CANARY, expires_in: 1499 } };
    reply = echo(200);
  });

  const place = (): { apiBase: string; tokenUrl: string; clientSecret: string } => ({
    apiBase: server.apiBase,
    tokenUrl: server.tokenUrl,
    clientSecret: CLIENT_CANARY,
  });

  /** Everything that a gateway gives back, throws or tells, for one way of answering. */
  async function harvest(gateway: Gateway, heard: readonly unknown[]): Promise<unknown[]> {
    const key = 'cle-de-seize-caracteres';
    const looked = await gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: '99000000017' });
    const person = looked.kind === 'found' ? looked.person : undefined;
    const fields = { structureCode: 'PLI5901', entryDate: '2026-01-01', nir: NIR, birthName: NAME, comment: NAME };
    const prepared = gateway.prepareDeclaration({
      operation: 'open',
      status: 'open',
      version: 1,
      reference: 'P-1.1',
      participantId: 'P-1',
      entryNumber: 1,
      fields,
    });
    const calls = [
      () => gateway.authenticate(),
      () => gateway.lookUp({ kind: 'nir', nir: NIR, birthDate: '1990-03-14' }),
      () => gateway.declare(prepared, key, person),
      () => gateway.readBack('P-1.1', prepared),
      () => (person === undefined ? Promise.resolve() : gateway.readAccompaniments(person)),
      () => gateway.acknowledgeReferrals([{ id: 'PR-1', version: 1 }]),
      () => gateway.answerReferral({ referralId: 'PR-1', decision: 'accept', decisionDate: '2026-11-24' }, key, person),
    ];
    const results = await Promise.all(calls.map((call) => call().catch((error: unknown) => error)));
    return [gateway, looked, prepared, ...results, heard];
  }

  const faults: [string, () => void][] = [
    ...[200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503].map((status): [string, () => void] => [
      `HTTP ${status} that repeats everything`,
      () => (reply = echo(status)),
    ]),
    ['a web page', () => (reply = { status: 200, text: `<h1>${NIR} ${CLIENT_CANARY}</h1>` })],
    ['a torn connection', () => (reply = (response) => response.socket?.resetAndDestroy())],
    [
      'half an answer',
      () =>
        (reply = (response) =>
          response.writeHead(200, { 'content-length': '9999' }).write(`{"nir":"${NIR}`, () => response.destroy())),
    ],
    [
      'an answer that is no HTTP',
      () => (reply = (response) => response.socket?.end(`${CLIENT_CANARY} ${NIR}\r\n\r\n`)),
    ],
    [
      'a header that is no header',
      () => (reply = (response) => response.socket?.end(`HTTP/1.1 200 OK\r\n${CLIENT_CANARY} ${NIR}\r\n\r\n`)),
    ],
    ['a silence', () => (reply = () => undefined)],
    ['a token endpoint that repeats the secret', () => (tokenReply = echo(400))],
    [
      'a token endpoint that repeats it as its error',
      () => (tokenReply = { status: 400, json: { error: CLIENT_CANARY, error_description: CLIENT_CANARY } }),
    ],
    ['a token endpoint that redirects', () => (tokenReply = echo(302))],
  ];

  it.each(faults)('%s', async (_what, spoil) => {
    spoil();
    const wire = fastWire();
    const gateway = gatewayTo(place(), wire, {}, { timeoutMs: 150, attempts: 2 });
    for (const value of await harvest(gateway, wire.calls)) {
      const text = printed(value);
      expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
    }
  });

  it('not even when the execution is cancelled', async () => {
    reply = () => undefined;
    const stop = new AbortController();
    const wire: Wire = fastWire({ signal: stop.signal });
    const call = gatewayTo(place(), wire).lookUp({ kind: 'nir', nir: NIR, birthDate: '1990-03-14' });
    setTimeout(() => stop.abort(new Error(`${CLIENT_CANARY} ${NIR}`)), 50);
    const error = await call.catch((thrown: unknown) => thrown);
    expect(CANARIES.filter((canary) => printed(error).includes(canary))).toEqual([]);
  });

  it('nor in the sentences, nor in what a wrong credential is told', async () => {
    tokenReply = echo(400);
    const failed = await testAccess(accessTo(place()), fastWire());
    if (failed.kind !== 'failed') throw new Error('a token came');
    const wrong = checkAccess({
      apiBaseUrl: `https://moi:${CLIENT_CANARY}@api.exemple.org/?s=${CLIENT_CANARY}`,
      tokenUrl: `http://${CLIENT_CANARY}@exemple.org`,
      clientSecret: CLIENT_CANARY,
      clientId: 'x',
    });
    if (wrong.ok) throw new Error('taken');
    const sentences = [failed.outcome.message, ...wrong.problems].flatMap(({ code, params }) => [
      translate('fr', code, params),
      translate('en', code, params),
    ]);
    expect(sentences.length).toBeGreaterThan(2);
    expect(CANARIES.filter((canary) => sentences.join('\n').includes(canary))).toEqual([]);
  });

  it('nor in a URL: identifiers go in bodies, tokens in headers', async () => {
    await harvest(gatewayTo(place()), []);
    const urls = [...server.seen, ...server.tokenRequests].map(({ url }) => url).join('\n');
    expect(CANARIES.filter((canary) => urls.includes(canary))).toEqual([]);
  });

  it('and a declaration carries neither NIR nor name, only what its map lists', async () => {
    const gateway = openGateway(accessTo(place()), fastWire());
    await harvest(gateway, []);
    const bodies = server.seen
      .filter(({ method, url }) => method === 'PUT' && url.includes('/P-1.1'))
      .map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(0);
    expect(CANARIES.filter((canary) => bodies.join('\n').includes(canary))).toEqual([]);
  });
});
