import type { Outcome } from '../accompaniment';
import { ownOutcome } from './outcomes';

/** Ends of one line after the other in which the other side took nothing, after which nobody is asked any more in this run. */
const IN_A_ROW = 5;

/** Nobody is there, or nobody answers in time. Each is already the end of several attempts. */
const SILENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'TIMEOUT',
  'ETIMEDOUT',
]);

/** 429 and 503, by the status where the answer had no code of its own, else by what the profile says of them. */
const BUSY: ReadonlySet<string> = new Set([
  'HTTP 429',
  'HTTP 503',
  'exchange.tooManyRequests',
  'exchange.closedForNow',
]);

/** Ends that the next line would share, whoever it is about; and what the rest of the list is told. */
const AT_ONCE: Readonly<Record<string, string>> = {
  'exchange.pauseAsked.minutes': 'askedToWait.minutes',
  'exchange.pauseAsked.days': 'askedToWait.days',
  'exchange.fault.stoppedByAccess': 'stopped',
  'exchange.fault.stoppedByEnvironment': 'stopped',
  'exchange.accessRefused': 'accessRefused',
  'exchange.token.wrongSecret': 'accessRefused',
  'exchange.token.notAllowed': 'accessRefused',
  'exchange.token.scopeRefused': 'accessRefused',
};

/**
 * Spares the rest of a list when the other side takes nothing any more: at once when it refuses the access or asks for a
 * long pause, else after several ends of that kind with no other between them. Once open it stays open for the run.
 */
export class Circuit {
  #inARow = 0;
  #open: Outcome | undefined;

  /** The outcome of everything that is not begun any more, when the circuit is open. */
  get open(): Outcome | undefined {
    return this.#open;
  }

  /** Hears how a call ended. */
  heard(outcome: Outcome): void {
    if (this.#open) return;
    const { code = '' } = outcome;
    const atOnce = AT_ONCE[outcome.message.code];
    if (atOnce !== undefined) {
      const { minutes } = outcome.message.params ?? {};
      const params = minutes === undefined ? {} : { params: { minutes } };
      this.#open = ownOutcome('unavailable', atOnce, { ...params, code, retryable: true });
      return;
    }
    this.#inARow = tookNothing(outcome) ? this.#inARow + 1 : 0;
    if (this.#inARow < IN_A_ROW) return;
    this.#open = ownOutcome('unavailable', 'circuitOpen', { params: { count: this.#inARow }, code, retryable: true });
  }
}

/** A declaration that had no answer in time may have arrived: it is unclear, and counts as well. */
function tookNothing({ kind, code = '', message }: Outcome): boolean {
  if (kind !== 'unavailable' && kind !== 'unclear') return false;
  return SILENT.has(code) || BUSY.has(code) || BUSY.has(message.code);
}
