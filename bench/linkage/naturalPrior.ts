import { scoreOf, type Fit, type TrainingPairs } from './fitModel';

const LISTED_FROM = 0.01;
const ROUNDS = 30;
const HALFWAY = 0.5;

/**
 * The fit with the prior of a base as life has it: the stress file, with its many lookalikes, draws the prior down, so
 * that in a usual base the doubtful pairs would be truer than said. Moved halfway to where the listed pairs of the natural
 * files are as true as said on the whole: bases lie between the two.
 */
export function withNaturalPrior(fit: Fit, natural: readonly TrainingPairs[]): Fit {
  const scored = natural.flatMap(({ pairs, baseSize }) =>
    pairs.findings.map((findings, i) => ({ score: scoreOf(fit, findings, baseSize), same: pairs.same[i]! })),
  );
  let [low, high] = [-2, 2];
  for (let round = 0; round < ROUNDS; round++) {
    const shift = (low + high) / 2;
    if (surplus(scored, shift) > 0) high = shift;
    else low = shift;
  }
  return { ...fit, prior: fit.prior + HALFWAY * low };
}

/** Said minus true pairs among the listed ones. */
function surplus(scored: readonly { score: number; same: boolean }[], shift: number): number {
  let sum = 0;
  for (const { score, same } of scored) {
    const probability = 1 / (1 + 2 ** -(score + shift));
    if (probability >= LISTED_FROM) sum += probability - (same ? 1 : 0);
  }
  return sum;
}
