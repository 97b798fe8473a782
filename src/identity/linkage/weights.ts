import type { Findings } from './compare';
import { AT, COMPARISON_IDS, COMPARISONS, INVERTED, levelNumbers, SURNAME_LEVELS } from './levels';

const SURNAME = levelNumbers(SURNAME_LEVELS);

/** How much the rarity of a name that agrees adds, by how well it agrees. One number each in model.json. */
export const RARITY_TERMS = ['surnameSame', 'surnameAlike', 'givenSame', 'givenAlike'] as const;
export type RarityTerm = (typeof RARITY_TERMS)[number];

/** First weight of each comparison in the flat list of all weights. */
export const FIRST_WEIGHT: readonly number[] = firstWeights();
export const WEIGHT_COUNT = COMPARISON_IDS.reduce((sum, id) => sum + COMPARISONS[id].length, 0);

/** Bits at which the rarity of a name neither adds nor takes away. */
export interface RarityCentre {
  readonly surname: number;
  readonly given: number;
  /** Rarity beyond so many bits says no more: a name that nobody else has may be a typing error. */
  readonly most: number;
}

/** The four rarity terms of a pair, centred, into `out`. */
export function rarityTerms(findings: Findings, centre: RarityCentre, out: Float64Array): void {
  out.fill(0);
  if (findings.surnameBits > 0) {
    const exact = findings.surname <= SURNAME.part;
    out[exact ? 0 : 1] = Math.min(findings.surnameBits, centre.most) - centre.surname;
  }
  if (findings.givenBits > 0 && findings.levels[AT.names] !== INVERTED) {
    const exact = findings.given <= 3;
    out[exact ? 2 : 3] = Math.min(findings.givenBits, centre.most) - centre.given;
  }
}

function firstWeights(): number[] {
  const firsts: number[] = [];
  let next = 0;
  for (const id of COMPARISON_IDS) {
    firsts.push(next);
    next += COMPARISONS[id].length;
  }
  return firsts;
}
