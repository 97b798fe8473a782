import type { Setting } from '../../src/identity/linkage';
import type { NodeRun } from '../nodeRun';

/** How bold the decisions are, the most careful first; option values are stable. */
export const SETTINGS = ['prudent', 'balanced', 'wide'] as const satisfies readonly Setting[];

/** The setting that was chosen; a value that does not exist is the prudent one. */
export function readSetting({ context }: NodeRun): Setting {
  const chosen = context.getNodeParameter('setting', 0, 'prudent');
  return SETTINGS.find((setting) => setting === chosen) ?? 'prudent';
}
