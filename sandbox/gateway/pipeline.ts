import type { Answer, Bent, Call, Handler, Trace } from '../answer';
import { refusedAgent, scopeMissing, unauthenticated, violationsIn } from './admission';
import { refusedCombination, refusedPersonToken, refusedRequest } from './refusals';
import { jsonOf, type Received } from './request';
import type { AccessTokens } from './accessTokens';
import type { PersonTokens } from './personTokens';
import type { Contracts, Operation } from '../contract';
import type { Moment } from '../moment';
import type { Store } from '../store';
import type { World } from '../world';

/** What the way through the gateway needs. */
export interface Gateway {
  readonly contracts: Contracts;
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly tokens: AccessTokens;
  readonly personTokens: PersonTokens;
  readonly quota: (clientId: string, now: number) => Answer | undefined;
  readonly world: World;
  readonly store: Store;
}

/** An answer, and who asked. */
export interface Passage {
  readonly answer: Answer;
  readonly client?: string;
}

/** Lets a request through, check by check, in the order in which France Travail's own gateway seems to work. */
export function passThrough(
  gateway: Gateway,
  operation: Operation,
  path: Readonly<Record<string, string>>,
  received: Received,
  moment: Moment,
  bent: Bent,
): Passage {
  const seen = { ...moment, real: moment.real + (bent.clockAheadMs ?? 0) };
  const bearer = /^Bearer (\S+)$/i.exec(received.headers['authorization'] ?? '')?.[1];
  const grant = bearer === undefined ? undefined : gateway.tokens.bearer(bearer, moment.real);
  if (grant === undefined) return { answer: unauthenticated() };
  const client = grant.client.id;
  const refused =
    gateway.quota(client, moment.real) ?? scopeMissing(operation, grant.scopes) ?? refusedAgent(received.headers);
  if (refused !== undefined) return { answer: refused, client };

  const body = operation.body === undefined || received.text === '' ? undefined : jsonOf(received.text);
  const violations = violationsIn(operation, { path, query: received.query, headers: received.headers, body });
  if (violations.length > 0) return { answer: refusedRequest(operation, violations, moment), client };
  const combination = combinationOf(operation, received.query);
  if (combination !== undefined) return { answer: combination, client };

  const token = received.headers['ft-jeton-usager'];
  const person = token === undefined ? undefined : gateway.personTokens.read(token, seen.real);
  const wantsPerson = operation.parameters.some(({ name, required }) => name === 'ft-jeton-usager' && required);
  if (wantsPerson && person === undefined) return { answer: refusedPersonToken(operation, moment), client };

  const call: Call = {
    operation,
    client: grant.client,
    path,
    query: received.query,
    headers: received.headers,
    body,
    ...(person === undefined ? {} : { person }),
    world: gateway.world,
    store: gateway.store,
    moment,
    bent,
    issuePersonToken: (someone) => gateway.personTokens.issue(someone, seen.real),
    readPersonToken: (text) => gateway.personTokens.read(text, seen.real),
  };
  return { answer: handlerOf(gateway, operation)(call), client };
}

function handlerOf(gateway: Gateway, operation: Operation): Handler {
  const handler = gateway.handlers[operation.id];
  if (handler === undefined) throw new Error(`no handler for ${operation.id}`);
  return handler;
}

function combinationOf(operation: Operation, query: Readonly<Record<string, string>>): Answer | undefined {
  if (operation.exactlyOneOf.length === 0) return undefined;
  const received = Object.fromEntries(operation.exactlyOneOf.map((name) => [name, query[name] ?? null]));
  const given = Object.values(received).filter((value) => value !== null);
  return given.length === 1 ? undefined : refusedCombination(received);
}

/** What a request says of itself, for the log of a call that no API has treated: reference, version, key. */
export function tracesOfRequest(path: Readonly<Record<string, string>>, received: Received, answer: Answer): Trace[] {
  const said = jsonOf(received.text) as { version?: unknown; statut?: unknown; declarations?: unknown } | undefined;
  const ending = {
    committed: false,
    ...(answer.code === undefined ? {} : { code: answer.code }),
    httpStatus: answer.status,
  };
  if (Array.isArray(said?.declarations)) {
    return said.declarations.map((one: Record<string, unknown> | null) => ({
      ...textual('reference', one?.['referenceExterne']),
      ...textual('idempotencyKey', one?.['cleIdempotence']),
      ...numeric('version', (one?.['declaration'] as { version?: unknown } | undefined)?.version),
      ...ending,
    }));
  }
  const reference = path['referenceExterne'] ?? path['identifiant'];
  if (reference === undefined) return [];
  const key = received.headers['idempotency-key'];
  return [
    {
      reference,
      ...textual('idempotencyKey', key),
      ...numeric('version', said?.version),
      ...textual('said', said?.statut),
      ...ending,
    },
  ];
}

function textual<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' ? ({ [key]: value.slice(0, 64) } as Record<K, string>) : {};
}

function numeric<K extends string>(key: K, value: unknown): Partial<Record<K, number>> {
  return typeof value === 'number' ? ({ [key]: value } as Record<K, number>) : {};
}
