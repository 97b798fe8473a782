import type { Outcome } from '../../accompaniment';
import type { PivotField, PivotRecord } from '../../fields';
import type { Referral, ReferralAnswer, ReferralState } from '../../referral';
import { readList, readNumber, readText, writeMap } from '../fieldMap';
import type { Answer, PersonHandle, ReferralPage } from '../gateway';
import { readPath } from '../jsonPath';
import { notOffered, outcomeOf, ownOutcome } from '../outcomes';
import type { Profile, ProfileOperation } from '../profileSchema';
import { callAbout, offered, unreadable, type Counter } from './counter';
import { refusedField } from './declare';

/**
 * One page of the referrals that wait. Where the whole list takes several requests (`queries`), our cursor says which one
 * it belongs to: `1:abc`.
 */
export async function listReferrals(counter: Counter, cursor: string | undefined): Promise<Answer<ReferralPage>> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.referrals?.list, 'listReferrals');
  if (target.kind === 'failed') return target;
  const place = placeOf(cursor);
  const { body: filled } = writeMap(profile, target.operation.query ?? [], {
    fields: {},
    meta: { pageSize: profile.limits.pageSize, ...(place.cursor === undefined ? {} : { cursor: place.cursor }) },
  });
  const query = { ...target.operation.queries?.[place.list], ...filled };
  const result = await counter.caller.call(target.name, target.operation, { query });
  if (result.kind === 'failed') return result;
  if (result.row.outcome === 'nothing') return { kind: 'ok', value: pageOf(counter, target.operation, {}, [], place) };
  if (result.row.outcome !== 'ok') return { kind: 'failed', outcome: outcomeOf(result.row, result.code) };
  const list = readPath(result.json, target.operation.answer?.list ?? '$');
  if (!Array.isArray(list)) return { kind: 'failed', outcome: unreadable(result.code) };
  return { kind: 'ok', value: pageOf(counter, target.operation, result.json, list, place) };
}

interface Place {
  readonly list: number;
  readonly cursor?: string;
}

function placeOf(cursor: string | undefined): Place {
  const parts = /^(\d{1,2}):([\s\S]*)$/.exec(cursor ?? '');
  if (parts === null) return { list: 0 };
  return { list: Number(parts[1]), ...(parts[2] ? { cursor: parts[2] } : {}) };
}

/** One that cannot be read is counted, not emitted: it is not acknowledged, so it will be handed out again. */
function pageOf(
  counter: Counter,
  operation: ProfileOperation,
  json: unknown,
  list: readonly unknown[],
  place: Place,
): ReferralPage {
  const read = list.map((element) => referralOf(counter, operation, element));
  const referrals = read.filter((referral) => referral !== undefined);
  const next = nextPlace(operation, json, place);
  return {
    referrals,
    ...(next === undefined ? {} : { nextCursor: next }),
    ...(referrals.length === read.length ? {} : { unreadable: read.length - referrals.length }),
  };
}

function nextPlace(operation: ProfileOperation, json: unknown, { list, cursor }: Place): string | undefined {
  const { more, cursor: cursorPath } = operation.answer ?? {};
  const next = cursorPath === undefined ? undefined : readPath(json, cursorPath);
  const goesOn = more !== undefined && readPath(json, more) === true;
  // The same cursor again would go round for ever.
  if (goesOn && typeof next === 'string' && next !== '' && next !== cursor) return `${list}:${next}`;
  return list + 1 < (operation.queries?.length ?? 1) ? `${list + 1}:` : undefined;
}

const STATES: readonly ReferralState[] = ['toHandle', 'changed', 'cancelled'];

function referralOf(counter: Counter, operation: ProfileOperation, json: unknown): Referral | undefined {
  const { profile } = counter.access;
  const read = operation.answer?.read ?? {};
  const text = (key: string): string | undefined => readText(profile, read[key], json);
  const id = text('id');
  const version = readNumber(profile, read['version'], json);
  const state = STATES.find((candidate) => candidate === text('state'));
  if (id === undefined || version === undefined || state === undefined) return undefined;
  return {
    id,
    version,
    state,
    createdAt: text('createdAt') ?? counter.clock().toISOString(),
    prescriber: present({
      organism: text('organism'),
      agency: text('agency'),
      adviser: text('adviser'),
      email: text('email'),
    }),
    person: personOf(profile, operation, json),
    ...present({ dueDate: text('dueDate'), path: text('path'), reason: text('reason'), comment: text('comment') }),
  };
}

function personOf(profile: Profile, operation: ProfileOperation, json: unknown): PivotRecord {
  const entries = Object.entries(operation.answer?.person ?? {}).map(([field, entry]) => [
    field,
    readText(profile, entry, json),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<Record<PivotField, string>>;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends Record<string, string | undefined>>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

export interface Receipt {
  readonly id: string;
  readonly version: number;
}

/** Acknowledges referrals that are kept, in lots; the first lot that fails ends it, and the rest stays unacknowledged. */
export async function acknowledgeReferrals(
  counter: Counter,
  receipts: readonly Receipt[],
): Promise<Answer<{ readonly acknowledged: readonly string[]; readonly unknown: readonly string[] }>> {
  const { profile } = counter.access;
  const capability = profile.capabilities.referrals?.acknowledge;
  const target = offered(counter, capability?.operation, 'acknowledgeReferrals');
  if (target.kind === 'failed') return target;
  const max = capability?.max ?? 1;
  const acknowledged: string[] = [];
  const unknown: string[] = [];
  for (let start = 0; start < receipts.length; start += max) {
    const body = acknowledgement(profile, target.operation, receipts.slice(start, start + max));
    const result = await counter.caller.call(target.name, target.operation, { body });
    if (result.kind === 'failed') return result;
    if (result.row.outcome !== 'ok') return { kind: 'failed', outcome: outcomeOf(result.row, result.code) };
    acknowledged.push(...readList(target.operation.answer?.read?.['acknowledged'], result.json));
    unknown.push(...readList(target.operation.answer?.read?.['unknown'], result.json));
  }
  return { kind: 'ok', value: { acknowledged, unknown } };
}

function acknowledgement(profile: Profile, { body }: ProfileOperation, receipts: readonly Receipt[]): string {
  const entries = receipts.map(
    ({ id, version }) => writeMap(profile, body?.map ?? [], { fields: {}, meta: { id, version } }).body,
  );
  return JSON.stringify(body?.list === undefined ? (entries[0] ?? {}) : { [body.list]: entries });
}

/** Sends the PLIE's answer to a referral. What would be refused for sure is said before anything is sent. */
export async function answerReferral(
  counter: Counter,
  answer: ReferralAnswer,
  idempotencyKey: string,
  person: PersonHandle | undefined,
): Promise<Outcome> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.referrals?.answer, 'answerReferral');
  if (target.kind === 'failed') return target.outcome;
  if ((answer.decision === 'refuse' || answer.decision === 'redirect') && answer.reason === undefined) {
    return ownOutcome('rejected', 'reasonMissing', 'NO_REASON');
  }
  // As a segment of a path these two would climb.
  if (/^\.{0,2}$/.test(answer.referralId)) return ownOutcome('rejected', 'unknownReferral', 'NO_ID');
  const { referent, referralId, ...rest } = answer;
  const written = writeMap(profile, target.operation.body?.map ?? [], {
    fields: referent ?? {},
    meta: { ...rest, id: referralId },
  });
  if (written.leftOut.some(({ reason, field }) => reason === 'unknownCode' && field === undefined)) {
    return notOffered(profile.id, `answerReferral:${answer.decision}`);
  }
  const result = await callAbout(counter, target, person, {
    id: referralId,
    body: JSON.stringify(written.body),
    idempotencyKey,
  });
  if (result.kind === 'failed') return result.outcome;
  return outcomeOf(result.row, result.code, refusedField(profile, target.operation, result.json));
}
