import { candidatesForReferral } from '../referrals';
import { createWorld, DEFAULT_SEED, seededRandom, type Person } from '../world';
import { baseLine } from './baseLine';
import { EMPTY_LINE, type SampleLine } from './columns';
import { DEFAULT_WHO, LINE_KINDS, type LineKind } from './kinds';

export interface Sample {
  readonly kind: string;
  readonly line: SampleLine;
}

const FIRST_NUMBER = 2301;

/** The sample list, always the same: people of the sandbox's default world, each line of its kind, in a mixed order. */
export function sampleLines(): Sample[] {
  const world = createWorld(DEFAULT_SEED);
  const random = seededRandom(DEFAULT_SEED, 120);
  const sentByFranceTravail = new Set(candidatesForReferral(world));
  const free = random.shuffled(world.people.filter((person) => !sentByFranceTravail.has(person)));
  const taken = new Set<Person>();

  const pickPerson = (kind: LineKind): Person => {
    const who = kind.who ?? DEFAULT_WHO;
    const person = free.find((candidate) => !taken.has(candidate) && who(candidate));
    if (person === undefined) throw new Error(`nobody is left for the kind ${kind.id}`);
    taken.add(person);
    return person;
  };

  // Rare kinds choose first: they have fewer people to choose from.
  const wanted = [...LINE_KINDS].reverse().flatMap((kind) => Array.from({ length: kind.count }, () => kind));
  const groups = wanted.map((kind) => {
    if (kind.id === 'empty') return [{ kind: kind.id, line: EMPTY_LINE }];
    const person = pickPerson(kind);
    const line = baseLine(person, random);
    const edited = kind.edit?.(line, person, random) ?? line;
    return (Array.isArray(edited) ? edited : [edited]).map((one: SampleLine) => ({ kind: kind.id, line: one }));
  });
  return numbered(random.shuffled(groups));
}

/** Gives every participant a number; lines of one group share theirs. */
function numbered(groups: readonly (readonly Sample[])[]): Sample[] {
  let next = FIRST_NUMBER;
  return groups.flatMap((group) => {
    if (group[0]?.kind === 'empty') return group;
    const id = `P${String(next).padStart(5, '0')}`;
    next += 1;
    return group.map((sample) => ({ ...sample, line: { ...sample.line, id } }));
  });
}
