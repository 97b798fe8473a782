import { blockingKeys, KEYS_A_RECORD, MOST_KEYS } from './blockingKeys';
import { grownBytes, grownInts, grownShorts } from './growing';
import type { People } from './people';

const EMPTY = -1;

/**
 * Rows by key in chains, for people who come and go one by one. The place of a key in `next` gives its row, `tags` 16
 * bits of its hash, so that a chain is walked without reading the people.
 */
export class ChainedBlocks {
  /** Rows from this on are kept here. */
  first = 0;
  private heads: Int32Array<ArrayBuffer> = new Int32Array(1 << 8).fill(EMPTY);
  private next = new Int32Array(16 * KEYS_A_RECORD);
  private tags = new Uint16Array(16 * KEYS_A_RECORD);
  private present = new Uint8Array(16);
  private entries = 0;
  private readonly keys = new Int32Array(MOST_KEYS);

  constructor(private readonly people: People) {}

  /** Number of keys kept. */
  get size(): number {
    return this.entries;
  }

  startAt(row: number): void {
    this.first = row;
  }

  add(row: number): void {
    const place = row - this.first;
    this.makeRoom(place + 1);
    if (this.entries > this.heads.length * 2) this.rehash();
    this.present[place] = 1;
    const count = this.readKeys(row);
    for (let i = 0; i < count; i++) this.link(place * KEYS_A_RECORD + i, this.keys[i]!);
  }

  remove(row: number): void {
    const place = row - this.first;
    this.present[place] = 0;
    const count = this.readKeys(row);
    for (let i = 0; i < count; i++) this.unlink(place * KEYS_A_RECORD + i, this.keys[i]!);
  }

  blockSize(key: number): number {
    const tag = key >>> 16;
    let size = 0;
    for (let entry = this.heads[this.slot(key)]!; entry !== EMPTY; entry = this.next[entry]!) {
      if (this.tags[entry] === tag) size++;
    }
    return size;
  }

  /** Rows of a key below `below` that do not bear the stamp, stamped and put into `out`; how many stand there now. */
  collect(
    key: number,
    row: number,
    below: number,
    out: number[],
    from: number,
    stamps: Int32Array,
    stamp: number,
  ): number {
    const tag = key >>> 16;
    let found = from;
    for (let entry = this.heads[this.slot(key)]!; entry !== EMPTY; entry = this.next[entry]!) {
      if (this.tags[entry] !== tag) continue;
      const other = this.first + ((entry / KEYS_A_RECORD) | 0);
      if (other >= below || other === row || stamps[other]! >= stamp) continue;
      stamps[other] = stamp;
      out[found++] = other;
    }
    return found;
  }

  private readKeys(row: number): number {
    return Math.min(KEYS_A_RECORD, blockingKeys(this.people, row, this.keys));
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

  private makeRoom(rows: number): void {
    if (rows <= this.present.length) return;
    this.next = grownInts(this.next, rows * KEYS_A_RECORD);
    this.tags = grownShorts(this.tags, rows * KEYS_A_RECORD);
    this.present = grownBytes(this.present, rows);
  }

  /** More heads: every key is computed again from the people. */
  private rehash(): void {
    this.heads = new Int32Array(this.heads.length * 4).fill(EMPTY);
    this.entries = 0;
    const { present } = this;
    for (let place = 0; place < present.length; place++) {
      if (present[place] !== 1) continue;
      const count = this.readKeys(this.first + place);
      for (let i = 0; i < count; i++) this.link(place * KEYS_A_RECORD + i, this.keys[i]!);
    }
  }
}
