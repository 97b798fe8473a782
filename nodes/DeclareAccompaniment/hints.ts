import { outputOf, type OutcomeOutput } from '../../src/accompaniment';
import type { LinePreview, LineResult } from '../../src/delivery';
import type { PivotField } from '../../src/fields';
import type { HeaderMapping } from '../../src/intake';
import { hint, sentence, type NodeRun } from '../nodeRun';
import { fieldLabel } from '../outcomeItems';

/** Columns named in one hint: beyond that nobody reads on. */
const NAMED = 12;

/** Counts of a run that sent. */
export function hintSent({ context, words }: NodeRun, results: readonly LineResult[], aside: number): void {
  const on = (output: OutcomeOutput) => results.filter(({ outcome }) => outputOf(outcome.kind) === output).length;
  context.addExecutionHints(
    hint(
      words('nodes.declare.hint.sent', {
        declared: on('declared'),
        unchanged: results.filter(({ outcome }) => outcome.kind === 'unchanged').length,
        alreadyAccompanied: on('alreadyAccompanied'),
        waiting: on('waiting'),
        toCorrect: on('toCorrect') + aside,
        remindersStopped: results.filter(({ outcome }) => outcome.remindersStopped).length,
      }),
    ),
  );
}

/** Counts of a run that only looked, and what the convention would hold back. */
export function hintPreview(run: NodeRun, previews: readonly LinePreview[], aside: number): void {
  const { context, words } = run;
  const stopped = previews.flatMap(({ outcome }) => (outcome ? [outputOf(outcome.kind)] : []));
  context.addExecutionHints(
    hint(
      words('nodes.declare.hint.preview', {
        send: previews.filter(({ would }) => would === 'send').length,
        nothing: previews.filter(({ would }) => would === 'nothing').length,
        waiting: stopped.filter((output) => output === 'waiting').length,
        toCorrect: stopped.filter((output) => output === 'toCorrect').length + aside,
      }),
    ),
  );
  const cut = [...new Set<PivotField>(previews.flatMap((preview) => preview.cut))];
  if (cut.length === 0) return;
  const fields = cut.map((field) => fieldLabel(words, field)).join(', ');
  context.addExecutionHints(hint(words('nodes.declare.hint.cut', { fields })));
}

/** Which columns stay where they are, and which were taken with a doubt. */
export function hintColumns({ context, words }: NodeRun, mapping: HeaderMapping): void {
  const aside = mapping.columns.filter(({ field }) => field === null).map(({ header }) => header);
  const columns = [...aside.slice(0, NAMED), ...(aside.length > NAMED ? ['…'] : [])].join(', ');
  if (columns) context.addExecutionHints(hint(words('nodes.hint.columns', { columns })));
  for (const { ask, header } of mapping.questions) {
    if (!ask) continue;
    context.addExecutionHints(
      hint(words('nodes.hint.question', { header, question: sentence(words, ask) }), 'warning'),
    );
  }
}
