import type { Operation } from './contract';
import type { Client, Store } from './store';
import type { Person, World } from './world';
import type { Moment } from './moment';

/** What one declaration (or answer to a referral) left behind: the part of the access log that is compared with a journal. */
export interface Trace {
  readonly reference?: string;
  readonly version?: number;
  readonly idempotencyKey?: string;
  /** Names what was said, the version apart: the same name twice in a row is the same thing said twice. */
  readonly content?: string;
  /** The state has changed by this very call. */
  readonly committed: boolean;
  /** The first answer was given again. */
  readonly replayed?: boolean;
  readonly code?: string;
  readonly httpStatus?: number;
  readonly relances?: 'stopped' | 'resumed' | 'unchanged';
  readonly organism?: string;
  /** Statut that was declared, or decision on a referral. */
  readonly said?: string;
}

/** An answer before it goes out. Without `json` or `raw` it has no body. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly raw?: { readonly type: string; readonly text: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** Business code, for the log: `S001`, `VERSION_PERIMEE`, … */
  readonly code?: string;
  /** From the gateway or a fault, not from the API: no contract describes it. */
  readonly gateway?: boolean;
  readonly traces?: readonly Trace[];
  /** How many things are in the answer (activities, referrals, …), for the log. */
  readonly count?: number;
}

/** How a fault makes the API work; nothing in it: as it always does. */
export interface Bent {
  /** No idempotency key is remembered, none is recognised. */
  readonly keysIgnored?: true;
  /** Reads see the writes of so many milliseconds ago. */
  readonly readsBehindMs?: number;
  /** The server's clock, as it is seen outside: in dates, moments, `Retry-After`, person tokens. */
  readonly clockAheadMs?: number;
  /** Records at which the API falls over. */
  readonly poison?: { readonly oneIn?: number; readonly references?: string[]; readonly seed?: number };
}

/** A call that the gateway has let through, its parts checked against the contract. */
export interface Call {
  readonly operation: Operation;
  readonly client: Client;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed and valid; `undefined` where the contract wants no body. */
  readonly body: unknown;
  /** The person whose token came with the call; absent where the contract asks for none. */
  readonly person?: Person;
  readonly world: World;
  readonly store: Store;
  readonly moment: Moment;
  readonly bent: Bent;
  /** Issues a person token, see `personTokens.ts`. */
  issuePersonToken(person: Person): string;
  readPersonToken(token: string): Person | undefined;
}

export type Handler = (call: Call) => Answer;

/** The person of a call whose contract requires the person token. */
export function personOf(call: Call): Person {
  if (call.person === undefined) throw new Error(`${call.operation.id} has no person token in its contract`);
  return call.person;
}
