import type { IDataObject } from 'n8n-workflow';
import { OUTCOME_KINDS, type OutcomeKind } from '../../src/accompaniment';

/** How the lines ended, by outcome. */
export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

/** Ends after which the command does not end well: what was accepted is not told, or nobody knows. */
const NOT_WELL: readonly OutcomeKind[] = ['unavailable', 'unclear'];

export function countOutcomes(items: readonly IDataObject[]): OutcomeCounts {
  const counts = Object.fromEntries(OUTCOME_KINDS.map((kind) => [kind, 0])) as Record<OutcomeKind, number>;
  for (const { outcome } of items) if (isOutcome(outcome)) counts[outcome] += 1;
  return counts;
}

/** True when every accepted line was sent and its end is known. Lines to correct and double follow-ups are no failure. */
export function endedWell(counts: OutcomeCounts): boolean {
  return NOT_WELL.every((kind) => counts[kind] === 0);
}

function isOutcome(value: unknown): value is OutcomeKind {
  return OUTCOME_KINDS.some((kind) => kind === value);
}
