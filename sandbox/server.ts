import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN_PREFIX, answerAdmin, type AdminDesk } from './admin';
import { apiHandlers } from './apis';
import type { Answer } from './answer';
import { readContracts, type Operation } from './contract';
import { createAccessLog, type LogEntry } from './gateway/accessLog';
import { createAccessTokens } from './gateway/accessTokens';
import { loginPage } from './gateway/admission';
import { deliver } from './gateway/delivery';
import { createFaults, type Affliction } from './gateway/faults';
import { passThrough, tracesOfRequest, type Gateway, type Passage } from './gateway/pipeline';
import { createPersonTokens } from './gateway/personTokens';
import { createQuota } from './gateway/quota';
import { receive, type Received } from './gateway/request';
import { createClock, type Moment } from './moment';
import { pageAnswer } from './page';
import { createPageFeed } from './page/feed';
import { seedReferrals, sendReferral } from './referrals';
import { DEFAULT_CLIENTS, settingsOf, type Settings } from './settings';
import { createStore } from './store';
import { takePhoto, viewOf } from './page/view';
import { createWorld } from './world';

export interface SandboxOptions extends Partial<Omit<Settings, 'structures'>> {
  /** 0 (default) takes any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Where the access log goes, as JSON lines, appended; without it, it stays in memory (`GET /admin/log`). */
  readonly accessLogPath?: string;
  /** First business day, `YYYY-MM-DD`; default: the real day. */
  readonly today?: string;
  /** The real clock, milliseconds; for tests. */
  readonly clock?: () => number;
}

/** A France Travail that runs. */
export interface Sandbox {
  readonly url: string;
  readonly port: number;
  /** Base above the APIs: `http://127.0.0.1:8787/partenaire`. */
  readonly apiBase: string;
  /** Whole token URL, with its realm. */
  readonly tokenUrl: string;
  readonly adminUrl: string;
  readonly pageUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly structureCode: string;
  readonly accessLogPath: string | undefined;
  /** The access log so far, once no request is in course. */
  log(): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

const OAUTH_PATH = ['/connexion', 'oauth2', 'access_token'].join('/');

/**
 * Starts a France Travail of one's own.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', accessLogPath, today, clock: realClock = Date.now, ...wanted } = options;
  const settings = settingsOf(wanted);
  const client = settings.clients[0] ?? DEFAULT_CLIENTS[0];
  const clock = createClock(today, realClock);
  const contracts = readContracts();
  const world = createWorld(settings.seed);
  const store = createStore(clock.now().today);
  const tokens = createAccessTokens(settings.clients, contracts.scopes, settings.accessTokenSeconds);
  const faults = createFaults({ revokeTokens: tokens.revokeAll });
  const log = createAccessLog(accessLogPath);
  const personTokens = createPersonTokens(world, settings.personTokenMs);
  const quota = createQuota(settings.quota);
  const gateway: Gateway = { contracts, handlers: apiHandlers(settings), tokens, personTokens, quota, world, store };

  const begin = (): void => {
    const moment = clock.now();
    store.startedOn = moment.today;
    seedReferrals(world, store, moment, client.structure.code);
    store.photo = takePhoto(world, store, client, moment);
  };
  const reset = (): void => {
    for (const kept of [
      store.accompaniments,
      store.keptAnswers,
      store.referrals,
      store.stops,
      store.orientations,
      store.appointments,
    ])
      kept.clear();
    faults.clear();
    begin();
  };
  begin();

  const feed = createPageFeed(log);
  const inCourse = new Set<Promise<void>>();
  const idle = async (): Promise<void> => {
    while (inCourse.size > 0) await Promise.all(inCourse);
  };
  const admin: AdminDesk = { world, store, client, faults, log, reset, idle };

  const own = async (received: Received, moment: Moment): Promise<Answer | undefined> => {
    if (received.path.startsWith(ADMIN_PREFIX)) {
      const answer = await answerAdmin(admin, received, moment);
      if (received.method !== 'GET') feed.changed();
      return answer;
    }
    if (received.method !== 'GET') return undefined;
    if (received.path === '/') return pageAnswer();
    if (received.path === '/connexion/page') return loginPage();
    if (received.path === '/favicon.ico') return { status: 204 };
    if (received.path !== '/page/state') return undefined;
    return { status: 200, json: viewOf(world, store, client, moment, feed.lines(), faults.active(moment.real)) };
  };

  const answerApi = async (received: Received, response: ServerResponse): Promise<void> => {
    const arrived = clock.now();
    const isToken = received.method === 'POST' && received.path === OAUTH_PATH;
    const matched = contracts.match(received.method, received.path);
    const operation = 'operation' in matched ? matched.operation : undefined;
    const path = 'operation' in matched ? matched.path : {};
    const affliction =
      operation === undefined && !isToken
        ? CALM
        : faults.afflict(isToken ? 'token' : (operation?.id ?? ''), arrived.real);
    const wait = settings.latencyMs + affliction.delayMs;
    if (wait > 0) await pause(wait);

    const moment = clock.now();
    const passage = passageOf(gateway, affliction, isToken, matched, received, moment);
    const { answer } = passage;
    const ending = await deliver(response, answer, affliction.delivery);
    const traces = answer.traces ?? tracesOfRequest(path, received, answer);
    log.write({
      at: new Date(arrived.real).toISOString(),
      ms: clock.now().real - arrived.real,
      method: received.method,
      route: operation?.template ?? received.path.slice(0, 120),
      operation: isToken ? 'token' : (operation?.id ?? null),
      api: operation?.api ?? null,
      client: passage.client ?? null,
      status: ending.status,
      code: answer.code ?? null,
      declarations: traces,
      committed: traces.some(({ committed }) => committed),
      correlation:
        (received.headers['x-correlation-id'] ?? received.headers['x-request-id'] ?? '').slice(0, 64) || null,
      bytesIn: received.bytes,
      bytesOut: ending.bytesOut,
      end: ending.end,
      faults: affliction.kinds,
      contract: isValid(operation, answer),
      count: answer.count ?? null,
    });
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === '/page/events') return feed.subscribe(response);
    const received = await receive(request);
    if (received === undefined) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const answer = await own(received, clock.now());
    if (answer !== undefined) return void (await deliver(response, answer, undefined));
    const task = answerApi(received, response);
    inCourse.add(task);
    await task.finally(() => inCourse.delete(task));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A mistake of the sandbox itself must be loud in tests and in the terminal.
      console.error('sandbox:', error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  await listen(server, port, host);
  const arrivals =
    settings.referralEveryMs > 0
      ? setInterval(() => {
          sendReferral(world, store, clock.now(), client.structure.code, {});
          feed.changed();
        }, settings.referralEveryMs)
      : undefined;
  arrivals?.unref();

  const address = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  return {
    url,
    port: address.port,
    apiBase: `${url}/partenaire`,
    tokenUrl: `${url}${OAUTH_PATH}?realm=%2Fagent`,
    adminUrl: `${url}/admin`,
    pageUrl: `${url}/`,
    clientId: client.id,
    clientSecret: client.secret,
    structureCode: client.structure.code,
    accessLogPath,
    log: async () => {
      await idle();
      return log.since(0);
    },
    close: async () => {
      clearInterval(arrivals);
      feed.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await idle();
      log.close();
    },
  };
}

const CALM: Affliction = { kinds: [], delayMs: 0 };

function passageOf(
  gateway: Gateway,
  affliction: Affliction,
  isToken: boolean,
  matched: ReturnType<Gateway['contracts']['match']>,
  received: Received,
  moment: Moment,
): Passage {
  if (affliction.instead !== undefined) return { answer: affliction.instead };
  if (isToken) {
    const { client, ...answer } = gateway.tokens.grant(
      new URLSearchParams(received.text),
      received.search.get('realm'),
      moment.real,
    );
    return client === undefined ? { answer } : { answer, client };
  }
  if ('operation' in matched) return passThrough(gateway, matched.operation, matched.path, received, moment);
  const status = matched.methods.length > 0 ? 405 : 404;
  const json = { type: 'about:blank', title: status === 405 ? 'Method Not Allowed' : 'Not Found', status };
  return {
    answer: {
      status,
      json,
      code: String(status),
      gateway: true,
      headers: { 'content-type': 'application/problem+json' },
    },
  };
}

/** Is the answer as the contract says? Answers of the gateway stand in no contract. */
function isValid(operation: Operation | undefined, answer: Answer): boolean | null {
  if (operation === undefined || answer.gateway === true) return null;
  const validate = operation.answers.get(answer.status);
  if (validate === undefined) return false;
  if (validate === null) return answer.json === undefined;
  return validate(answer.json);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
