import type { FinishedRun, Outcome } from '../accompaniment';
import type { PivotField, Problem } from '../fields';
import type { Locale } from '../wording';

/** What a line came to, against what France Travail was told. */
export type LineChange = 'open' | 'change' | 'suspend' | 'resume' | 'close' | 'nothing' | 'stop' | 'absent';

/** One line of the list, or somebody who is missing on it. Its values are those of a preview, or of a result. */
export interface ReportLine {
  /** Index of the line in the list; none for somebody who is missing on it. */
  readonly index?: number;
  /** The PLIE's own id; empty when the line has none. */
  readonly id: string;
  readonly change: LineChange;
  /** None where nothing stands against sending (dry run). */
  readonly outcome?: Outcome;
  readonly problems: readonly Problem[];
  /** For *Sans identifiant* alone: it stands on no page. */
  readonly person?: PersonToAsk;
}

/** Whom a référent asks for their number. */
export interface PersonToAsk {
  readonly name: string;
  readonly birthDate?: string;
  readonly referent: string;
}

/** One run of a list, as it is told to people. */
export interface RunReport {
  readonly locale: Locale;
  /** IANA name of the zone in which dates are written. */
  readonly timeZone: string;
  /** ISO 8601. */
  readonly at: string;
  readonly dryRun: boolean;
  /** Name of the structure. */
  readonly structure: string;
  /** `YYYY-MM-DD`. */
  readonly listDate?: string;
  /** The number by which *Undo a run* takes it back; none where nothing was told. */
  readonly run?: string;
  readonly lines: readonly ReportLine[];
  /** What is to be known beside the lines. */
  readonly notes: readonly Problem[];
  /** What the convention holds back. */
  readonly cut: readonly PivotField[];
  /** The newest runs that sent, oldest first; this one among them. */
  readonly runs: readonly FinishedRun[];
}
