import type { PivotField, PivotRecord, Problem } from '../fields';
import { lookUpIdentifiers, yearsBetween } from '../identity';
import type { AccompanimentStatus } from './declaration';

/** Ages at entry outside of this are worth a look; they keep nothing back. */
const USUAL_AGE = { from: 16, to: 70 };

interface CheckContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * What keeps a line from being declared, all of it at once, in the order in which a reader would notice it.
 * Dates are `YYYY-MM-DD`, so they compare as text.
 */
export function declarationChecks(
  status: AccompanimentStatus,
  record: PivotRecord,
  { today }: CheckContext,
): readonly Problem[] {
  return [
    ...identityChecks(record),
    ...(record.structureCode ? [] : [problem('accompaniment.structureMissing', 'structureCode')]),
    ...startChecks(record),
    ...statusChecks(status, record, today),
  ];
}

function statusChecks(status: AccompanimentStatus, record: PivotRecord, today: string): readonly Problem[] {
  switch (status) {
    case 'planned':
    case 'open':
      return exitOnOpen(record, today);
    case 'suspended':
      return suspensionChecks(record, today);
    case 'closed':
      return exitChecks(record, today);
    case 'cancelled':
      return [];
  }
}

/** What is worth showing beside a line that leaves. */
export function declarationRemarks(
  status: AccompanimentStatus,
  record: PivotRecord,
  { today }: CheckContext,
): readonly Problem[] {
  const remarks: Problem[] = [];
  const age = record.birthDate && record.entryDate ? yearsBetween(record.birthDate, record.entryDate) : undefined;
  if (age !== undefined && age >= 0 && (age < USUAL_AGE.from || age > USUAL_AGE.to)) {
    remarks.push(problem('accompaniment.unusualAge', 'birthDate', { age }));
  }
  if (status !== 'closed' && (record.exitDate ?? '') > today)
    remarks.push(problem('accompaniment.exitAheadLeftOut', 'exitDate'));
  if ((record.lastMeetingDate ?? '') > today)
    remarks.push(problem('accompaniment.lastMeetingAhead', 'lastMeetingDate'));
  return remarks;
}

/** France Travail must be able to find the person: 11 digits, or the NIR with the birth date. */
function identityChecks(record: PivotRecord): Problem[] {
  if (lookUpIdentifiers(record).length > 0) return [];
  if (record.nir) return [problem('accompaniment.nirWithoutBirthDate', 'birthDate')];
  if (record.franceTravailNumber) return [problem('accompaniment.oldFranceTravailNumber', 'franceTravailNumber')];
  return [problem('accompaniment.noIdentifier', 'franceTravailNumber')];
}

function startChecks({ entryDate, birthDate }: PivotRecord): Problem[] {
  if (!entryDate) return [problem('accompaniment.entryMissing', 'entryDate')];
  return birthDate && birthDate >= entryDate ? [problem('accompaniment.birthAfterEntry', 'birthDate')] : [];
}

function suspensionChecks({ entryDate, suspensionFrom, suspensionTo }: PivotRecord, today: string): Problem[] {
  if (!suspensionFrom) return [problem('accompaniment.suspensionMissing', 'suspensionFrom')];
  if (entryDate && suspensionFrom < entryDate)
    return [problem('accompaniment.suspensionBeforeEntry', 'suspensionFrom')];
  if (suspensionTo && suspensionTo < suspensionFrom)
    return [problem('accompaniment.suspensionEndsBeforeStart', 'suspensionTo')];
  return suspensionFrom > today ? [problem('accompaniment.suspensionAhead', 'suspensionFrom')] : [];
}

function exitChecks({ entryDate, exitDate, exitReason }: PivotRecord, today: string): Problem[] {
  return [
    ...(exitReason ? [] : [problem('accompaniment.exitReasonMissing', 'exitReason')]),
    ...(exitDate ? [] : [problem('accompaniment.exitMissing', 'exitDate')]),
    ...(exitDate && entryDate && exitDate < entryDate ? [problem('accompaniment.exitBeforeEntry', 'exitDate')] : []),
    ...(exitDate && exitDate > today ? [problem('accompaniment.exitAhead', 'exitDate')] : []),
  ];
}

/** A list with exits in it: opening those would tell France Travail that people who have left are accompanied. */
function exitOnOpen({ entryDate, exitDate }: PivotRecord, today: string): Problem[] {
  if (!exitDate || exitDate > today) return [];
  if (entryDate && exitDate < entryDate) return [problem('accompaniment.exitBeforeEntry', 'exitDate')];
  return [problem('accompaniment.exitOnOpen', 'exitDate', { date: exitDate })];
}

function problem(code: string, field: PivotField, params?: Problem['params']): Problem {
  return { code, field, ...(params ? { params } : {}) };
}
