import { GIVEN_LEVELS, levelNumbers } from './levels';
import { SIMILAR, SPELLING, TYPING, type Likeness } from './likeness';
import type { People } from './people';

const LEVEL = levelNumbers(GIVEN_LEVELS);
/** Fewer letters are an initial, which many names share. */
const SHORTENED_FROM = 3;

/** The level of two people's given names and the word that agrees (0: none). */
export interface GivenAgreement {
  level: number;
  word: number;
}

/** Compares two shapes of given names into `out`. */
export function compareGivenNames(people: People, likeness: Likeness, a: number, b: number, out: GivenAgreement): void {
  const { givenNames: names } = people;
  out.word = 0;
  if (a === 0 || b === 0) {
    out.level = LEVEL.missing;
    return;
  }
  const first = names.part(a, 0);
  const otherFirst = names.part(b, 0);
  if (first === otherFirst) {
    out.word = first;
    out.level = restLevel(people, likeness, a, b);
    return;
  }
  if (names.whole[a] === names.whole[b]) {
    out.word = names.whole[a]!;
    out.level = LEVEL.sameSeveral;
    return;
  }
  out.level = looserLevel(people, likeness, a, b, out);
}

/** The first given name agrees; what do the others say? */
function restLevel(people: People, likeness: Likeness, a: number, b: number): number {
  const names = people.givenNames;
  const shorter = Math.min(names.partCount(a), names.partCount(b));
  if (shorter === 1) return LEVEL.sameFirst;
  let agreeing = 0;
  for (let i = 1; i < names.partCount(a); i++) if (contains(people, likeness, b, names.part(a, i), 1)) agreeing++;
  return agreeing > 0 ? LEVEL.sameSeveral : LEVEL.sameFirstOtherRest;
}

function contains(people: People, likeness: Likeness, names: number, word: number, from: number): boolean {
  const count = people.givenNames.partCount(names);
  for (let i = from; i < count; i++) if (likeness.of(people.givenNames.part(names, i), word) >= TYPING) return true;
  return false;
}

function looserLevel(people: People, likeness: Likeness, a: number, b: number, out: GivenAgreement): number {
  const names = people.givenNames;
  const first = names.part(a, 0);
  const otherFirst = names.part(b, 0);
  const alike = likeness.of(first, otherFirst);
  out.word = moreFrequent(people, first, otherFirst);
  const oneName = alike === SPELLING || (alike === TYPING && !areTwoNames(people, first, otherFirst));
  if (oneName && restLevel(people, likeness, a, b) === LEVEL.sameFirstOtherRest) return LEVEL.similar;
  if (oneName) return alike === SPELLING ? LEVEL.spelling : LEVEL.typing;
  const shared = sharedWord(people, a, b);
  if (shared) {
    out.word = shared;
    return LEVEL.reordered;
  }
  const shortened = shortenedWord(people, likeness, a, b);
  if (shortened) {
    out.word = shortened;
    return LEVEL.shortened;
  }
  if (alike >= SIMILAR) return LEVEL.similar;
  out.word = 0;
  if (isInitial(people, first, otherFirst)) return LEVEL.missing;
  return LEVEL.different;
}

/** One letter apart, but both are names in their own right (Luca, Lucas). */
function areTwoNames(people: People, a: number, b: number): boolean {
  return people.words.isKnownGivenName(a) && people.words.isKnownGivenName(b);
}

function moreFrequent(people: People, a: number, b: number): number {
  return people.words.givenBits(a) < people.words.givenBits(b) ? a : b;
}

/** The most usual given name that both have, not first on both sides; 0 when there is none. */
function sharedWord(people: People, a: number, b: number): number {
  const names = people.givenNames;
  let shared = 0;
  for (let i = 0; i < names.partCount(a); i++) {
    for (let j = 0; j < names.partCount(b); j++) {
      const word = names.part(a, i);
      if ((i !== 0 && j !== 0) || word !== names.part(b, j)) continue;
      shared = shared === 0 ? word : moreFrequent(people, shared, word);
    }
  }
  return shared;
}

/** Jean for Jean-Pierre, Alex for Alexandre: the shorter one begins the longer one, whole lists glued too. */
function shortenedWord(people: People, likeness: Likeness, a: number, b: number): number {
  const names = people.givenNames;
  const first = names.part(a, 0);
  const otherFirst = names.part(b, 0);
  if (likeness.begins(first, otherFirst, SHORTENED_FROM)) return first;
  if (likeness.begins(otherFirst, first, SHORTENED_FROM)) return otherFirst;
  if (names.whole[a] === otherFirst || names.whole[b] === first) return first;
  return 0;
}

function isInitial(people: People, a: number, b: number): boolean {
  const { letters, start, length } = people.words;
  return (length[a] === 1 || length[b] === 1) && letters[start[a]!] === letters[start[b]!];
}
