import { scopeOf, type ReferralDesk } from '../../src/delivery';
import { checkAnswer, type AnswerCheck, type RawAnswer, type Referral } from '../../src/referral';
import { refusal, type NodeRun } from '../nodeRun';

/** The answer that one item gives, checked. */
export interface AnswerLine {
  readonly index: number;
  readonly referralId: string;
  readonly check: AnswerCheck;
}

/** Reads the answer of each item from the node's parameters; the referrals themselves are looked up in the store. */
export async function readAnswers(run: NodeRun, desk: ReferralDesk): Promise<readonly AnswerLine[]> {
  const raws = run.context.getInputData().map((_, index) => rawAnswer(run, index));
  const ids = [...new Set(raws.map(idOf).filter((id) => id !== ''))];
  const kept = await desk.store.replay(scopeOf(desk), { ids });
  const referrals = new Map(kept.map(({ referral }) => [referral.id, referral]));
  return raws.map((raw, index) => checked(run, desk, raw, index, referrals.get(idOf(raw))));
}

function checked(
  run: NodeRun,
  desk: ReferralDesk,
  raw: RawAnswer,
  index: number,
  referral: Referral | undefined,
): AnswerLine {
  const options = { today: desk.today, timeZone: run.context.getTimezone(), ...(referral ? { referral } : {}) };
  return { index, referralId: idOf(raw), check: checkAnswer(raw, options) };
}

function idOf({ referralId }: RawAnswer): string {
  return String(referralId ?? '').trim();
}

/** @throws NodeOperationError when an expression of this item fails. */
function rawAnswer({ context, words }: NodeRun, index: number): RawAnswer {
  try {
    return {
      referralId: context.getNodeParameter('referralId', index, ''),
      decision: context.getNodeParameter('decision', index, ''),
      reason: context.getNodeParameter('reason', index, ''),
      ...(context.getNodeParameter('answerFields', index, {}) as RawAnswer),
    };
  } catch {
    // n8n's own message can quote the value.
    const params = { line: index + 1 };
    throw refusal({ context, words }, { code: 'nodes.error.expression', params }, undefined, index);
  }
}
