import { CircumstancesOf, type Circumstances } from './circumstances';
import { Comparer, emptyFindings, type Findings } from './compare';
import { confirmationOf } from './confirmation';
import { hasOddTrait, isForbidden, proofOf, withheldBecause, type Proof, type Withheld } from './judge';
import { Likeness } from './likeness';
import { CutOff } from './cutOff';
import { GIVEN_LEVELS, levelNumbers } from './levels';
import { rule, type Model, type Setting } from './model';
import type { People } from './people';
import { hl7Code, withheldReason } from './reasons';
import { packedFindings, ScoredPair } from './scoredPair';
import { matchWeight, priorWeight, probabilityOf } from './score';

/** A proof by identifier weighs at least so much: it stands above the automatic threshold of every setting. */
const PROVEN_WEIGHT = rule('provenWeight');

/** One identifier of two people is listed for a person, whatever the rest says: at least even odds. */
const CONTESTED_WEIGHT = rule('contestedWeight');

/** Given names that agree at least so badly may stand in the surname's column. */
const FIRST_INVERTED = levelNumbers(GIVEN_LEVELS).similar;

/** Scores pairs of rows; keeps one set of findings and so allocates nothing for pairs that are not listed. */
export class PairScorer {
  private readonly findings: Findings = emptyFindings();
  private readonly comparer: Comparer;
  private readonly likeness: Likeness;
  private cutOff: CutOff;
  /** The most that each kept candidate can weigh. */
  private readonly mosts: number[] = [];
  /** How its given names agree, and in which word. */
  private readonly givens: number[] = [];
  private readonly givenWords: number[] = [];
  /** To be told of every row that comes and goes. */
  readonly circumstances: CircumstancesOf;
  private prior = 0;
  private proof: Proof = 'none';

  constructor(
    private readonly people: People,
    private currentModel: Model,
    private readonly baseSize: () => number,
  ) {
    this.likeness = new Likeness(people.words);
    this.comparer = new Comparer(people, this.likeness, baseSize);
    this.cutOff = new CutOff(currentModel, people);
    this.circumstances = new CircumstancesOf(people, baseSize);
    this.refresh();
  }

  /** To be called when the base has changed its size. */
  refresh(): void {
    this.prior = priorWeight(this.currentModel, Math.max(1, this.baseSize()));
  }

  /** Forgets what it knows of words that are about to be forgotten. */
  release(): void {
    this.likeness.release();
  }

  get model(): Model {
    return this.currentModel;
  }

  useModel(model: Model): void {
    this.currentModel = model;
    this.cutOff = new CutOff(model, this.people);
    this.comparer.raritiesOfFile = model.raritiesOfFile;
    this.refresh();
  }

  /** Compares two rows without weighing what is found. */
  find(left: number, right: number, findings: Findings): void {
    this.comparer.compare(left, right, findings);
  }

  /** To be called before {@link weighListed} of the pairs of a row. */
  startRow(row: number): void {
    this.cutOff.startRow(row, this.prior);
  }

  /**
   * Keeps of the first `count` rows of `others` those that may weigh `least` with the row of {@link startRow}, in their
   * order; how many.
   */
  keepPossible(others: number[], count: number, least: number): number {
    const { cutOff, comparer } = this;
    cutOff.fetch(others, count);
    const seen = this.keepAtAGlance(others, count, least);
    comparer.fetchGiven(others, seen);
    const kept = this.keepByGivenNames(others, seen, least);
    comparer.fetchNames(others, kept);
    return kept;
  }

  private keepAtAGlance(others: number[], count: number, least: number): number {
    const { cutOff, mosts } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const other = others[i]!;
      const most = cutOff.mostWith(other);
      if (most < least) continue;
      others[kept] = other;
      mosts[kept++] = most;
    }
    return kept;
  }

  /** Given names come first: fewer people bear them, so that what is to be read of them is at hand. */
  private keepByGivenNames(others: number[], count: number, least: number): number {
    const { cutOff, comparer, mosts, givens, givenWords } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const other = others[i]!;
      const { level, word } = comparer.compareGiven(cutOff.givenOf(other), cutOff.given);
      const surnames = cutOff.surnamesWith(other);
      const mayBeInverted = level >= FIRST_INVERTED && cutOff.mayBeInvertedWith(other);
      if (cutOff.afterGiven(mosts[i]!, surnames, level, mayBeInverted) < least) continue;
      others[kept] = other;
      mosts[kept] = mosts[i]!;
      givens[kept] = level;
      givenWords[kept++] = word;
    }
    return kept;
  }

  /**
   * Match weight of the row of {@link startRow} and the `i`-th of those that {@link keepPossible} kept, where it reaches
   * `least`; −Infinity as soon as it is certain that it does not.
   */
  weighKept(left: number, right: number, i: number, least: number): number {
    const { comparer, findings, cutOff } = this;
    comparer.compareNamesWith(left, right, this.givens[i]!, this.givenWords[i]!, findings);
    if (cutOff.afterNames(findings, this.mosts[i]!) < least) return -Infinity;
    comparer.compareOthers(left, right, findings);
    return this.weighFound(left, right);
  }

  /** The same for a single pair. `right` is the row of {@link startRow}. */
  weighListed(left: number, right: number, least: number): number {
    return this.keepPossible([left], 1, least) === 0 ? -Infinity : this.weighKept(left, right, 0, least);
  }

  /** Match weight of two rows in bits, the deterministic layer included. */
  weigh(left: number, right: number): number {
    this.comparer.compare(left, right, this.findings);
    return this.weighFound(left, right);
  }

  private weighFound(left: number, right: number): number {
    const { findings, currentModel } = this;
    const { prudent } = currentModel.settings;
    this.proof = proofOf(findings, () => this.circumstances.of(left, right, findings, prudent));
    const weight = matchWeight(currentModel, findings, this.prior);
    if (this.proof === 'proven' && weight < PROVEN_WEIGHT) return PROVEN_WEIGHT;
    return this.proof === 'contested' && weight < CONTESTED_WEIGHT ? CONTESTED_WEIGHT : weight;
  }

  /** The whole of a pair; call after {@link weigh} of the same rows. `named` stands for `right` in the result. */
  described(left: number, right: number, weight: number, setting: Setting, named = right): ScoredPair {
    const { findings, proof } = this;
    const probability = probabilityOf(weight);
    const circumstances = this.circumstances.of(left, right, findings, this.currentModel.settings[setting]);
    const withheld = proof === 'proven' ? undefined : withheldBecause(findings, circumstances);
    const decision = this.decide(probability, withheld, circumstances, setting);
    const held = decision === 'review' && probability >= this.currentModel.settings[setting].duplicateFrom;
    const hl7 = decision === 'none' ? undefined : hl7Code(decision, proof, findings);
    const why = held || isForbidden(withheld) ? withheldReason(withheld, proof) : undefined;
    return new ScoredPair(left, named, weight, decision, hl7, why, packedFindings(findings), this.currentModel);
  }

  private decide(
    probability: number,
    withheld: Withheld | undefined,
    circumstances: Circumstances,
    setting: Setting,
  ): ScoredPair['decision'] {
    if (this.proof === 'contested') return 'review';
    if (this.proof === 'proven') return 'duplicate';
    if (withheld === undefined && probability >= this.wanted(circumstances, setting)) return 'duplicate';
    return probability >= this.currentModel.settings[setting].reviewFrom ? 'review' : 'none';
  }

  private wanted(circumstances: Circumstances, setting: Setting): number {
    const { duplicateFrom, weaklyConfirmedFrom, contradictedFrom } = this.currentModel.settings[setting];
    const confirmation = hasOddTrait(this.findings, circumstances)
      ? 'contradicted'
      : confirmationOf(this.findings, circumstances);
    if (confirmation === 'strong') return duplicateFrom;
    return confirmation === 'weak' ? weaklyConfirmedFrom : contradictedFrom;
  }

  /** What the last {@link weigh} found, for explaining. */
  get last(): Findings {
    return this.findings;
  }
}
