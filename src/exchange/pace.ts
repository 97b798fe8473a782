import type { Outcome } from '../accompaniment';
import { ownOutcome } from './outcomes';
import type { Profile } from './profileSchema';
import { retryAfterMs } from './retryAfter';
import type { Wire } from './wire';

/**
 * How long to wait before the next attempt, in milliseconds: what the server asks for (`pauseTooLong` has let it pass);
 * else a backoff that grows by the profile's factor, with jitter from half to the whole.
 * @param attempt 1 for the wait after the first attempt
 */
export function waitBeforeNext(profile: Profile, wire: Wire, attempt: number, retryAfter: string | undefined): number {
  const { backoff } = profile.limits;
  const asked = retryAfterMs(retryAfter, wire.clock());
  const step = Math.min(backoff.firstMs * backoff.factor ** (attempt - 1), backoff.maxMs);
  const own = step * (0.5 + wire.random() / 2);
  // "Retry after 0" in answer to every attempt must not become hammering.
  return asked === undefined || asked === 0 ? own : asked;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The end of a call whose server asks for more patience than the profile allows an execution to have: nothing is repeated,
 * rather than repeated too soon. Nothing when the pause is short enough to be kept.
 * @param code the technical code of the answer that asked for it
 */
export function pauseTooLong(
  { limits }: Profile,
  wire: Wire,
  retryAfter: string | undefined,
  code: string,
): Outcome | undefined {
  const asked = retryAfterMs(retryAfter, wire.clock());
  if (asked === undefined || asked <= limits.maxRetryAfterSeconds * 1000) return undefined;
  if (asked > DAY) return ownOutcome('unavailable', 'pauseAsked.days', code, { retryable: true });
  const minutes = Math.ceil(asked / 60_000);
  return ownOutcome('unavailable', 'pauseAsked.minutes', code, { retryable: true, params: { minutes } });
}
