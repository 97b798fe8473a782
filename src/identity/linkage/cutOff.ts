import type { Findings } from './compare';
import { comparePostcodes, mayBeApart } from './compareContacts';
import { compareBirthDates } from './compareDates';
import { GLANCE, SEEN } from './glance';
import { AT, COMPARISON_IDS, COMPARISONS, type ComparisonId } from './levels';
import type { Model } from './model';
import type { People } from './people';
import { FIRST_WEIGHT, RARITY_TERMS } from './weights';

/** Texts that few files have; where a record has none, they add nothing. */
const RARE_TEXTS = ['city', 'street', 'nationalId', 'occupation'] as const;
/** Room for additions in another order. */
const ROUNDING = 1e-6;

/** Weights of a number, the highest first needed: where it is not known, at best, and where it is another number. */
interface NumberBound {
  readonly missing: number;
  readonly most: number;
  readonly other: number;
}

const FIRST_DATE = FIRST_WEIGHT[AT.birthDate]!;
const FIRST_NAMES = FIRST_WEIGHT[AT.names]!;
const FIRST_POSTCODE = FIRST_WEIGHT[AT.postcode]!;

/**
 * What a pair can weigh at most, from a glance at both rows: a pair that cannot reach the weight of a listed one is not
 * compared further. The bound never lies below the weight, so nothing is lost by it.
 */
export class CutOff {
  private readonly most: Readonly<Record<ComparisonId, number>>;
  private readonly ofNames: number;
  private readonly ofSex: Float64Array;
  private readonly ofNir: NumberBound;
  private readonly ofFranceTravailNumber: NumberBound;
  private readonly ofPhone: NumberBound;
  private readonly ofEmail: NumberBound;
  private readonly row = new Int32Array(GLANCE);
  private base = 0;
  /** Keeps the reading ahead from being left out as useless. */
  touched = 0;

  constructor(
    private readonly model: Model,
    private readonly people: People,
  ) {
    const most = COMPARISON_IDS.map((id) => [id, Math.max(...COMPARISONS[id].map((level) => this.weight(id, level)))]);
    this.most = Object.fromEntries(most) as Record<ComparisonId, number>;
    this.ofNames = this.most.names + mostOfRarity(model);
    this.ofSex = Float64Array.from(['same', 'missing', 'different'], (level) => this.weight('sex', level));
    this.ofNir = this.bound('nir', ['differentUncertified', 'sameBirthOtherOrder', 'different']);
    this.ofFranceTravailNumber = this.bound('franceTravailNumber', ['different']);
    this.ofPhone = this.bound('phone', ['different']);
    this.ofEmail = this.bound('email', ['different']);
  }

  /** To be called before the pairs of a row are looked at; `prior` as in the score. */
  startRow(row: number, prior: number): void {
    const { people, most } = this;
    this.base = prior + this.ofNames + most.birthPlace + most.lookalike + ROUNDING;
    for (const id of RARE_TEXTS) this.base += people[id][row] === 0 ? this.weight(id, 'missing') : most[id];
    for (let i = 0; i < GLANCE; i++) this.row[i] = people.glance.values[row * GLANCE + i]!;
  }

  /** Reads the rows ahead: memory is asked for all of them at once instead of one after the other. */
  fetch(others: readonly number[], count: number): void {
    const { values } = this.people.glance;
    let touched = 0;
    for (let i = 0; i < count; i++) touched ^= values[others[i]! * GLANCE]!;
    this.touched = touched;
  }

  /** The most that the row and another can weigh; Infinity where an identifier may be the same. */
  mostWith(other: number): number {
    const { row } = this;
    const { values } = this.people.glance;
    const { weights } = this.model;
    const at = other * GLANCE;
    const when = values[at]!;
    const ownWhen = row[0]!;
    const sex = (when & 3) === 0 || (ownWhen & 3) === 0 ? 1 : (when & 3) === (ownWhen & 3) ? 0 : 2;
    return (
      this.base +
      weights[FIRST_DATE + compareBirthDates(when >> 2, ownWhen >> 2)]! +
      this.ofSex[sex]! +
      boundOfIdentifier(this.ofNir, values[at + SEEN.nir]!, row[SEEN.nir]!) +
      boundOfIdentifier(this.ofFranceTravailNumber, values[at + SEEN.number]!, row[SEEN.number]!) +
      boundOfNumber(this.ofPhone, values[at + SEEN.phone]!, row[SEEN.phone]!) +
      boundOfHash(this.ofEmail, values[at + SEEN.mailbox]!, row[SEEN.mailbox]!) +
      weights[FIRST_POSTCODE + comparePostcodes(values[at + SEEN.postcode]!, row[SEEN.postcode]!)]!
    );
  }

  /** The same when the names have been compared too. */
  afterNames({ levels }: Findings, mostWith: number): number {
    return mostWith - this.most.names + this.model.weights[FIRST_NAMES + levels[AT.names]!]!;
  }

  private weight(id: ComparisonId, level: string): number {
    const levels: readonly string[] = COMPARISONS[id];
    return this.model.weights[FIRST_WEIGHT[AT[id]]! + levels.indexOf(level)]!;
  }

  private bound(id: ComparisonId, others: readonly string[]): NumberBound {
    const other = Math.max(...others.map((level) => this.weight(id, level)));
    return { missing: this.weight(id, 'missing'), most: this.most[id], other };
  }
}

/** The deterministic layer has the word where the number is the same. */
function boundOfIdentifier(bound: NumberBound, a: number, b: number): number {
  return a === b && a !== 0 ? Infinity : boundOfNumber(bound, a, b);
}

/** Of numbers by their last nine digits: what these rule out for the whole number. */
function boundOfNumber({ missing, most, other }: NumberBound, a: number, b: number): number {
  if (a === 0 || b === 0) return missing;
  return a === b || mayBeApart(Math.abs(a - b)) ? most : other;
}

function boundOfHash({ missing, most, other }: NumberBound, a: number, b: number): number {
  if (a === 0 || b === 0) return missing;
  return a === b ? most : other;
}

/** One term for the surname and one for the given name, each as high as its bits can bring it. */
function mostOfRarity({ rarity, centre }: Model): number {
  const [surnameSame = 0, surnameAlike = 0, givenSame = 0, givenAlike = 0] = RARITY_TERMS.map((_, term) => {
    const middle = term < 2 ? centre.surname : centre.given;
    return Math.max(0, rarity[term]! * (centre.most - middle), -rarity[term]! * middle);
  });
  return Math.max(surnameSame, surnameAlike) + Math.max(givenSame, givenAlike);
}
