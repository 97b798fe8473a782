import type { IDataObject } from 'n8n-workflow';
import { checkPerson, type Desk, type PersonCheck } from '../../../src/delivery';
import type { CurrentAccompaniment } from '../../../src/exchange';
import type { ReadLine } from '../../../src/intake';
import { openDesk, today, type DeskOptions } from '../../desk';
import { refusal, sentence, type NodeRun } from '../../nodeRun';
import { problemsJson } from '../../outcomeItems';
import { readLines } from '../../readLines';
import { decide, isDouble } from '../decide';
import { outputs, type Decided } from '../items';
import { unread } from '../lines';
import type { Comparison } from './comparison';

type Participant = Extract<ReadLine, { kind: 'participant' }>;

/** People asked about at the same time. */
const PARALLEL = 8;

/** Asks France Travail whether it knows each person, and who accompanies them now. */
export const franceTravail: Comparison = {
  name: 'franceTravail',
  execute: async (run) => {
    const desk = await openDesk(run, run.context.getNodeParameter('options', 0, {}) as DeskOptions);
    const signedIn = await desk.gateway.authenticate?.();
    if (signedIn?.kind === 'failed') throw refusal(run, signedIn.outcome.message, signedIn.outcome.code);
    const { lines } = readLines(run, { today: today(run) });
    return outputs(run, await checkAll(run, lines, desk));
  },
};

async function checkAll(run: NodeRun, lines: readonly ReadLine[], desk: Desk): Promise<Decided[]> {
  const decided: Decided[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < lines.length && !run.context.getExecutionCancelSignal()?.aborted) {
      const index = next++;
      const line = lines[index];
      if (line) decided[index] = await checked(run, line, index, desk);
    }
  };
  const width = Math.min(PARALLEL, desk.gateway.profile.limits.parallel);
  await Promise.all(Array.from({ length: width }, worker));
  return decided;
}

async function checked(run: NodeRun, line: ReadLine, index: number, desk: Desk): Promise<Decided> {
  if (line.kind !== 'participant') return unread(run.words, line, index);
  const unsure = identifierProblem(line);
  if (unsure) {
    const reasons = [sentence(run.words, unsure)];
    const more = { known: 'notAsked', ...problemsJson(run.words, [unsure]) };
    return { index, id: line.record.id ?? '', decision: 'review', reasons, more };
  }
  const signal = run.context.getExecutionCancelSignal();
  const check = await checkPerson(line.record, desk, signal ? { signal } : {});
  const role = desk.structure.role ?? 'REFERENT';
  const verdict = decide(check, { role, acceptUncertified: desk.acceptUncertified ?? false });
  return {
    index,
    id: line.record.id ?? '',
    decision: verdict.decision,
    reasons: verdict.reasons.map((reason) => sentence(run.words, reason)),
    more: checkJson(check, role),
  };
}

/** A number or a NIR that is wrong would ask about somebody else; a wrong date of entry does not matter here. */
function identifierProblem({ problems }: Participant) {
  return problems.find(({ field }) => field === 'nir' || field === 'franceTravailNumber' || field === 'birthDate');
}

/** France Travail's own states, kept apart; never a NIR, and the number only where the convention lets it in. */
function checkJson(check: PersonCheck, role: string): IDataObject {
  const { known, code, askedWith, franceTravailNumber, accompaniments } = check;
  const listed = accompaniments.kind === 'known' ? accompaniments : { own: [], others: [] };
  return {
    known,
    ...(code ? { code } : {}),
    ...(askedWith ? { askedWith } : {}),
    ...(franceTravailNumber ? { franceTravailNumber } : {}),
    doubleAccompaniment: listed.others.some((other) => isDouble(other, role)),
    accompaniments: [
      ...listed.own.map((one) => accompanimentJson(one, true)),
      ...listed.others.map((one) => accompanimentJson(one, false)),
    ],
  };
}

function accompanimentJson(one: CurrentAccompaniment, own: boolean): IDataObject {
  const { organism, structure, status, since, role } = one;
  return { own, organism: { ...organism }, ...(structure ? { structure: { ...structure } } : {}), status, since, role };
}
