import { createHash } from 'node:crypto';
import type { Bent, Trace } from '../answer';
import { patternHits } from '../gateway/faultPattern';
import type { Moment } from '../moment';
import {
  accompanimentKey,
  isRunning,
  lastWrite,
  runningOf,
  type Accompaniment,
  type Client,
  type Declaration,
  type Store,
} from '../store';
import type { Person, World } from '../world';
import { keepAnswer, keptAnswer } from './idempotency';
import { refusalOf } from './refusedDeclaration';
import { paddedFor } from './spelling';

/** One declaration, by a single call or out of a lot. */
export interface DeclarationRequest {
  readonly client: Client;
  readonly person: Person;
  readonly reference: string;
  readonly idempotencyKey: string;
  readonly declaration: Declaration;
}

export interface DeclarationAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly trace: Trace;
}

export interface DeclarationDesk {
  readonly world: World;
  readonly store: Store;
  readonly moment: Moment;
  readonly readLagMs: number;
  /** Codes of every structure that exists, allowed to this caller or not. */
  readonly structures: ReadonlySet<string>;
  readonly bent: Bent;
}

/** Takes or refuses one declaration, as `interface-commune-v1.yaml` says for declarerAccompagnement. */
export function declare(desk: DeclarationDesk, request: DeclarationRequest): DeclarationAnswer {
  const { client, reference, idempotencyKey, declaration } = request;
  const { version, ...rest } = declaration;
  const content = digestOf(reference, rest).slice(0, 16);
  const said = { reference, version, idempotencyKey, content, said: declaration.statut };
  const { poison, keysIgnored } = desk.bent;
  if (poison && patternHits(poison, 0, reference)) return refusedCall(500, 'ERREUR_TECHNIQUE', 'Panne technique', said);
  const digest = digestOf(reference, declaration);
  const kept = keysIgnored ? undefined : keptAnswer(desk.store, client, idempotencyKey, desk.moment);
  if (kept !== undefined && kept.digest !== digest) {
    return refusedCall(422, 'CLE_REUTILISEE', "Cette clé d'idempotence a déjà servi pour une autre déclaration", said);
  }
  if (kept !== undefined) {
    const first = kept.answer.traces?.[0];
    const body = kept.answer.json as Record<string, unknown>;
    return { status: kept.answer.status, body, trace: { ...said, ...first, committed: false, replayed: true } };
  }

  const stored = desk.store.accompaniments.get(accompanimentKey(client.structure.code, reference));
  const current = stored === undefined ? 0 : lastWrite(stored).declaration.version;
  if (declaration.version <= current) {
    const refused = refusedCall(409, 'VERSION_PERIMEE', 'Une version au moins aussi récente est enregistrée', said);
    return { ...refused, body: { ...refused.body, versionCourante: current } };
  }

  const answer = decide(desk, request, stored, said);
  const kept201 = { status: answer.status, json: answer.body, traces: [answer.trace] };
  keepAnswer(desk.store, client, idempotencyKey, { digest, answer: kept201, at: desk.moment.real });
  return answer;
}

type Said = Pick<Trace, 'reference' | 'version' | 'idempotencyKey' | 'content' | 'said'>;

function decide(
  desk: DeclarationDesk,
  request: DeclarationRequest,
  stored: Accompaniment | undefined,
  said: Said,
): DeclarationAnswer {
  const refusal = refusalOf(desk, request, stored);
  if (refusal !== undefined) {
    const trace: Trace = { ...said, committed: false, code: refusal.codeSortie, httpStatus: 200 };
    const organism = refusal.organisme?.libelle;
    return { status: 200, body: { ...refusal }, trace: organism === undefined ? trace : { ...trace, organism } };
  }
  const accompaniment = commit(desk, request, stored);
  const relances = settleRelance(desk, accompaniment);
  const status = stored === undefined ? 201 : 200;
  const body = {
    codeSortie: 'S000',
    message: paddedFor(request.person, 'Déclaration prise en compte'),
    referenceFranceTravail: accompaniment.ftReference,
    version: request.declaration.version,
    relancesSuspendues: desk.store.stops.has(request.person.index),
    // Not in the contract: France Travail adds properties without notice.
    horodatageTraitement: desk.moment.at,
    codePopulation: null,
  };
  return { status, body, trace: { ...said, committed: true, code: 'S000', httpStatus: status, relances } };
}

function commit(desk: DeclarationDesk, request: DeclarationRequest, stored: Accompaniment | undefined): Accompaniment {
  const write = {
    declaration: request.declaration,
    at: desk.moment.at,
    visibleAt: desk.moment.real + desk.readLagMs,
  };
  if (stored !== undefined) {
    stored.writes.push(write);
    return stored;
  }
  const structureCode = request.client.structure.code;
  const key = accompanimentKey(structureCode, request.reference);
  const created: Accompaniment = {
    structureCode,
    reference: request.reference,
    ftReference: `FTA-${createHash('sha256').update(key).digest('hex').slice(0, 12).toUpperCase()}`,
    person: request.person.index,
    writes: [write],
  };
  desk.store.accompaniments.set(key, created);
  return created;
}

/** France Travail stops chasing who is accompanied, and starts again when nobody accompanies any more. */
function settleRelance(desk: DeclarationDesk, accompaniment: Accompaniment): 'stopped' | 'resumed' | 'unchanged' {
  const { stops } = desk.store;
  const { person, reference } = accompaniment;
  if (isRunning(accompaniment)) {
    if (stops.has(person)) return 'unchanged';
    stops.set(person, { at: desk.moment.at, reference });
    return desk.world.people[person]?.relance === undefined ? 'unchanged' : 'stopped';
  }
  if (runningOf(desk.store, person).length > 0) return 'unchanged';
  return stops.delete(person) ? 'resumed' : 'unchanged';
}

function refusedCall(status: number, codeErreur: string, message: string, said: Said): DeclarationAnswer {
  return {
    status,
    body: { codeErreur, message },
    trace: { ...said, committed: false, code: codeErreur, httpStatus: status },
  };
}

/** What makes two declarations the same: reference and content, whatever the order of the keys; never the person token. */
function digestOf(reference: string, declaration: Partial<Declaration>): string {
  return createHash('sha256')
    .update(JSON.stringify([reference, sorted(declaration)]))
    .digest('hex');
}

/** The same value with its keys in alphabetical order, at every depth. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
