import { shippedFrequencies } from './frequencies';
import { GIVEN_LEVELS, levelNumbers } from './levels';
import { rule } from './model';
import type { People } from './people';

const GIVEN = levelNumbers(GIVEN_LEVELS);
/**
 * First words of double names, which brothers and sisters share: Marie-Claire and Marie-Claude, Mohamed Amine and
 * Mohamed Yacine, Maria de Fátima and Maria da Conceição, Thi Lan and Thi Lien.
 */
const OPENERS = new Set(
  'ABD ABDEL ABDOUL ANA ANNE EL FATIMA FATMA JEAN JOAO JOSE LALLA MARIA MARIE MOHAMED MOHAMMED MOHAMMAD MOHAMAD MOUHAMED MUHAMMAD MUHAMMED NGOC NOUR OUM SIDI THI VAN'.split(
    ' ',
  ),
);

export type GivenNameDoubt = 'none' | 'possible' | 'likely';

/** Whether two given names that look like one may be those of two people. */
export class GivenNameDoubts {
  /** By text: words of look-ups are forgotten, and their numbers given again. */
  private readonly cache = new Map<string, readonly string[]>();

  constructor(private readonly people: People) {}

  /**
   * How doubtful it is that the given names of rows `l` and `r` are one person's. `likely`: a sister's or a twin's are
   * nearer; `possible`: they are as near, or one name was cut where double names part.
   *
   * @param level what the comparison of the given names found.
   */
  of(l: number, r: number, level: number): GivenNameDoubt {
    const { givenNames, given } = this.people;
    const [a, b] = [given[l]!, given[r]!];
    if (a === 0 || b === 0) return 'none';
    const [first, other] = [givenNames.part(a, 0), givenNames.part(b, 0)];
    if (level === GIVEN.sameSeveral) return this.ofSeveral(a, b);
    if (level === GIVEN.typing || level === GIVEN.spelling) return this.ofMisspelt(first, other);
    if (level === GIVEN.sameFirst && givenNames.partCount(a) === givenNames.partCount(b)) return 'none';
    if (level === GIVEN.reordered && !this.areOneSet(a, b)) return 'possible';
    if (level === GIVEN.shortened && this.areTwoNames(first, other)) return 'possible';
    return this.isOpener(first) || this.isOpener(other) ? 'possible' : 'none';
  }

  /** All given names of one record stand in the other: a second name alone, or the same ones in another order. */
  private areOneSet(a: number, b: number): boolean {
    const { givenNames } = this.people;
    const [few, many] = givenNames.partCount(a) <= givenNames.partCount(b) ? [a, b] : [b, a];
    for (let i = 0; i < givenNames.partCount(few); i++) if (!this.stands(givenNames.part(few, i), many)) return false;
    return true;
  }

  private stands(word: number, names: number): boolean {
    const { givenNames } = this.people;
    for (let i = 0; i < givenNames.partCount(names); i++) if (givenNames.part(names, i) === word) return true;
    return false;
  }

  /** Hana and Hanane: the short one is no pet name of the long one alone. */
  private areTwoNames(a: number, b: number): boolean {
    return this.people.words.isKnownGivenName(a) && this.people.words.isKnownGivenName(b);
  }

  /** Mohamed Amine Ali and Mohamed Yacine Ali are two brothers. */
  private ofSeveral(a: number, b: number): GivenNameDoubt {
    const { givenNames } = this.people;
    if (givenNames.whole[a] === givenNames.whole[b]) return 'none';
    if (!this.isOpener(givenNames.part(a, 0)) && !this.isOpener(givenNames.part(b, 0))) return 'none';
    const [second, other] = [this.second(a), this.second(b)];
    return second !== 0 && other !== 0 && second !== other ? 'likely' : 'none';
  }

  /** The name behind Marie or Maria da; 0 = none. */
  private second(names: number): number {
    const { givenNames, words } = this.people;
    for (let i = 1; i < givenNames.partCount(names); i++) {
      const part = givenNames.part(names, i);
      if (words.length[part]! > 2) return part;
    }
    return 0;
  }

  private isOpener(word: number): boolean {
    return OPENERS.has(this.people.words.text(word));
  }

  /** Two names in their own right, or a misspelt one that is as near to a third. */
  private ofMisspelt(a: number, b: number): GivenNameDoubt {
    const { words } = this.people;
    if (words.areSpellings(a, b)) return 'none';
    const [knownA, knownB] = [words.isKnownGivenName(a), words.isKnownGivenName(b)];
    if (knownA === knownB) return 'possible';
    const [nameA, nameB] = [words.text(a), words.text(b)];
    // Both ways: a scanned 8 for a B is one error from the name, but no name leads to a digit.
    if (areOneErrorApart(nameA, nameB)) return this.hasUsualThird(a, b) ? 'possible' : 'none';
    return 'likely';
  }

  private hasUsualThird(a: number, b: number): boolean {
    const { words } = this.people;
    const [nameA, nameB] = [words.text(a), words.text(b)];
    const near = (word: number) => (words.isKnownGivenName(word) ? [] : this.near(word));
    return [...near(a), ...near(b)].some((name) => name !== nameA && name !== nameB && this.isUsual(name));
  }

  private isUsual(name: string): boolean {
    return (shippedFrequencies().givenBits(name) ?? USUAL_BITS) < USUAL_BITS;
  }

  private near(word: number): readonly string[] {
    const text = this.people.words.text(word);
    const known = this.cache.get(text);
    if (known) return known;
    const names = namesNear(text);
    if (this.cache.size < MOST_KEPT) this.cache.set(text, names);
    return names;
  }
}

/** Known given names one typing error from a word: by every word that one error makes, as character codes. */
function namesNear(word: string): readonly string[] {
  if (word.length > LONGEST) return [];
  const near = new Set<string>();
  const tryOut = (length: number) => {
    if (shippedFrequencies().givenBitsOf(made, length) === undefined) return;
    near.add(String.fromCharCode(...made.subarray(0, length)));
  };
  const size = word.length;
  const put = (from: number, to: number, at: number) => {
    for (let i = from; i < to; i++) made[at + i - from] = word.charCodeAt(i);
  };
  for (let i = 0; i <= size; i++) {
    put(0, size, 0);
    put(i + 1, size, i);
    if (i < size) tryOut(size - 1);
    put(0, size, 0);
    if (i + 1 < size) {
      made[i] = word.charCodeAt(i + 1);
      made[i + 1] = word.charCodeAt(i);
      tryOut(size);
      put(0, size, 0);
    }
    for (let letter = LETTER_A; i < size && letter <= LETTER_Z; letter++) {
      made[i] = letter;
      tryOut(size);
    }
    put(0, i, 0);
    put(i, size, i + 1);
    for (let letter = LETTER_A; letter <= LETTER_Z; letter++) {
      made[i] = letter;
      tryOut(size + 1);
    }
  }
  near.delete(word);
  return [...near];
}

/** One letter more or less, two neighbours changed over, or another letter, A to Z on one side at least. */
function areOneErrorApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let front = 0;
  while (front < short.length && short[front] === long[front]) front++;
  if (long.length > short.length) return short.slice(front) === long.slice(front + 1);
  if (short.slice(front + 1) === long.slice(front + 1)) return isLetter(short[front]!) || isLetter(long[front]!);
  const turned = short[front] === long[front + 1] && short[front + 1] === long[front];
  return turned && short.slice(front + 2) === long.slice(front + 2);
}

function isLetter(character: string): boolean {
  return character >= 'A' && character <= 'Z';
}

const LONGEST = 20;
const made = new Uint16Array(LONGEST + 1);
const LETTER_A = 65;
const LETTER_Z = 90;
const MOST_KEPT = 50_000;
/** Names rarer than 1 birth in 65,000 are no twin's, where one typing error explains the pair as well. */
const USUAL_BITS = rule('usualGivenBits');
