import type { PivotRecord } from '../../fields';
import { emptyFindings, type Findings } from './compare';
import { AT, COMPARISON_IDS, COMPARISONS } from './levels';
import type { Model } from './model';
import type { Breathe, PersonIndex } from './personIndex';
import { FIRST_WEIGHT, WEIGHT_COUNT } from './weights';

/** Below so many records a file is too small to learn from. */
const SMALLEST = 2_000;
const MOST_PAIRS = 300_000;
const ROUNDS = 25;
/** Pairs worked on before the event loop may turn: a few milliseconds. A row to be read is worth so many. */
const PAIRS_A_SLICE = 10_000;
const ROW_IN_PAIRS = 20;
/** Pseudo-pairs that hold a level near the shipped model. */
const STRENGTH = 4;
const FIELDS_OF_OUR_OWN = ['nir', 'franceTravailNumber', 'phone', 'placeCode'] as const;

/** A model adapted to a file, and on how many pairs. */
export interface Adaptation {
  readonly model: Model;
  readonly pairs: number;
}

/**
 * Fits the weights to a large file of other columns than ours, without labels: expectation–maximisation (Winkler 1988)
 * over the pairs that share a key, begun from the shipped model. With `records`, the
 * pairs are those between them and the index, else those within it. Undefined where the file is small or has our own
 * columns, for which the shipped weights were trained. Every n-th row is taken, so the same file gives the same model.
 */
export async function adaptedModel(
  index: PersonIndex,
  breathe: Breathe,
  records?: readonly PivotRecord[],
): Promise<Adaptation | undefined> {
  const { model } = index.pairScorer;
  if (index.size < SMALLEST || hasOurColumns(index)) return undefined;
  const sample = await sampledPairs(index, breathe, records);
  if (sample.length < SMALLEST / 2) return undefined;
  const shipped = model.weights;
  let weights = Float64Array.from(shipped);
  let prior = model.prior;
  for (let round = 0; round < ROUNDS; round++) {
    const next = await maximised(sample, weights, prior, shipped, breathe);
    weights = next.weights;
    prior = next.prior;
  }
  const rarities = raritiesOf(index);
  await breathe();
  const adapted: Model = {
    ...model,
    weights,
    prior,
    referenceSize: Math.max(index.size, model.smallestBase),
    ...rarities,
  };
  return { model: adapted, pairs: sample.length };
}

/** Share of a bit that a bit of rarity is worth: names of a file lean on each other and on its other fields. */
const RARITY_SHARE = 0.5;

/** Rarity around its mean in the file: a name that two people share by chance is a frequent one. */
function raritiesOf({ people, size }: PersonIndex): Pick<Model, 'rarity' | 'centre' | 'raritiesOfFile'> {
  const { words } = people;
  const mean = (countOf: (word: number) => number) => {
    let [bits, chance] = [0, 0];
    for (let word = 1; word < words.count; word++) {
      const share = countOf(word) / size;
      if (share === 0) continue;
      bits -= share * share * Math.log2(share);
      chance += share * share;
    }
    return chance === 0 ? 0 : bits / chance;
  };
  return {
    rarity: Float64Array.of(RARITY_SHARE, RARITY_SHARE / 2, RARITY_SHARE, RARITY_SHARE / 2),
    centre: {
      surname: mean((word) => words.surnameCount(word)),
      given: mean((word) => words.givenCount(word)),
      most: 20,
    },
    raritiesOfFile: true,
  };
}

function hasOurColumns({ people }: PersonIndex): boolean {
  return FIELDS_OF_OUR_OWN.some((field) => {
    let filled = 0;
    for (let row = 0; row < people.count; row++) if (people[field][row] !== 0) filled++;
    return filled > people.count / 50;
  });
}

async function sampledPairs(
  index: PersonIndex,
  breathe: Breathe,
  records: readonly PivotRecord[] | undefined,
): Promise<Uint8Array[]> {
  const sample: Uint8Array[] = [];
  const findings: Findings = emptyFindings();
  const rows = records?.length ?? index.people.count;
  const step = Math.max(1, Math.floor(rows / 20_000));
  let since = 0;
  for (let i = 0; i < rows && sample.length < MOST_PAIRS; i += step) {
    const row = records ? index.stage(records[i]!) : i;
    const others = index.candidatesOf(row);
    for (const other of others) {
      index.pairScorer.find(other, row, findings);
      sample.push(findings.levels.slice());
    }
    since += others.length + ROW_IN_PAIRS;
    if (since < PAIRS_A_SLICE) continue;
    since = 0;
    await breathe();
  }
  return sample;
}

/** One round: how true each pair looks under the weights, then weights from the pairs counted by that. */
async function maximised(
  sample: readonly Uint8Array[],
  weights: Float64Array,
  prior: number,
  shipped: Float64Array,
  breathe: Breathe,
): Promise<{ weights: Float64Array; prior: number }> {
  const m = new Float64Array(WEIGHT_COUNT);
  const u = new Float64Array(WEIGHT_COUNT);
  let matches = 1;
  for (let pair = 0; pair < sample.length; pair++) {
    if (pair % PAIRS_A_SLICE === PAIRS_A_SLICE - 1) await breathe();
    const levels = sample[pair]!;
    let score = prior;
    for (let k = 0; k < levels.length; k++) score += weights[FIRST_WEIGHT[k]! + levels[k]!]!;
    const probability = 1 / (1 + 2 ** -score);
    matches += probability;
    for (let k = 0; k < levels.length; k++) {
      const at = FIRST_WEIGHT[k]! + levels[k]!;
      m[at]! += probability;
      u[at]! += 1 - probability;
    }
  }
  return { weights: reweighed(m, u, shipped), prior: Math.log2(matches / Math.max(1, sample.length - matches)) };
}

function reweighed(m: Float64Array, u: Float64Array, shipped: Float64Array): Float64Array {
  const weights = Float64Array.from(shipped);
  COMPARISON_IDS.forEach((id, k) => {
    const first = FIRST_WEIGHT[k]!;
    const levels: readonly string[] = COMPARISONS[id];
    const counted = (shares: Float64Array) =>
      levels.reduce((sum, level, i) => sum + (isSilent(id, level) ? 0 : shares[first + i]!), 0);
    const [matches, others] = [counted(m), counted(u)];
    if (matches < 1 || others < 1) return;
    levels.forEach((level, i) => {
      const at = first + i;
      if (isSilent(id, level) || k === AT.lookalike) return;
      const lean = 2 ** shipped[at]!;
      const share = (m[at]! + (STRENGTH * lean) / (1 + lean)) / (matches + STRENGTH);
      const chance = (u[at]! + STRENGTH / (1 + lean)) / (others + STRENGTH);
      weights[at] = Math.max(-14, Math.min(14, Math.log2(share / chance)));
    });
  });
  return weights;
}

function isSilent(id: string, level: string): boolean {
  return id !== 'names' && (level === 'missing' || level === 'none');
}
