import { outputOf, type OutcomeOutput } from '../../src/accompaniment';
import type { Change, LinePreview, LineResult } from '../../src/delivery';
import type { PivotField } from '../../src/fields';
import { hint, type NodeRun } from '../nodeRun';
import { fieldLabel } from '../outcomeItems';

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

/** What the list came to, against what France Travail was told. */
export function hintChanges({ context, words }: NodeRun, changes: readonly Change[]): void {
  const of = (wanted: Change) => changes.filter((change) => change === wanted).length;
  context.addExecutionHints(
    hint(
      words('nodes.declare.hint.changes', {
        open: of('open'),
        change: of('change'),
        suspend: of('suspend'),
        resume: of('resume'),
        close: of('close'),
        nothing: of('nothing'),
        absent: of('absent'),
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
