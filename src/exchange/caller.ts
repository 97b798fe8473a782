import type { Outcome } from '../accompaniment';
import { businessCodeOf } from './businessCode';
import { POOL } from './connectionPool';
import { isPassing, unavailableFault, unclearFault } from './faults';
import type { Access } from './gateway';
import { sendHttp, type HttpRequest, type HttpResult } from './httpClient';
import { findOutcome } from './outcomeTable';
import { stopCode } from './killSwitch';
import { ownOutcome, technicalCode, withCorrelation } from './outcomes';
import { pauseTooLong, waitBeforeNext } from './pace';
import type { OutcomeRow, ProfileOperation } from './profileSchema';
import type { RateBudget } from './rateBudget';
import { buildRequest, type CallParts } from './request';
import { AccessTokens, type TokenResult } from './tokens';
import { newCorrelationId, throwIfCancelled, type Wire } from './wire';

/** An answer that the profile knows, or the outcome of there being none. */
export type CallResult =
  | {
      readonly kind: 'answered';
      readonly row: OutcomeRow;
      readonly code: string;
      readonly json: unknown;
      /** An earlier attempt of this call may have been taken. */
      readonly afterLost?: true;
    }
  | { readonly kind: 'failed'; readonly outcome: Outcome };

interface Verdict {
  readonly result: CallResult;
  readonly again: boolean;
  readonly retryAfter?: string;
}

/** One call, whatever number of requests it takes. */
interface Attempts {
  readonly name: string;
  readonly operation: ProfileOperation;
  readonly parts: CallParts;
  readonly correlationId: string;
}

/** Makes calls: token, pace, attempts, and what each answer means. The same for every operation of every profile. */
export class Caller {
  private readonly tokens: AccessTokens;
  private readonly budget: RateBudget;
  private readonly host: string;

  constructor(
    private readonly access: Access,
    private readonly wire: Wire,
  ) {
    const { parallel, rate } = access.profile.limits;
    this.host = new URL(access.apiBaseUrl).host;
    this.tokens = new AccessTokens(access, wire);
    this.budget = POOL.budget({ parallel, rate }, new URL(access.apiBaseUrl).origin, access.clientId);
  }

  /** No token either while everything is stopped, though one may be in hand. */
  async token(): Promise<TokenResult> {
    const stop = stopCode(this.access, this.wire);
    if (stop !== undefined) return { ok: false, outcome: unavailableFault(stop, this.host) };
    return await this.tokens.get();
  }

  /** @throws CancelledError when the execution is cancelled */
  async call(name: string, operation: ProfileOperation, parts: CallParts): Promise<CallResult> {
    const correlationId = newCorrelationId(this.wire);
    const attempts: Attempts = { name, operation, parts: { ...parts, correlationId }, correlationId };
    const result = await this.attempt(attempts);
    if (result.kind === 'failed') return { kind: 'failed', outcome: withCorrelation(result.outcome, correlationId) };
    return result;
  }

  private async attempt({ name, operation, parts, correlationId }: Attempts): Promise<CallResult> {
    let renewed = false;
    let lost: CallResult | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const token = await this.tokens.get();
      if (!token.ok) return lost ?? { kind: 'failed', outcome: token.outcome };
      const request = buildRequest(this.access, operation, parts, token.token);
      const result = await this.budget.run(this.wire, () => this.send(name, request, attempt, correlationId));
      if (result.kind === 'answer' && result.status === 401 && !renewed) {
        renewed = true;
        attempt -= 1;
        this.tokens.drop(token.token);
        continue;
      }
      const verdict = this.judge(operation, result);
      if (verdict.result.kind === 'failed' && verdict.result.outcome.kind === 'unclear') lost = verdict.result;
      if (!verdict.again || attempt >= this.access.profile.limits.attempts)
        return settledBy(verdict.result, result, lost);
      await this.waitFor(attempt, verdict.retryAfter, result);
    }
  }

  private async send(name: string, request: HttpRequest, attempt: number, correlationId: string): Promise<HttpResult> {
    const stop = stopCode(this.access, this.wire);
    if (stop !== undefined) return { kind: 'fault', sent: false, code: stop };
    const { clock, onCall } = this.wire;
    const started = clock().getTime();
    const result = await sendHttp(request, this.access.profile.limits, this.wire);
    const code = result.kind === 'answer' ? businessCodeOf(this.access.profile, result.json) : result.code;
    onCall?.({
      correlationId,
      operation: name,
      attempt,
      durationMs: clock().getTime() - started,
      ...(result.kind === 'answer' ? { status: result.status } : {}),
      ...(code === undefined ? {} : { code }),
    });
    return result;
  }

  private judge(operation: ProfileOperation, result: HttpResult): Verdict {
    const repeatable = operation.repeat !== 'never';
    if (result.kind === 'fault') return this.judgeFault(operation, result, repeatable);
    const code = businessCodeOf(this.access.profile, result.json);
    const row = findOutcome(operation, { status: result.status, code, json: result.json });
    if (row === undefined)
      return { result: { kind: 'failed', outcome: unlisted(operation, result, code) }, again: false };
    const technical = technicalCode(result.status, code);
    const tooLong = comesBack(row)
      ? pauseTooLong(this.access.profile, this.wire, result.retryAfter, technical)
      : undefined;
    if (tooLong !== undefined) return { result: { kind: 'failed', outcome: tooLong }, again: false };
    return {
      result: { kind: 'answered', row, code: technical, json: result.json },
      again: row.retry === 'now' && repeatable,
      ...(result.retryAfter === undefined ? {} : { retryAfter: result.retryAfter }),
    };
  }

  private judgeFault(
    operation: ProfileOperation,
    { sent, code }: HttpResult & { kind: 'fault' },
    repeatable: boolean,
  ): Verdict {
    const mayHaveWritten = sent && writes(operation);
    const outcome = mayHaveWritten ? unclearFault(code, this.host) : unavailableFault(code, this.host);
    return { result: { kind: 'failed', outcome }, again: isPassing(code) && (repeatable || !sent) };
  }

  /** A server that asks for a pause asks it of every call, so the whole budget rests. */
  private async waitFor(attempt: number, retryAfter: string | undefined, result: HttpResult): Promise<void> {
    const wait = waitBeforeNext(this.access.profile, this.wire, attempt, retryAfter);
    if (result.kind === 'answer' && retryAfter !== undefined) this.budget.pauseFor(wait, this.wire.clock());
    await this.wire.sleep(wait, this.wire.signal);
    throwIfCancelled(this.wire.signal);
  }
}

/** Outcomes that say nothing about an earlier attempt: not now, not yet, not you. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['unavailable', 'deferred', 'forbidden']);

export function saysNothing(outcome: string): boolean {
  return SAYS_NOTHING.has(outcome);
}

/** An attempt that may have been taken is settled by a business answer to its repetition, by nothing less. */
function settledBy(verdict: CallResult, result: HttpResult, lost: CallResult | undefined): CallResult {
  if (lost === undefined) return verdict;
  const isSuccess = result.kind === 'answer' && result.status >= 200 && result.status < 300;
  if (!isSuccess || verdict.kind !== 'answered' || saysNothing(verdict.row.outcome)) return lost;
  return { ...verdict, afterLost: true };
}

/** Answers that ask for the same request a little later, and took nothing of this one. */
function comesBack({ outcome, retry }: OutcomeRow): boolean {
  return outcome === 'unavailable' && retry === 'now';
}

/** Operations after which the other side may hold something new. */
function writes({ role }: ProfileOperation): boolean {
  return role === 'declare' || role === 'declareLot' || role === 'answerReferral' || role === 'acknowledgeReferrals';
}

/** An answer that the profile does not list is never a success: nothing was read, or something may have been written. */
function unlisted(
  operation: ProfileOperation,
  { status, json }: HttpResult & { kind: 'answer' },
  code: string | undefined,
): Outcome {
  const technical = technicalCode(status, code);
  if (status >= 300 && status < 400) return ownOutcome('unavailable', 'redirected', technical, { retryable: false });
  const message = json === undefined && status < 300 ? 'unreadable' : 'unlisted';
  return writes(operation)
    ? ownOutcome('unclear', `${message}.unclear`, technical, { retryable: true })
    : ownOutcome('unavailable', `${message}.unavailable`, technical, { retryable: true });
}
