/** A repeatable source of chance: the same seed gives the same people on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  pick<const T extends readonly [unknown, ...unknown[]]>(list: T): T[number];
  /** True with the given probability. */
  chance(probability: number): boolean;
  shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32 (public domain, Tommy Ettinger): small, well spread, plenty for inventing people. */
export function seededRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) + 0x7f4a7c15, 0x2545f491) | 0;

  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);

  return {
    next,
    int,
    pick: (list) => list[int(list.length)] ?? list[0],
    chance: (probability) => next() < probability,
    shuffled: <T>(list: readonly T[]): T[] => {
      const keyed = list.map((value) => ({ value, rank: next() }));
      return keyed.sort((left, right) => left.rank - right.rank).map(({ value }) => value);
    },
  };
}
