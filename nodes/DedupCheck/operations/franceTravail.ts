import type { IDataObject } from 'n8n-workflow';
import { checkPeople, type Desk, type PersonCheck, type PersonResult } from '../../../src/delivery';
import type { CurrentAccompaniment } from '../../../src/exchange';
import type { Problem } from '../../../src/fields';
import type { ReadLine } from '../../../src/intake';
import { openDesk, today, type DeskOptions } from '../../desk';
import { done, runOptions, sentence } from '../../nodeRun';
import { problemsJson } from '../../outcomeItems';
import { hintList } from '../../listHints';
import { readLines } from '../../readLines';
import type { Words } from '../../words';
import { decide, isDouble } from '../decide';
import { outputs, type Decided } from '../items';
import { unread } from '../lines';
import type { Comparison } from './comparison';

type Participant = Extract<ReadLine, { kind: 'participant' }>;

/** Asks France Travail whether it knows each person, and who accompanies them now. */
export const franceTravail: Comparison = {
  name: 'franceTravail',
  execute: async (run) => {
    const desk = await openDesk(run, run.context.getNodeParameter('options', 0, {}) as DeskOptions);
    const list = readLines(run, { today: today(run) });
    const { lines } = list;
    const asked = lines.flatMap((line, index) => (canBeAsked(line) ? [{ index, record: line.record }] : []));
    const results = done(run, await checkPeople(asked, desk, runOptions(run)));
    const answers = new Map(results.map((result) => [result.index, result]));
    const items = outputs(
      run,
      lines.flatMap((line, index) =>
        line.kind === 'participant'
          ? [decided(run.words, line, index, desk, answers.get(index))]
          : unread(run.words, line, index),
      ),
    );
    hintList(run, list);
    return items;
  },
};

/** A number or a NIR that is wrong would ask about somebody else; a wrong date of entry does not matter here. */
function canBeAsked(line: ReadLine): line is Participant {
  return line.kind === 'participant' && identifierProblem(line) === undefined;
}

function identifierProblem({ problems }: Participant): Problem | undefined {
  return problems.find(({ field }) => field === 'nir' || field === 'franceTravailNumber' || field === 'birthDate');
}

function decided(words: Words, line: Participant, index: number, desk: Desk, check: PersonResult | undefined): Decided {
  const id = line.record.id ?? '';
  const unsure = identifierProblem(line);
  if (!check || unsure) {
    const problems = unsure ? [unsure] : line.problems;
    const reasons = problems.map((problem) => sentence(words, problem));
    return { index, id, decision: 'review', reasons, more: { known: 'notAsked', ...problemsJson(words, problems) } };
  }
  const role = desk.structure.role ?? 'REFERENT';
  const verdict = decide(check, { role, acceptUncertified: desk.acceptUncertified ?? false });
  return {
    index,
    id,
    decision: verdict.decision,
    reasons: verdict.reasons.map((reason) => sentence(words, reason)),
    more: checkJson(check, role),
  };
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
