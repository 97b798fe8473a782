import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import type { Words } from '../words';

/** Order is stable: templates of others are wired by it. Every operation that speaks of lines has these four first. */
export const OUTPUTS = [
  'nodes.declare.output.declared',
  'nodes.declare.output.alreadyAccompanied',
  'nodes.output.waiting',
  'nodes.output.toCorrect',
];

/** Operations whose outputs are others: a list that is synchronised has its report behind the four. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  synchronise: [...OUTPUTS, 'nodes.declare.output.report'],
  lastRun: ['nodes.declare.output.onTime', 'nodes.declare.output.late'],
};

/** The outputs of the chosen operation, each with its name. */
export function outputsOf(words: Words): INodeTypeDescription['outputs'] {
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ type: NodeConnectionTypes.Main, displayName: words(code) }));
  const others = Object.fromEntries(Object.entries(OTHERS).map(([operation, codes]) => [operation, named(codes)]));
  return `={{ (${JSON.stringify(others)})[$parameter["operation"]] ?? ${JSON.stringify(named(OUTPUTS))} }}`;
}
