import { spacedCapitals } from './alphabet';
import { grownInts } from './growing';
import { finished, hashedWith, IdTable } from './idTable';
import { packedWord, type LetterReader } from './letterReader';
import { Memo } from './memo';
import type { SavedArrays, SavedParts } from './savedParts';
import type { Words } from './words';

/** Particles are no half of a compound name. */
const PARTICLES = new Set(
  'A AL AIT ABD ABOU ABU BEN BENT BIN BINT BOU D DA DAS DE DEL DEN DER DES DI DOS DU EL ET L LA LE LES MC MAC O OULD SAINT SAINTE ST STE VAN VON ZU'.split(
    ' ',
  ),
);
const PACKED_PARTICLES = new Set([...PARTICLES].map(packedWord));
const SHORTEST_PART = 3;
const MOST_GIVEN_NAMES = 5;
const MOST_PARTS = 4;
const SPARE_NAMES = 1_000;
/** Titles that stand in name columns. */
const TITLES = /^(?:MME|MLLE|MR|MONSIEUR|MADAME|MADEMOISELLE|DR) /;
const PACKED_TITLES = new Set('MME MLLE MR MONSIEUR MADAME MADEMOISELLE DR'.split(' ').map(packedWord));

/** How names of one kind are taken apart: from letters that were read, or slowly from any text. */
export interface NameCut {
  /** Ids of the parts of what the reader holds, into `out`; how many. */
  fromLetters(reader: LetterReader, words: Words, whole: number, out: Int32Array): number;
  fromText(spaced: string, raw: string): readonly string[];
}

/** Names that were written once, taken apart. A name's id is its place; 0 = no name. */
export class NameShapes {
  private readonly table = new IdTable();
  private readonly memo = new Memo();
  private readonly found = new Int32Array(MOST_GIVEN_NAMES);
  private used = 0;
  private kept = 1;
  /** Word of the name glued together. */
  whole = new Int32Array(1 << 10);
  private partStart = new Int32Array(1 << 10);
  private parts = new Int32Array(1 << 10);

  constructor(
    private readonly words: Words,
    private readonly reader: LetterReader,
    private readonly cut: NameCut,
  ) {}

  get size(): number {
    return this.table.next;
  }

  /** Names read since the last call stay. */
  keep(): void {
    this.kept = this.table.next;
    this.memo.keep();
  }

  /** Forgets names that were read for a look-up only. */
  release(): void {
    this.used = this.partStart[this.kept]!;
    this.table.cutFrom(this.kept);
    this.memo.release();
  }

  /** Gives back room that was taken in advance; some is left for the names of look-ups. */
  trim(): void {
    const ids = this.size + SPARE_NAMES;
    this.whole = this.whole.slice(0, ids);
    this.partStart = this.partStart.slice(0, ids);
    this.parts = this.parts.slice(0, this.used + SPARE_NAMES);
    this.table.trim(SPARE_NAMES);
  }

  /** The names that stay, under a prefix of their own. */
  save(to: SavedParts, prefix: string): void {
    const { kept } = this;
    to.arrays.set(`${prefix}.hashes`, this.table.hashes.subarray(0, kept));
    to.arrays.set(`${prefix}.whole`, this.whole.subarray(0, kept));
    to.arrays.set(`${prefix}.partStart`, this.partStart.subarray(0, kept + 1));
    to.arrays.set(`${prefix}.parts`, this.parts.subarray(0, this.partStart[kept]!));
  }

  restore(from: SavedArrays, prefix: string): void {
    const hashes = from.ints(`${prefix}.hashes`);
    this.table.restore(hashes);
    this.kept = hashes.length;
    this.whole = from.ints(`${prefix}.whole`, hashes.length);
    this.partStart = from.ints(`${prefix}.partStart`, hashes.length + 1);
    this.parts = from.ints(`${prefix}.parts`);
    this.used = this.parts.length;
  }

  /** Id of a name as written. */
  intern(raw: string): number {
    if (raw === '') return 0;
    return this.reader.read(raw) && !this.beginsWithTitle() ? this.internLetters() : this.internText(raw);
  }

  /** Number of words that the name can be taken apart into. */
  partCount(id: number): number {
    return this.partStart[id + 1]! - this.partStart[id]!;
  }

  /** First word of a name; that of another name where it has none. */
  firstOf(id: number): number {
    return this.parts[this.partStart[id]!]!;
  }

  part(id: number, index: number): number {
    return this.parts[this.partStart[id]! + index]!;
  }

  private beginsWithTitle(): boolean {
    return this.reader.words > 1 && PACKED_TITLES.has(this.reader.packed(0));
  }

  private internLetters(): number {
    const { reader, words, found } = this;
    if (reader.length === 0) return 0;
    const whole = words.internCodes(reader.codes, 0, reader.length);
    return this.shape(whole, found, this.cut.fromLetters(reader, words, whole, found));
  }

  private internText(raw: string): number {
    const seen = this.memo.get(raw);
    if (seen !== undefined) return seen;
    const spaced = spacedCapitals(raw).replace(TITLES, '');
    const id = spaced === '' ? 0 : this.shapeOfText(spaced, raw);
    this.memo.set(raw, id);
    return id;
  }

  private shapeOfText(spaced: string, raw: string): number {
    const whole = this.words.intern(spaced.replaceAll(' ', ''));
    const parts = this.cut.fromText(spaced, raw);
    for (let i = 0; i < parts.length; i++) this.found[i] = this.words.intern(parts[i]!);
    return this.shape(whole, this.found, parts.length);
  }

  private shape(whole: number, parts: Int32Array, count: number): number {
    let rolling = hashedWith(count, whole);
    for (let i = 0; i < count; i++) rolling = hashedWith(rolling, parts[i]!);
    const hash = finished(rolling);
    const { slots, hashes, mask } = this.table;
    for (let slot = hash & mask, id = slots[slot]!; id !== 0; slot = (slot + 1) & mask, id = slots[slot]!) {
      if (hashes[id] === hash && this.isSame(id, whole, parts, count)) return id;
    }
    const id = this.table.put(hash);
    this.whole = grownInts(this.whole, id + 1);
    this.partStart = grownInts(this.partStart, id + 2);
    this.parts = grownInts(this.parts, this.used + count);
    this.whole[id] = whole;
    this.partStart[id] = this.used;
    for (let i = 0; i < count; i++) this.parts[this.used++] = parts[i]!;
    this.partStart[id + 1] = this.used;
    return id;
  }

  private isSame(id: number, whole: number, parts: Int32Array, count: number): boolean {
    if (this.whole[id] !== whole || this.partCount(id) !== count) return false;
    for (let i = 0, at = this.partStart[id]!; i < count; i++, at++) if (this.parts[at] !== parts[i]) return false;
    return true;
  }
}

/** Halves of a compound surname: words of three letters or more that are no particles, where there are at least two words. */
export const SURNAME_CUT: NameCut = {
  fromLetters(reader, words, _whole, out) {
    if (reader.words < 2) return 0;
    let count = 0;
    for (let word = 0; word < reader.words && count < MOST_PARTS; word++) {
      const [from, to] = [reader.startOf(word), reader.ends[word]!];
      if (to - from < SHORTEST_PART || PACKED_PARTICLES.has(reader.packed(word))) continue;
      out[count++] = words.internCodes(reader.codes, from, to);
    }
    return count;
  },
  fromText(spaced) {
    if (!spaced.includes(' ')) return [];
    const words = spaced.split(' ');
    return words.filter((word) => word.length >= SHORTEST_PART && !PARTICLES.has(word)).slice(0, MOST_PARTS);
  },
};

/** Given names in their order, compounds (Jean-Pierre) glued; blanks and commas part, a hyphen joins. */
export const GIVEN_NAME_CUT: NameCut = {
  fromLetters(reader, words, whole, out) {
    if (reader.words === 1) {
      out[0] = whole;
      return 1;
    }
    let count = 0;
    for (let word = 0; word < reader.words && count < MOST_GIVEN_NAMES; ) {
      const from = reader.startOf(word);
      do word++;
      while (word < reader.words && reader.joined[word] === 1);
      out[count++] = words.internCodes(reader.codes, from, reader.ends[word - 1]!);
    }
    return count;
  },
  fromText(spaced, raw) {
    if (!spaced.includes(' ')) return [spaced];
    const names = raw
      .slice(0, 400)
      .split(/[\s,;./]+/)
      .map((name) => spacedCapitals(name).replaceAll(' ', ''))
      .filter(Boolean);
    return names.slice(0, MOST_GIVEN_NAMES);
  },
};
