import type { FinishedRun, RunCounts } from '../accompaniment';
import type { Scope } from './ledger';

/** The runs of a structure, so that a report can compare, and a watch can tell that none came. */
export interface Runs {
  /** Keeps the end of a run; runs older than 400 days go. */
  finished(scope: Scope, counts: RunCounts): Promise<FinishedRun>;
  /** The newest runs, oldest first, at most `most` of them. */
  last(scope: Scope, most: number): Promise<readonly FinishedRun[]>;
}
