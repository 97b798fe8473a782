import { readText, writeMap } from '../fieldMap';
import type { Answer, HeldAccompaniment, HeldPage } from '../gateway';
import { readPath } from '../jsonPath';
import { outcomeOf } from '../outcomes';
import type { ProfileOperation } from '../profileSchema';
import { offered, unreadable, type Counter } from './counter';
import { storedIn } from './readBack';

/** One page of everything that is held for our structure. What cannot be read is counted. */
export async function listAccompaniments(counter: Counter, cursor: string | undefined): Promise<Answer<HeldPage>> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.listing, 'listAccompaniments');
  if (target.kind === 'failed') return target;
  const { body: query } = writeMap(profile, target.operation.query ?? [], {
    fields: {},
    meta: { pageSize: profile.limits.pageSize, ...(cursor === undefined ? {} : { cursor }) },
  });
  const result = await counter.caller.call(target.name, target.operation, { query });
  if (result.kind === 'failed') return result;
  if (result.row.outcome === 'nothing') return { kind: 'ok', value: { accompaniments: [] } };
  if (result.row.outcome !== 'ok') return { kind: 'failed', outcome: outcomeOf(result.row, result.code) };
  const list = readPath(result.json, target.operation.answer?.list ?? '$');
  if (!Array.isArray(list)) return { kind: 'failed', outcome: unreadable(result.code) };
  const next = nextCursor(target.operation, result.json);
  // There is more, and no way to it: this is no whole list.
  if (next === 'missing') return { kind: 'failed', outcome: unreadable(result.code) };
  return { kind: 'ok', value: pageOf(counter, target.operation, list, next.cursor) };
}

function pageOf(
  counter: Counter,
  operation: ProfileOperation,
  list: readonly unknown[],
  next: string | undefined,
): HeldPage {
  const accompaniments = list.flatMap((element) => heldOf(counter, operation, element) ?? []);
  const unread = list.length - accompaniments.length;
  return {
    accompaniments,
    ...(next === undefined ? {} : { nextCursor: next }),
    ...(unread === 0 ? {} : { unreadable: unread }),
  };
}

function heldOf(counter: Counter, operation: ProfileOperation, json: unknown): HeldAccompaniment | undefined {
  const reference = readText(counter.access.profile, operation.answer?.read?.['reference'], json);
  const held = storedIn(counter, operation, json);
  return reference === undefined || reference === '' || held === undefined ? undefined : { ...held, reference };
}

/** What leads to the next page: nothing on the last one, `missing` when the answer says that there is one and not where. */
function nextCursor({ answer }: ProfileOperation, json: unknown): { readonly cursor?: string } | 'missing' {
  if (answer?.cursor === undefined) return {};
  const next = readPath(json, answer.cursor);
  const more = answer.more === undefined ? undefined : readPath(json, answer.more);
  if (more === false) return {};
  if (typeof next === 'string' && next !== '') return { cursor: next };
  const nothing = next === undefined || next === null || next === '';
  return nothing && (more === undefined || more === null) ? {} : 'missing';
}
