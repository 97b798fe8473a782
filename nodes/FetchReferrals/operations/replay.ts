import { hint } from '../../nodeRun';
import { scopeOf } from '../../../src/delivery';
import { openReferralDesk } from '../../desk';
import { referralItem } from '../items';
import { wantedLimit } from '../limit';
import type { Operation } from './operation';

/** Hands out again what is kept; France Travail is asked nothing. */
export const replay: Operation = {
  name: 'replay',
  execute: async (run) => {
    const { context, words } = run;
    const desk = await openReferralDesk(run);
    const kept = await desk.store.replay(scopeOf(desk), since(String(context.getNodeParameter('since', 0, '') ?? '')));
    const unansweredOnly = context.getNodeParameter('which', 0, 'unanswered') === 'unanswered';
    const wanted = kept.filter(({ answered, referral }) =>
      unansweredOnly ? !answered && referral.state !== 'cancelled' : true,
    );
    const limit = wantedLimit(context);
    const referrals = wanted.slice(0, limit);
    context.addExecutionHints(hint(words('nodes.referrals.hint.replayed', { count: referrals.length })));
    return [referrals.map((one) => referralItem(run, one)), [], []];
  },
};

function since(text: string): { since?: string } {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? {} : { since: date.toISOString() };
}
