import { hint } from '../nodeRun';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { IdentityDecision } from '../../src/identity';
import type { NodeRun } from '../nodeRun';
import { itemOf } from '../outcomeItems';

/** What was decided about one item. `reasons` are sentences, strongest first. */
export interface Decided {
  readonly index: number;
  readonly id: string;
  readonly decision: IdentityDecision;
  readonly reasons: readonly string[];
  readonly more: IDataObject;
}

/** Order of the node's outputs: stable. */
const ORDER: readonly IdentityDecision[] = ['new', 'duplicate', 'review'];

/** Sorts what was decided on the outputs, and says the counts. */
export function outputs({ context, words }: NodeRun, decided: readonly Decided[]): INodeExecutionData[][] {
  const sorted = ORDER.map((decision) => decided.filter((one) => one.decision === decision));
  const [fresh = [], duplicate = [], review = []] = sorted;
  const counts = { new: fresh.length, duplicate: duplicate.length, review: review.length };
  context.addExecutionHints(hint(words('nodes.dedup.hint', counts)));
  return sorted.map((group) => group.map(toItem));
}

function toItem({ index, id, decision, reasons, more }: Decided): INodeExecutionData {
  const [message = ''] = reasons;
  return itemOf(index, { line: index + 1, id, message, decision, reasons: [...reasons], ...more });
}
