import type { ProblemParams } from '../fields';

/**
 * How a declaration can end: a closed list. An outcome belongs to a reference and a version, not to an item; it may come
 * in another execution, days later. Unknown is never read as success.
 */
export const OUTCOME_KINDS = [
  /** France Travail has taken it. */
  'declared',
  /** France Travail was told the same already; nothing was sent. */
  'unchanged',
  /** Another organism accompanies this person: the double follow-up that we exist to find. */
  'alreadyAccompanied',
  'notFound',
  /** Several people, or an identity that is not certified enough: a person must look. */
  'ambiguous',
  'forbidden',
  'blockedByConvention',
  /** Refused, by our own checks or by France Travail; the line must be corrected. */
  'rejected',
  /** The start lies in the future and the profile has no planned state: held here. */
  'deferred',
  /** Not taken, and not by the line's fault: try again later. */
  'unavailable',
  /** Sent, no readable answer: to be settled before anything else is said. */
  'unclear',
  /** Deposited; the answer comes later. Counts as told, is not sent again. */
  'sent',
] as const;

export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** One outcome. `message` is a wording key with its blanks; `code` is the technical code that follows the sentence. */
export interface Outcome {
  readonly kind: OutcomeKind;
  readonly message: { readonly code: string; readonly params?: ProblemParams };
  /** Code of the other side as it came (`S015`), or `HTTP 503`, or a network code (`ECONNREFUSED`). */
  readonly code?: string;
  /** True when the same call can help later, unchanged. */
  readonly retryable: boolean;
  readonly franceTravailReference?: string;
  /** France Travail has stopped chasing this person. */
  readonly remindersStopped?: boolean;
  /** Who accompanies already (`alreadyAccompanied`). */
  readonly organism?: { readonly code: string; readonly label?: string };
  /** Since when, `YYYY-MM-DD`. */
  readonly since?: string;
}

/** The node output on which an outcome leaves. Order and names are stable. */
export type OutcomeOutput = 'declared' | 'alreadyAccompanied' | 'waiting' | 'toCorrect';

const OUTPUT_OF: Readonly<Record<OutcomeKind, OutcomeOutput>> = {
  declared: 'declared',
  unchanged: 'declared',
  alreadyAccompanied: 'alreadyAccompanied',
  deferred: 'waiting',
  unavailable: 'waiting',
  unclear: 'waiting',
  sent: 'waiting',
  notFound: 'toCorrect',
  ambiguous: 'toCorrect',
  forbidden: 'toCorrect',
  blockedByConvention: 'toCorrect',
  rejected: 'toCorrect',
};

/** Says on which output of the node an outcome leaves. */
export function outputOf(kind: OutcomeKind): OutcomeOutput {
  return OUTPUT_OF[kind];
}
