import { identifiersAllowed } from '../convention';
import type { Problem } from '../fields';
import { LedgerProblem, type KeptNumber, type Scope } from '../ledger';
import { sayAll, type Agenda } from './declare';
import type { DeclarationDesk } from './desk';
import { planList, type ListPlan } from './listPlan';
import { previewOf } from './preview';
import type { LinePreview, LineResult, ListToSynchronise, Run, RunOptions, Synchronised } from './results';
import { refusalBeforeReading, refusalOf, scopeOf, type DeskRun, type Refusal } from './run';
import { whileSending } from './sending';

/**
 * Says the difference between a list as it is now and what France Travail was last told, exactly once. An unchanged list
 * costs no call. Nothing is sent when the guard stops the run, or when a newer export has been sent before. People who are
 * missing on the list follow after its lines.
 *
 * @throws only on a bug, or what the ledger and the gateway throw for one
 */
export async function synchronise(
  list: ListToSynchronise,
  desk: DeclarationDesk,
  options: RunOptions = {},
): Promise<Run<Synchronised<LineResult>>> {
  const wrong = listProblem(list, desk);
  if (wrong) return refused(wrong);
  return whileSending(desk, options, (run, leased) => synchroniseIn(run, list, leased, options));
}

/** Dry run: the same difference, line by line, without network. Nothing is written. */
export async function previewSynchronisation(
  list: ListToSynchronise,
  desk: DeclarationDesk,
): Promise<Run<Synchronised<LinePreview>>> {
  const refusal = refusalBeforeReading(desk);
  if (refusal) return refusal;
  try {
    const scope = scopeOf(desk);
    const unsettled = await desk.ledger.unsettled(scope);
    const plan = await planList(list, desk, scope);
    const newest = await desk.ledger.lists.newest(scope);
    const wrong = listProblem(list, desk);
    const older = newest !== undefined && list.date !== undefined && newest > list.date;
    const notes: readonly Problem[] = [
      ...(plan.guard ? [plan.guard] : []),
      ...(wrong ? [wrong] : []),
      ...(older ? [olderExport(newest)] : []),
      ...(unsettled.length > 0 ? [{ code: 'delivery.note.settleFirst', params: { count: unsettled.length } }] : []),
      ...plan.notes,
    ];
    return { kind: 'done', results: withChanges(plan.plans.map(previewOf), plan), notes };
  } catch (error) {
    return refusalOf(error);
  }
}

async function synchroniseIn(
  run: DeskRun,
  list: ListToSynchronise,
  desk: DeclarationDesk,
  options: RunOptions,
): Promise<Run<Synchronised<LineResult>>> {
  let plan = await planList(list, desk, run.scope);
  if (plan.guard) return refused(plan.guard);
  const newer = await desk.ledger.lists.take(run.scope, list.date ?? desk.today);
  if (newer !== undefined) return refused(olderExport(newer));
  if (list.absence.mode === 'close') await desk.ledger.lists.keepNumbers(run.scope, numbersOf(plan, desk));
  const agenda: Agenda = {
    ids: plan.ids,
    plan: async (settled) => {
      if (settled) plan = await planList(list, desk, run.scope);
      return plan.guard ? refused(plan.guard) : { kind: 'plans', plans: plan.plans };
    },
  };
  const said = await sayAll(agenda, desk, run, options);
  if (said.kind === 'refused') return said;
  const notes = [...said.notes, ...plan.notes, ...(await forgetNumbers(desk, run.scope))];
  return { kind: 'done', results: withChanges(said.results, plan), notes };
}

function withChanges<T>(results: readonly T[], { changes, firstAbsent }: ListPlan): readonly Synchronised<T>[] {
  return results.map((result, position) => ({
    ...result,
    change: changes[position] ?? 'nothing',
    absent: position >= firstAbsent,
  }));
}

/** An export from the future is a slip of the pen that would make every later one "older"; an empty one is no list. */
function listProblem({ lines, date }: ListToSynchronise, { today }: DeclarationDesk): Problem | undefined {
  if (lines.length === 0) return { code: 'delivery.list.empty' };
  if (date === undefined) return { code: 'delivery.list.noDate' };
  return date > today ? { code: 'delivery.list.dateAhead', params: { date } } : undefined;
}

function olderExport(newest: string): Problem {
  return { code: 'delivery.list.older', params: { date: newest } };
}

function refused(problem: Problem): Refusal {
  return { kind: 'refused', problem };
}

/** Of those whose accompaniment is, or will be, under way; only where the convention looks people up by that number. */
function numbersOf({ plans }: ListPlan, { convention }: DeclarationDesk): readonly KeptNumber[] {
  if (!identifiersAllowed(convention).includes('franceTravailNumber')) return [];
  return plans.flatMap(({ kind, line, facts }) => {
    const { id: participantId, franceTravailNumber } = line.record;
    if (kind === 'stop' || facts.status === 'closed' || !participantId || !franceTravailNumber) return [];
    return facts.identifiers.includes('franceTravailNumber') ? [{ participantId, franceTravailNumber }] : [];
  });
}

/** Everything is said by then: a journal that fails here is told, and the next run forgets. */
async function forgetNumbers({ ledger }: DeclarationDesk, scope: Scope): Promise<readonly Problem[]> {
  try {
    await ledger.lists.forgetNumbers(scope);
    return [];
  } catch (error) {
    if (!(error instanceof LedgerProblem)) throw error;
    return [error.problem];
  }
}
