import type { Answer } from '../answer';
import type { Quota } from '../settings';

/** Counts the calls of each client and says 429 when the window is full. */
export function createQuota(quota: Quota | null): (clientId: string, now: number) => Answer | undefined {
  const windows = new Map<string, { start: number; calls: number }>();
  let refusals = 0;
  if (quota === null) return () => undefined;

  return (clientId, now) => {
    const window = windows.get(clientId);
    if (window === undefined || now - window.start >= quota.windowMs) {
      windows.set(clientId, { start: now, calls: 1 });
      return undefined;
    }
    window.calls += 1;
    if (window.calls <= quota.requests) return undefined;
    refusals += 1;
    const waitMs = window.start + quota.windowMs - now;
    return tooManyRequests(spelledWait(waitMs, now, refusals % 2 === 0 ? 'date' : 'seconds'));
  };
}

export function tooManyRequests(retryAfter: string | undefined): Answer {
  const json = { codeErreur: 'QUOTA_DEPASSE', message: 'Trop de requêtes' };
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return { status: 429, json, headers, code: '429', gateway: true };
}

/**
 * `Retry-After` in one of its forms.
 * @param waitMs how long to wait, milliseconds
 */
export function spelledWait(waitMs: number, now: number, form: 'seconds' | 'date'): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return form === 'seconds' ? String(seconds) : new Date(now + seconds * 1000).toUTCString();
}
