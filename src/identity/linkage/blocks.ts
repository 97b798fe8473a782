import { blockingKeys, KEYS_A_RECORD, MOST_KEYS } from './blockingKeys';
import { ChainedBlocks } from './chainedBlocks';
import { grownInts } from './growing';
import type { People } from './people';
import type { SavedArrays, SavedParts } from './savedParts';

/** A key that so many records share tells nobody apart and is left out. */
export const LARGEST_BLOCK = 400;
const REMOVED = 0x7fffffff;
/** Keys a slot has on average: few enough to be read in a row, many enough to keep the slots small. */
const KEYS_A_SLOT = 3;
const FEWEST_SLOTS = 1 << 12;
const ROWS_A_SLICE = 2_000;
const KEYS_A_SLICE = 200_000;

/**
 * Which rows share a key. A list that was there from the beginning lies sorted by key: the rows of a slot side by side,
 * with 16 bits of the hash that tell its keys apart. People added later are kept in chains.
 */
export class Blocks {
  /** First place of each slot in `rows` and `tags`; one more at the end. */
  private starts = new Int32Array(FEWEST_SLOTS + 2);
  private rows = new Int32Array(1);
  private tags = new Uint16Array(1);
  private mask = FEWEST_SLOTS - 1;
  private readonly later: ChainedBlocks;
  private readonly keys = new Int32Array(MOST_KEYS);
  private readonly firsts = new Int32Array(MOST_KEYS);
  private readonly ends = new Int32Array(MOST_KEYS);
  /** Keeps the reading ahead from being left out as useless. */
  touched = 0;
  /** Number of the search that met a row last; {@link REMOVED} rows are met by none. */
  private stamps = new Int32Array(64);
  private stamp = 0;

  constructor(private readonly people: People) {
    this.later = new ChainedBlocks(people);
  }

  /** Sorts the keys of all rows; nothing may have been added before. */
  async sort(breathe: () => Promise<void>): Promise<void> {
    const { count } = this.people;
    const all = new Int32Array(count * KEYS_A_RECORD);
    const counts = new Uint8Array(count);
    let used = 0;
    for (let row = 0; row < count; row++) {
      counts[row] = this.readKeys(row);
      for (let i = 0; i < counts[row]!; i++) all[used++] = this.keys[i]!;
      if (row % ROWS_A_SLICE === ROWS_A_SLICE - 1) await breathe();
    }
    await this.makeSlots(all.subarray(0, used), breathe);
    let at = 0;
    for (let row = 0; row < count; row++) {
      for (let i = 0; i < counts[row]!; i++) this.place(row, all[at++]!);
      if (row % ROWS_A_SLICE === ROWS_A_SLICE - 1) await breathe();
    }
    this.later.startAt(count);
    this.stamps = grownInts(this.stamps, count);
  }

  save(to: SavedParts): void {
    to.arrays.set('blocks.starts', this.starts);
    to.arrays.set('blocks.rows', this.rows);
    to.arrays.set('blocks.tags', this.tags);
    to.facts['sortedRows'] = this.later.first;
  }

  /** Takes sorted keys that were saved; later rows are to be added again. Returns how many rows are sorted. */
  restore(from: SavedArrays): number {
    const sorted = from.number('sortedRows');
    this.starts = from.ints('blocks.starts');
    this.rows = from.ints('blocks.rows');
    this.tags = from.shorts('blocks.tags', this.rows.length);
    this.mask = this.starts.length - 3;
    if ((this.mask & (this.mask + 1)) !== 0) from.isDamaged();
    this.later.startAt(sorted);
    this.stamps = grownInts(this.stamps, this.people.count);
    return sorted;
  }

  add(row: number): void {
    this.stamps = grownInts(this.stamps, row + 1);
    this.later.add(row);
  }

  remove(row: number): void {
    this.stamps[row] = REMOVED;
    if (row >= this.later.first) this.later.remove(row);
  }

  /** Rows below `below` that share a key with `row` (a row of the index or not), each once, into `out`; how many. */
  candidates(row: number, below: number, out: number[]): number {
    if (++this.stamp === REMOVED) this.forgetSearches();
    const { keys, later } = this;
    const count = this.readKeys(row);
    this.fetch(count);
    let found = 0;
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      const addedLater = later.size === 0 ? 0 : later.blockSize(key);
      found = this.collect(i, row, below, out, found, addedLater);
      if (addedLater === 0 || addedLater + this.blockSize(key) > LARGEST_BLOCK) continue;
      found = later.collect(key, row, below, out, found, this.stamps, this.stamp);
    }
    return found;
  }

  /**
   * Finds the places of all keys before any is read: memory is slow to answer, but it is asked for several things at
   * once where none depends on another.
   */
  private fetch(count: number): void {
    const { keys, starts, rows, tags, firsts, ends, mask } = this;
    for (let i = 0; i < count; i++) {
      const slot = keys[i]! & mask;
      firsts[i] = starts[slot]!;
      ends[i] = starts[slot + 1]!;
    }
    let touched = 0;
    for (let i = 0; i < count; i++) touched ^= tags[firsts[i]!]! ^ rows[firsts[i]!]!;
    this.touched = touched;
  }

  private collect(i: number, row: number, below: number, out: number[], from: number, more: number): number {
    const { rows, tags, stamps, stamp } = this;
    const key = this.keys[i]!;
    const end = this.ends[i]!;
    const tag = key >>> 16;
    let at = this.firsts[i]!;
    if (end - at + more > LARGEST_BLOCK && this.blockSize(key) + more > LARGEST_BLOCK) return from;
    let found = from;
    for (; at < end; at++) {
      if (tags[at] !== tag) continue;
      const other = rows[at]!;
      if (other >= below) break;
      if (other === row || stamps[other]! >= stamp) continue;
      stamps[other] = stamp;
      out[found++] = other;
    }
    return found;
  }

  /** Rows of a key among the sorted ones; no more than tells that they are too many are counted. */
  private blockSize(key: number): number {
    const { starts, rows, tags, stamps } = this;
    const slot = key & this.mask;
    const end = starts[slot + 1]!;
    const tag = key >>> 16;
    let size = 0;
    for (let at = starts[slot]!; at < end && size <= LARGEST_BLOCK; at++) {
      if (tags[at] === tag && stamps[rows[at]!] !== REMOVED) size++;
    }
    return size;
  }

  private readKeys(row: number): number {
    return Math.min(KEYS_A_RECORD, blockingKeys(this.people, row, this.keys));
  }

  /** Counts the keys of each slot two places further on, where {@link place} moves them to their own. */
  private async makeSlots(all: Int32Array, breathe: () => Promise<void>): Promise<void> {
    const slots = Math.max(FEWEST_SLOTS, 2 ** Math.ceil(Math.log2(all.length / KEYS_A_SLOT)));
    this.mask = slots - 1;
    const starts = new Int32Array(slots + 2);
    for (let i = 0; i < all.length; i++) {
      starts[(all[i]! & this.mask) + 2]!++;
      if (i % KEYS_A_SLICE === KEYS_A_SLICE - 1) await breathe();
    }
    for (let slot = 2; slot < starts.length; slot++) {
      starts[slot]! += starts[slot - 1]!;
      if (slot % KEYS_A_SLICE === KEYS_A_SLICE - 1) await breathe();
    }
    this.starts = starts;
    // One place more than there are keys: an empty slot at the end may be looked at too.
    this.rows = new Int32Array(all.length + 1);
    this.tags = new Uint16Array(all.length + 1);
  }

  private place(row: number, key: number): void {
    const at = this.starts[(key & this.mask) + 1]!++;
    this.rows[at] = row;
    this.tags[at] = key >>> 16;
  }

  private forgetSearches(): void {
    const { stamps } = this;
    for (let row = 0; row < stamps.length; row++) if (stamps[row] !== REMOVED) stamps[row] = 0;
    this.stamp = 1;
  }
}
