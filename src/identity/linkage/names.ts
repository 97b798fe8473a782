import { spacedCapitals } from './alphabet';
import { grownInts } from './growing';
import type { Words } from './words';

/** Particles are no half of a compound name. */
const PARTICLES = new Set(
  'A AL AIT ABD ABOU ABU BEN BENT BIN BINT BOU D DA DAS DE DEL DEN DER DES DI DOS DU EL ET L LA LE LES MC MAC O OULD SAINT SAINTE ST STE VAN VON ZU'.split(
    ' ',
  ),
);
const SHORTEST_PART = 3;
const MOST_GIVEN_NAMES = 5;
const MOST_PARTS = 4;
/** Titles that stand in name columns. */
const TITLES = /^(?:MME|MLLE|MR|MONSIEUR|MADAME|MADEMOISELLE|DR) /;

/** Names that were written once, taken apart. A name's id is its place; 0 = no name. */
export class NameShapes {
  private readonly ids = new Map<string, number>();
  private readonly raw = new Map<string, number>();
  private count = 1;
  private used = 0;
  /** Word of the name glued together. */
  whole = new Int32Array(1 << 10);
  private partStart = new Int32Array(1 << 10);
  private parts = new Int32Array(1 << 10);

  constructor(
    private readonly words: Words,
    private readonly cut: (spaced: string, raw: string) => readonly string[],
  ) {}

  get size(): number {
    return this.count;
  }

  /** Id of a name as written; what was written the same way before costs one look-up. */
  intern(raw: string): number {
    const seen = this.raw.get(raw);
    if (seen !== undefined) return seen;
    const id = this.shape(raw);
    if (this.raw.size < 2_000_000) this.raw.set(raw, id);
    return id;
  }

  /** Number of words that the name can be taken apart into. */
  partCount(id: number): number {
    return this.partStart[id + 1]! - this.partStart[id]!;
  }

  part(id: number, index: number): number {
    return this.parts[this.partStart[id]! + index]!;
  }

  private shape(raw: string): number {
    const spaced = spacedCapitals(raw).replace(TITLES, '');
    if (spaced === '') return 0;
    const parts = this.cut(spaced, raw);
    const key = parts.join(' ') + '|' + spaced.replaceAll(' ', '');
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.count++;
    this.ids.set(key, id);
    this.whole = grownInts(this.whole, id + 1);
    this.partStart = grownInts(this.partStart, id + 2);
    this.parts = grownInts(this.parts, this.used + parts.length);
    this.whole[id] = this.words.intern(spaced.replaceAll(' ', ''));
    this.partStart[id] = this.used;
    for (const part of parts) this.parts[this.used++] = this.words.intern(part);
    this.partStart[id + 1] = this.used;
    return id;
  }
}

/** Halves of a compound surname: words of three letters or more that are no particles, where there are at least two words. */
export function surnameParts(spaced: string): readonly string[] {
  if (!spaced.includes(' ')) return [];
  const words = spaced.split(' ');
  return words.filter((word) => word.length >= SHORTEST_PART && !PARTICLES.has(word)).slice(0, MOST_PARTS);
}

/** Given names in their order, compounds (Jean-Pierre) glued; blanks and commas part, a hyphen joins. */
export function givenNames(spaced: string, raw: string): readonly string[] {
  if (!spaced.includes(' ')) return [spaced];
  const names = raw
    .slice(0, 400)
    .split(/[\s,;./]+/)
    .map((name) => spacedCapitals(name).replaceAll(' ', ''))
    .filter(Boolean);
  return names.slice(0, MOST_GIVEN_NAMES);
}
