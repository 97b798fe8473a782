import { readPath } from './jsonPath';
import type { OutcomeRow, ProfileOperation } from './profileSchema';

/** What the table is asked: how an answer looks. */
export interface AnswerLook {
  readonly status: number;
  readonly code: string | undefined;
  readonly json: unknown;
}

/**
 * The row of the outcome table that speaks of this answer: an exact code before a range before "any"; among equals, one
 * with a condition on the body before one without. No row: the profile does not know this answer.
 */
export function findOutcome(operation: ProfileOperation, answer: AnswerLook): OutcomeRow | undefined {
  const fitting = operation.outcomes.filter((row) => fits(row, answer));
  return fitting.reduce<OutcomeRow | undefined>(
    (best, row) => (best === undefined || precision(row) > precision(best) ? row : best),
    undefined,
  );
}

function fits(row: OutcomeRow, answer: AnswerLook): boolean {
  return row.status === answer.status && codeFits(row, answer.code) && conditionHolds(row.when, answer.json);
}

function codeFits(row: OutcomeRow, code: string | undefined): boolean {
  if (row.code === '*') return true;
  if (row.codeFrom !== undefined && row.codeTo !== undefined) {
    return code !== undefined && code.length === row.codeFrom.length && code >= row.codeFrom && code <= row.codeTo;
  }
  return row.code === code;
}

function conditionHolds(condition: OutcomeRow['when'], json: unknown): boolean {
  if (condition === undefined) return true;
  const value = readPath(json, condition.path);
  if (condition.equals !== undefined && value !== condition.equals) return false;
  switch (condition.is) {
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'present':
      return value !== undefined && value !== null;
    case 'absent':
      return value === undefined || value === null;
    case undefined:
      return true;
  }
}

function precision(row: OutcomeRow): number {
  const condition = row.when === undefined ? 0 : 1;
  if (row.code === '*') return condition;
  return (row.codeFrom === undefined ? 4 : 2) + condition;
}
