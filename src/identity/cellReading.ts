import type { PivotField, Problem } from '../fields';

/**
 * One cell, read. No value and no problem: nothing is known. A problem keeps the line back; a repair, or a value that
 * was left out because nothing depends on it, is shown and keeps nothing back.
 */
export interface CellReading {
  readonly value?: string;
  readonly problem?: Problem;
  readonly repairs: readonly Problem[];
}

export function nothing(): CellReading {
  return { repairs: [] };
}

export function found(value: string, ...repairs: readonly Problem[]): CellReading {
  return { value, repairs };
}

/** The line is to be corrected. */
export function refused(problem: Problem): CellReading {
  return { problem, repairs: [] };
}

/** The value is left out; the line goes on without it. */
export function dropped(field: PivotField, code: string): CellReading {
  return { repairs: [{ code, field }] };
}
