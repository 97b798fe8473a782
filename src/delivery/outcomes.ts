import type { Outcome, OutcomeKind } from '../accompaniment';
import type { Problem, ProblemParams } from '../fields';

/** An outcome of this room's own, whose sentence stands under `delivery.<message>`. */
export function ownOutcome(
  kind: OutcomeKind,
  message: string,
  { params, code, retryable = false }: { params?: ProblemParams; code?: string; retryable?: boolean } = {},
): Outcome {
  return {
    kind,
    message: { code: `delivery.${message}`, ...(params ? { params } : {}) },
    ...(code === undefined ? {} : { code }),
    retryable,
  };
}

/** A problem that stops a line, as its outcome. */
export function outcomeOfProblem(kind: OutcomeKind, { code, params }: Problem): Outcome {
  return { kind, message: { code, ...(params ? { params } : {}) }, retryable: kind === 'deferred' };
}

/** The sentence of an outcome, as a problem. */
export function problemOfOutcome({ message }: Outcome): Problem {
  return { code: message.code, ...(message.params ? { params: message.params } : {}) };
}
