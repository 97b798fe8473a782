/**
 * Trains the weights of src/identity/linkage/model.json: `npm run bench:train`. Reads the developer files with truth
 * and the files of {@link generate}; nothing in it is random but the generator's seed. Words stay as they are written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPARISON_IDS, COMPARISONS } from '../../src/identity/linkage/levels';
import { FIRST_WEIGHT, RARITY_TERMS } from '../../src/identity/linkage/weights';
import { candidatePairs } from './candidatePairs';
import { fitModel, REFERENCE_SIZE, type Fit, type TrainingPairs } from './fitModel';
import { withNaturalPrior } from './naturalPrior';
import { generate } from './generate';
import { readLabelled, withoutFields, type LabelledRecord } from './readRecords';

const DATA = join(__dirname, '../../../shared/data');
const MODEL = join(__dirname, '../../src/identity/linkage/model.json');
const IDENTIFIERS = ['nir', 'franceTravailNumber'];

/** What is trained on, and how much each file counts: life has fewer lookalikes than the stress file. */
const FILES = [
  { file: 'french-dev-stress.csv', weight: 1 },
  { file: 'french-dev-natural.csv', weight: 2 },
] as const;

/** Place of the natural file among those of one pass. */
const NATURAL = 1;

/** A share of the own generator's records, so that the weights do not learn one error model by heart. */
const OWN = { seed: 101, people: 16_000, lookalikes: 0.05 } as const;

function trainingFiles(): TrainingPairs[] {
  return [[], IDENTIFIERS].flatMap((without) => [
    ...FILES.map(({ file, weight }) => training(readLabelled(join(DATA, file), { without }), weight)),
    training(withoutFields(generate(OWN), without), 1),
  ]);
}

function training(records: readonly LabelledRecord[], weight: number): TrainingPairs {
  return { pairs: candidatePairs(records), weight, baseSize: Math.max(REFERENCE_SIZE / 2, records.length) };
}

interface TrainedDocument {
  trained: object;
  prior: { weight: number };
  rarity: { bits: Record<string, number> };
  comparisons: { id: string; origin: string; levels: { id: string; m: number; u: number; weight: number }[] }[];
}

function write(fit: Fit): void {
  const model = JSON.parse(readFileSync(MODEL, 'utf8')) as TrainedDocument;
  model.trained = {
    by: 'npm run bench:train',
    on: [
      ...FILES.map(({ file, weight }) => `${file} × ${String(weight)}, with and without identifiers`),
      `bench/linkage/generate.ts ${JSON.stringify(OWN)}`,
    ],
  };
  model.prior.weight = rounded(fit.prior);
  RARITY_TERMS.forEach((term, i) => (model.rarity.bits[term] = rounded(fit.rarity[i]!)));
  for (const comparison of model.comparisons) {
    if (comparison.origin !== 'trained') continue;
    const k = COMPARISON_IDS.indexOf(comparison.id as (typeof COMPARISON_IDS)[number]);
    const ids = COMPARISONS[COMPARISON_IDS[k]!] as readonly string[];
    for (const level of comparison.levels) {
      const at = FIRST_WEIGHT[k]! + ids.indexOf(level.id);
      level.m = significant(fit.m[at]!);
      level.u = significant(fit.u[at]!);
      level.weight = rounded(fit.weights[at]!);
    }
  }
  writeFileSync(MODEL, `${JSON.stringify(model, null, 1)}\n`);
}

const rounded = (bits: number) => Math.round(bits * 100) / 100;
const significant = (share: number) => Number(share.toPrecision(3));

const files = trainingFiles();
const natural = files.filter((_, i) => i % (FILES.length + 1) === NATURAL);
write(withNaturalPrior(fitModel(files), natural));
