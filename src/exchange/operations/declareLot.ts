import type { Outcome } from '../../accompaniment';
import { businessCodeOf } from '../businessCode';
import type { DeclarationAnswer, LotAnswer, LotItem } from '../gateway';
import { readPath, writePath } from '../jsonPath';
import { saysNothing } from '../caller';
import { findOutcome } from '../outcomeTable';
import { notOffered, outcomeOf, ownOutcome, technicalCode } from '../outcomes';
import type { ProfileOperation } from '../profileSchema';
import { personTokenOf, offered, type Counter } from './counter';
import { declarationAnswer } from './declare';

type Lot = NonNullable<ProfileOperation['lot']>;

/** An item as it goes over the wire, or why it does not. */
type Written =
  | { readonly kind: 'written'; readonly json: Record<string, unknown> }
  | { readonly kind: 'left'; readonly outcome: Outcome };

/** Sends several declarations in one call, each with its own key and person token, and says how each ended. */
export async function declareLot(counter: Counter, items: readonly LotItem[]): Promise<LotAnswer> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.lots?.operation, 'declareLot');
  if (target.kind === 'failed') return target;
  const { lot } = target.operation;
  if (lot === undefined) return { kind: 'failed', outcome: notOffered(profile.id, 'declareLot') };
  const written = items.map((item) => writeItem(counter, lot, item));
  const sent = written.flatMap((one) => (one.kind === 'written' ? [one.json] : []));
  if (sent.length === 0) return { kind: 'answered', answers: written.flatMap(answerOfLeft) };
  const body = {};
  writePath(body, lot.declarations, sent);
  const result = await counter.caller.call(target.name, target.operation, { body: JSON.stringify(body) });
  if (result.kind === 'failed') return result;
  if (result.row.outcome !== 'ok') {
    const outcome = outcomeOf(result.row, result.code);
    return { kind: result.row.outcome === 'rejected' ? 'refused' : 'failed', outcome };
  }
  const results = resultsOf(lot, result.json);
  let next = 0;
  const answers = items.map((item, position): DeclarationAnswer => {
    const one = written[position];
    if (one?.kind === 'left') return { outcome: one.outcome };
    const answer = results[next];
    next += 1;
    const read = readResult(counter, lot, item, answer);
    // What the lot says of this line now says nothing about the attempt that was lost.
    const settles = result.afterLost === undefined || !saysNothing(read.outcome.kind);
    return settles ? read : { outcome: unclear('unreadable', read.outcome.code ?? 'HTTP 200') };
  });
  return { kind: 'answered', answers };
}

function writeItem(counter: Counter, lot: Lot, { prepared, idempotencyKey, person }: LotItem): Written {
  const json = {};
  writePath(json, lot.reference, prepared.reference);
  writePath(json, lot.idempotencyKey, idempotencyKey);
  if (lot.personToken !== undefined) {
    const token = personTokenOf(counter, person);
    if (token.kind === 'failed') return { kind: 'left', outcome: token.outcome };
    writePath(json, lot.personToken, token.personToken);
  }
  writePath(json, lot.declaration, JSON.parse(prepared.body));
  return { kind: 'written', json };
}

function answerOfLeft(one: Written): DeclarationAnswer[] {
  return one.kind === 'left' ? [{ outcome: one.outcome }] : [];
}

function resultsOf({ results }: Lot, json: unknown): readonly unknown[] {
  const list = readPath(json, results);
  return Array.isArray(list) ? list : [];
}

/**
 * One result, read like the answer to a single call. A result that is missing, or that speaks of another reference than
 * the one in its place, tells nothing about ours.
 */
function readResult(counter: Counter, lot: Lot, { prepared }: LotItem, json: unknown): DeclarationAnswer {
  const { profile } = counter.access;
  if (json === undefined || readPath(json, lot.resultReference) !== prepared.reference)
    return { outcome: unclear('unreadable', 'HTTP 200') };
  const single = offered(
    counter,
    profile.capabilities.declarations?.[prepared.operation]?.operation,
    prepared.operation,
  );
  if (single.kind === 'failed') return { outcome: single.outcome };
  const code = businessCodeOf(profile, json);
  const status = statusOf(lot, json);
  const row = findOutcome(single.operation, { status, code, json });
  const technical = technicalCode(status, code);
  if (row === undefined) return { outcome: unclear('unlisted', technical) };
  return declarationAnswer(profile, single.operation, { row, code: technical, json });
}

function statusOf({ resultStatus }: Lot, json: unknown): number {
  const status = resultStatus === undefined ? undefined : readPath(json, resultStatus);
  return typeof status === 'number' ? status : 200;
}

function unclear(message: 'unreadable' | 'unlisted', code: string): Outcome {
  return ownOutcome('unclear', `${message}.unclear`, code, { retryable: true });
}
