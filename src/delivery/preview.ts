import type { DeclarationDesk } from './desk';
import { planLines, type LinePlan } from './plan';
import type { DeclarationLine, LinePreview, Run } from './results';
import { refusalBeforeReading, refusalOf, scopeOf } from './run';

/**
 * Dry run: what would leave, line by line, and what would stop a line. No network at all, nothing written; the ledger is
 * read, so that `unchanged`, the version and the entry are those of a real run.
 */
export async function previewDeclarations(
  lines: readonly DeclarationLine[],
  desk: DeclarationDesk,
): Promise<Run<LinePreview>> {
  const refusal = refusalBeforeReading(desk);
  if (refusal) return refusal;
  try {
    const scope = scopeOf(desk);
    const unsettled = await desk.ledger.unsettled(scope);
    const plans = await planLines(lines, desk, scope);
    const notes =
      unsettled.length > 0 ? [{ code: 'delivery.note.settleFirst', params: { count: unsettled.length } }] : [];
    return { kind: 'done', results: plans.map(previewOf), notes };
  } catch (error) {
    return refusalOf(error);
  }
}

/** A plan as it is shown. */
export function previewOf(plan: LinePlan): LinePreview {
  if (plan.kind === 'send') return { ...plan.facts, would: 'send' };
  const { outcome } = plan;
  return { ...plan.facts, would: outcome.kind === 'unchanged' ? 'nothing' : 'stop', outcome };
}
