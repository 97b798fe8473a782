import { COMPARISON_IDS, COMPARISONS, type ComparisonId } from './levels';
import document from './model.json';
import { FIRST_WEIGHT, RARITY_TERMS, WEIGHT_COUNT, type RarityCentre, type RarityTerm } from './weights';

interface InWords {
  readonly fr: string;
  readonly en: string;
}

/** A level as it stands in model.json: its condition in words, what it was measured at, and its weight in bits. */
export interface ModelLevel {
  readonly id: string;
  readonly when?: InWords;
  /** Share of true pairs, and of pairs of two people that share a key, at which the level is found. */
  readonly m: number;
  readonly u: number;
  readonly weight: number;
}

/** From what probability on a pair is a duplicate or to be reviewed. */
export interface Thresholds {
  /** Where what confirms the pair is weak (a postcode, a town): more is asked for. */
  readonly weaklyConfirmedFrom: number;
  /** The same beside another telephone or e-mail. */
  readonly contradictedFrom: number;
  readonly duplicateFrom: number;
  readonly reviewFrom: number;
  /** Whether a town of birth in common confirms names and birth date without a home in common. */
  readonly birthTownAlone: boolean;
}

export type Setting = 'prudent' | 'balanced' | 'wide';
export const SETTINGS: readonly Setting[] = ['prudent', 'balanced', 'wide'];

/** The whole model: one document, from which any score can be redrawn by hand. */
export interface ModelDocument {
  readonly about: InWords;
  readonly prior: { readonly weight: number; readonly referenceSize: number; readonly smallestBase: number };
  readonly rarity: { readonly centre: RarityCentre; readonly bits: Readonly<Record<RarityTerm, number>> };
  readonly conditions: Readonly<Record<'surname' | 'given', Readonly<Record<string, InWords>>>>;
  readonly comparisons: readonly {
    readonly id: string;
    readonly label: InWords;
    /** `trained` from pairs with truth, `set` by hand where no file with truth has the field. */
    readonly origin: string;
    readonly levels: readonly ModelLevel[];
  }[];
  /** Numbers of the automatic decision, each with what it means: see judge.ts and confirmation.ts. */
  readonly judgement: readonly { readonly id: string; readonly value: number; readonly means: InWords }[];
  readonly settings: Readonly<Record<Setting, Thresholds>>;
}

/** The model that is shipped. */
export const SHIPPED_MODEL: ModelDocument = document;

/** A number of the automatic decision by its name in model.json. */
export function rule(id: string): number {
  const found = SHIPPED_MODEL.judgement.find((each) => each.id === id);
  if (!found) throw new Error(`model.json lacks the rule ${id}`);
  return found.value;
}

/** The model's numbers as the scorer reads them. */
export interface Model {
  readonly prior: number;
  readonly referenceSize: number;
  readonly smallestBase: number;
  readonly weights: Float64Array;
  readonly rarity: Float64Array;
  readonly centre: RarityCentre;
  /** Names of other countries: how rare they are is counted in the file, not in France's births. */
  readonly raritiesOfFile: boolean;
  readonly settings: Readonly<Record<Setting, Thresholds>>;
}

/** Reads the numbers out of a document. Throws when a level is missing, which no user can cause. */
export function readModel(source: ModelDocument = SHIPPED_MODEL): Model {
  const weights = new Float64Array(WEIGHT_COUNT);
  COMPARISON_IDS.forEach((id, k) => {
    const levels = new Map(levelsOf(source, id).map((level) => [level.id, level.weight]));
    COMPARISONS[id].forEach((level, i) => {
      const weight = levels.get(level);
      if (weight === undefined) throw new Error(`model.json lacks the level ${id} ${level}`);
      weights[FIRST_WEIGHT[k]! + i] = weight;
    });
  });
  return {
    prior: source.prior.weight,
    referenceSize: source.prior.referenceSize,
    smallestBase: source.prior.smallestBase,
    weights,
    rarity: Float64Array.from(RARITY_TERMS, (term) => source.rarity.bits[term]),
    centre: source.rarity.centre,
    raritiesOfFile: false,
    settings: source.settings,
  };
}

function levelsOf(source: ModelDocument, id: ComparisonId): readonly ModelLevel[] {
  return source.comparisons.find((comparison) => comparison.id === id)?.levels ?? [];
}
