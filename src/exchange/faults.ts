import type { Outcome } from '../accompaniment';
import { ownOutcome } from './outcomes';

const CERTIFICATE = /CERT|^UNABLE_TO_|^ERR_TLS|SELF_SIGNED|^EPROTO$|^ERR_SSL/;
/** The kill switch, in the access and in n8n's environment. */
const STOPS = ['STOPPED_BY_ACCESS', 'STOPPED_BY_ENVIRONMENT'];
/** Nobody will answer any sooner for asking again at once. */
const NO_USE_REPEATING = new Set(['EGRESS_REFUSED', 'ENOTFOUND', 'PROXY_403', 'PROXY_407'].concat(STOPS));

/** True when the same request may pass if it is sent again in a moment. */
export function isPassing(code: string): boolean {
  return !NO_USE_REPEATING.has(code) && !CERTIFICATE.test(code) && code !== 'ANSWER_TOO_LARGE';
}

/** The end of a call that got no answer, when it is certain that nothing was said, or nothing was to be said (a reading). */
export function unavailableFault(code: string, host: string): Outcome {
  return ownOutcome('unavailable', sentenceOf(code), code, { retryable: code !== 'EGRESS_REFUSED', params: { host } });
}

/** The end of a call that wrote and got no answer: it may have been taken. */
export function unclearFault(code: string, host: string): Outcome {
  return ownOutcome('unclear', 'lost.unclear', code, { retryable: true, params: { host } });
}

/** Key of the sentence about a fault, below `exchange.`. */
export function sentenceOf(code: string): string {
  if (code === 'ECONNREFUSED') return 'fault.nobodyListens';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'fault.unknownHost';
  if (code === 'TIMEOUT' || code === 'ETIMEDOUT') return 'fault.timeout';
  if (code === 'EGRESS_REFUSED') return 'fault.egressRefused';
  if (code === 'ANSWER_TOO_LARGE') return 'fault.answerTooLarge';
  if (code === 'STOPPED_BY_ACCESS') return 'fault.stoppedByAccess';
  if (code === 'STOPPED_BY_ENVIRONMENT') return 'fault.stoppedByEnvironment';
  if (code.startsWith('PROXY_')) return 'fault.proxyRefused';
  return CERTIFICATE.test(code) ? 'fault.certificate' : 'fault.connectionLost';
}
