import { inventPeople } from './people';
import type { Person } from './person';

export { fullNir, POPULATION, SITUATION_COUNTS } from './people';
export { nirKey, nirKeyHolds } from './nir';
export { displayName, type Habits, type OtherAccompaniment, type Person, type Situation } from './person';
export { seededRandom, type Random } from './random';
export { REFERENTS } from './words';

export const DEFAULT_SEED = 5901;

/** What France Travail knows about people, apart from what anybody declares during the run. Never changes. */
export interface World {
  readonly seed: number;
  readonly people: readonly Person[];
  /** The people whom France Travail knows, by NIR (13 characters) and birth date. */
  findByNir(nir13: string, birthDate: string): Person | undefined;
  findByFtNumber(ftNumber: string): Person | undefined;
}

/** Builds the population; a second is more than it takes. */
export function createWorld(seed: number): World {
  const people = inventPeople(seed);
  const known = people.filter((person) => person.situation !== 'unknown');
  const byNir = new Map(known.map((person) => [`${person.nir} ${person.birthDate}`, person]));
  const byNumber = new Map(known.map((person) => [person.ftNumber, person]));
  return {
    seed,
    people,
    findByNir: (nir13, birthDate) => byNir.get(`${nir13} ${birthDate}`),
    findByFtNumber: (ftNumber) => byNumber.get(ftNumber),
  };
}
