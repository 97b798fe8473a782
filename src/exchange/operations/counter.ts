import type { Outcome } from '../../accompaniment';
import type { Caller, CallResult } from '../caller';
import type { Access, PersonHandle } from '../gateway';
import { notOffered, ownOutcome } from '../outcomes';
import type { PersonTokens } from '../personTokens';
import type { ProfileOperation } from '../profileSchema';
import type { CallParts } from '../request';

/** What every operation of a gateway works with. */
export interface Counter {
  readonly access: Access;
  readonly caller: Caller;
  readonly persons: PersonTokens;
  readonly clock: () => Date;
}

/** An operation that the profile offers, or the outcome that says that it doesn't. */
export type Offered =
  | { readonly kind: 'offered'; readonly name: string; readonly operation: ProfileOperation }
  | { readonly kind: 'failed'; readonly outcome: Outcome };

/**
 * @param name the operation's name in the profile, as a capability gives it
 * @param what what the caller wanted, for the sentence
 */
export function offered({ access }: Counter, name: string | undefined, what: string): Offered {
  const operations = access.profile.operations;
  const operation = name !== undefined && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (name === undefined || operation === undefined)
    return { kind: 'failed', outcome: notOffered(access.profile.id, what) };
  return { kind: 'offered', name, operation };
}

/** Makes a call about one person: without a living token, where the operation wants one, nothing is sent. */
export async function callAbout(
  counter: Counter,
  { name, operation }: Offered & { kind: 'offered' },
  person: PersonHandle | undefined,
  parts: CallParts,
): Promise<CallResult> {
  if (operation.headers?.personToken === undefined) return await counter.caller.call(name, operation, parts);
  const token = personTokenOf(counter, person);
  if (token.kind === 'failed') return token;
  return await counter.caller.call(name, operation, { ...parts, personToken: token.personToken });
}

/** The living token behind a handle, or the outcome of there being none. It never leaves the exchange. */
export function personTokenOf(
  counter: Counter,
  person: PersonHandle | undefined,
): { readonly kind: 'token'; readonly personToken: string } | { readonly kind: 'failed'; readonly outcome: Outcome } {
  if (person === undefined) return { kind: 'failed', outcome: ownOutcome('rejected', 'personNeeded', 'NO_PERSON') };
  const personToken = counter.persons.resolve(person, counter.clock());
  if (personToken !== undefined) return { kind: 'token', personToken };
  const outcome = ownOutcome('unavailable', 'personTokenExpired', 'PERSON_TOKEN_EXPIRED', { retryable: true });
  return { kind: 'failed', outcome };
}

/** An answer that the profile lists as a success and that lacks what makes it one. */
export function unreadable(code: string): Outcome {
  return ownOutcome('unavailable', 'unreadable.unavailable', code, { retryable: true });
}
