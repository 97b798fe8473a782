import { outputOf, RUN_COUNTS, SAID, type OutcomeOutput, type RunCount, type RunCounts } from '../accompaniment';
import type { PivotField } from '../fields';
import { causeOf, causesOf, type Cause } from './causes';
import type { PersonToAsk, ReportLine, RunReport } from './runReport';

const NUMBER: PivotField = 'franceTravailNumber';
/** A NIR looks nobody up without the day of birth: the number would do alone. */
const NIR_ALONE = 'accompaniment.nirWithoutBirthDate';

/** An organism that accompanies people of the list already. */
export interface Organism {
  readonly label: string;
  readonly ids: readonly string[];
}

/** Somebody who can't be told to France Travail for lack of a number. */
export interface WithoutNumber extends PersonToAsk {
  readonly id: string;
}

/** What a run comes to. */
export interface Summary {
  readonly counts: RunCounts;
  /** Everything that was, or would be, said. */
  readonly said: number;
  /** Largest first. */
  readonly toCorrect: readonly Cause[];
  readonly waiting: readonly Cause[];
  readonly organisms: readonly Organism[];
  readonly withoutNumber: readonly WithoutNumber[];
}

/** Counts and groups the lines of a run. */
export function summaryOf({ lines }: Pick<RunReport, 'lines'>): Summary {
  const counts = countsOf(lines);
  const on = (output: OutcomeOutput) => lines.filter((line) => placeOf(line) === output);
  return {
    counts,
    said: SAID.reduce((sum, id) => sum + counts[id], 0),
    toCorrect: causesOf(on('toCorrect')),
    waiting: causesOf(on('waiting')),
    organisms: organismsOf(on('alreadyAccompanied')),
    withoutNumber: on('toCorrect').flatMap(withoutNumber),
  };
}

/** On which output of the node a line leaves; lines that nothing stops are taken for said. */
export function placeOf({ outcome }: ReportLine): OutcomeOutput {
  return outcome ? outputOf(outcome.kind) : 'declared';
}

function countsOf(lines: readonly ReportLine[]): RunCounts {
  const counts = Object.fromEntries(RUN_COUNTS.map((id) => [id, 0])) as Record<RunCount, number>;
  counts.lines = lines.length;
  for (const line of lines) {
    const place = placeOf(line);
    counts[place === 'declared' ? saidOf(line) : place] += 1;
    if (line.outcome?.remindersStopped) counts.remindersStopped += 1;
  }
  return counts;
}

function saidOf({ change, outcome }: ReportLine): RunCount {
  if (outcome?.kind === 'unchanged') return 'unchanged';
  return SAID.find((id) => id === change) ?? 'unchanged';
}

function organismsOf(lines: readonly ReportLine[]): readonly Organism[] {
  const byLabel = new Map<string, string[]>();
  for (const { id, outcome } of lines) {
    const label = outcome?.organism?.label ?? outcome?.organism?.code ?? '';
    byLabel.set(label, [...(byLabel.get(label) ?? []), id]);
  }
  return [...byLabel].map(([label, ids]) => ({ label, ids })).sort((a, b) => b.ids.length - a.ids.length);
}

/** Who is to be asked for their number: that of the line is missing, or cannot be one. */
function withoutNumber(line: ReportLine): readonly WithoutNumber[] {
  const { id, problems, person } = line;
  const lacks =
    causeOf(line).field === NUMBER || problems.some(({ code, field }) => field === NUMBER || code === NIR_ALONE);
  return lacks && person ? [{ id, ...person }] : [];
}
