import type { Findings } from './compare';
import { comparePostcodes, mayBeApart } from './compareContacts';
import { compareBirthDates } from './compareDates';
import { GLANCE, SEEN } from './glance';
import { AT, COMPARISON_IDS, COMPARISONS, type ComparisonId } from './levels';
import type { Model } from './model';
import { FEMALE, type People } from './people';
import { NameBounds, SURNAMES } from './nameBounds';
import { rarityWeight } from './score';
import { FIRST_WEIGHT } from './weights';
import { areUnlike, lettersOf } from './wordLetters';

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
  private readonly names: NameBounds;
  private readonly ofSex: Float64Array;
  private readonly ofNir: NumberBound;
  private readonly ofFranceTravailNumber: NumberBound;
  private readonly ofPhone: NumberBound;
  private readonly ofEmail: NumberBound;
  private readonly row = new Int32Array(GLANCE);
  private firstLetters = 0;
  private givenLetters = 0;
  private base = 0;
  /** Keeps the reading ahead from being left out as useless. */
  touched = 0;

  constructor(
    private readonly model: Model,
    private readonly people: People,
  ) {
    const most = COMPARISON_IDS.map((id) => [id, Math.max(...COMPARISONS[id].map((level) => this.weight(id, level)))]);
    this.most = Object.fromEntries(most) as Record<ComparisonId, number>;
    this.names = new NameBounds(model);
    this.ofSex = Float64Array.from(['same', 'missing', 'different'], (level) => this.weight('sex', level));
    this.ofNir = this.bound('nir', ['differentUncertified', 'sameBirthOtherOrder', 'different']);
    this.ofFranceTravailNumber = this.bound('franceTravailNumber', ['different']);
    this.ofPhone = this.bound('phone', ['different']);
    this.ofEmail = this.bound('email', ['different']);
  }

  /** To be called before the pairs of a row are looked at; `prior` as in the score. */
  startRow(row: number, prior: number): void {
    const { people, most } = this;
    this.base = prior + this.names.most + most.birthPlace + most.lookalike + ROUNDING;
    for (const id of RARE_TEXTS) this.base += people[id][row] === 0 ? this.weight(id, 'missing') : most[id];
    for (let i = 0; i < GLANCE; i++) this.row[i] = people.glance.values[row * GLANCE + i]!;
    const { givenNames, words } = people;
    const given = this.row[SEEN.given]!;
    this.firstLetters = given === 0 ? 0 : lettersOf(words, givenNames.part(given, 0));
    this.givenLetters = lettersOf(words, givenNames.whole[given]!);
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

  /** Shape of the row's own given names. */
  get given(): number {
    return this.row[SEEN.given]!;
  }

  givenOf(other: number): number {
    return this.people.glance.values[other * GLANCE + SEEN.given]!;
  }

  /** What a glance says of the surnames of the row and another, see {@link SURNAMES}. */
  surnamesWith(other: number): number {
    const { row } = this;
    const { values } = this.people.glance;
    const at = other * GLANCE;
    const surname = values[at + SEEN.surname]!;
    const own = row[SEEN.surname]!;
    if (surname === 0 || own === 0) return SURNAMES.open;
    if (Math.abs(surname) === Math.abs(own)) return SURNAMES.same;
    const areAlone = surname > 0 && own > 0;
    if (!areAlone || !areUnlike(values[at + SEEN.letters]!, row[SEEN.letters]!)) return SURNAMES.open;
    const hasWoman = (values[at]! & 3) === FEMALE || (row[0]! & 3) === FEMALE;
    return hasWoman ? SURNAMES.unlikeOfWoman : SURNAMES.unlike;
  }

  /** Whether surname and given name of the row and another may stand in each other's column. */
  mayBeInvertedWith(other: number): boolean {
    const letters = this.people.glance.values[other * GLANCE + SEEN.letters]!;
    return !areUnlike(letters, this.firstLetters) || !areUnlike(letters, this.givenLetters);
  }

  /** {@link mostWith} when the given names have been compared, and the surnames seen as by {@link surnamesWith}. */
  afterGiven(mostWith: number, surnames: number, given: number, mayBeInverted: boolean): number {
    return mostWith - this.names.most + this.names.mostOf(surnames, given, mayBeInverted);
  }

  /** The same when all names have been compared. */
  afterNames(findings: Findings, mostWith: number): number {
    const { model, names } = this;
    const weight = model.weights[FIRST_NAMES + findings.levels[AT.names]!]! + rarityWeight(model, findings);
    return mostWith - names.most + weight;
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
