import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { outputOf } from '../../../src/accompaniment';
import {
  answerReferrals,
  previewAnswers,
  type AnswerLine as DeliveryLine,
  type AnswerPreview,
  type AnswerResult,
  type ReferralDesk,
} from '../../../src/delivery';
import type { Problem } from '../../../src/fields';
import { openReferralDesk } from '../../desk';
import { done, hint, runOptions, sentence, type NodeRun } from '../../nodeRun';
import { fieldLabel, itemOf, outcomeJson, problemsJson, shownFields } from '../../outcomeItems';
import type { Words } from '../../words';
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
    const placed = await (send ? sendAll : previewAll)(run, answers, desk);
    return counted(run, [...placed, ...invalid], send);
  },
};

async function sendAll(run: NodeRun, answers: readonly DeliveryLine[], desk: ReferralDesk): Promise<PlacedItem[]> {
  const results = done(run, await answerReferrals(answers, desk, runOptions(run)));
  return results.map((result) => {
    const taken = result.outcome.kind === 'declared' ? { message: run.words('nodes.referrals.taken') } : {};
    return placedItem(run.words, result, { ...outcomeJson(run.words, result.outcome), ...taken });
  });
}

async function previewAll(run: NodeRun, answers: readonly DeliveryLine[], desk: ReferralDesk): Promise<PlacedItem[]> {
  const previews = done(run, await previewAnswers(answers, desk));
  return previews.map((preview) => {
    const { outcome, would } = preview;
    const told = outcome ? outcomeJson(run.words, outcome) : { message: run.words('nodes.referrals.preview') };
    return placedItem(run.words, preview, { ...told, dryRun: true, would });
  });
}

function placedItem(words: Words, result: AnswerResult | AnswerPreview, told: IDataObject): PlacedItem {
  const { index, referralId, decision, outcome, leaves, cut } = result;
  const output = outcome ? outputOf(outcome.kind) : 'declared';
  return {
    output: output === 'declared' ? 0 : output === 'waiting' ? 1 : 2,
    item: itemOf(index, {
      id: referralId,
      ...told,
      decision,
      leaves: shownFields(words, leaves),
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
