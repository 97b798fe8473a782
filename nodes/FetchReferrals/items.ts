import type { INodeExecutionData } from 'n8n-workflow';
import type { KeptReferral } from '../../src/ledger';
import type { NodeRun } from '../nodeRun';

/**
 * A referral as an item: what the convention let in, with stable keys; the person in pivot fields, so that the other
 * nodes understand it. A referral comes of no item, so it is paired with all that came in.
 */
export function referralItem(run: NodeRun, kept: KeptReferral): INodeExecutionData {
  const { referral, receivedAt, answered } = kept;
  const { id, version, state, createdAt, dueDate, prescriber, person, path, reason, comment } = referral;
  return {
    json: {
      id,
      version,
      state,
      stateLabel: run.words(`nodes.referrals.state.${state}`),
      createdAt,
      receivedAt,
      ...(dueDate ? { dueDate } : {}),
      person: { ...person },
      prescriber: { ...prescriber },
      ...(path ? { path } : {}),
      ...(reason ? { reason } : {}),
      ...(comment ? { comment } : {}),
      ...(answered ? { answered: { ...answered } } : {}),
    },
    pairedItem: run.context.getInputData().map((_, item) => ({ item })),
  };
}
