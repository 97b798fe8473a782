import type { PivotRecord, Problem } from '../fields';
import { exactKeys, givenNameKeys, validNir, type ExactKeyKind } from './exactKeys';
import { nameKey } from './names';

export type IdentityDecision = 'new' | 'duplicate' | 'review';

/** A candidate that shares at least one exact key. `reasons` are wording codes, strongest first, never with a NIR. */
export interface ExactMatch<C> {
  readonly candidate: C;
  readonly decision: 'duplicate' | 'review';
  readonly reasons: readonly Problem[];
}

export interface ExactComparison<C> {
  readonly decision: IdentityDecision;
  readonly matches: readonly ExactMatch<C>[];
  /** Why the whole is decided so. */
  readonly reasons: readonly Problem[];
}

/** People to compare with, prepared once. */
export interface ExactIndex<C> {
  compare(record: PivotRecord): ExactComparison<C>;
}

/**
 * Prepares candidates for exact comparison: one look-up a key afterwards. Issue 3 puts the engine behind the same shape.
 *
 * @param recordOf reads the pivot record of a candidate.
 */
export function indexExactly<C>(candidates: Iterable<C>, recordOf: (candidate: C) => PivotRecord): ExactIndex<C> {
  const byKey = new Map<string, C[]>();
  for (const candidate of candidates) {
    for (const { value } of exactKeys(recordOf(candidate))) {
      const found = byKey.get(value);
      if (found) found.push(candidate);
      else byKey.set(value, [candidate]);
    }
  }
  return { compare: (record) => compareWith(record, byKey, recordOf) };
}

/** Compares one record with candidates by exact keys: new, duplicate or to review, with the reasons. */
export function compareExactly(record: PivotRecord, candidates: Iterable<PivotRecord>): ExactComparison<PivotRecord> {
  return indexExactly(candidates, (candidate) => candidate).compare(record);
}

function compareWith<C>(
  record: PivotRecord,
  byKey: ReadonlyMap<string, readonly C[]>,
  recordOf: (candidate: C) => PivotRecord,
): ExactComparison<C> {
  const shared = new Map<C, Set<ExactKeyKind>>();
  for (const { value, kind } of exactKeys(record)) {
    for (const candidate of byKey.get(value) ?? []) {
      shared.set(candidate, (shared.get(candidate) ?? new Set()).add(kind));
    }
  }
  const matches = [...shared]
    .map(([candidate, kinds]) => judged(candidate, kinds, record, recordOf(candidate)))
    .filter((match) => match !== undefined)
    .sort((a, b) => (a.decision === b.decision ? 0 : a.decision === 'duplicate' ? -1 : 1));
  return decided(matches);
}

/** Several sure candidates contradict each other: a person looks. */
function decided<C>(matches: readonly ExactMatch<C>[]): ExactComparison<C> {
  const [first] = matches;
  if (!first) return { decision: 'new', matches, reasons: [{ code: 'identity.reason.nothingShared' }] };
  const sure = matches.filter((match) => match.decision === 'duplicate').length;
  if (sure > 1) {
    const several: Problem = { code: 'identity.reason.severalCandidates', params: { count: sure } };
    return { decision: 'review', matches, reasons: [several, ...first.reasons] };
  }
  return { decision: first.decision, matches, reasons: first.reasons };
}

function judged<C>(
  candidate: C,
  kinds: ReadonlySet<ExactKeyKind>,
  left: PivotRecord,
  right: PivotRecord,
): ExactMatch<C> | undefined {
  const agreeing = agreements(kinds, left, right);
  const against = contradictions(left, right);
  const reasons = [...agreeing, ...against].map((code): Problem => ({ code }));
  const hintOnly = [...kinds].every((kind) => kind === 'emailAndFirstName');
  // One given name and one mailbox with another birth date is a household, not a person.
  if (hintOnly && against.includes('identity.reason.otherBirthDate')) return undefined;
  const confirmed = isConfirmed(kinds, agreeing);
  const decision = !hintOnly && against.length === 0 && confirmed ? 'duplicate' : 'review';
  return { candidate, decision, reasons };
}

/** An identifier needs a trait of the person beside it (a household shares telephones); name and date need a third. */
function isConfirmed(kinds: ReadonlySet<ExactKeyKind>, agreeing: readonly Agreement[]): boolean {
  const identifiers = Number(kinds.has('nir')) + Number(kinds.has('franceTravailNumber'));
  const traits =
    Number(agreeing.includes('identity.reason.sameName')) + Number(agreeing.includes('identity.reason.sameBirthDate'));
  return identifiers > 0 ? identifiers + traits >= 2 : traits === 2 && agreeing.length >= 3;
}

type Agreement =
  | 'identity.reason.sameNir'
  | 'identity.reason.sameFranceTravailNumber'
  | 'identity.reason.sameName'
  | 'identity.reason.sameBirthDate'
  | 'identity.reason.sameEmail'
  | 'identity.reason.samePhone';
type Contradiction =
  | 'identity.reason.otherNir'
  | 'identity.reason.otherFranceTravailNumber'
  | 'identity.reason.otherBirthDate'
  | 'identity.reason.otherSex'
  | 'identity.reason.otherName';

function agreements(kinds: ReadonlySet<ExactKeyKind>, left: PivotRecord, right: PivotRecord): Agreement[] {
  const found: Agreement[] = [];
  if (kinds.has('nir')) found.push('identity.reason.sameNir');
  if (kinds.has('franceTravailNumber')) found.push('identity.reason.sameFranceTravailNumber');
  if (namesOf(left).some((name) => namesOf(right).includes(name))) found.push('identity.reason.sameName');
  if (left.birthDate && left.birthDate === right.birthDate) found.push('identity.reason.sameBirthDate');
  if (left.email && left.email.toLowerCase() === right.email?.toLowerCase()) found.push('identity.reason.sameEmail');
  if (left.phone && left.phone === right.phone) found.push('identity.reason.samePhone');
  return found;
}

function contradictions(left: PivotRecord, right: PivotRecord): Contradiction[] {
  const found: Contradiction[] = [];
  const [leftNir, rightNir] = [validNir(left), validNir(right)];
  if (leftNir && rightNir && leftNir !== rightNir) found.push('identity.reason.otherNir');
  if (differ(currentNumber(left), currentNumber(right))) found.push('identity.reason.otherFranceTravailNumber');
  if (differ(left.birthDate, right.birthDate)) found.push('identity.reason.otherBirthDate');
  if (differ(left.sex, right.sex)) found.push('identity.reason.otherSex');
  const [leftNames, rightNames] = [namesOf(left), namesOf(right)];
  if (leftNames.length && rightNames.length && !leftNames.some((name) => rightNames.includes(name))) {
    found.push('identity.reason.otherName');
  }
  return found;
}

/** Surname and given name together, for both surnames and both ways of keeping given names. */
function namesOf(record: PivotRecord): string[] {
  const surnames = [record.birthName, record.usageName].map((name) => nameKey(name ?? '')).filter(Boolean);
  const given = givenNameKeys(record.firstNames ?? '');
  return surnames.flatMap((surname) => given.map((name) => `${surname}|${name}`));
}

/** An old regional number beside a current one says nothing. */
function currentNumber(record: PivotRecord): string | undefined {
  return /^\d{11}$/.test(record.franceTravailNumber ?? '') ? record.franceTravailNumber : undefined;
}

function differ(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}
