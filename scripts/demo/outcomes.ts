import type { IDataObject } from 'n8n-workflow';
import { OUTCOME_KINDS, type OutcomeKind } from '../../src/accompaniment';

/** How the lines ended, by outcome. */
export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

/** Ends that come after France Travail was asked about the person; a refused line was asked about where it has a code. */
const ASKED: readonly OutcomeKind[] = [
  'declared',
  'alreadyAccompanied',
  'notFound',
  'ambiguous',
  'forbidden',
  'unavailable',
  'unclear',
  'sent',
];

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

/**
 * True when nobody was declared and every person who was asked about is forbidden: it is then our own access that is
 * refused, not that to one person.
 */
export function accessRefused(items: readonly IDataObject[]): boolean {
  const ends = items.filter(wasAsked).map(({ outcome }) => outcome);
  const known = items.some(({ outcome }) => outcome === 'unchanged');
  return !known && ends.length > 0 && ends.every((outcome) => outcome === 'forbidden');
}

/** Lines that have an end, whatever it is. */
export function totalOf(counts: OutcomeCounts): number {
  return OUTCOME_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}

function wasAsked({ outcome, code }: IDataObject): boolean {
  return ASKED.some((kind) => kind === outcome) || (outcome === 'rejected' && code !== undefined);
}

function isOutcome(value: unknown): value is OutcomeKind {
  return OUTCOME_KINDS.some((kind) => kind === value);
}
