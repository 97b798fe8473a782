import { desiresOf, guard, type Absence, type Desire } from '../accompaniment';
import type { Problem } from '../fields';
import type { Absentee, Scope } from '../ledger';
import type { DeclarationDesk } from './desk';
import { latestOf, planLines, silent, stopped, type LatestEntries, type LinePlan } from './plan';
import type { Change, DeclarationLine, ListedLine, ListToSynchronise } from './results';

/** What a list comes to, one plan a line; those of people who are missing on it follow after them. */
export interface ListPlan {
  readonly plans: readonly LinePlan[];
  /** By position, as the plans. */
  readonly changes: readonly Change[];
  /** Positions from here on are people who are missing on the list. */
  readonly firstAbsent: number;
  /** Why nothing of it may be sent. */
  readonly guard?: Problem;
  readonly notes: readonly Problem[];
  readonly ids: ReadonlySet<string>;
}

/**
 * The list as it is now against what France Travail was last told: what must be said. Reads the ledger, makes no call,
 * writes nothing.
 */
export async function planList(list: ListToSynchronise, desk: DeclarationDesk, scope: Scope): Promise<ListPlan> {
  const { lines } = list;
  const ids = lines.flatMap(({ record }) => record.id ?? []);
  const told = await latestOf(lines, desk, scope);
  const desires = desiresOf(lines, told, desk);
  const here = await planDesires(lines, desires, desk, scope, told);
  const missing = await planAbsence(list, ids, desk, scope);
  return {
    plans: [...here, ...missing.plans],
    changes: [
      ...here.map((plan, position) => changeOf(plan, desires[position])),
      ...missing.plans.map(({ kind }): Change => (kind === 'send' ? 'close' : 'absent')),
    ],
    firstAbsent: here.length,
    ...(missing.guard ? { guard: missing.guard } : {}),
    notes: missing.notes,
    ids: new Set([...ids, ...missing.plans.map(({ facts }) => facts.participantId)]),
  };
}

/** A line whose status was told is compared as it was told; only what has changed is planned by the operation that says so. */
async function planDesires(
  lines: readonly ListedLine[],
  desires: readonly Desire[],
  desk: DeclarationDesk,
  scope: Scope,
  told: LatestEntries,
): Promise<readonly LinePlan[]> {
  const plans: LinePlan[] = [];
  const planAt = async (positions: readonly number[], lineAt: (position: number) => DeclarationLine) => {
    const planned = await planLines(positions.map(lineAt), desk, scope, told);
    planned.forEach((plan, nth) => (plans[positions[nth]!] = plan));
  };
  const positions = [...lines.keys()];
  const kept = positions.filter((position) => desires[position]?.kind === 'keep');
  await planAt(kept, (position) => declarationOf(lines[position]!, desires[position]!, 'told'));
  const unplanned = positions.filter((position) => plans[position]?.kind !== 'same');
  for (const position of unplanned) {
    const aside = unsaid(lines[position]!, desires[position]!);
    if (aside) plans[position] = aside;
  }
  const rest = unplanned.filter((position) => !isAside(lines[position]!, desires[position]!));
  await planAt(rest, (position) => declarationOf(lines[position]!, desires[position]!, 'operation'));
  return plans;
}

function isAside({ problems = [] }: ListedLine, { kind }: Desire): boolean {
  return problems.length > 0 || kind === 'nothing' || kind === 'problem';
}

/** A line that has a problem, or of which there is nothing to say. */
function unsaid(line: ListedLine, desire: Desire): LinePlan | undefined {
  const { problems = [] } = line;
  const said: DeclarationLine = { ...line, operation: 'update' };
  if (problems.length > 0) return stopped(said, problems);
  if (desire.kind === 'problem') return stopped(said, [desire.problem]);
  return desire.kind === 'nothing' ? silent(said, desire.why) : undefined;
}

function declarationOf(line: ListedLine, desire: Desire, by: 'told' | 'operation'): DeclarationLine {
  if (desire.kind === 'nothing' || desire.kind === 'problem') return { ...line, operation: 'update' };
  const operation = by === 'told' && desire.kind === 'keep' ? desire.told : desire.operation;
  return { ...line, operation, entryNumber: desire.entryNumber };
}

function changeOf(plan: LinePlan, desire: Desire | undefined): Change {
  if (plan.kind === 'same' || desire === undefined || desire.kind === 'nothing') return 'nothing';
  if (plan.kind === 'stop' || desire.kind === 'problem') return 'stop';
  return desire.kind === 'keep' ? 'change' : desire.kind;
}

interface AbsencePlan {
  readonly plans: readonly LinePlan[];
  readonly guard?: Problem;
  readonly notes: readonly Problem[];
}

/** A line without an id may be anybody's: then nobody is closed for being absent, they are only named. */
async function planAbsence(
  list: ListToSynchronise,
  ids: readonly string[],
  desk: DeclarationDesk,
  scope: Scope,
): Promise<AbsencePlan> {
  if (list.absence.mode === 'nothing') return { plans: [], notes: [] };
  const { underWay, absent } = await desk.ledger.lists.absentees(scope, ids);
  const nameless = list.lines.length - ids.length;
  const uncertain = list.absence.mode === 'close' && nameless > 0 && absent.length > 0;
  const absence: Absence = uncertain ? { mode: 'report' } : list.absence;
  const lines = absent.map((absentee, nth) => absentLine(absentee, list.lines.length + nth, absence));
  const notes = uncertain ? [{ code: 'delivery.note.absenceUncertain', params: { count: nameless } }] : [];
  if (absence.mode !== 'close') return { plans: lines.map((line) => stopped(line, line.problems ?? [])), notes };
  const { guardPercent: percent } = list;
  const problem = guard({ closures: absent.length, underWay, ...(percent === undefined ? {} : { percent }) });
  return { plans: await planLines(lines, desk, scope), notes, ...(problem ? { guard: problem } : {}) };
}

function absentLine(absentee: Absentee, index: number, absence: Absence): DeclarationLine {
  const { participantId: id, entryNumber, franceTravailNumber } = absentee;
  const line = { index, operation: 'close', entryNumber, overOwnWordOnly: true } as const;
  if (absence.mode !== 'close') return { ...line, record: { id }, problems: [{ code: 'delivery.absent.reported' }] };
  if (franceTravailNumber === undefined) {
    return { ...line, record: { id }, problems: [{ code: 'delivery.absent.noNumber' }] };
  }
  const { exitDate, exitReason } = absence;
  return { ...line, record: { id, franceTravailNumber, exitDate, exitReason } };
}
