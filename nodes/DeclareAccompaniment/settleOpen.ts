import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OutcomeOutput } from '../../src/accompaniment';
import { openSendings, settleByHand, type HandAnswer, type OpenSending } from '../../src/delivery';
import { openDesk } from '../desk';
import { done, hint, runOptions, type NodeRun } from '../nodeRun';
import type { Words } from '../words';
import { outputs, type PlacedItem } from './items';

/** Shows the sendings without a readable answer, and records what a person has found out about them. */
export async function settleOpen(run: NodeRun): Promise<INodeExecutionData[][]> {
  const answers = readHandAnswers(run);
  const desk = await openDesk(run);
  const options = runOptions(run);
  const results = done(
    run,
    await (answers.length > 0 ? settleByHand(answers, desk, options) : openSendings(desk, options)),
  );
  hintOpen(run, results);
  return outputs(
    results.map((one) => placed(run.words, one)),
    [],
  );
}

/** Words of a spreadsheet for the two answers. */
const SPELLINGS: Readonly<Record<string, HandAnswer['answer']>> = {
  held: 'held',
  oui: 'held',
  yes: 'held',
  notheld: 'notHeld',
  non: 'notHeld',
  no: 'notHeld',
};

/** Those of the node, then those of the items: what this operation puts out, with a column `answer` filled in. */
function readHandAnswers({ context }: NodeRun): readonly HandAnswer[] {
  const { rows = [] } = context.getNodeParameter('answers', 0, {}) as { rows?: IDataObject[] };
  return [...rows, ...context.getInputData().map(({ json }) => json)].flatMap((given): HandAnswer[] => {
    const reference = String(given.reference ?? '').trim();
    const answer =
      SPELLINGS[
        String(given.answer ?? '')
          .trim()
          .toLowerCase()
      ];
    return reference === '' || answer === undefined ? [] : [{ reference, answer }];
  });
}

const OUTPUT_OF: Readonly<Record<OpenSending['state'], OutcomeOutput>> = {
  parked: 'toCorrect',
  contradictory: 'toCorrect',
  waiting: 'waiting',
  held: 'declared',
  notHeld: 'declared',
};

function placed(words: Words, { participantId, state, operation: said, ...one }: OpenSending): PlacedItem {
  const params = { reference: one.reference, date: one.saidAt.slice(0, 10) };
  const message = words(`nodes.declare.settle.${state}`, params);
  const json: IDataObject = { id: participantId, message, operation: 'settle', state, said, ...one, answer: '' };
  return { output: OUTPUT_OF[state], item: { json, pairedItem: [] } };
}

function hintOpen({ context, words }: NodeRun, results: readonly OpenSending[]): void {
  const of = (...wanted: OpenSending['state'][]) => results.filter(({ state }) => wanted.includes(state)).length;
  const counts = {
    parked: of('parked', 'contradictory'),
    waiting: of('waiting'),
    settled: of('held', 'notHeld'),
  };
  context.addExecutionHints(hint(words('nodes.declare.hint.settle', counts)));
}
