import type { Outcome, OutcomeKind } from '../accompaniment';
import type { ProblemParams } from '../fields';
import type { OutcomeRow } from './profileSchema';

/** What an outcome says beside its kind. */
export type OutcomeFacts = Omit<Outcome, 'kind' | 'message' | 'retryable'>;

/** The technical code that follows the sentence: the other side's own, else the status. */
export function technicalCode(status: number, code: string | undefined): string {
  return code ?? `HTTP ${status}`;
}

/** An outcome as a row of the profile's table has it. */
export function outcomeOf(
  row: OutcomeRow,
  code: string,
  params: ProblemParams = {},
  facts: OutcomeFacts = {},
): Outcome {
  return {
    kind: kindOf(row.outcome),
    message: { code: row.message ?? `exchange.outcome.${row.outcome}`, params: { code, ...params } },
    code,
    retryable: row.retry !== 'no',
    ...facts,
  };
}

/** Rows that read well (`ok`, `found`, `nothing`) are dealt with before; as an outcome of a person they mean nothing. */
function kindOf(outcome: OutcomeRow['outcome']): OutcomeKind {
  return outcome === 'ok' || outcome === 'found' || outcome === 'nothing' ? 'unclear' : outcome;
}

/** An outcome of our own, made before anything was sent or because no row of the table speaks of the answer. */
export function ownOutcome(
  kind: OutcomeKind,
  message: string,
  code: string,
  { retryable = false, params = {} }: { readonly retryable?: boolean; readonly params?: ProblemParams } = {},
): Outcome {
  return { kind, message: { code: `exchange.${message}`, params: { code, ...params } }, code, retryable };
}

/** The same outcome with the id under which both sides' logs know the call. */
export function withCorrelation(outcome: Outcome, correlationId: string): Outcome {
  return { ...outcome, message: { ...outcome.message, params: { ...outcome.message.params, correlationId } } };
}

/** What the profile does not offer: said before anything is sent. */
export function notOffered(profileId: string, operation: string): Outcome {
  return ownOutcome('unavailable', 'notOffered', 'NOT_OFFERED', { params: { operation, profile: profileId } });
}
