import { compareBirthDates, yearGap } from './compareDates';
import {
  compareEmails,
  compareNationalIds,
  compareNirs,
  compareNumbers,
  comparePhones,
  comparePostcodes,
  compareStreets,
  compareTexts,
} from './compareContacts';
import { compareBirthPlaces } from './comparePlaces';
import { compareGivenNames, type GivenAgreement } from './compareGivenNames';
import { compareSurnames, type SurnameAgreement } from './compareSurnames';
import { GLANCE, SEEN } from './glance';
import {
  AT,
  COMPARISON_IDS,
  DATE_LEVELS,
  EMAIL_LEVELS,
  GIVEN_LEVELS,
  INVERTED,
  levelNumbers,
  LOOKALIKE_LEVELS,
  PHONE_LEVELS,
  PLACE_LEVELS,
  SEX_LEVELS,
  SURNAME_LEVELS,
} from './levels';
import { TYPING, type Likeness } from './likeness';
import type { People } from './people';
import type { Words } from './words';

const SURNAME = levelNumbers(SURNAME_LEVELS);
const GIVEN = levelNumbers(GIVEN_LEVELS);
const DATE = levelNumbers(DATE_LEVELS);
const PLACE = levelNumbers(PLACE_LEVELS);
const SEX = levelNumbers(SEX_LEVELS);
const PHONE = levelNumbers(PHONE_LEVELS);
const EMAIL = levelNumbers(EMAIL_LEVELS);
const LOOKALIKE = levelNumbers(LOOKALIKE_LEVELS);

/** A generation: younger parents are rare, older siblings of one name too. */
const GENERATION = 14;

/** Fewer bearers of a name than this may all be one person. */
const FEW = 4;

/** What the comparison of two rows found: one level a comparison, and how rare the names are that agree. */
export interface Findings {
  readonly levels: Uint8Array;
  surname: number;
  given: number;
  /** −log2 of the frequency of the surname and the given name that agree; 0 where none agrees. */
  surnameBits: number;
  givenBits: number;
}

export function emptyFindings(): Findings {
  return { levels: new Uint8Array(COMPARISON_IDS.length), surname: 0, given: 0, surnameBits: 0, givenBits: 0 };
}

/** Compares two rows field by field; writes into `out`, which is reused from pair to pair. */
export class Comparer {
  /** Names of other countries: how rare they are is counted in the file alone. */
  raritiesOfFile = false;

  private readonly surnames: SurnameAgreement = { level: 0, word: 0 };
  private readonly givens: GivenAgreement = { level: 0, word: 0 };

  constructor(
    private readonly people: People,
    private readonly likeness: Likeness,
    /** Number of records that name counts were taken from. */
    private readonly baseSize: () => number,
  ) {}

  compare(l: number, r: number, out: Findings): void {
    this.compareNames(l, r, out);
    this.compareOthers(l, r, out);
  }

  /** All but the names, which are compared before: whether the two look like relatives depends on them. */
  compareOthers(l: number, r: number, out: Findings): void {
    const { people, likeness } = this;
    const { levels } = out;
    levels[AT.birthDate] = compareBirthDates(people.birthDate[l]!, people.birthDate[r]!);
    levels[AT.birthPlace] = compareBirthPlaces(people, likeness, l, r);
    const sex = people.sex[l]!;
    const otherSex = people.sex[r]!;
    levels[AT.sex] = sex === 0 || otherSex === 0 ? SEX.missing : sex === otherSex ? SEX.same : SEX.different;
    levels[AT.nir] = compareNirs(people, l, r);
    levels[AT.franceTravailNumber] = compareNumbers(people.franceTravailNumber[l]!, people.franceTravailNumber[r]!);
    levels[AT.phone] = comparePhones(people.phone[l]!, people.phone[r]!);
    levels[AT.email] = compareEmails(people, l, r);
    levels[AT.postcode] = comparePostcodes(people.postcode[l]!, people.postcode[r]!);
    levels[AT.city] = compareTexts(likeness, people.city[l]!, people.city[r]!);
    levels[AT.street] = compareStreets(people, likeness, l, r);
    levels[AT.nationalId] = compareNationalIds(likeness, people.nationalId[l]!, people.nationalId[r]!);
    levels[AT.occupation] = compareTexts(likeness, people.occupation[l]!, people.occupation[r]!);
    levels[AT.lookalike] = this.lookalike(l, r, out);
  }

  /** Reads ahead what {@link compareNames} needs of many rows: memory is asked for all of them at once. */
  fetchNames(rows: readonly number[], count: number): void {
    const { birthName, usageName, sex, surnames, words } = this.people;
    let touched = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      touched ^= birthName[row]! ^ usageName[row]! ^ sex[row]!;
    }
    for (let i = 0; i < count; i++) touched ^= surnames.whole[birthName[rows[i]!]!]!;
    for (let i = 0; i < count; i++) touched ^= words.masks[surnames.whole[birthName[rows[i]!]!]!]!;
    this.touched = touched;
  }

  /** The same for {@link compareGiven}. */
  fetchGiven(rows: readonly number[], count: number): void {
    const { givenNames, glance } = this.people;
    let touched = 0;
    for (let i = 0; i < count; i++) touched ^= givenNames.firstOf(glance.values[rows[i]! * GLANCE + SEEN.given]!);
    this.touched = touched;
  }

  /** Keeps the reading ahead from being left out as useless. */
  touched = 0;

  /** The level of two shapes of given names and the word that agrees; to be used before the next comparison. */
  compareGiven(a: number, b: number): GivenAgreement {
    compareGivenNames(this.people, this.likeness, a, b, this.givens);
    return this.givens;
  }

  /** Birth, usage and given names as one joint level. */
  compareNames(l: number, r: number, out: Findings): void {
    const { given } = this.people;
    const { level, word } = this.compareGiven(given[l]!, given[r]!);
    this.compareNamesWith(l, r, level, word, out);
  }

  /** The same where the given names were compared before. */
  compareNamesWith(l: number, r: number, given: number, word: number, out: Findings): void {
    const { people, likeness, surnames } = this;
    compareSurnames(people, likeness, l, r, surnames);
    out.surname = surnames.level;
    out.given = given;
    const inverted = surnames.level >= SURNAME.similar && given >= GIVEN.similar && areInverted(people, likeness, l, r);
    out.levels[AT.names] = inverted ? INVERTED : surnames.level * GIVEN_LEVELS.length + given;
    if (inverted) {
      this.noteInversion(l, r, out);
      return;
    }
    out.surnameBits = this.surnameBits(people.words, surnames.word);
    out.givenBits = this.givenBits(people.words, word);
  }

  private noteInversion(l: number, r: number, out: Findings): void {
    const { people } = this;
    const { words } = people;
    out.surname = SURNAME.crossed;
    out.given = isExactInversion(people, l, r) ? GIVEN.sameFirst : GIVEN.reordered;
    // Which side has them the right way round is not known: the more usual reading counts.
    const surname = (row: number) => words.surnameBits(people.surnames.whole[people.birthName[row]!]!);
    const first = (row: number) => words.givenBits(people.givenNames.part(people.given[row]!, 0));
    out.surnameBits = Math.min(surname(l), surname(r));
    out.givenBits = Math.min(first(l), first(r));
  }

  private surnameBits(words: Words, word: number): number {
    return word === 0 ? 0 : this.rarity(words.surnameBits(word), words.surnameCount(word));
  }

  private givenBits(words: Words, word: number): number {
    return word === 0 ? 0 : this.rarity(words.givenBits(word), words.givenCount(word));
  }

  /** A name as frequent in the base as it is says more than France's births where many people come from elsewhere. */
  private rarity(bits: number, uses: number): number {
    const base = this.baseSize();
    if (this.raritiesOfFile) return Math.log2(base / Math.max(1, uses));
    return uses > FEW && base > 1000 ? Math.min(bits, Math.log2(base / (uses - FEW))) : bits;
  }

  /** The pattern of another person, where there is one: what they share is what such two people share. */
  private lookalike(l: number, r: number, { levels, surname, given }: Findings): number {
    const date = levels[AT.birthDate]!;
    const sameDate = date === DATE.same || date === DATE.sameByDefault;
    const surnameAgrees = surname <= SURNAME.similar;
    if (given === GIVEN.different || given === GIVEN.similar) {
      if (surnameAgrees && sameDate) return LOOKALIKE.twin;
      if (surnameAgrees && date !== DATE.missing) return LOOKALIKE.sibling;
      const shared = levels[AT.phone] === PHONE.same || levels[AT.email]! <= EMAIL.sameSaidByName;
      return shared && !surnameAgrees ? LOOKALIKE.household : LOOKALIKE.none;
    }
    if (!surnameAgrees || given === GIVEN.missing) return LOOKALIKE.none;
    const { birthDate } = this.people;
    if (!sameDate && date !== DATE.missing && yearGap(birthDate[l]!, birthDate[r]!) >= GENERATION) {
      return LOOKALIKE.parent;
    }
    const place = levels[AT.birthPlace]!;
    const elsewhere = place === PLACE.otherForeignTown || place === PLACE.different || place === PLACE.sameDepartment;
    return elsewhere ? LOOKALIKE.homonym : LOOKALIKE.none;
  }
}

/** Surname in place of the given name on one side, and the other way round. */
function areInverted(people: People, likeness: Likeness, l: number, r: number): boolean {
  const { birthName, given, surnames, givenNames } = people;
  if (birthName[l] === 0 || birthName[r] === 0 || given[l] === 0 || given[r] === 0) return false;
  const surname = surnames.whole[birthName[l]!]!;
  const otherSurname = surnames.whole[birthName[r]!]!;
  const first = givenNames.part(given[l]!, 0);
  const otherFirst = givenNames.part(given[r]!, 0);
  return (
    sameName(likeness, surname, otherFirst, givenNames.whole[given[r]!]!) &&
    sameName(likeness, otherSurname, first, givenNames.whole[given[l]!]!)
  );
}

/** Both names to the letter, each in the other's column: no other person looks like that. */
function isExactInversion({ birthName, given, surnames, givenNames }: People, l: number, r: number): boolean {
  const isGiven = (of: number, other: number) => {
    const surname = surnames.whole[birthName[of]!]!;
    return surname === givenNames.part(given[other]!, 0) || surname === givenNames.whole[given[other]!];
  };
  return isGiven(l, r) && isGiven(r, l);
}

function sameName(likeness: Likeness, surname: number, first: number, whole: number): boolean {
  return likeness.of(surname, first) >= TYPING || likeness.of(surname, whole) >= TYPING;
}
