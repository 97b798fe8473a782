import { brotliDecompressSync } from 'node:zlib';
import packed from './frequencies.json';

/** How often a name is given in France. `bits` = −log2 of its share of births; rare names have many. */
export interface NameFrequencies {
  /** Bits of a surname (glued capitals, {@link nameKey}); undefined when INSEE does not list it. */
  surnameBits(key: string): number | undefined;
  /** Bits of a given name, both sexes together. */
  givenBits(key: string): number | undefined;
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

let loaded: NameFrequencies | undefined;

/** INSEE's tables as shipped, unpacked once. Source: INSEE, fichier des noms and fichier des prénoms. */
export function shippedFrequencies(): NameFrequencies {
  loaded ??= unpack();
  return loaded;
}

function unpack(): NameFrequencies {
  const surnames = unpackTable(packed.surnames);
  const given = unpackTable(packed.givenNames);
  const groups = new Map<string, number>();
  packed.spellings.forEach((names, group) => names.split(' ').forEach((name) => groups.set(name, group)));
  return {
    surnameBits: (key) => surnames.get(key),
    givenBits: (key) => given.get(key),
    spellingGroup: (key) => groups.get(key),
  };
}

/** Names in alphabetical order, each as: letters shared with the one before, the rest; and a step of rarity. */
function unpackTable(table: { shared: string; rests: string; steps: string }): Map<string, number> {
  const shared = inflate(table.shared);
  const rests = inflate(table.rests).split(' ');
  const steps = inflate(table.steps);
  const bits = new Map<string, number>();
  let name = '';
  for (let index = 0; index < rests.length; index++) {
    name = name.slice(0, shared.charCodeAt(index) - FIRST_CHARACTER) + (rests[index] ?? '');
    bits.set(name, (steps.charCodeAt(index) - FIRST_CHARACTER) / STEPS_PER_BIT);
  }
  return bits;
}

function inflate(base64: string): string {
  return brotliDecompressSync(Buffer.from(base64, 'base64')).toString('latin1');
}
