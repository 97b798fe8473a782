import type { Scope } from './ledger';

/** What is counted of a run; ids are language-neutral and stay. */
export const RUN_COUNTS = [
  /** Lines of the list, those of people who are missing on it included. */
  'lines',
  'open',
  'change',
  'suspend',
  'resume',
  'close',
  /** France Travail knew it already: nothing was said. */
  'unchanged',
  'alreadyAccompanied',
  'waiting',
  'toCorrect',
  'remindersStopped',
] as const;

export type RunCount = (typeof RUN_COUNTS)[number];
export type RunCounts = Readonly<Record<RunCount, number>>;

/** A run of a whole list that sent, and came to its end. Counts only: nobody is in it. */
export interface FinishedRun {
  /** ISO 8601. */
  readonly at: string;
  readonly counts: RunCounts;
}

/** The runs of a structure, so that a report can compare, and a watch can tell that none came. */
export interface Runs {
  /** Keeps the end of a run; runs older than 400 days go. */
  finished(scope: Scope, counts: RunCounts): Promise<FinishedRun>;
  /** The newest runs, oldest first, at most `most` of them. */
  last(scope: Scope, most: number): Promise<readonly FinishedRun[]>;
}
