import { fetchReferrals } from '../../../src/delivery';
import { openReferralDesk } from '../../desk';
import { hint, refusal, runOptions, sentence } from '../../nodeRun';
import { referralItem } from '../items';
import { wantedLimit } from '../limit';
import type { Operation } from './operation';

/** Takes new referrals in: kept first, then acknowledged, then handed on. */
export const fetch: Operation = {
  name: 'fetch',
  execute: async (run) => {
    const { context, words } = run;
    const desk = await openReferralDesk(run);
    const limit = wantedLimit(context);
    const answer = await fetchReferrals(desk, {
      ...(limit === undefined ? {} : { limit }),
      ...runOptions(run),
    });
    if (answer.kind === 'refused') throw refusal(run, answer.problem, answer.code);
    const { referrals, pending, notes } = answer;
    const fetched = referrals.length;
    context.addExecutionHints(
      hint(fetched > 0 ? words('nodes.referrals.hint.fetched', { fetched }) : words('nodes.referrals.hint.none')),
    );
    if (pending > 0) context.addExecutionHints(hint(words('nodes.referrals.hint.pending', { pending }), 'warning'));
    for (const note of notes) context.addExecutionHints(hint(sentence(words, note), 'warning'));
    return [referrals.map((kept) => referralItem(run, kept)), [], []];
  },
};
