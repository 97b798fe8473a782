import { allows, cut, type Convention } from '../convention';
import type { CurrentAccompaniment, LookUp, PersonIdentifier } from '../exchange';
import type { PivotRecord, Problem } from '../fields';
import type { Desk } from './desk';
import { fieldsOf, identifiersFor, type Identification } from './identify';
import { problemOfOutcome } from './outcomes';
import { inParallel } from './parallel';
import type { PersonAccompaniments, PersonCheck, PersonLine, PersonResult, Run, RunOptions } from './results';
import { DeskRun, notesOf, expectLedgerProblem, openRun, refusalOf, signIn, widthOf } from './run';

const NOT_STARTED: Problem = { code: 'delivery.notStarted' };

/**
 * Asks about many people: does France Travail know them, and who accompanies them now? In the order of the lines. What the
 * convention does not list is not asked, and the answer says so: *not asked* is not *free*.
 */
export async function checkPeople(
  lines: readonly PersonLine[],
  desk: Desk,
  options: RunOptions = {},
): Promise<Run<PersonResult>> {
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  const asksSomebody = lines.some(({ record }) => identifiersFor(record, desk).kind === 'by');
  const refused = asksSomebody ? await signIn(run) : undefined;
  if (refused) return refused;
  const results: PersonResult[] = [];
  let done = 0;
  try {
    await inParallel(lines, widthOf(desk), async ({ index, record }, position) => {
      results[position] = { index, participantId: record.id ?? '', ...(await check(run, record)) };
      done += 1;
      options.onProgress?.(done, lines.length);
    });
  } catch (error) {
    return refusalOf(error);
  }
  return { kind: 'done', results, notes: notesOf(run) };
}

/**
 * Asks about one person. A journal that cannot be written, or an access that is refused, is the reason of `unavailable`;
 * for a list, `checkPeople` says it once.
 */
export async function checkPerson(record: PivotRecord, desk: Desk, options: RunOptions = {}): Promise<PersonCheck> {
  const run = await checkPeople([{ index: 0, record }], desk, options);
  if (run.kind === 'refused') {
    const { problem: reason, code } = run;
    return unknown('unavailable', { reason, ...(code === undefined ? {} : { code }) });
  }
  const { index: _index, participantId: _participantId, ...result } = run.results[0] as PersonResult;
  return result;
}

async function check(run: DeskRun, record: PivotRecord): Promise<PersonCheck> {
  const identification = identifiersFor(record, run.desk);
  try {
    return await askInTurn(run, identification);
  } catch (error) {
    if (run.signal?.aborted) return unknown('notAsked', { reason: NOT_STARTED });
    const { problem: reason } = expectLedgerProblem(error);
    run.haltFor(expectLedgerProblem(error));
    return unknown('unavailable', { reason });
  }
}

async function askInTurn(run: DeskRun, identification: Identification): Promise<PersonCheck> {
  if (identification.kind === 'not needed') return unknown('notAsked', { reason: { code: 'delivery.noLookUp' } });
  if (identification.kind === 'stop') return unknown('notAsked', { reason: problemOfOutcome(identification.outcome) });
  let last: PersonCheck | undefined;
  for (const identifier of identification.identifiers) {
    if (run.halted) return unknown('notAsked', { reason: run.halted.message });
    const answer = await run.desk.gateway.lookUp(identifier);
    const code = answer.kind === 'found' ? undefined : answer.outcome.code;
    await run.desk.ledger.note([run.crossing('lookUp', 'give', fieldsOf(identifier), answer.kind, code)]);
    if (answer.kind === 'found') return found(run, answer, identifier);
    run.heard(answer.outcome);
    const reason = problemOfOutcome(answer.outcome);
    last = unknown(answer.kind, { reason, askedWith: identifier.kind, ...(code === undefined ? {} : { code }) });
    if (answer.kind !== 'notFound') return last;
  }
  return last ?? unknown('notAsked', { reason: { code: 'delivery.noIdentifier' } });
}

async function found(run: DeskRun, answer: LookUp & { kind: 'found' }, by: PersonIdentifier): Promise<PersonCheck> {
  const { convention } = run.desk;
  const number = answer.franceTravailNumber;
  const entered = cut(
    convention,
    'lookUp',
    'receive',
    number === undefined ? {} : { franceTravailNumber: number },
  ).passes;
  return {
    known: answer.certified ? 'certified' : 'uncertified',
    askedWith: by.kind,
    ...entered,
    accompaniments: await accompanimentsOf(run, answer),
  };
}

async function accompanimentsOf(run: DeskRun, { person }: LookUp & { kind: 'found' }): Promise<PersonAccompaniments> {
  const { gateway, convention, ledger, structure } = run.desk;
  const flow = allows(convention, 'readAccompaniments', 'receive');
  if (!flow.ok) return { kind: 'notAsked', reason: flow.problem };
  if (gateway.profile.capabilities.accompaniments === undefined) {
    return { kind: 'notAsked', reason: { code: 'delivery.noAccompaniments' } };
  }
  if (run.halted) return { kind: 'notAsked', reason: run.halted.message };
  const answer = await gateway.readAccompaniments(person);
  const code = answer.kind === 'failed' ? answer.outcome.code : undefined;
  await ledger.note([run.crossing('readAccompaniments', 'receive', SEEN, answer.kind, code)]);
  if (answer.kind === 'failed') {
    run.heard(answer.outcome);
    return { kind: 'failed', reason: problemOfOutcome(answer.outcome), ...(code === undefined ? {} : { code }) };
  }
  const isOwn = (one: CurrentAccompaniment) =>
    one.reference !== undefined || one.structure?.code === structure.structureCode;
  const seen = answer.value.map((one) => ({ own: isOwn(one), one: cutDown(one, convention) }));
  return {
    kind: 'known',
    own: seen.filter(({ own }) => own).map(({ one }) => one),
    others: seen.filter(({ own }) => !own).map(({ one }) => one),
  };
}

const SEEN = ['structure', 'structureCode', 'role', 'entryDate'] as const;

/** That somebody accompanies, and which organism, is what the flow is for; the rest enters field by field. */
function cutDown(one: CurrentAccompaniment, convention: Convention): CurrentAccompaniment {
  const { structure, since, ...rest } = one;
  const { passes } = cut(convention, 'readAccompaniments', 'receive', {
    ...(structure ? { structureCode: structure.code } : {}),
    ...(structure?.label ? { structure: structure.label } : {}),
    entryDate: since,
  });
  const { structureCode, structure: label, entryDate = '' } = passes;
  if (structureCode === undefined) return { ...rest, since: entryDate };
  return { ...rest, since: entryDate, structure: { code: structureCode, ...(label ? { label } : {}) } };
}

function unknown(
  known: Exclude<PersonCheck['known'], 'certified' | 'uncertified'>,
  more: Partial<PersonCheck>,
): PersonCheck {
  const reason: Problem = { code: 'delivery.personNotFound' };
  return { known, ...more, accompaniments: { kind: 'notAsked', reason } };
}
