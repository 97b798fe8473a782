import type { LookupFunction } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { environmentStops } from './killSwitch';

/**
 * n8n's egress filter (`helpers.getSecureEgressFilter()`, n8n ≥ 2.40): the parts that a client of its own must use.
 * Same shape as n8n-workflow's `NodeEgressFilter`, so the node hands it in as it is.
 */
export interface EgressFilter {
  /** Checks a target before any connection. */
  validateUrl(url: string): Promise<{ readonly ok: boolean }>;
  /** Checks a host that no DNS look-up will see. */
  validateConnectionHost(host: string): { readonly ok: boolean };
  /** A DNS look-up that refuses forbidden addresses at connection time. */
  createSecureLookup(): LookupFunction;
}

/** One line for a log: an allow-list; no body, no header, no query, nothing about a person. */
export interface CallRecord {
  readonly correlationId: string;
  /** Name of the operation in the profile, or `token`. */
  readonly operation: string;
  readonly attempt: number;
  readonly status?: number;
  /** Business code or network code. */
  readonly code?: string;
  readonly durationMs: number;
}

/** Everything that the outside gives the gateway: time, chance, the end of the execution, the host's egress rules. */
export interface Wire {
  readonly clock: () => Date;
  /** Waits; ends early, without error, when the signal is raised. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  /** The execution's cancel signal. */
  readonly signal?: AbortSignal;
  readonly egressFilter?: EgressFilter;
  /** Whether everything is to stop; asked before each call. Default: never. */
  readonly stopped?: () => boolean;
  /** Hears of every request, after its answer. */
  readonly onCall?: (call: CallRecord) => void;
}

/** The real clock, timers and chance of this process. */
export function systemWire(options: Pick<Wire, 'signal' | 'egressFilter' | 'onCall'> = {}): Wire {
  return {
    clock: () => new Date(),
    sleep: async (milliseconds, signal) => {
      await delay(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
    },
    random: Math.random,
    stopped: () => environmentStops(process.env),
    ...options,
  };
}

/** Twelve hexadecimal digits that name one call in logs, here and on the other side. */
export function newCorrelationId({ random }: Pick<Wire, 'random'>): string {
  return Math.floor(random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
}

/** Thrown, and nothing else is, when the execution is cancelled. Its message holds nothing of the call. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('The execution was cancelled.');
  }
}

/** @throws CancelledError when the execution has been cancelled */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CancelledError();
}
