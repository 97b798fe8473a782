import type { Problem } from '../../fields';
import { cleanText } from '../text';
import type { ScoredPair } from './scoredPair';

/** What a person said about two records: one person, or two. */
export type Answer = 'same' | 'different';

/** All that was said of two records; `contradicting`: once the one and once the other. */
export type Standing = Answer | 'contradicting';

/**
 * An answer about two records, by their ids: `left` is the known one (of one list: the one or the other), `right` the one
 * that was checked.
 */
export interface AnsweredPair {
  readonly left: string;
  readonly right: string;
  readonly answer: Answer;
}

/** `two`: the same id in both lists is two records, so left and right are told apart. */
export type AnsweredLists = 'one' | 'two';

/** The answers that were given, looked up by the ids of the two records. */
export class ReviewAnswers {
  private readonly byRight = new Map<string, Map<string, Standing>>();

  constructor(
    pairs: Iterable<AnsweredPair>,
    private readonly lists: AnsweredLists,
  ) {
    for (const { left, right, answer } of pairs) {
      if (left === '' || right === '' || (lists === 'one' && left === right)) continue;
      this.note(left, right, answer);
      if (lists === 'one') this.note(right, left, answer);
    }
  }

  /** Pairs of records about which something was said. */
  get size(): number {
    let count = 0;
    for (const standings of this.byRight.values()) count += standings.size;
    return this.lists === 'one' ? count / 2 : count;
  }

  /** What was said of a record, by the id of the other one. */
  about(right: string): ReadonlyMap<string, Standing> {
    return this.byRight.get(right) ?? NOTHING;
  }

  between(left: string, right: string): Standing | undefined {
    return this.about(right).get(left);
  }

  /** Every pair that somebody spoke of; of one list, each in both directions. */
  *entries(): Generator<readonly [left: string, right: string, standing: Standing]> {
    for (const [right, standings] of this.byRight) {
      for (const [left, standing] of standings) yield [left, right, standing];
    }
  }

  private note(left: string, right: string, answer: Answer): void {
    const standings = this.byRight.get(right) ?? new Map<string, Standing>();
    const said = standings.get(left);
    standings.set(left, said === undefined || said === answer ? answer : 'contradicting');
    this.byRight.set(right, standings);
  }
}

const NOTHING: ReadonlyMap<string, Standing> = new Map();

/** A pair after people were heard; a {@link ScoredPair} is one of which nothing was said. */
export type JudgedPair = Pick<
  ScoredPair,
  'left' | 'right' | 'weight' | 'probability' | 'decision' | 'hl7' | 'reasons'
> & { readonly standing?: Standing };

const SAID: Readonly<Record<Exclude<Standing, 'different'>, Problem>> = {
  same: { code: 'linkage.answered.same' },
  contradicting: { code: 'linkage.answered.contradicting' },
};

/** The pair as people settled it; undefined where they said that these are two: it no longer counts. */
export function answeredPair(pair: ScoredPair, standing: Standing | undefined): JudgedPair | undefined {
  if (standing === undefined) return pair;
  if (standing === 'different') return undefined;
  const { left, right, weight, probability, reasons } = pair;
  const found = reasons.filter(({ code }) => !code.startsWith('linkage.withheld.'));
  const decision = standing === 'same' ? 'duplicate' : 'review';
  const hl7 = standing === 'same' ? 'DOUA' : 'DPOT';
  return { left, right, weight, probability, decision, hl7, reasons: [SAID[standing], ...found], standing };
}

const SAME = new Set(
  [
    'oui',
    'o',
    'yes',
    'y',
    'vrai',
    'true',
    'identique',
    'doublon',
    'duplicate',
    'same',
    'the same',
    'same person',
  ].concat([
    'meme',
    'le meme',
    'la meme',
    'les memes',
    'meme personne',
    'la meme personne',
    'c est la meme',
    'une personne',
  ]),
);
const DIFFERENT = new Set(
  ['non', 'n', 'no', 'faux', 'false', 'autre', 'autre personne', 'une autre', 'une autre personne'].concat(
    ['pas meme', 'pas le meme', 'pas la meme', 'pas les memes', 'pas la meme personne', 'ce n est pas la meme'],
    ['different', 'differente', 'differents', 'differentes', 'distinct', 'distincte', 'distinctes', 'deux personnes'],
    ['not the same', 'not same', 'not the same person', 'different person', 'other', 'other person', 'two people'],
  ),
);
const LONGEST_WORD = 40;

/**
 * Reads an answer as people write it, in French or English: oui, même, pas la même, same, different… Case, accents,
 * punctuation and accents lost in a file (`m�me`) do not matter. Undefined: not understood.
 */
export function readAnswer(word: string): Answer | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const { text } = cleanText(word);
  const key = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\uFFFD]+/g, ' ')
    .trim();
  if (SAME.has(key)) return 'same';
  if (DIFFERENT.has(key)) return 'different';
  return key.includes('\uFFFD') ? readBroken(key) : undefined;
}

/** A letter that was lost stands for any one letter, where only one answer fits. */
function readBroken(key: string): Answer | undefined {
  const pattern = new RegExp(`^${key.replace(/\uFFFD/g, '.')}$`);
  const fits = (words: ReadonlySet<string>) => [...words].some((word) => pattern.test(word));
  if (fits(SAME) === fits(DIFFERENT)) return undefined;
  return fits(SAME) ? 'same' : 'different';
}
