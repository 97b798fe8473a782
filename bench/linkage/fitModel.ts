import type { Findings } from '../../src/identity/linkage/compare';
import {
  COMPARISON_IDS,
  COMPARISONS,
  GIVEN_LEVELS,
  SURNAME_LEVELS,
  type ComparisonId,
} from '../../src/identity/linkage/levels';
import {
  FIRST_WEIGHT,
  RARITY_TERMS,
  rarityTerms,
  WEIGHT_COUNT,
  type RarityCentre,
} from '../../src/identity/linkage/weights';
import type { CandidatePairs } from './candidatePairs';
import { fitLogistic, type Row } from './logistic';

/** Pairs of one file, how much the file counts, and the number of its records. */
export interface TrainingPairs {
  readonly pairs: CandidatePairs;
  readonly weight: number;
  readonly baseSize: number;
}

export interface Fit {
  /** log2 odds of a candidate pair in a base of `REFERENCE_SIZE` records before anything is compared. */
  readonly prior: number;
  /** By comparison and level, in bits. */
  readonly weights: Float64Array;
  readonly m: Float64Array;
  readonly u: Float64Array;
  readonly rarity: Float64Array;
}

export const REFERENCE_SIZE = 32_768;
export const CENTRE: RarityCentre = { surname: 14, given: 9, most: 20 };
const LN2 = Math.log(2);
/** Pseudo-pairs that hold a level near its Fellegi–Sunter weight. */
const STRENGTH = 1.5;
/** Fields lean on each other (a homonym agrees in several), so the start is less than log2(m/u). */
const INDEPENDENCE = 0.6;
const MOST = 16;

/** Weights of every level from labelled pairs: log2(m/u), made right together by a regression that starts from there. */
export function fitModel(files: readonly TrainingPairs[]): Fit {
  const { m, u } = frequencies(files);
  const size = WEIGHT_COUNT + RARITY_TERMS.length + 1;
  const prior = new Float64Array(size);
  const lowest = new Float64Array(size).fill(-MOST);
  const highest = new Float64Array(size).fill(MOST);
  COMPARISON_IDS.forEach((id, k) => {
    COMPARISONS[id].forEach((level, i) => {
      const at = FIRST_WEIGHT[k]! + i;
      prior[at] = startOf(id, level, i, m, u, FIRST_WEIGHT[k]!) * LN2;
      [lowest[at], highest[at]] = bounds(id, level);
    });
  });
  for (let i = WEIGHT_COUNT; i < size - 1; i++) [prior[i], lowest[i], highest[i]] = [0.3, 0, 1 * LN2];
  prior[size - 1] = -2;
  const strength = new Float64Array(size).fill(STRENGTH);
  strength[size - 1] = 0.01;
  const terms = fitLogistic(rowsOf(files), {
    indicators: WEIGHT_COUNT,
    valued: RARITY_TERMS.length,
    prior: prior.map((term, i) => Math.min(highest[i]!, Math.max(lowest[i]!, term))),
    strength,
    lowest,
    highest,
  });
  const bits = terms.map((term) => term / LN2);
  return {
    prior: bits[size - 1]!,
    weights: bits.slice(0, WEIGHT_COUNT),
    m,
    u,
    rarity: bits.slice(WEIGHT_COUNT, size - 1),
  };
}

/** A missing value says nothing; an agreement never speaks against, a contradiction never for the same person. */
function bounds(id: ComparisonId, level: string): [number, number] {
  if (id === 'names') return [-MOST, MOST];
  if (level === 'missing' || level === 'none') return [0, 0];
  if (id === 'lookalike') return [-6 * LN2, 0];
  if (AGREEING.has(level)) return [0, MOST];
  if (CONTRADICTING.has(level)) return [-MOST, 0];
  return [-MOST, MOST];
}

const AGREEING = new Set([
  'same',
  'sameByDefault',
  'sameTown',
  'sameTownName',
  'sameForeignTown',
  'sameCountry',
  'sameSaidByName',
]);
const CONTRADICTING = new Set([
  'different',
  'differentUncertified',
  'sameBirthOtherOrder',
  'otherForeignTown',
  'countryForTown',
]);

/** Joint name levels start from surname and given name apart, which few pairs of a rare joint level could not tell. */
function startOf(
  id: ComparisonId,
  level: string,
  index: number,
  m: Float64Array,
  u: Float64Array,
  first: number,
): number {
  if (id === 'lookalike') return 0;
  if (id !== 'names' || level === 'inverted') return INDEPENDENCE * Math.log2(m[first + index]! / u[first + index]!);
  const [surname, given] = [Math.floor(index / GIVEN_LEVELS.length), index % GIVEN_LEVELS.length];
  const sum = (shares: Float64Array, belongs: (i: number) => boolean) => {
    let total = 0;
    for (let i = 0; i < SURNAME_LEVELS.length * GIVEN_LEVELS.length; i++) if (belongs(i)) total += shares[first + i]!;
    return total;
  };
  const ofSurname = (i: number) => Math.floor(i / GIVEN_LEVELS.length) === surname;
  const ofGiven = (i: number) => i % GIVEN_LEVELS.length === given;
  const ratio = (belongs: (i: number) => boolean) => Math.log2(sum(m, belongs) / sum(u, belongs));
  return INDEPENDENCE * (ratio(ofSurname) + ratio(ofGiven));
}

/** Shares of the levels among true pairs (m) and among the pairs of two people that share a key (u). */
function frequencies(files: readonly TrainingPairs[]): { m: Float64Array; u: Float64Array } {
  const m = new Float64Array(WEIGHT_COUNT).fill(0.5);
  const u = new Float64Array(WEIGHT_COUNT).fill(0.5);
  for (const { pairs, weight } of files) {
    pairs.findings.forEach(({ levels }, i) => {
      const counts = pairs.same[i] ? m : u;
      levels.forEach((level, k) => (counts[FIRST_WEIGHT[k]! + level]! += weight));
    });
  }
  COMPARISON_IDS.forEach((id, k) => {
    for (const counts of [m, u]) {
      const part = counts.subarray(FIRST_WEIGHT[k]!, FIRST_WEIGHT[k]! + COMPARISONS[id].length);
      const total = part.reduce((sum, count) => sum + count, 0);
      part.forEach((count, i) => (part[i] = count / total));
    }
  });
  return { m, u };
}

function rowsOf(files: readonly TrainingPairs[]): Row[] {
  return files.flatMap(({ pairs, weight, baseSize }) =>
    pairs.findings.map((findings, i) => ({
      on: indicators(findings),
      values: valuesOf(findings),
      label: pairs.same[i] ? 1 : 0,
      weight,
      offset: -Math.log(baseSize / REFERENCE_SIZE),
    })),
  );
}

function indicators({ levels }: Findings): Int16Array {
  return Int16Array.from(levels, (level, k) => FIRST_WEIGHT[k]! + level);
}

function valuesOf(findings: Findings): Float64Array {
  const out = new Float64Array(RARITY_TERMS.length);
  rarityTerms(findings, CENTRE, out);
  return out;
}

/** Score of a pair in bits under a fit. */
export function scoreOf(fit: Fit, findings: Findings, baseSize: number): number {
  let score = fit.prior - Math.log2(baseSize / REFERENCE_SIZE);
  findings.levels.forEach((level, k) => (score += fit.weights[FIRST_WEIGHT[k]! + level]!));
  valuesOf(findings).forEach((value, i) => (score += value * fit.rarity[i]!));
  return score;
}
