import type { OutcomeKind } from '../accompaniment';
import type { PivotField, Problem } from '../fields';
import type { ReportLine } from './runReport';

/** Lines that one thing holds back. */
export interface Cause {
  readonly kind: OutcomeKind | 'absent';
  readonly field?: PivotField;
  /** What to do, as the first of the lines says it. */
  readonly problem: Problem;
  /** In the order of the list; empty for lines without an id. */
  readonly ids: readonly string[];
}

/** Sentences that say that nobody can be looked up without a number. */
const NO_NUMBER: ReadonlySet<string> = new Set(['delivery.noIdentifier', 'delivery.noFranceTravailNumber']);

/** Groups lines by what holds them back, the largest group first. */
export function causesOf(lines: readonly ReportLine[]): readonly Cause[] {
  const groups = new Map<string, Cause & { ids: string[] }>();
  for (const line of lines) {
    const { kind, field, problem } = causeOf(line);
    const key = `${kind} ${field ?? ''} ${problem.code}`;
    const group = groups.get(key);
    if (group) group.ids.push(line.id);
    else groups.set(key, { kind, problem, ids: [line.id], ...(field ? { field } : {}) });
  }
  return [...groups.values()].sort((a, b) => b.ids.length - a.ids.length);
}

/** What holds one line back: the first of its problems. */
export function causeOf({ change, outcome, problems }: ReportLine): Omit<Cause, 'ids'> {
  const problem: Problem = problems[0] ?? outcome?.message ?? { code: 'report.cause.unknown' };
  const kind = change === 'absent' ? 'absent' : (outcome?.kind ?? 'rejected');
  const field = problem.field ?? (NO_NUMBER.has(problem.code) ? 'franceTravailNumber' : undefined);
  return { kind, problem, ...(field ? { field } : {}) };
}
