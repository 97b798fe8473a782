import type { Profile } from './profileSchema';
import { retryAfterMs } from './retryAfter';
import type { Wire } from './wire';

/**
 * How long to wait before the next attempt, in milliseconds: what the server asks for, bounded; else a backoff that
 * doubles (by the profile's factor), with jitter from half to the whole.
 * @param attempt 1 for the wait after the first attempt
 */
export function waitBeforeNext(profile: Profile, wire: Wire, attempt: number, retryAfter: string | undefined): number {
  const { backoff, maxRetryAfterSeconds } = profile.limits;
  const asked = retryAfterMs(retryAfter, wire.clock(), maxRetryAfterSeconds);
  const step = Math.min(backoff.firstMs * backoff.factor ** (attempt - 1), backoff.maxMs);
  const own = step * (0.5 + wire.random() / 2);
  // "Retry after 0" in answer to every attempt must not become hammering.
  return asked === undefined || asked === 0 ? own : asked;
}
