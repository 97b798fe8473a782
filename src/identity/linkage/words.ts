import { letterCode, LAST_PLAIN_CODE } from './alphabet';
import { shippedFrequencies, STEPS_PER_BIT, UNLISTED_GIVEN_BITS, UNLISTED_SURNAME_BITS } from './frequencies';
import { grownBytes, grownInts, grownShorts } from './growing';
import { finished, hashedWith, IdTable } from './idTable';
import type { SavedArrays, SavedParts } from './savedParts';
import { hashOfSound } from './soundOf';

const NOT_YET = 255;
/** Longest word that is kept; no name is longer (see {@link LONGEST_NAME}), a spelled-out town hardly. */
const LONGEST_WORD = 250;
const NO_GROUP = 0xffff;
const SPARE_WORDS = 1_000;

/** Each distinct word once: its letters, how it sounds and how rare it is. Words are glued capitals; 0 = none. */
export class Words {
  readonly table = new IdTable();
  /** Texts of words with letters outside A–Z and digits, whose codes stand for several letters. */
  private readonly exotic = new Map<number, string>();
  private readonly scratch = new Uint8Array(LONGEST_WORD);
  private readonly frequencies = shippedFrequencies();
  private used = 0;
  /** Words from this id on go with the next {@link release}. */
  private kept = 1;
  letters = new Uint8Array(1 << 14);
  start = new Int32Array(1 << 10);
  length = new Uint8Array(1 << 10);
  /** Which letters a word has, one bit each. */
  masks = new Int32Array(1 << 10);
  private sounds = new Int32Array(1 << 10);
  /** Rarity in steps of a quarter of a bit. */
  private surnameSteps = new Uint8Array(1 << 10).fill(NOT_YET);
  private givenSteps = new Uint8Array(1 << 10).fill(NOT_YET);
  private groups = new Uint16Array(1 << 10);
  /** How many records of the base bear the word as surname or as first given name. */
  private surnameUses = new Int32Array(1 << 10);
  private givenUses = new Int32Array(1 << 10);

  get count(): number {
    return this.table.next;
  }

  /** Ids below this stay for as long as the index. */
  get keptCount(): number {
    return this.kept;
  }

  /** Words read since the last call stay. */
  keep(): void {
    this.kept = this.table.next;
  }

  /** Forgets words that were read for a look-up only. */
  release(): void {
    const { kept, table } = this;
    if (table.next === kept) return;
    this.used = this.start[kept]!;
    for (let id = kept; id < table.next; id++) {
      this.sounds[id] = 0;
      this.surnameSteps[id] = NOT_YET;
      this.givenSteps[id] = NOT_YET;
      this.groups[id] = 0;
      this.exotic.delete(id);
    }
    table.cutFrom(kept);
  }

  text(id: number): string {
    const exotic = this.exotic.get(id);
    if (exotic !== undefined) return exotic;
    let text = '';
    const end = this.start[id]! + this.length[id]!;
    for (let i = this.start[id]!; i < end; i++) text += PLAIN_LETTERS[this.letters[i]!]!;
    return text;
  }

  intern(word: string): number {
    const length = Math.min(word.length, LONGEST_WORD);
    let plain = true;
    for (let i = 0; i < length; i++) {
      const code = letterCode(word.charCodeAt(i));
      this.scratch[i] = code;
      if (code > LAST_PLAIN_CODE) plain = false;
    }
    return plain ? this.internCodes(this.scratch, 0, length) : this.internExotic(word.slice(0, length));
  }

  /** Id of a word given as a slice of letter codes, plain ones (A–Z and digits) only. */
  internCodes(codes: Uint8Array, from: number, to: number): number {
    if (from === to) return 0;
    let rolling = 0;
    for (let i = from; i < to; i++) rolling = hashedWith(rolling, codes[i]!);
    const hash = finished(rolling);
    const { slots, hashes, mask } = this.table;
    for (let slot = hash & mask, id = slots[slot]!; id !== 0; slot = (slot + 1) & mask, id = slots[slot]!) {
      if (hashes[id] === hash && this.isSame(id, codes, from, to)) return id;
    }
    return this.write(hash, codes, from, to);
  }

  private internExotic(word: string): number {
    let rolling = 1;
    for (let i = 0; i < word.length; i++) rolling = hashedWith(rolling, word.charCodeAt(i));
    const hash = finished(rolling);
    const { slots, hashes, mask } = this.table;
    for (let slot = hash & mask, id = slots[slot]!; id !== 0; slot = (slot + 1) & mask, id = slots[slot]!) {
      if (hashes[id] === hash && this.exotic.get(id) === word) return id;
    }
    const id = this.write(hash, this.scratch, 0, word.length);
    this.exotic.set(id, word);
    return id;
  }

  private isSame(id: number, codes: Uint8Array, from: number, to: number): boolean {
    const { letters } = this;
    if (this.length[id] !== to - from) return false;
    for (let i = from, at = this.start[id]!; i < to; i++, at++) if (letters[at] !== codes[i]) return false;
    return true;
  }

  private write(hash: number, codes: Uint8Array, from: number, to: number): number {
    const id = this.table.put(hash);
    this.makeRoom(id, to - from);
    this.start[id] = this.used;
    this.length[id] = to - from;
    let mask = 0;
    for (let i = from; i < to; i++) {
      this.letters[this.used++] = codes[i]!;
      mask |= 1 << codes[i]!;
    }
    this.masks[id] = mask;
    this.surnameUses[id] = 0;
    this.givenUses[id] = 0;
    return id;
  }

  /** Hash of the sound: words of one number sound alike. */
  sound(id: number): number {
    const known = this.sounds[id]!;
    if (known !== 0) return known;
    const sound = hashOfSound(this.text(id));
    this.sounds[id] = sound;
    return sound;
  }

  /** −log2 of the share of births in France; a name that INSEE does not list counts as rare. */
  surnameBits(id: number): number {
    if (this.surnameSteps[id] === NOT_YET) {
      const bits = this.frequencies.surnameBits(this.text(id)) ?? UNLISTED_SURNAME_BITS;
      this.surnameSteps[id] = bits * STEPS_PER_BIT;
    }
    return this.surnameSteps[id]! / STEPS_PER_BIT;
  }

  givenBits(id: number): number {
    if (this.givenSteps[id] === NOT_YET) {
      const bits = this.frequencies.givenBits(this.text(id)) ?? UNLISTED_GIVEN_BITS;
      this.givenSteps[id] = bits * STEPS_PER_BIT;
    }
    return this.givenSteps[id]! / STEPS_PER_BIT;
  }

  isKnownGivenName(id: number): boolean {
    return this.givenBits(id) < UNLISTED_GIVEN_BITS;
  }

  isKnownSurname(id: number): boolean {
    return this.surnameBits(id) < UNLISTED_SURNAME_BITS;
  }

  /** True when both stand in one group of spellings (Mathieu, Matthieu). */
  areSpellings(a: number, b: number): boolean {
    const group = this.group(a);
    return group !== NO_GROUP && group === this.group(b);
  }

  /** True when other spellings of the word are known. */
  hasSpellings(id: number): boolean {
    return id !== 0 && this.group(id) !== NO_GROUP;
  }

  private group(id: number): number {
    if (this.groups[id] === 0) {
      const group = this.frequencies.spellingGroup(this.text(id));
      this.groups[id] = group === undefined ? NO_GROUP : group + 1;
    }
    return this.groups[id]!;
  }

  countSurname(id: number, by: 1 | -1): void {
    if (id) this.surnameUses[id]! += by;
  }

  countGiven(id: number, by: 1 | -1): void {
    if (id) this.givenUses[id]! += by;
  }

  surnameCount(id: number): number {
    return this.surnameUses[id]!;
  }

  givenCount(id: number): number {
    return this.givenUses[id]!;
  }

  /** Gives back room that was taken in advance; some is left for the words of look-ups. */
  trim(): void {
    const ids = this.count + SPARE_WORDS;
    this.letters = this.letters.slice(0, this.used + SPARE_WORDS);
    this.start = this.start.slice(0, ids);
    this.length = this.length.slice(0, ids);
    this.masks = this.masks.slice(0, ids);
    this.sounds = this.sounds.slice(0, ids);
    this.surnameSteps = this.surnameSteps.slice(0, ids);
    this.givenSteps = this.givenSteps.slice(0, ids);
    this.groups = this.groups.slice(0, ids);
    this.surnameUses = this.surnameUses.slice(0, ids);
    this.givenUses = this.givenUses.slice(0, ids);
    this.table.trim(SPARE_WORDS);
  }

  /** The words that stay. */
  save(to: SavedParts): void {
    const { kept } = this;
    const used = kept < this.table.next ? this.start[kept]! : this.used;
    to.arrays.set('words.hashes', this.table.hashes.subarray(0, kept));
    to.arrays.set('words.letters', this.letters.subarray(0, used));
    for (const column of SAVED_COLUMNS) to.arrays.set(`words.${column}`, this[column].subarray(0, kept));
    to.facts['exotic'] = [...this.exotic].filter(([id]) => id < kept);
  }

  restore(from: SavedArrays): void {
    const hashes = from.ints('words.hashes');
    const count = hashes.length;
    this.table.restore(hashes);
    this.kept = count;
    this.letters = from.bytes('words.letters');
    this.used = this.letters.length;
    this.start = from.ints('words.start', count);
    this.length = from.bytes('words.length', count);
    this.masks = from.ints('words.masks', count);
    this.sounds = from.ints('words.sounds', count);
    this.surnameSteps = from.bytes('words.surnameSteps', count);
    this.givenSteps = from.bytes('words.givenSteps', count);
    this.groups = new Uint16Array(count);
    this.surnameUses = from.ints('words.surnameUses', count);
    this.givenUses = from.ints('words.givenUses', count);
    for (const [id, text] of from.entries('exotic', 'number', 'string')) this.exotic.set(id, text);
  }

  private makeRoom(id: number, letters: number): void {
    this.letters = grownBytes(this.letters, this.used + letters);
    if (id < this.start.length) return;
    this.start = grownInts(this.start, id + 1);
    this.length = grownBytes(this.length, id + 1);
    this.masks = grownInts(this.masks, id + 1);
    this.sounds = grownInts(this.sounds, id + 1);
    this.surnameSteps = grownBytes(this.surnameSteps, id + 1, NOT_YET);
    this.givenSteps = grownBytes(this.givenSteps, id + 1, NOT_YET);
    this.groups = grownShorts(this.groups, id + 1);
    this.surnameUses = grownInts(this.surnameUses, id + 1);
    this.givenUses = grownInts(this.givenUses, id + 1);
  }
}

const SAVED_COLUMNS = [
  'start',
  'length',
  'masks',
  'sounds',
  'surnameSteps',
  'givenSteps',
  'surnameUses',
  'givenUses',
] as const;

/** Letters of the plain codes, see {@link letterCode}. */
const PLAIN_LETTERS = ['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
