import type { INodeExecutionData } from 'n8n-workflow';
import { outputOf } from '../../../src/accompaniment';
import { answerReferrals, type AnswerResult, type ReferralDesk } from '../../../src/delivery';
import type { Problem } from '../../../src/fields';
import type { ReferralAnswer } from '../../../src/referral';
import { openReferralDesk } from '../../desk';
import { refusal, sentence, type NodeRun } from '../../nodeRun';
import { fieldLabel, hint, itemOf, outcomeJson, problemsJson } from '../../outcomeItems';
import type { Words } from '../../words';
import { previewAnswer } from '../previewAnswer';
import { readAnswers, type AnswerLine } from '../readAnswers';
import type { Operation } from './operation';

/** An item and the output of the node on which it leaves: 0 answered, 1 waiting, 2 to correct. */
interface PlacedItem {
  readonly output: 0 | 1 | 2;
  readonly item: INodeExecutionData;
}

/** Tells France Travail what the PLIE does with each referral, or shows what would be told. */
export const answer: Operation = {
  name: 'answer',
  execute: async (run) => {
    const desk = await openReferralDesk(run);
    const lines = await readAnswers(run, desk);
    const invalid = lines.flatMap((line) => (line.check.status === 'invalid' ? [toCorrect(run.words, line)] : []));
    const answers = lines.flatMap(({ index, check }) =>
      check.status === 'valid' ? [{ index, answer: check.answer }] : [],
    );
    const send = run.context.getNodeParameter('send', 0, false) === true;
    const placed = send ? await sendAll(run, answers, desk) : answers.map((one) => previewed(run.words, one, desk));
    return counted(run, [...placed, ...invalid], send);
  },
};

interface Indexed {
  readonly index: number;
  readonly answer: ReferralAnswer;
}

async function sendAll(run: NodeRun, answers: readonly Indexed[], desk: ReferralDesk): Promise<PlacedItem[]> {
  const signal = run.context.getExecutionCancelSignal();
  const sent = await answerReferrals(answers, desk, signal ? { signal } : {});
  if (sent.kind === 'refused') throw refusal(run, sent.problem, sent.code);
  for (const note of sent.notes) run.context.addExecutionHints(hint(sentence(run.words, note), 'warning'));
  return sent.results.map((result) => answered(run.words, result));
}

function answered(words: Words, result: AnswerResult): PlacedItem {
  const { index, referralId, decision, outcome, cut } = result;
  const output = outputOf(outcome.kind);
  return {
    output: output === 'declared' ? 0 : output === 'waiting' ? 1 : 2,
    item: itemOf(index, {
      id: referralId,
      ...outcomeJson(words, outcome),
      decision,
      cut: cut.map((field) => fieldLabel(words, field)),
    }),
  };
}

function previewed(words: Words, { index, answer: told }: Indexed, desk: ReferralDesk): PlacedItem {
  const { problem, leaves, cut } = previewAnswer(told, desk.convention);
  return {
    output: problem ? 2 : 0,
    item: itemOf(index, {
      id: told.referralId,
      message: problem ? sentence(words, problem) : words('nodes.referrals.preview'),
      dryRun: true,
      would: problem ? 'stop' : 'send',
      ...(problem ? { outcome: 'blockedByConvention' } : {}),
      decision: told.decision,
      decisionDate: told.decisionDate,
      ...(told.reason ? { reason: told.reason } : {}),
      ...(told.firstMeetingAt ? { firstMeetingAt: told.firstMeetingAt } : {}),
      leaves: Object.fromEntries(leaves.map(({ field, value }) => [fieldLabel(words, field), value])),
      cut: cut.map((field) => fieldLabel(words, field)),
    }),
  };
}

function toCorrect(words: Words, { index, referralId, check }: AnswerLine): PlacedItem {
  const problems: readonly Problem[] = check.status === 'invalid' ? check.problems : [];
  const message = problems.map((problem) => sentence(words, problem))[0] ?? '';
  return {
    output: 2,
    item: itemOf(index, { id: referralId, message, outcome: 'rejected', ...problemsJson(words, problems) }),
  };
}

function counted({ context, words }: NodeRun, placed: readonly PlacedItem[], sent: boolean): INodeExecutionData[][] {
  const on = (output: PlacedItem['output']) => placed.filter((one) => one.output === output).map(({ item }) => item);
  const outputs = [on(0), on(1), on(2)];
  const [first, waiting, correct] = outputs.map((items) => items.length);
  const counts = { send: first ?? 0, answered: first ?? 0, waiting: waiting ?? 0, toCorrect: correct ?? 0 };
  context.addExecutionHints(hint(words(`nodes.referrals.hint.${sent ? 'answered' : 'preview'}`, counts)));
  return outputs;
}
