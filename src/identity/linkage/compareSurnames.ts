import { levelNumbers, SURNAME_LEVELS } from './levels';
import { SIMILAR, TYPING, type Likeness } from './likeness';
import { FEMALE, type People } from './people';

const LEVEL = levelNumbers(SURNAME_LEVELS);
/** A name cut at the end (France Travail cuts at 25) agrees from so many letters. */
const CUT_FROM = 6;

/** The level of two people's surnames, birth × usage, and the word that agrees (0: none). */
export interface SurnameAgreement {
  level: number;
  word: number;
}

/** Compares birth and usage names of two rows into `out`. */
export function compareSurnames(people: People, likeness: Likeness, l: number, r: number, out: SurnameAgreement): void {
  const { birthName, usageName } = people;
  const { whole } = people.surnames;
  const lb = birthName[l]!;
  const rb = birthName[r]!;
  out.word = 0;
  if (lb === 0 || rb === 0) {
    out.level = LEVEL.missing;
    return;
  }
  const lbw = whole[lb]!;
  const rbw = whole[rb]!;
  if (lbw === rbw) return found(out, LEVEL.same, lbw);
  const lu = usageName[l]!;
  const ru = usageName[r]!;
  const luw = whole[lu]!;
  const ruw = whole[ru]!;
  const left = luw !== 0 && (luw === rbw || luw === ruw);
  const right = ruw !== 0 && ruw === lbw;
  if (left && right) return found(out, LEVEL.crossed, rarer(people, luw, ruw));
  if (left || right) return found(out, LEVEL.crossed, left ? luw : ruw);
  const part =
    sharedPart(people, likeness, lb, rb) ||
    sharedPart(people, likeness, lb, ru) ||
    sharedPart(people, likeness, lu, rb) ||
    sharedPart(people, likeness, lu, ru);
  if (part) return found(out, LEVEL.part, part);
  const straight = likeness.of(lbw, rbw);
  if (straight >= TYPING) return found(out, LEVEL.alike, rarer(people, lbw, rbw));
  const crossed = bestCrossed(people, likeness, lb, lu, rb, ru);
  if (crossed >= TYPING) return found(out, LEVEL.crossedAlike, rarer(people, lbw, rbw));
  if (straight === SIMILAR || crossed === SIMILAR) return found(out, LEVEL.similar, rarer(people, lbw, rbw));
  const woman = people.sex[l] === FEMALE || people.sex[r] === FEMALE;
  out.level = woman && (luw === 0 || ruw === 0) ? LEVEL.mayHaveChanged : LEVEL.different;
}

function found(out: SurnameAgreement, level: number, word: number): void {
  out.level = level;
  out.word = word;
}

/** For names that are only alike, the more frequent of both says how much that is worth. */
function rarer(people: People, a: number, b: number): number {
  return people.words.surnameBits(a) < people.words.surnameBits(b) ? a : b;
}

/** A half that both have, a half that is the other's whole name, or a whole name cut at the end; 0 when there is none. */
function sharedPart(people: People, likeness: Likeness, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return partOf(people, a, b) || partOf(people, b, a) || cutOf(people, likeness, a, b);
}

function partOf(people: People, a: number, b: number): number {
  const { surnames } = people;
  const whole = surnames.whole[b]!;
  for (let i = 0; i < surnames.partCount(a); i++) {
    const part = surnames.part(a, i);
    if (part === whole) return part;
    for (let j = 0; j < surnames.partCount(b); j++) if (surnames.part(b, j) === part) return part;
  }
  return 0;
}

function cutOf(people: People, likeness: Likeness, a: number, b: number): number {
  const { whole } = people.surnames;
  if (likeness.begins(whole[a]!, whole[b]!, CUT_FROM)) return whole[a]!;
  return likeness.begins(whole[b]!, whole[a]!, CUT_FROM) ? whole[b]! : 0;
}

function bestCrossed(people: People, likeness: Likeness, lb: number, lu: number, rb: number, ru: number): number {
  let best = likenessOfParts(people, likeness, lb, rb);
  if (lu) best = Math.max(best, likenessOfNames(people, likeness, lu, rb));
  if (ru) best = Math.max(best, likenessOfNames(people, likeness, lb, ru));
  return lu && ru ? Math.max(best, likenessOfNames(people, likeness, lu, ru)) : best;
}

function likenessOfNames(people: People, likeness: Likeness, a: number, b: number): number {
  const { whole } = people.surnames;
  return Math.max(likeness.of(whole[a]!, whole[b]!), likenessOfParts(people, likeness, a, b));
}

/** Halves of a compound name against the other whole name or its halves. */
function likenessOfParts(people: People, likeness: Likeness, a: number, b: number): number {
  const { surnames } = people;
  const aParts = surnames.partCount(a);
  const bParts = surnames.partCount(b);
  let best = 0;
  for (let i = 0; i < aParts; i++) {
    best = Math.max(best, likeness.of(surnames.part(a, i), surnames.whole[b]!));
    for (let j = 0; j < bParts; j++) best = Math.max(best, likeness.of(surnames.part(a, i), surnames.part(b, j)));
  }
  for (let j = 0; j < bParts; j++) best = Math.max(best, likeness.of(surnames.part(b, j), surnames.whole[a]!));
  return best;
}
