import { AT, COMPARISON_IDS, COMPARISONS, INVERTED } from './levels';
import type { Findings } from './compare';
import { confirmationOf, evidenceOf, type Confirmation } from './confirmation';
import { proofOf } from './judge';
import type { PersonIndex } from './personIndex';
import type { ScoredPair } from './scoredPair';
import { priorWeight } from './score';
import { SHIPPED_MODEL } from './model';
import { FIRST_WEIGHT, RARITY_TERMS, rarityTerms } from './weights';

/** One line of a score: what was compared, the level found, its condition in words, its weight in bits. */
export interface ExplainedLevel {
  readonly comparison: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly level: string;
  readonly when: { readonly fr: string; readonly en: string };
  readonly weight: number;
}

export interface Explanation {
  readonly pair: ScoredPair;
  readonly prior: number;
  /** The deterministic layer lifted the score: an identifier proves the pair. */
  readonly proven: boolean;
  readonly levels: readonly ExplainedLevel[];
  /** What the automatic decision looked at beside the score, see `judgement` in model.json. */
  readonly judged: {
    /** Bits of the places in common, and what is left of them after contacts that say otherwise and common names. */
    readonly places: number;
    readonly evidence: number;
    readonly confirmation: Confirmation;
  };
  /** Bits that the rarity of the names adds or takes, by term of the model. */
  readonly rarity: Readonly<Record<string, number>>;
}

/** Every addend of the score of two rows: a reader can add them up. */
export function explainPair(index: PersonIndex, left: number, right: number): Explanation {
  const pair = index.compare(left, right);
  const findings = index.pairScorer.last;
  const { model } = index.pairScorer;
  const circumstances = index.pairScorer.circumstances.of(left, right, findings, model.settings[index.setting]);
  const terms = new Float64Array(RARITY_TERMS.length);
  rarityTerms(findings, model.centre, terms);
  return {
    pair,
    prior: priorWeight(model, index.size),
    proven: proofOf(findings, () => circumstances) === 'proven',
    judged: {
      places: circumstances.places,
      evidence: evidenceOf(findings, circumstances),
      confirmation: confirmationOf(findings, circumstances),
    },
    levels: COMPARISON_IDS.map((_, k) => ({
      ...explained(findings, k),
      weight: model.weights[FIRST_WEIGHT[k]! + findings.levels[k]!]!,
    })),
    rarity: Object.fromEntries(RARITY_TERMS.map((term, i) => [term, terms[i]! * model.rarity[i]!])),
  };
}

function explained(findings: Findings, k: number): ExplainedLevel {
  const id = COMPARISON_IDS[k]!;
  const comparison = SHIPPED_MODEL.comparisons.find((each) => each.id === id)!;
  const name = COMPARISONS[id][findings.levels[k]!]!;
  const level = comparison.levels.find((each) => each.id === name)!;
  const when = level.when ?? jointCondition(findings, name);
  return { comparison: id, label: comparison.label, level: name, when, weight: level.weight };
}

function jointCondition(findings: Findings, name: string): { fr: string; en: string } {
  if (findings.levels[AT.names] === INVERTED) return { fr: '', en: '' };
  const [surname = '', given = ''] = name.split('+');
  const { conditions } = SHIPPED_MODEL;
  const [first, second] = [conditions.surname[surname]!, conditions.given[given]!];
  return { fr: `${first.fr} ; ${second.fr}`, en: `${first.en}; ${second.en}` };
}
