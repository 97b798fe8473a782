import type { Outcome } from '../accompaniment';
import type { TokenSlot } from './connectionPool';
import { POOL } from './connectionPool';
import { isPassing, sentenceOf } from './faults';
import type { Access } from './gateway';
import { isHeaderToken } from './headerValue';
import { sendHttp, type HttpResult } from './httpClient';
import { readPath } from './jsonPath';
import { stopCode } from './killSwitch';
import { ownOutcome } from './outcomes';
import { pauseTooLong, waitBeforeNext } from './pace';
import { CancelledError, newCorrelationId, throwIfCancelled, type Wire } from './wire';

export type TokenResult =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly outcome: Outcome };

/**
 * The access tokens of one credential (OAuth 2 client credentials, RFC 6749 §4.4). Every gateway of the same credential
 * shares one token and one request for it; a token that was refused is dropped by whoever saw the refusal first.
 */
export class AccessTokens {
  private readonly slot: TokenSlot;
  private readonly scopes: string;

  constructor(
    private readonly access: Access,
    private readonly wire: Wire,
  ) {
    this.scopes = scopesOf(access);
    this.slot = POOL.tokenSlot(access.tokenUrl, access.clientId, access.clientSecret, this.scopes);
  }

  /** @throws CancelledError when the execution is cancelled; the shared request goes on for the others */
  async get(): Promise<TokenResult> {
    throwIfCancelled(this.wire.signal);
    const { token, usableUntil } = this.slot;
    if (token !== undefined && usableUntil !== undefined && this.wire.clock().getTime() < usableUntil)
      return { ok: true, token };
    this.slot.pending ??= this.fetch().finally(() => delete this.slot.pending);
    return await unlessCancelled(this.slot.pending as Promise<TokenResult>, this.wire.signal);
  }

  /** Forgets a token that was refused, unless another call has already replaced it. */
  drop(token: string): void {
    if (this.slot.token !== token) return;
    delete this.slot.token;
    delete this.slot.usableUntil;
  }

  private async fetch(): Promise<TokenResult> {
    const { attempts } = this.access.profile.limits;
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.request(attempt);
      const read = this.read(result);
      if (read.ok || !mayPass(result)) return read;
      const retryAfter = result.kind === 'answer' ? result.retryAfter : undefined;
      const tooLong = pauseTooLong(this.access.profile, this.wire, retryAfter, read.outcome.code ?? '');
      if (tooLong !== undefined) return { ok: false, outcome: tooLong };
      if (attempt >= attempts) return read;
      await this.wire.sleep(waitBeforeNext(this.access.profile, this.wire, attempt, retryAfter));
    }
  }

  private async request(attempt: number): Promise<HttpResult> {
    const { wire, access } = this;
    const stop = stopCode(access, wire);
    if (stop !== undefined) return { kind: 'fault', sent: false, code: stop };
    const started = wire.clock().getTime();
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: access.clientId,
      client_secret: access.clientSecret,
      scope: this.scopes,
    });
    const result = await sendHttp(
      {
        method: 'POST',
        url: access.tokenUrl,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      },
      access.profile.limits,
      wire.egressFilter ? { egressFilter: wire.egressFilter } : {},
    );
    wire.onCall?.({
      correlationId: newCorrelationId(wire),
      operation: 'token',
      attempt,
      durationMs: wire.clock().getTime() - started,
      ...(result.kind === 'answer' ? { status: result.status } : { code: result.code }),
    });
    return result;
  }

  private read(result: HttpResult): TokenResult {
    if (result.kind === 'fault')
      return failed(faultSentence(result.code), result.code, this.access, isPassing(result.code));
    const token = readPath(result.json, 'access_token');
    if (result.status === 200 && typeof token === 'string' && isHeaderToken(token)) {
      this.keep(token, readPath(result.json, 'expires_in'));
      return { ok: true, token };
    }
    return refusal(result.status, readPath(result.json, 'error'), this.access);
  }

  /** Renewed a little before its end: a tenth of its life, at most a minute. */
  private keep(token: string, expiresIn: unknown): void {
    const stated = Number(expiresIn);
    const seconds = Number.isFinite(stated) && stated > 0 ? stated : this.access.profile.token.lifetimeSeconds;
    this.slot.token = token;
    this.slot.usableUntil = this.wire.clock().getTime() + (seconds - Math.min(60, seconds / 10)) * 1000;
  }
}

function scopesOf({ profile, clientId, environment }: Access): string {
  const own = profile.environments.find((candidate) => candidate.id === environment)?.scopes ?? profile.token.scopes;
  return [...(profile.token.applicationScope ? [`application_${clientId}`] : []), ...own].join(' ');
}

/** Busy or out of reach for a moment; a token endpoint where nobody listens is said at once. */
function mayPass(result: HttpResult): boolean {
  if (result.kind === 'fault') return isPassing(result.code) && result.code !== 'ECONNREFUSED';
  return result.status === 429 || result.status >= 500;
}

function faultSentence(code: string): string {
  const sentence = sentenceOf(code);
  return sentence === 'fault.nobodyListens' ? 'token.nobodyListens' : sentence;
}

/** Error codes of RFC 6749 §5.2. */
function refusal(status: number, error: unknown, access: Access): TokenResult {
  if (error === 'invalid_client' || error === 'invalid_grant')
    return failed('token.wrongSecret', String(error), access, false);
  if (error === 'unauthorized_client') return failed('token.notAllowed', error, access, false);
  if (error === 'invalid_scope') return failed('token.scopeRefused', error, access, false);
  if (status === 401 || status === 403) return failed('token.wrongSecret', `HTTP ${status}`, access, false);
  if (status >= 300 && status < 400) return failed('token.redirected', `HTTP ${status}`, access, false);
  if (status === 404) return failed('token.wrongAddress', `HTTP ${status}`, access, false);
  if (status === 429 || status >= 500) return failed('token.closedForNow', `HTTP ${status}`, access, true);
  return failed('token.unreadable', `HTTP ${status}`, access, false);
}

function failed(message: string, code: string, access: Access, retryable: boolean): TokenResult {
  const host = new URL(access.tokenUrl).host;
  return { ok: false, outcome: ownOutcome('unavailable', message, code, { retryable, params: { host } }) };
}

/** The promise's value, or the end of the execution, whichever comes first. */
async function unlessCancelled<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await promise;
  let giveUp = (): void => undefined;
  const cancelled = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new CancelledError());
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([promise, cancelled]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
