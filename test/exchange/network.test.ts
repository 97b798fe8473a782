import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type LookupFunction, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { CancelledError, openGateway, type EgressFilter, type Gateway } from '../../src/exchange';
import { translate } from '../../src/wording';
import { accessTo, fastWire, findPerson, FOUND, gatewayTo } from './support';
import { startScripted, type Reply, type Script, type ScriptedServer } from './scriptedServer';

const closing: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));
const start = async (script: Script): Promise<ScriptedServer> => {
  const server = await startScripted(script);
  closing.push(server.close);
  return server;
};

const isLookUp = (url: string): boolean => url.includes('rechercher-usager');
const prepared = { operation: 'open', reference: 'P-1.1', version: 1, body: '{}' } as const;
const KEY = 'cle-de-seize-caracteres';
const declare = async (gateway: Gateway): ReturnType<Gateway['declare']> =>
  gateway.declare(prepared, KEY, await findPerson(gateway));
/** A server that finds everybody and answers declarations as it is told. */
const declaring = (reply: (index: number) => Reply): Promise<ScriptedServer> => {
  let index = -1;
  return start({ api: ({ url }) => (isLookUp(url) ? FOUND : reply((index += 1))) });
};
const taken: Reply = { status: 200, json: { codeSortie: 'S000' } };

describe('connections', () => {
  it('are kept: 60 calls, a handful of connections, none more for another gateway', async () => {
    const server = await start({ api: () => FOUND });
    const gateway = gatewayTo(server);
    for (let call = 0; call < 60; call += 1) await findPerson(gateway);
    expect(server.connections).toBe(1);
    await findPerson(gatewayTo(server));
    expect(server.connections).toBe(1);
    await Promise.all(Array.from({ length: 60 }, () => findPerson(gateway)));
    expect(server.connections).toBeLessThanOrEqual(10);
  });

  it('never carry more calls at once than the profile says', async () => {
    let inAir = 0;
    let most = 0;
    const server = await start({
      api: async () => {
        inAir += 1;
        most = Math.max(most, inAir);
        await new Promise((resolve) => setTimeout(resolve, 10));
        inAir -= 1;
        return FOUND;
      },
    });
    const gateway = gatewayTo(server, fastWire(), {}, { parallel: 3 });
    await Promise.all(Array.from({ length: 20 }, () => findPerson(gateway)));
    expect(most).toBe(3);
  });
});

describe('a fault on the way', () => {
  const reset: Reply = (response) => response.socket?.resetAndDestroy();

  it('is repeated with the same key and the same body, byte for byte', async () => {
    const server = await declaring((index) => (index === 0 ? reset : taken));
    expect((await declare(gatewayTo(server))).outcome.kind).toBe('declared');
    const [first, second] = server.seen.filter(({ url }) => !isLookUp(url));
    expect([second?.body, second?.headers['idempotency-key']]).toEqual([first?.body, KEY]);
    expect(second?.headers['x-correlation-id']).toBe(first?.headers['x-correlation-id']);
  });

  it('leaves a write unclear when no attempt is answered', async () => {
    const server = await declaring(() => reset);
    expect((await declare(gatewayTo(server))).outcome).toMatchObject({
      kind: 'unclear',
      code: 'ECONNRESET',
      message: { code: 'exchange.lost.unclear' },
    });
    expect(server.seen.filter(({ url }) => !isLookUp(url))).toHaveLength(4);
  });

  it.each<[string, Reply]>([
    ['a server that is closed', { status: 503, json: { codeErreur: 'R999' } }],
    ['a refusal of the gateway', { status: 403, json: { error: 'insufficient_scope', error_description: 'x' } }],
    ['a redirect', { status: 302, headers: { location: '/page' } }],
    ['a code that nobody knows', { status: 400, json: { codeErreur: 'X' } }],
    ['a success that says "not now"', { status: 200, json: { codeSortie: 'E500' } }],
  ])('stays unclear after a lost answer and then %s: the first attempt may have been taken', async (_what, reply) => {
    const server = await declaring((index) => (index === 0 ? reset : reply));
    expect((await declare(gatewayTo(server))).outcome).toMatchObject({ kind: 'unclear', code: 'ECONNRESET' });
  });

  it('is settled by a business answer to the repetition', async () => {
    const server = await declaring((index) => (index === 0 ? reset : { status: 200, json: { codeSortie: 'S015' } }));
    expect((await declare(gatewayTo(server))).outcome.kind).toBe('alreadyAccompanied');
  });

  it('leaves a reading unavailable: nothing can have been written', async () => {
    const server = await start({ api: () => reset });
    expect(await gatewayTo(server).readBack('P-1.1')).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'unavailable', code: 'ECONNRESET' },
    });
  });

  it('is not repeated where the profile says that repeating does harm', async () => {
    const server = await start({ api: ({ url }) => (isLookUp(url) ? FOUND : reset) });
    const gateway = gatewayTo(server, fastWire(), { profileId: 'lpe' });
    const answer = { referralId: 'x', decision: 'accept', decisionDate: '2026-11-24' } as const;
    expect(await gateway.answerReferral(answer, KEY, await findPerson(gateway))).toMatchObject({ kind: 'unclear' });
    expect(server.seen.filter(({ url }) => !isLookUp(url))).toHaveLength(1);
  });

  it('is unavailable, not unclear, when nobody listens any more: nothing was sent', async () => {
    const server = await start({ api: () => FOUND });
    const gateway = gatewayTo(server);
    const person = await findPerson(gateway);
    await server.close();
    // Until the client has noticed, a kept connection could have carried the request: that would be unclear.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { outcome } = await gateway.declare(prepared, KEY, person);
    expect(outcome).toMatchObject({
      kind: 'unavailable',
      code: 'ECONNREFUSED',
      message: { code: 'exchange.fault.nobodyListens' },
    });
  });

  it('is unavailable when the connection is never accepted in time', async () => {
    // A TLS server that never shakes hands: the connection does not stand, so nothing can have been said.
    const sockets: Socket[] = [];
    const silent = createTcpServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => silent.close(resolve));
    });
    const tokens = await start({});
    const port = (silent.address() as AddressInfo).port;
    const gateway = gatewayTo(
      { apiBase: `https://127.0.0.1:${port}/partenaire`, tokenUrl: tokens.tokenUrl },
      fastWire(),
      {},
      { connectTimeoutMs: 80, timeoutMs: 5_000, attempts: 1 },
    );
    const answer = { referralId: 'x', decision: 'accept', decisionDate: '2026-11-24' } as const;
    expect(await gateway.answerReferral(answer, KEY)).toMatchObject({ kind: 'unavailable', code: 'TIMEOUT' });
  });

  it('gives up on an answer that has no end', async () => {
    const endless: Reply = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(50_000), more);
      };
      more();
    };
    const server = await declaring(() => endless);
    expect((await declare(gatewayTo(server, fastWire(), {}, { maxResponseBytes: 100_000 }))).outcome).toMatchObject({
      kind: 'unclear',
      code: 'ANSWER_TOO_LARGE',
    });
  });

  it('gives up on an answer that drips', async () => {
    const dripping: Reply = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write(' ')), 20);
    };
    const server = await declaring(() => dripping);
    expect((await declare(gatewayTo(server, fastWire(), {}, { timeoutMs: 200, attempts: 1 }))).outcome).toMatchObject({
      kind: 'unclear',
      code: 'TIMEOUT',
    });
  });

  it.each([
    [
      'iso-8859-1',
      'application/json; charset=ISO-8859-1',
      Buffer.from(
        '{"codeSortie":"S015","organisme":{"code":"ML","libelle":"Mission locale de l’été"}}'.replace('’', "'"),
        'latin1',
      ),
      "Mission locale de l'été",
    ],
    [
      'a charset that does not exist',
      'application/json; charset=martien',
      Buffer.from('{"codeSortie":"S015","organisme":{"code":"ML","libelle":"été"}}'),
      'été',
    ],
    [
      'a byte-order mark',
      'application/json',
      Buffer.from('\uFEFF{"codeSortie":"S015","organisme":{"code":"ML","libelle":"été"}}'),
      'été',
    ],
    [
      'no content type',
      undefined,
      Buffer.from('{"codeSortie":"S015","organisme":{"code":"ML","libelle":"été   "}}'),
      'été',
    ],
  ])('is none when the body comes in %s', async (_what, type, body, label) => {
    const server = await declaring(() => (response) => {
      response.writeHead(200, type === undefined ? {} : { 'content-type': type });
      response.end(body);
    });
    expect((await declare(gatewayTo(server))).outcome).toMatchObject({
      kind: 'alreadyAccompanied',
      organism: { label },
    });
  });

  it('cannot reach into a prototype', async () => {
    const server = await declaring(
      () => (response) => response.writeHead(200).end('{"__proto__":{"codeSortie":"S000"},"constructor":1}'),
    );
    expect((await declare(gatewayTo(server))).outcome.kind).toBe('unclear');
  });
});

describe('redirects', () => {
  it('are never followed: a login page is not a 200', async () => {
    const server = await start({
      api: ({ url }) =>
        url.endsWith('/page')
          ? { status: 200, json: { codeSortie: 'S000' } }
          : isLookUp(url)
            ? FOUND
            : { status: 302, headers: { location: '/partenaire/page' } },
    });
    expect((await declare(gatewayTo(server))).outcome).toMatchObject({
      kind: 'unavailable',
      code: 'HTTP 302',
      message: { code: 'exchange.redirected' },
    });
    expect(server.seen.some(({ url }) => url.endsWith('/page'))).toBe(false);
  });
});

describe('a server that asks for time', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['an HTTP date', () => new Date(Date.now() + 9_400).toUTCString(), expect.any(Number)],
    ['the longest that the profile waits', '30', 30_000],
    ['zero: still our own backoff', '0', 375],
    ['a negative number', '-5', 375],
    ['nonsense', 'bientôt'.replace('ô', 'o'), 375],
    ['nothing', undefined, 375],
  ])('gets it: %s', async (_what, header, expected) => {
    const value = typeof header === 'function' ? header() : header;
    const server = await declaring((index) =>
      index === 0 ? { status: 429, ...(value === undefined ? {} : { headers: { 'retry-after': value } }) } : taken,
    );
    const wire = fastWire();
    expect((await declare(gatewayTo(server, wire))).outcome.kind).toBe('declared');
    expect(wire.waits[0]).toEqual(expected);
    expect(wire.waits[0]).toBeGreaterThan(300);
  });

  it.each([
    ['a little longer', '31', 'demande une pause de 1 min'],
    ['an hour', '3600', 'demande une pause de 60 min'],
    ['a date in another age', 'Fri, 31 Dec 9999 23:59:59 GMT', 'demande une pause de plus d’un jour'],
    ['thirty years', '1000000000', 'demande une pause de plus d’un jour'],
  ])('is left alone when it asks for more than the profile waits: %s', async (_what, header, sentence) => {
    for (const status of [429, 503]) {
      const server = await declaring(() => ({ status, headers: { 'retry-after': header } }));
      const wire = fastWire();
      const { outcome } = await declare(gatewayTo(server, wire));
      expect([outcome.kind, outcome.code, outcome.retryable]).toEqual(['unavailable', `HTTP ${status}`, true]);
      expect(translate('fr', outcome.message.code, outcome.message.params)).toContain(sentence);
      expect(server.seen.filter(({ url }) => !isLookUp(url))).toHaveLength(1);
      expect(wire.waits).toEqual([]);
    }
  });

  it('does not hide, by asking for a long pause, that an attempt before may have been taken', async () => {
    const server = await declaring((index) =>
      index === 0 ? (response) => response.destroy() : { status: 429, headers: { 'retry-after': '3600' } },
    );
    const { outcome } = await declare(gatewayTo(server));
    expect([outcome.kind, outcome.message.code]).toEqual(['unclear', 'exchange.lost.unclear']);
  });

  it('gets it from every call, not only from the one that was told', async () => {
    const server = await declaring((index) => (index === 0 ? { status: 429, headers: { 'retry-after': '5' } } : taken));
    const asleep: (() => void)[] = [];
    const untilWoken = (): Promise<void> => new Promise((resolve) => asleep.push(resolve));
    const sleepers = async (count: number): Promise<void> => {
      while (asleep.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
    };
    const gateway = gatewayTo(server, { ...fastWire(), sleep: untilWoken });
    const person = await findPerson(gateway);
    const told = gateway.declare(prepared, KEY, person);
    await sleepers(1);
    const before = server.seen.length;
    const other = gateway.readBack('P-2.1');
    await sleepers(2);
    expect(server.seen.length).toBe(before);
    const wakeAll = setInterval(() => asleep.splice(0).forEach((wake) => wake()), 2);
    await Promise.all([told, other]);
    clearInterval(wakeAll);
    expect(server.seen.length).toBe(before + 2);
  });

  it('is asked less and less often, with jitter', async () => {
    const server = await declaring(() => ({ status: 503 }));
    const wire = fastWire({ random: () => 0 });
    await declare(gatewayTo(server, wire));
    expect(wire.waits).toEqual([250, 500, 1000]);
  });
});

describe('the cancel signal', () => {
  it('ends a call in the air, a wait between attempts, and a place in the queue', async () => {
    const hanging = await declaring(() => () => undefined);
    const stopInAir = new AbortController();
    const inAir = declare(gatewayTo(hanging, fastWire({ signal: stopInAir.signal })));
    setTimeout(() => stopInAir.abort(), 50);
    await expect(inAir).rejects.toBeInstanceOf(CancelledError);

    const stopWaiting = new AbortController();
    const busy = await declaring(() => {
      setTimeout(() => stopWaiting.abort(), 50);
      return { status: 503, headers: { 'retry-after': '20' } };
    });
    const untilAborted = (_ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    const waiting = declare(gatewayTo(busy, { ...fastWire(), signal: stopWaiting.signal, sleep: untilAborted }));
    await expect(waiting).rejects.toBeInstanceOf(CancelledError);
    expect(busy.seen.filter(({ url }) => !isLookUp(url))).toHaveLength(1);

    const stopQueue = new AbortController();
    const queue = gatewayTo(hanging, fastWire({ signal: stopQueue.signal }), {}, { parallel: 1 });
    const queued = [queue.readBack('P-1.1'), queue.readBack('P-2.1'), queue.readBack('P-3.1')].map((call) =>
      expect(call).rejects.toBeInstanceOf(CancelledError),
    );
    setTimeout(() => stopQueue.abort(), 50);
    await Promise.all(queued);
  });

  it('lets nothing begin once it is raised', async () => {
    const server = await start({ api: () => FOUND });
    const stop = new AbortController();
    stop.abort();
    await expect(gatewayTo(server, fastWire({ signal: stop.signal })).readBack('P-1.1')).rejects.toBeInstanceOf(
      CancelledError,
    );
    expect([server.seen.length, server.tokenRequests.length]).toEqual([0, 0]);
  });
});

describe('n8n’s egress rules', () => {
  const filter = (more: Partial<EgressFilter> = {}): EgressFilter & { looked: string[] } => {
    const looked: string[] = [];
    const lookup: LookupFunction = (hostname, options, done) => {
      looked.push(hostname);
      if (options.all)
        return (done as (error: null, found: object[]) => void)(null, [{ address: '127.0.0.1', family: 4 }]);
      done(null, '127.0.0.1', 4);
    };
    return {
      validateUrl: async () => ({ ok: true }),
      validateConnectionHost: () => ({ ok: true }),
      createSecureLookup: () => lookup,
      ...more,
      looked,
    };
  };

  it('decide before anything is sent', async () => {
    const server = await start({ api: () => FOUND });
    const asked: string[] = [];
    const refusing = filter({ validateUrl: async (url) => ({ ok: asked.push(url) < 0 }) });
    const answer = await gatewayTo(server, fastWire({ egressFilter: refusing })).authenticate();
    expect(answer).toMatchObject({
      kind: 'failed',
      outcome: { code: 'EGRESS_REFUSED', message: { code: 'exchange.fault.egressRefused' } },
    });
    expect(asked).toHaveLength(1);
    expect(server.connections).toBe(0);
  });

  it('resolve names by their own look-up', async () => {
    const server = await start({ api: () => FOUND });
    const own = filter();
    const named = (url: string): string => url.replace('127.0.0.1', 'localhost');
    const gateway = gatewayTo(
      { apiBase: named(server.apiBase), tokenUrl: named(server.tokenUrl) },
      fastWire({ egressFilter: own }),
    );
    await findPerson(gateway);
    expect(own.looked).toContain('localhost');
    expect(server.connections).toBe(1);
  });
});

describe('proxies of the environment, for https', () => {
  // A key pair of a server that exists nowhere, good for a hundred years: Debian comes without openssl at times.
  const fixture = (name: string): string => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
  const certificate = { key: fixture('essai.key.pem'), cert: fixture('essai.cert.pem') };
  const saved = { ...process.env };
  const trusted = getCACertificates();
  afterEach(() => {
    setDefaultCACertificates(trusted);
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'no_proxy']) delete process.env[name];
    Object.assign(process.env, saved);
  });

  interface Tunnel {
    readonly url: string;
    readonly asked: string[];
  }
  /** A proxy that opens tunnels to `port`, or refuses them with `status`. */
  const startProxy = async (port: number, status?: number): Promise<Tunnel> => {
    const asked: string[] = [];
    const proxy: Server = createServer((_request, response) => response.writeHead(500).end());
    proxy.on('connect', (request, client) => {
      asked.push(request.url ?? '');
      client.on('error', () => undefined);
      if (status !== undefined)
        return void client.end(
          `HTTP/1.1 ${status} No\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n{"codeSortie": "S000"}`,
        );
      const server = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      server.on('error', () => client.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    });
    return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
  };

  /** An https server behind a name that only the proxy can reach. */
  const behindProxy = async (): Promise<{
    port: number;
    gateway: () => Gateway;
    requests: () => number;
  }> => {
    let requests = 0;
    const server = createHttpsServer(certificate, (request, response) => {
      requests += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url?.includes('access_token') ? { access_token: 'one' } : FOUND.json));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const origin = 'https://essai.exemple.test';
    const gateway = (): Gateway => {
      const access = accessTo({ apiBase: 'http://127.0.0.1:1/partenaire', tokenUrl: 'http://127.0.0.1:1/t?realm=x' });
      return openGateway(
        { ...access, apiBaseUrl: `${origin}/partenaire`, tokenUrl: `${origin}/access_token?realm=x` },
        fastWire(),
      );
    };
    return { port: (server.address() as AddressInfo).port, gateway, requests: () => requests };
  };

  it('carry the calls through one tunnel that is kept', async () => {
    const server = await behindProxy();
    const proxy = await startProxy(server.port);
    process.env['https_proxy'] = proxy.url;
    setDefaultCACertificates([...trusted, certificate.cert]);
    const gateway = server.gateway();
    for (let call = 0; call < 5; call += 1) await findPerson(gateway);
    expect(proxy.asked).toEqual(['essai.exemple.test:443']);
    expect(server.requests()).toBe(6);
  });

  it('are no France Travail: a certificate that nobody trusts is said in words', async () => {
    const server = await behindProxy();
    const proxy = await startProxy(server.port);
    process.env['https_proxy'] = proxy.url;
    expect(await server.gateway().authenticate()).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'unavailable', message: { code: 'exchange.fault.certificate' } },
    });
    expect(server.requests()).toBe(0);
  });

  it.each([407, 403, 502])(
    'that answer %i in the other side’s place are no answer of the other side',
    async (status) => {
      const server = await behindProxy();
      const proxy = await startProxy(server.port, status);
      process.env['https_proxy'] = proxy.url;
      expect(await server.gateway().authenticate()).toMatchObject({
        kind: 'failed',
        outcome: { kind: 'unavailable', code: `PROXY_${status}`, message: { code: 'exchange.fault.proxyRefused' } },
      });
    },
  );

  it('never see this very machine', async () => {
    const proxy = await startProxy(1);
    process.env['https_proxy'] = proxy.url;
    process.env['http_proxy'] = proxy.url;
    const server = await start({ api: () => FOUND });
    await findPerson(gatewayTo(server));
    expect(proxy.asked).toEqual([]);
  });
});
