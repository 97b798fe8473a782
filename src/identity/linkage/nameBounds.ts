import { AT, GIVEN_LEVELS, INVERTED, levelNumbers, SURNAME_LEVELS } from './levels';
import type { Model } from './model';
import { FIRST_WEIGHT, RARITY_TERMS } from './weights';

const SURNAME = levelNumbers(SURNAME_LEVELS);
const GIVEN = levelNumbers(GIVEN_LEVELS);
const FIRST_NAMES = FIRST_WEIGHT[AT.names]!;

/** What a glance says of two surnames: the same word, not at all alike (a woman's may have changed), or nothing. */
export const SURNAMES = { same: 0, open: 1, unlikeOfWoman: 2, unlike: 3 } as const;
const CLASSES = Object.keys(SURNAMES).length;

/** Surname levels that each of {@link SURNAMES} leaves possible. */
const POSSIBLE: readonly (readonly number[])[] = [
  [SURNAME.same],
  SURNAME_LEVELS.map((_, level) => level).filter((level) => level !== SURNAME.same),
  [SURNAME.mayHaveChanged],
  [SURNAME.different],
];

/** What names can weigh at most, rarity included, once the given names are compared and the surnames are not. */
export class NameBounds {
  /** At most, whatever the names are. */
  readonly most: number;
  private readonly bounds = new Float64Array(CLASSES * GIVEN_LEVELS.length);
  private readonly inverted: number;

  constructor(private readonly model: Model) {
    const rarities = RARITY_TERMS.map((_, term) => this.rarity(term));
    const [surnameSame = 0, surnameAlike = 0, givenSame = 0, givenAlike = 0] = rarities;
    const surname = Math.max(surnameSame, surnameAlike);
    const ofSurname = [surnameSame, surname, 0, 0];
    const ofGiven = (level: number) =>
      level === GIVEN.different || level === GIVEN.missing ? 0 : Math.max(givenSame, givenAlike);
    POSSIBLE.forEach((levels, of) => {
      for (let given = 0; given < GIVEN_LEVELS.length; given++) {
        const most = Math.max(...levels.map((level) => this.weight(level * GIVEN_LEVELS.length + given)));
        this.bounds[of * GIVEN_LEVELS.length + given] = most + ofSurname[of]! + ofGiven(given);
      }
    });
    this.inverted = this.weight(INVERTED) + surname;
    this.most = Math.max(...this.bounds, this.inverted);
  }

  /** At most, for one of {@link SURNAMES} and a level of the given names; `mayBeInverted`: each in the other's column. */
  mostOf(surnames: number, given: number, mayBeInverted: boolean): number {
    const most = this.bounds[surnames * GIVEN_LEVELS.length + given]!;
    return mayBeInverted && most < this.inverted ? this.inverted : most;
  }

  private weight(level: number): number {
    return this.model.weights[FIRST_NAMES + level]!;
  }

  /** A term of rarity, as high as its bits can bring it. */
  private rarity(term: number): number {
    const { rarity, centre } = this.model;
    const middle = term < 2 ? centre.surname : centre.given;
    return Math.max(0, rarity[term]! * (centre.most - middle), -rarity[term]! * middle);
  }
}
