import type { INodePropertyOptions } from 'n8n-workflow';
import { EXIT_REASONS } from '../../src/accompaniment';
import type { Words } from '../words';

/** The neutral reasons, to choose one from. */
export function exitReasonOptions(words: Words): INodePropertyOptions[] {
  return EXIT_REASONS.map((reason) => ({ name: words(`nodes.exitReason.${reason}`), value: reason }));
}
