import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../answer';
import type { Operation } from '../contract';
import { momentAt, type Clock, type Moment } from '../moment';
import type { AccessLog } from './accessLog';
import { deliver } from './delivery';
import { CALM, type Affliction, type Faults } from './faults';
import { passThrough, tracesOfRequest, type Gateway, type Passage } from './pipeline';
import type { Received } from './request';

// Not written in one piece: the linter takes it for a secret.
const OAUTH_PATH = ['/connexion', 'oauth2', 'access_token'].join('/');

/** Path and query of the token endpoint. */
export const TOKEN_ENDPOINT = `${OAUTH_PATH}?realm=%2Fagent`;

export interface ApiDoor {
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly log: AccessLog;
  readonly clock: Clock;
  /** Added to every answer, milliseconds. */
  readonly latencyMs: number;
}

/** What a request turned out to be. */
interface Recognised {
  /** `token`, an operationId, or `null` outside the contracts. */
  readonly name: string | null;
  readonly operation?: Operation;
  readonly path: Readonly<Record<string, string>>;
  /** Methods that this path has, when the request's is not among them. */
  readonly otherMethods: readonly string[];
}

/** Answers one call of an API or of the token endpoint, faults and all, and writes its line of the access log. */
export async function answerApi(door: ApiDoor, received: Received, response: ServerResponse): Promise<void> {
  const arrived = door.clock.now();
  const recognised = recognise(door.gateway, received);
  const { operation } = recognised;
  const affliction =
    recognised.name === null ? CALM : door.faults.afflict(recognised.name, arrived.real, referenceOf(recognised));
  const wait = door.latencyMs + affliction.delayMs;
  if (wait > 0) await pause(wait);

  const moment = skewed(door.clock.now(), affliction.bent.clockAheadMs);
  const passage = passageOf(door.gateway, affliction, recognised, received, moment);
  const { answer } = passage;
  if (affliction.bent.clockAheadMs !== undefined) response.setHeader('date', new Date(moment.at).toUTCString());
  const ending = await deliver(response, rewritten(answer, affliction), affliction.delivery);
  const traces = answer.traces ?? tracesOfRequest(recognised.path, received, answer);
  const correlation = received.headers['x-correlation-id'] ?? received.headers['x-request-id'];
  door.log.write({
    at: new Date(arrived.real).toISOString(),
    ms: door.clock.now().real - arrived.real,
    method: received.method,
    route: operation?.template ?? received.path.slice(0, 120),
    operation: recognised.name,
    api: operation?.api ?? null,
    client: passage.client ?? null,
    status: ending.status,
    code: answer.code ?? null,
    declarations: traces,
    committed: traces.some(({ committed }) => committed),
    correlation: correlation?.slice(0, 64) ?? null,
    bytesIn: received.bytes,
    bytesOut: ending.bytesOut,
    end: ending.end,
    faults: affliction.kinds,
    contract: isValid(operation, answer),
    count: answer.count ?? null,
  });
}

function recognise(gateway: Gateway, received: Received): Recognised {
  if (received.method === 'POST' && received.path === OAUTH_PATH) return { name: 'token', path: {}, otherMethods: [] };
  const matched = gateway.contracts.match(received.method, received.path);
  if ('methods' in matched) return { name: null, path: {}, otherMethods: matched.methods };
  const { operation, path } = matched;
  return { name: operation.id, operation, path, otherMethods: [] };
}

function passageOf(
  gateway: Gateway,
  affliction: Affliction,
  recognised: Recognised,
  received: Received,
  moment: Moment,
): Passage {
  const { name, operation, path, otherMethods } = recognised;
  if (affliction.instead !== undefined) return { answer: affliction.instead };
  if (operation !== undefined) return passThrough(gateway, operation, path, received, moment, affliction.bent);
  if (name === null) return { answer: nowhere(otherMethods) };
  const realm = received.search.get('realm');
  const { client, ...answer } = gateway.tokens.grant(new URLSearchParams(received.text), realm, moment.real);
  return client === undefined ? { answer } : { answer, client };
}

/** The record that a call is about, as its caller names it. */
function referenceOf({ path }: Recognised): string | undefined {
  return path['referenceExterne'] ?? path['identifiant'];
}

/** The moment that the API believes it is; what it measures (waits, tokens, lag) goes by the real clock still. */
function skewed(moment: Moment, aheadMs: number | undefined): Moment {
  return aheadMs === undefined ? moment : momentAt(moment.real, Date.parse(moment.at) + aheadMs);
}

function rewritten(answer: Answer, { rewrites }: Affliction): Answer {
  if (answer.json === undefined || rewrites.length === 0) return answer;
  return { ...answer, json: rewrites.reduce<unknown>((json, rewrite) => rewrite(json), answer.json) };
}

function nowhere(otherMethods: readonly string[]): Answer {
  const [status, title] =
    otherMethods.length > 0 ? ([405, 'Method Not Allowed'] as const) : ([404, 'Not Found'] as const);
  const headers = { 'content-type': 'application/problem+json' };
  return { status, json: { type: 'about:blank', title, status }, code: String(status), gateway: true, headers };
}

/** Is the answer as the contract says? Answers of the gateway stand in no contract. */
function isValid(operation: Operation | undefined, answer: Answer): boolean | null {
  if (operation === undefined || answer.gateway === true) return null;
  const check = operation.answers.get(answer.status);
  if (check === undefined) return false;
  return check === null ? answer.json === undefined : check(answer.json).length === 0;
}
