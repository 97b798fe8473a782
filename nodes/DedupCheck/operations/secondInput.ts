import { indexExactly, type ExactComparison } from '../../../src/identity';
import type { ReadLine } from '../../../src/intake';
import { today } from '../../desk';
import { hint, refusal, sentence, type NodeRun } from '../../nodeRun';
import { hintList } from '../../listHints';
import { readItems, readLines } from '../../readLines';
import { outputs, type Decided } from '../items';
import { participantsOf, unread } from '../lines';
import type { Comparison } from './comparison';

/** Compares with a second list by exact keys. The index is built once, not per item. */
export const secondInput: Comparison = {
  name: 'secondInput',
  execute: async (run) => {
    const options = { today: today(run) };
    const known = knownPeople(run, options);
    const index = indexExactly(known, ({ record }) => record);
    const list = readLines(run, options);
    const decided = list.lines.flatMap((line, position) =>
      line.kind === 'participant'
        ? [compared(run, position, line, index.compare(line.record))]
        : unread(run.words, line, position),
    );
    const items = outputs(run, decided);
    run.context.addExecutionHints(hint(run.words('nodes.dedup.hint.known', { count: known.length })));
    hintList(run, list);
    return items;
  },
};

type Participant = Extract<ReadLine, { kind: 'participant' }>;

/** @throws NodeOperationError when nothing is connected. */
function knownPeople(run: NodeRun, options: { readonly today: string }): readonly Participant[] {
  if (!hasSecondInput(run)) throw refusal(run, { code: 'nodes.dedup.error.noSecondInput' });
  return participantsOf(readItems(run.context.getInputData(1), options).lines);
}

/** An empty list has a source; an input to which nothing is connected has none. */
function hasSecondInput({ context }: NodeRun): boolean {
  try {
    return Boolean(context.getInputSourceData(1));
  } catch {
    return false;
  }
}

function compared(run: NodeRun, index: number, line: Participant, comparison: ExactComparison<Participant>): Decided {
  const { decision, matches, reasons } = comparison;
  return {
    index,
    id: line.record.id ?? '',
    decision,
    reasons: reasons.map((reason) => sentence(run.words, reason)),
    more: {
      candidates: matches.map((match) => ({
        line: match.candidate.line,
        id: match.candidate.record.id ?? '',
        decision: match.decision,
        reasons: match.reasons.map((reason) => sentence(run.words, reason)),
      })),
    },
  };
}
