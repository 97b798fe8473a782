import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ADMIN_PREFIX, answerAdmin, type AdminDesk } from './admin';
import type { Answer } from './answer';
import { apiHandlers } from './apis';
import { readContracts } from './contract';
import { createAccessLog, type LogEntry } from './gateway/accessLog';
import { createAccessTokens } from './gateway/accessTokens';
import { loginPage } from './gateway/admission';
import { answerApi, TOKEN_ENDPOINT, type ApiDoor } from './gateway/apiDoor';
import { deliver } from './gateway/delivery';
import { readFaultsFile } from './gateway/faultOrder';
import { createFaults } from './gateway/faults';
import { createPersonTokens } from './gateway/personTokens';
import { createQuota } from './gateway/quota';
import { receive, type Received } from './gateway/request';
import { createClock, type Moment } from './moment';
import { pageAnswer } from './page';
import { createPageFeed } from './page/feed';
import { takePhoto, viewOf } from './page/view';
import { clearStore, createKeeper } from './persistence';
import { seedReferrals, sendReferral } from './referrals';
import { DEFAULT_CLIENTS, settingsOf, type Settings } from './settings';
import { createStore } from './store';
import { createWorld } from './world';

export interface SandboxOptions extends Partial<Omit<Settings, 'structures'>> {
  /** 0 (default) takes any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Certificate and key (PEM): https instead of http. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Where the access log goes, as JSON lines, appended; without it, it stays in memory (`GET /admin/log`). */
  readonly accessLogPath?: string;
  /** Where what was declared is kept from one start to the next; without it, every start is a fresh one. */
  readonly statePath?: string;
  /** Faults that are in force from the start: a JSON file (`readFaultsFile`). */
  readonly faultsPath?: string;
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
  /** Frees the port, keeps the state, leaves nothing behind. A second call is harmless. */
  close(): Promise<void>;
}

/**
 * Starts a France Travail of one's own.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    host = '127.0.0.1',
    tls,
    accessLogPath,
    statePath,
    faultsPath,
    today,
    clock: realClock = Date.now,
    ...wanted
  } = options;
  const settings = settingsOf(wanted);
  const house = furnish(settings, createClock(today, realClock), { accessLogPath, statePath, faultsPath });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    house.serve(request, response).catch((error: unknown) => {
      // A mistake of the sandbox itself must be loud in tests and in the terminal.
      console.error('sandbox:', error);
      response.destroy();
    });
  };
  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  server.keepAliveTimeout = 60_000;
  await listen(server, port, host);

  const address = server.address() as AddressInfo;
  const url = `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  const { client, idle, log } = house;
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
    await house.close();
  };
  return {
    url,
    port: address.port,
    apiBase: `${url}/partenaire`,
    tokenUrl: url + TOKEN_ENDPOINT,
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
    close: () => (closing ??= close()),
  };
}

interface Files {
  readonly accessLogPath: string | undefined;
  readonly statePath: string | undefined;
  readonly faultsPath: string | undefined;
}

/** Everything behind the socket. */
function furnish(settings: Settings, clock: ApiDoor['clock'], { accessLogPath, statePath, faultsPath }: Files) {
  const client = settings.clients[0] ?? DEFAULT_CLIENTS[0];
  const contracts = readContracts();
  const world = createWorld(settings.seed);
  const store = createStore(clock.now().today);
  const keeper = createKeeper(statePath, settings.seed, store);
  const tokens = createAccessTokens(settings.clients, contracts.scopes, settings.accessTokenSeconds);
  const fromFile = faultsPath === undefined ? [] : readFaultsFile(faultsPath);
  const faults = createFaults({ revokeTokens: tokens.revokeAll }, fromFile, clock.now().real);
  const log = createAccessLog(accessLogPath);
  const personTokens = createPersonTokens(world, settings.personTokenMs);
  const quota = createQuota(settings.quota);
  const gateway = { contracts, handlers: apiHandlers(settings), tokens, personTokens, quota, world, store };
  const door: ApiDoor = { gateway, faults, log, clock, latencyMs: settings.latencyMs };

  const begin = (): void => {
    const moment = clock.now();
    clearStore(store);
    store.startedOn = moment.today;
    seedReferrals(world, store, moment, client.structure.code);
    store.photo = takePhoto(world, store, client, moment);
  };
  if (!keeper.load(store)) begin();

  const feed = createPageFeed(log);
  log.onEntry(({ committed }) => {
    if (committed) keeper.changed();
  });
  const changed = (): void => {
    feed.changed();
    keeper.changed();
  };
  const arrive = (): void => {
    sendReferral(world, store, clock.now(), client.structure.code, {});
    changed();
  };
  const arrivals = settings.referralEveryMs > 0 ? setInterval(arrive, settings.referralEveryMs).unref() : undefined;

  const inCourse = new Set<Promise<void>>();
  const idle = async (): Promise<void> => {
    while (inCourse.size > 0) await Promise.all(inCourse);
  };
  const reset = (): void => {
    faults.clear();
    begin();
  };
  const admin: AdminDesk = { world, store, client, faults, log, reset, idle };

  const own = async (received: Received, moment: Moment): Promise<Answer | undefined> => {
    if (received.path.startsWith(ADMIN_PREFIX)) {
      const answer = await answerAdmin(admin, received, moment);
      if (received.method !== 'GET') changed();
      return answer;
    }
    if (received.method !== 'GET') return undefined;
    if (received.path === '/') return pageAnswer();
    if (received.path === '/favicon.ico') return { status: 204 };
    if (received.path === '/connexion/page') return loginPage();
    if (received.path !== '/page/state') return undefined;
    return { status: 200, json: viewOf(world, store, client, moment, feed.lines(), faults.active(moment.real)) };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === '/page/events') return feed.subscribe(response);
    const received = await receive(request);
    if (received === undefined) return void response.writeHead(413, { connection: 'close' }).end();
    const answer = await own(received, clock.now());
    if (answer !== undefined) return void (await deliver(response, answer, undefined));
    const task = answerApi(door, received, response);
    inCourse.add(task);
    await task.finally(() => inCourse.delete(task));
  };

  const close = async (): Promise<void> => {
    clearInterval(arrivals);
    feed.close();
    await idle();
    keeper.close();
    log.close();
  };
  return { client, log, idle, serve, close };
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
