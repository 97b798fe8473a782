import { blockingKeys, KEYS_A_RECORD, MOST_KEYS } from './blockingKeys';
import { grownBytes, grownInts, grownShorts } from './growing';
import type { People } from './people';

/** A key that so many records share tells nobody apart and is left out. */
const LARGEST_BLOCK = 400;
const EMPTY = -1;

/**
 * Which rows share a key: chains in typed arrays. The place of a key in `next` gives its row, `tags` 16 bits of its
 * hash, so that a chain is walked without reading the people.
 */
export class Blocks {
  private heads: Int32Array<ArrayBuffer> = new Int32Array(1 << 12).fill(EMPTY);
  private next = new Int32Array(64 * KEYS_A_RECORD);
  private tags = new Uint16Array(64 * KEYS_A_RECORD);
  private entries = 0;
  private readonly keys = new Int32Array(MOST_KEYS);
  private present = new Uint8Array(64);
  private stamps = new Int32Array(64);
  private stamp = 0;

  constructor(private readonly people: People) {}

  /** Room for so many rows at once, which spares growing step by step. */
  reserve(rows: number): void {
    this.next = grownInts(this.next, rows * KEYS_A_RECORD);
    this.tags = grownShorts(this.tags, rows * KEYS_A_RECORD);
    this.stamps = grownInts(this.stamps, rows);
    this.present = grownBytes(this.present, rows);
    const wanted = 2 ** Math.ceil(Math.log2(rows * 10));
    if (wanted > this.heads.length && this.entries === 0) this.heads = new Int32Array(wanted).fill(EMPTY);
  }

  add(row: number): void {
    if (row >= this.stamps.length) this.reserve(Math.ceil((row + 1) * 1.5));
    if (this.entries > this.heads.length * 2) this.rehash();
    this.present[row] = 1;
    const count = blockingKeys(this.people, row, this.keys);
    for (let i = 0; i < count && i < KEYS_A_RECORD; i++) this.link(row * KEYS_A_RECORD + i, this.keys[i]!);
  }

  remove(row: number): void {
    this.present[row] = 0;
    const count = blockingKeys(this.people, row, this.keys);
    for (let i = 0; i < count && i < KEYS_A_RECORD; i++) this.unlink(row * KEYS_A_RECORD + i, this.keys[i]!);
  }

  /** Rows below `below` that share a key with `row` (a row of the index or not), each once, into `out`; how many. */
  candidates(row: number, below: number, out: number[]): number {
    this.stamp++;
    let found = 0;
    const count = blockingKeys(this.people, row, this.keys);
    for (let i = 0; i < count && i < KEYS_A_RECORD; i++) found = this.collect(this.keys[i]!, row, below, out, found);
    return found;
  }

  private collect(key: number, row: number, below: number, out: number[], from: number): number {
    const { next, tags, stamps, stamp } = this;
    const tag = key >>> 16;
    const first = this.heads[this.slot(key)]!;
    let size = 0;
    for (let entry = first; entry !== EMPTY; entry = next[entry]!) {
      if (tags[entry] === tag && ++size > LARGEST_BLOCK) return from;
    }
    let found = from;
    for (let entry = first; entry !== EMPTY; entry = next[entry]!) {
      if (tags[entry] !== tag) continue;
      const other = (entry / KEYS_A_RECORD) | 0;
      if (other >= below || other === row || stamps[other] === stamp) continue;
      stamps[other] = stamp;
      out[found++] = other;
    }
    return found;
  }

  private link(entry: number, key: number): void {
    const slot = this.slot(key);
    this.next[entry] = this.heads[slot]!;
    this.tags[entry] = key >>> 16;
    this.heads[slot] = entry;
    this.entries++;
  }

  private unlink(entry: number, key: number): void {
    const slot = this.slot(key);
    let at = this.heads[slot]!;
    if (at === entry) this.heads[slot] = this.next[entry]!;
    while (at !== EMPTY && this.next[at] !== entry) at = this.next[at]!;
    if (at !== EMPTY) this.next[at] = this.next[entry]!;
    this.entries--;
  }

  private slot(key: number): number {
    return (key ^ (key >>> 15)) & (this.heads.length - 1);
  }

  /** More heads: every key is computed again from the people. */
  private rehash(): void {
    this.heads = new Int32Array(this.heads.length * 4).fill(EMPTY);
    this.entries = 0;
    const present = this.present.slice();
    for (let row = 0; row < present.length; row++) if (present[row] === 1) this.add(row);
  }
}
