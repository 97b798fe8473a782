import {
  NodeOperationError,
  type IExecuteFunctions,
  type INodeExecutionData,
  type NodeExecutionHint,
} from 'n8n-workflow';
import type { Run, RunOptions } from '../src/delivery';
import type { Problem } from '../src/fields';
import { instanceWords, type Words } from './words';

/** What an operation works with: n8n's side of the execution, and the language. */
export interface NodeRun {
  readonly context: IExecuteFunctions;
  readonly words: Words;
}

/** What is wrong with something that was filled in. */
export interface Problems {
  /** Wording key of what the problems are about, where their sentences do not say it. */
  readonly about?: string;
  readonly problems: readonly Problem[];
}

/** One choice of a node's main parameter. */
interface Performer {
  readonly name: string;
  /** Its number of outputs where it is not the menu's. */
  readonly outputs?: number;
  readonly execute: (run: NodeRun) => Promise<INodeExecutionData[][]>;
}

/** What a node offers. */
export interface Menu {
  /** The parameter that chooses. */
  readonly parameter: string;
  readonly performers: readonly Performer[];
  /** Number of outputs; errors leave on the last of them. */
  readonly outputs: number;
}

/**
 * Runs the chosen operation. What stops it as a whole becomes one sentence of ours: an error of another library can hold
 * a body or an address, so nothing of it is passed on but its name.
 */
export async function perform(context: IExecuteFunctions, menu: Menu): Promise<INodeExecutionData[][]> {
  const run: NodeRun = { context, words: instanceWords() };
  const chosen = context.getNodeParameter(menu.parameter, 0);
  const performer = menu.performers.find(({ name }) => name === chosen);
  try {
    if (!performer) throw refusal(run, { code: 'nodes.error.unknownOperation', params: { operation: String(chosen) } });
    return await performer.execute(run);
  } catch (error) {
    const shown = error instanceof NodeOperationError ? error : unexpected(run, error);
    if (context.continueOnFail()) return errorItems(run, shown, performer?.outputs ?? menu.outputs);
    throw shown;
  }
}

/** An error of ours: one sentence, the technical code after it. */
export function refusal(run: NodeRun, problem: Problem, code?: string, itemIndex?: number): NodeOperationError {
  return new NodeOperationError(run.context.getNode(), sentence(run.words, problem), {
    level: 'warning',
    ...(code ? { description: run.words('nodes.error.code', { code }) } : {}),
    ...(itemIndex === undefined ? {} : { itemIndex }),
  });
}

/** An error of ours about something that was filled in wrongly. */
export function unreadable(run: NodeRun, problems: Problems): NodeOperationError {
  return new NodeOperationError(run.context.getNode(), sentences(run.words, problems), { level: 'warning' });
}

/**
 * The results of a run, its notes said as hints.
 *
 * @throws NodeOperationError with the one sentence that says why nothing was begun.
 */
export function done<T>(run: NodeRun, answer: Run<T>): readonly T[] {
  if (answer.kind === 'refused') throw refusal(run, answer.problem, answer.code);
  for (const note of answer.notes) run.context.addExecutionHints(hint(sentence(run.words, note), 'warning'));
  return answer.results;
}

/** The name of a run that told France Travail something. */
export function nameOf(answer: Run<unknown>): string | undefined {
  return answer.kind === 'done' ? answer.run : undefined;
}

/** Lines between two words on how far a run is. */
const PROGRESS_EVERY = 20;

/** What every run of a room takes: the button that stops it, and how far it is for who has the browser's console open. */
export function runOptions({ context, words }: NodeRun): RunOptions {
  const signal = context.getExecutionCancelSignal();
  return {
    ...(signal ? { signal } : {}),
    onProgress: (finished, total) => {
      if (finished % PROGRESS_EVERY !== 0 && finished !== total) return;
      context.sendMessageToUI(words('nodes.progress', { done: finished, total }));
    },
  };
}

/** Says something beside the output: counts, what was held back. */
export function hint(message: string, type: 'info' | 'warning' = 'info'): NodeExecutionHint {
  return { message, type, location: 'outputPane' };
}

/** Problems that are told at once: beyond that nobody reads on. */
const TOLD = 3;

/** The first problems in words, with what they are about in front. */
export function sentences(words: Words, { about, problems }: Problems): string {
  const told = problems.slice(0, TOLD).map((problem) => sentence(words, problem));
  return [...(about ? [words(about)] : []), ...told].join(' ');
}

/** A problem in words. */
export function sentence(words: Words, problem: Problem): string {
  return words(problem.code, problem.params);
}

/** What nobody foresaw, without anything of the error but its name; a stop by the user is said as such. */
export function unexpected(run: NodeRun, error: unknown): NodeOperationError {
  if (run.context.getExecutionCancelSignal()?.aborted) return refusal(run, { code: 'nodes.error.cancelled' });
  const name = error instanceof Error ? error.name : typeof error;
  return refusal(run, { code: 'nodes.error.unexpected', params: { name } });
}

/**
 * With "continue on fail": one item for each that came in, on the last output, where what must be looked at leaves. They
 * carry no `error` object: n8n would move such items to its error output and lay the whole input item beside it, NIR
 * included.
 */
function errorItems(run: NodeRun, error: NodeOperationError, outputs: number): INodeExecutionData[][] {
  const items = run.context.getInputData().map(
    (_, item): INodeExecutionData => ({
      json: { line: item + 1, message: error.message, error: error.message },
      pairedItem: { item },
    }),
  );
  return [...Array.from({ length: outputs - 1 }, () => []), items];
}
