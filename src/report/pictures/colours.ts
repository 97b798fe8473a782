import type { Summary } from '../summary';

/** Parts of a list, in the order in which they are drawn; the class gives the colour (`style.ts`). */
export const PARTS = ['said', 'unchanged', 'alreadyAccompanied', 'waiting', 'toCorrect'] as const;
export type Part = (typeof PARTS)[number];

export function sizeOf(part: Part, { counts, said }: Pick<Summary, 'counts' | 'said'>): number {
  return part === 'said' ? said : counts[part];
}
