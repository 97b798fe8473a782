/**
 * The sentences that an outcome may carry, by code: a profile chooses among them, `src/wording` holds the words.
 * Params: `code` (technical code), `field` (the other side's name of a refused field), `organism`, `since`.
 */
export const OUTCOME_MESSAGES = [
  'exchange.outcome.ok',
  'exchange.outcome.found',
  'exchange.outcome.nothing',
  'exchange.outcome.declared',
  'exchange.outcome.alreadyAccompanied',
  'exchange.outcome.notFound',
  'exchange.outcome.ambiguous',
  'exchange.outcome.forbidden',
  'exchange.outcome.rejected',
  'exchange.outcome.deferred',
  'exchange.outcome.unavailable',
  'exchange.outcome.unclear',
  'exchange.outcome.sent',
  'exchange.struckOff',
  'exchange.registrationIncomplete',
  'exchange.endBeforeStart',
  'exchange.unknownStructure',
  'exchange.structureNotAllowed',
  'exchange.referralClosed',
  'exchange.unknownReferral',
  'exchange.fieldRefused',
  'exchange.technicalFailure',
  'exchange.callerNotAllowed',
  'exchange.personNotAttached',
  'exchange.invalidRequest',
  'exchange.serviceBehindFailed',
  'exchange.noPersonToken',
  'exchange.closedForNow',
  'exchange.tooManyRequests',
  'exchange.personTokenExpired',
  'exchange.accessRefused',
  'exchange.staleVersion',
  'exchange.keyReused',
  'exchange.populationNotManaged',
  'exchange.noRegistration',
] as const;

export type OutcomeMessage = (typeof OUTCOME_MESSAGES)[number];
