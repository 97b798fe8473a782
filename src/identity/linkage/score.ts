import type { Findings } from './compare';
import type { Model } from './model';
import { FIRST_WEIGHT, RARITY_TERMS, rarityTerms } from './weights';

const terms = new Float64Array(RARITY_TERMS.length);

/** log2 odds that a candidate pair in a base of so many records is one person. */
export function priorWeight(model: Model, baseSize: number): number {
  return model.prior - Math.log2(Math.max(baseSize, model.smallestBase) / model.referenceSize);
}

/** The match weight of a pair in bits: prior, levels and rarity added up. */
export function matchWeight(model: Model, findings: Findings, prior: number): number {
  let weight = prior;
  const { levels } = findings;
  for (let k = 0; k < levels.length; k++) weight += model.weights[FIRST_WEIGHT[k]! + levels[k]!]!;
  rarityTerms(findings, model.centre, terms);
  for (let i = 0; i < terms.length; i++) weight += terms[i]! * model.rarity[i]!;
  return weight;
}

/** What the rarity of the names that agree adds to the match weight. */
export function rarityWeight(model: Model, findings: Findings): number {
  rarityTerms(findings, model.centre, terms);
  let weight = 0;
  for (let i = 0; i < terms.length; i++) weight += terms[i]! * model.rarity[i]!;
  return weight;
}

export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}
