import type { PivotRecord, Problem } from '../fields';
import type { AccompanimentStatus, DeclarationOperation } from './declaration';
import { isOver, type LatestEntry } from './entries';

/** One line of the list as it is now. */
export interface ListLine {
  readonly record: PivotRecord;
}

/** A participant's latest entry, and by which operation it was told. */
export interface ToldEntry extends LatestEntry {
  readonly operation: DeclarationOperation;
}

/**
 * What a line wants said. `keep`: the status is the one that was told, so only its content can have changed; it is
 * compared as it was told (`told`) and, when it differs, said by `operation`.
 */
export type Desire =
  | {
      readonly kind: 'open' | 'suspend' | 'resume' | 'close';
      readonly operation: DeclarationOperation;
      readonly entryNumber: number;
    }
  | {
      readonly kind: 'keep';
      readonly told: DeclarationOperation;
      readonly operation: DeclarationOperation;
      readonly entryNumber: number;
    }
  | { readonly kind: 'nothing'; readonly why: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface DesireOptions {
  /** `YYYY-MM-DD` in the structure's time zone. */
  readonly today: string;
}

/**
 * The list as it is now against what France Travail was last told (by the participant's id): what each line wants said, in
 * the order of the lines. No line looks at another one, but for those that name the same participant: nobody can
 * know which of them is right, and none is said.
 */
export function desiresOf(
  lines: readonly ListLine[],
  told: ReadonlyMap<string, ToldEntry>,
  options: DesireOptions,
): readonly Desire[] {
  const groups = new Map<string, { readonly content: string; count: number; differs: boolean }>();
  for (const line of lines) {
    const id = line.record.id ?? '';
    const content = contentOf(line);
    const group = groups.get(id) ?? { content, count: 0, differs: false };
    group.count += 1;
    group.differs ||= group.content !== content;
    groups.set(id, group);
  }
  return lines.map((line): Desire => {
    const id = line.record.id ?? '';
    const group = groups.get(id);
    if (id !== '' && group && group.count > 1)
      return problem(group.differs ? 'accompaniment.contradictoryLines' : 'accompaniment.repeatedLines');
    return desireOf(line.record, told.get(id), options);
  });
}

/** What one line wants said. */
export function desireOf(record: PivotRecord, latest: ToldEntry | undefined, { today }: DesireOptions): Desire {
  const { entryDate = '', exitDate = '' } = record;
  if (exitDate && entryDate && exitDate < entryDate) return problem('accompaniment.exitBeforeEntry', 'exitDate');
  const wanted = wantedStatus(record, today);
  if (!latest) return wanted === 'closed' ? nothing('accompaniment.leftBeforeTold') : begin(wanted, 1);
  return isOver(latest) ? afterTheEnd(entryDate, latest, wanted) : underWay(latest, wanted);
}

type WantedStatus = Exclude<AccompanimentStatus, 'cancelled'>;

/** Where the line says that the accompaniment stands today. Both days of a suspension belong to it. */
function wantedStatus(record: PivotRecord, today: string): WantedStatus {
  const { entryDate = '', exitDate = '', suspensionFrom = '', suspensionTo = '' } = record;
  if (exitDate && exitDate <= today) return 'closed';
  if (suspensionFrom && suspensionFrom <= today && (!suspensionTo || suspensionTo >= today)) return 'suspended';
  return entryDate > today ? 'planned' : 'open';
}

/** A person who comes back with a later start is a new accompaniment; with the same start, the exit was an error. */
function afterTheEnd(start: string, latest: ToldEntry, wanted: WantedStatus): Desire {
  const { entryNumber, entryDate: toldStart = '', status } = latest;
  const returns = start > toldStart;
  if (wanted === 'closed') {
    if (returns) return nothing('accompaniment.leftBeforeTold');
    return status === 'cancelled' ? nothing('accompaniment.staysCancelled') : keep(latest, 'close');
  }
  if (start === '') return problem('accompaniment.returnWithoutStart', 'entryDate');
  if (returns) return begin(wanted, entryNumber + 1);
  if (status === 'cancelled') return problem('accompaniment.cancelledButListed', 'entryDate');
  if (start < toldStart) return problem('accompaniment.startsBeforeClosed', 'entryDate', { date: toldStart });
  return begin(wanted, entryNumber);
}

function underWay(latest: ToldEntry, wanted: WantedStatus): Desire {
  const { entryNumber, status } = latest;
  const paused = status === 'suspended';
  switch (wanted) {
    case 'closed':
      return { kind: 'close', operation: 'close', entryNumber };
    case 'suspended':
      return paused ? keep(latest, 'suspend') : { kind: 'suspend', operation: 'suspend', entryNumber };
    case 'open':
      return paused ? { kind: 'resume', operation: 'resume', entryNumber } : keep(latest, 'update');
    case 'planned':
      // "Resume" says that it goes on; a start that was put off is said as an opening.
      return paused ? { kind: 'resume', operation: 'open', entryNumber } : keep(latest, 'update');
  }
}

function begin(wanted: WantedStatus, entryNumber: number): Desire {
  return { kind: 'open', operation: wanted === 'suspended' ? 'suspend' : 'open', entryNumber };
}

function keep({ operation: told, entryNumber }: ToldEntry, operation: DeclarationOperation): Desire {
  return { kind: 'keep', told, operation, entryNumber };
}

function nothing(code: string): Desire {
  return { kind: 'nothing', why: { code } };
}

function problem(code: string, field: Problem['field'] = 'id', params?: Problem['params']): Desire {
  return { kind: 'problem', problem: { code, field, ...(params ? { params } : {}) } };
}

function contentOf({ record }: ListLine): string {
  return JSON.stringify(Object.entries(record).sort());
}
