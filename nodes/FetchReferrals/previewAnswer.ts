import { allows, cut, type Convention } from '../../src/convention';
import { PIVOT_FIELD_IDS, type PivotField, type Problem } from '../../src/fields';
import type { ReferralAnswer } from '../../src/referral';

/** What of an answer would leave. */
export interface AnswerPreview {
  /** The convention does not list answers at all. */
  readonly problem?: Problem;
  readonly leaves: readonly { readonly field: PivotField; readonly value: string }[];
  readonly cut: readonly PivotField[];
}

/** Shows what the convention lets through of an answer. No network. */
export function previewAnswer(answer: ReferralAnswer, convention: Convention): AnswerPreview {
  const allowed = allows(convention, 'answerReferral', 'give');
  const told = { ...answer.referent, ...(answer.comment ? { comment: answer.comment } : {}) };
  const { passes, cut: held } = cut(convention, 'answerReferral', 'give', told);
  const leaves = PIVOT_FIELD_IDS.flatMap((field) => {
    const value = passes[field];
    return value ? [{ field, value }] : [];
  });
  return { ...(allowed.ok ? {} : { problem: allowed.problem }), leaves, cut: held };
}
