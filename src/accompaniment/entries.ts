import type { PivotRecord, Problem } from '../fields';
import type { AccompanimentStatus, DeclarationOperation } from './declaration';

/** The participant's latest entry, as far as France Travail was told. */
export interface LatestEntry {
  readonly entryNumber: number;
  readonly status: AccompanimentStatus;
  /** `YYYY-MM-DD`. */
  readonly entryDate?: string;
}

/**
 * Which entry an operation speaks of. `open` after an entry that is over, with another start, is a person who came
 * back: a new entry. With the same start, and for every other operation, it is the latest.
 */
export function entryNumberFor(
  operation: DeclarationOperation,
  record: PivotRecord,
  latest: LatestEntry | undefined,
): number {
  if (!latest) return 1;
  const returns = operation === 'open' && isOver(latest) && record.entryDate !== latest.entryDate;
  return returns ? latest.entryNumber + 1 : latest.entryNumber;
}

/** The status after an operation. An update keeps the one that France Travail was told; a planned start may have come. */
export function statusFor(
  operation: DeclarationOperation,
  record: PivotRecord,
  { today, latest }: { readonly today: string; readonly latest?: LatestEntry },
): AccompanimentStatus {
  const begun: AccompanimentStatus = (record.entryDate ?? '') > today ? 'planned' : 'open';
  switch (operation) {
    case 'open':
    case 'resume':
      return begun;
    case 'update':
      return !latest || latest.status === 'planned' || latest.status === 'open' ? begun : latest.status;
    case 'suspend':
      return 'suspended';
    case 'close':
      return 'closed';
    case 'cancel':
      return 'cancelled';
  }
}

/** What the latest entry does not allow, in one sentence; the other checks would only repeat it. */
export function stateProblem(
  operation: DeclarationOperation,
  record: PivotRecord,
  latest: LatestEntry | undefined,
): Problem | undefined {
  if (!latest || operation === 'open' || operation === 'cancel') return undefined;
  const changes = operation === 'update' || operation === 'close';
  if (isOver(latest) && changes && startsLater(record, latest)) {
    return { code: 'accompaniment.newEntryNotOpened', field: 'entryDate', params: { date: record.entryDate ?? '' } };
  }
  if (latest.status === 'cancelled') return { code: 'accompaniment.alreadyCancelled', field: 'entryDate' };
  if (latest.status === 'closed' && !changes) return { code: 'accompaniment.alreadyClosed', field: 'entryDate' };
  return undefined;
}

/** Whether an entry has come to its end. */
export function isOver(latest: Pick<LatestEntry, 'status'>): boolean {
  return latest.status === 'closed' || latest.status === 'cancelled';
}

function startsLater(record: PivotRecord, latest: LatestEntry): boolean {
  return (record.entryDate ?? '') > (latest.entryDate ?? '9999');
}
