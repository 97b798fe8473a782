import { brotliDecompressSync } from 'node:zlib';
import packed from './frequencies.json';

/** How often a name is given in France. `bits` = −log2 of its share of births; rare names have many. */
export interface NameFrequencies {
  /** Bits of a surname (glued capitals, {@link nameKey}); undefined when INSEE does not list it. */
  surnameBits(key: string): number | undefined;
  /** Bits of a given name, both sexes together. */
  givenBits(key: string): number | undefined;
  /** The same of a name given as character codes. */
  givenBitsOf(codes: Uint16Array, length: number): number | undefined;
  /** Number of the group of spellings of one given name (Mathieu, Matthieu); undefined outside the groups. */
  spellingGroup(key: string): number | undefined;
}

/** Surnames below the list's least count, taken as this rare: about 1 birth in 4 million. */
export const UNLISTED_SURNAME_BITS = 22;
/** Given names outside the first 6,000: about 1 birth in 500,000. */
export const UNLISTED_GIVEN_BITS = 19;

/** Shares are kept in quarters of a bit: 19 % at most beside the true count. */
export const STEPS_PER_BIT = 4;
const FIRST_CHARACTER = 33;
const NAMES_A_SLICE = 30_000;
const BLANK = 32;

let loaded: NameFrequencies | undefined;

/** INSEE's tables as shipped, unpacked once. Source: INSEE, fichier des noms and fichier des prénoms. */
export function shippedFrequencies(): NameFrequencies {
  if (loaded) return loaded;
  const steps = unpack();
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return (loaded = step.value);
}

/** Unpacks the tables before they are needed, in slices: at once it takes longer than the event loop may be held. */
export async function prepareFrequencies(breathe: () => Promise<void>): Promise<void> {
  if (loaded) return;
  const steps = unpack();
  for (let step = steps.next(); !loaded; step = steps.next()) {
    if (step.done) loaded = step.value;
    await breathe();
  }
}

function* unpack(): Generator<void, NameFrequencies> {
  const surnames = new RarityTable();
  yield* surnames.fill(packed.surnames);
  const given = new RarityTable();
  yield* given.fill(packed.givenNames);
  const groups = new Map<string, number>();
  packed.spellings.forEach((names, group) => names.split(' ').forEach((name) => groups.set(name, group)));
  return {
    surnameBits: (key) => surnames.bits(key),
    givenBits: (key) => given.bits(key),
    givenBitsOf: (codes, length) => given.bitsOf(codes, length),
    spellingGroup: (key) => groups.get(key),
  };
}

const HASH_SEED = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/**
 * Rarity by the hash of a name: 196,000 surnames in 2 MB without a string each. Two names share a 32-bit hash once in
 * four thousand million; the price would be a wrong rarity.
 */
class RarityTable {
  private hashes = new Int32Array(0);
  private steps = new Uint8Array(0);
  private mask = 0;

  /** Names in alphabetical order, each as: letters shared with the one before, the rest; and a step of rarity. */
  *fill(table: { readonly shared: string; readonly rests: string; readonly steps: string }): Generator<void, void> {
    const shared = inflate(table.shared);
    yield;
    const rests = inflate(table.rests);
    yield;
    const steps = inflate(table.steps);
    const size = 2 ** Math.ceil(Math.log2(steps.length * 1.7));
    this.hashes = new Int32Array(size);
    this.steps = new Uint8Array(size);
    this.mask = size - 1;
    const begun = new Int32Array(256).fill(HASH_SEED);
    let at = 0;
    for (let name = 0; name < steps.length; name++) {
      let length = shared[name]! - FIRST_CHARACTER;
      let hash = begun[length]!;
      for (; at < rests.length && rests[at] !== BLANK; at++) {
        hash = Math.imul(hash ^ rests[at]!, HASH_FACTOR);
        begun[++length] = hash;
      }
      at++;
      if (name % NAMES_A_SLICE === NAMES_A_SLICE - 1) yield;
      this.put(hash, steps[name]! - FIRST_CHARACTER);
    }
  }

  bits(key: string): number | undefined {
    let hash = HASH_SEED;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), HASH_FACTOR);
    return this.bitsOfHash(hash);
  }

  bitsOf(codes: Uint16Array, length: number): number | undefined {
    let hash = HASH_SEED;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ codes[i]!, HASH_FACTOR);
    return this.bitsOfHash(hash);
  }

  private bitsOfHash(hash: number): number | undefined {
    const wanted = hash || 1;
    for (let slot = spread(wanted) & this.mask; this.hashes[slot] !== 0; slot = (slot + 1) & this.mask) {
      if (this.hashes[slot] === wanted) return this.steps[slot]! / STEPS_PER_BIT;
    }
    return undefined;
  }

  private put(hash: number, step: number): void {
    const wanted = hash || 1;
    let slot = spread(wanted) & this.mask;
    while (this.hashes[slot] !== 0) slot = (slot + 1) & this.mask;
    this.hashes[slot] = wanted;
    this.steps[slot] = step;
  }
}

function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}

function inflate(base64: string): Buffer {
  return brotliDecompressSync(Buffer.from(base64, 'base64'));
}
