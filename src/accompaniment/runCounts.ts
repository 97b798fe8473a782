/** What is counted of a run of a whole list; ids are language-neutral and stay. */
export const RUN_COUNTS = [
  /** Lines of the list, and people who are missing on it. */
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

/** What can be said of one person, in the order in which it is shown. */
export const SAID = ['open', 'change', 'suspend', 'resume', 'close'] as const satisfies readonly RunCount[];

/** A run that sent, and came to its end. Counts only: nobody is in it. */
export interface FinishedRun {
  /** ISO 8601. */
  readonly at: string;
  readonly counts: RunCounts;
}
