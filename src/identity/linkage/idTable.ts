import { grownInts } from './growing';

/**
 * Hash table of numbered things, open addressing in typed arrays: ids from 1, given in order, found by hash. Only the
 * last ids can be taken out again, which leaves no gaps in a chain.
 */
export class IdTable {
  slots = new Int32Array(1 << 11);
  hashes = new Int32Array(1 << 10);
  mask = (1 << 11) - 1;
  /** Next id to be given. */
  next = 1;

  /** Gives the next id to a thing of this hash. */
  put(hash: number): number {
    const id = this.next++;
    if (id * 2 > this.slots.length) this.spread(this.slots.length * 2);
    this.hashes = grownInts(this.hashes, id + 1);
    this.hashes[id] = hash;
    this.link(id);
    return id;
  }

  /** Takes out all ids from `first` on. */
  cutFrom(first: number): void {
    for (let id = this.next - 1; id >= first; id--) {
      let slot = this.hashes[id]! & this.mask;
      while (this.slots[slot] !== id) slot = (slot + 1) & this.mask;
      this.slots[slot] = 0;
    }
    if (first < this.next) this.next = first;
  }

  /** Gives back room that was taken in advance, but for so many ids. */
  trim(spare: number): void {
    this.hashes = this.hashes.slice(0, this.next + spare);
  }

  /** Takes hashes that were saved in place of what stands here; one id each, from 0. */
  restore(hashes: Int32Array<ArrayBuffer>): void {
    this.hashes = hashes;
    this.next = hashes.length;
    this.spread(2 ** Math.ceil(Math.log2(Math.max(1 << 10, this.next * 2))));
  }

  private spread(size: number): void {
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (let id = 1; id < this.next; id++) this.link(id);
  }

  private link(id: number): void {
    let slot = this.hashes[id]! & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = id;
  }
}

/** One more number in a hash; begin with 0 and end with {@link finished}. */
export function hashedWith(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) + 0x2f0b4c47;
}

/** Mixes the bits of a hash, so that its low bits depend on all. */
export function finished(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
