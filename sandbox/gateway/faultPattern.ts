import { z } from 'zod/v4';
import { seededRandom } from '../world';

const WHOLE = z.number().int().positive();

/** Which calls a fault hits. The same seed gives the same calls, in the order in which they come. */
export const PATTERN = {
  /** By chance: 0.1 = one call in ten. */
  probability: z.number().gt(0).max(1),
  /** In turns: so many are hit, then so many are spared. */
  burst: z.tuple([WHOLE, WHOLE]),
  /** By record: one in so many, always the same ones, whenever they come. */
  oneIn: WHOLE,
  /** By record: these, by the caller's own reference. */
  references: z.array(z.string()).min(1),
  seed: z.number().int(),
};

export type FaultPattern = {
  readonly [Name in keyof typeof PATTERN]?: z.infer<(typeof PATTERN)[Name]>;
};

/**
 * Whether a pattern hits the n-th call that comes by.
 * @param reference of the record that the call is about, if it is about one
 */
export function patternHits(
  { probability, burst, oneIn, references, seed = 0 }: FaultPattern,
  nth: number,
  reference?: string,
): boolean {
  if (references !== undefined && !(reference !== undefined && references.includes(reference))) return false;
  if (oneIn !== undefined && !(reference !== undefined && seededRandom(seed, textNumber(reference)).int(oneIn) === 0))
    return false;
  if (burst !== undefined && nth % (burst[0] + burst[1]) >= burst[0]) return false;
  return probability === undefined || seededRandom(seed, nth).chance(probability);
}

/** FNV-1a, 32 bits. */
function textNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash | 0;
}
