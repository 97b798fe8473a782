import { Chance, Urn } from '../linkage/chance';
import type { LabelledRecord } from '../linkage/readRecords';
import type { Person } from './invent/person';
import { Population } from './invent/population';
import { LOOKALIKES } from './lookalikes';
import { writeRecord } from './write/record';
import { SOURCES } from './write/sources';

/** A second generator, made apart from bench/linkage/generate.ts and from the engine. */
export interface SecondOptions {
  readonly seed: number;
  /** People, lookalikes included. */
  readonly people: number;
  /** Share of draws that make a group of lookalikes instead of one person: {@link STRESS} or {@link NATURAL}. */
  readonly lookalikes: number;
}

/** A tenth of the people has a lookalike; in the natural file one in a hundred, still more than in life. */
export const STRESS = 0.045;
export const NATURAL = 0.004;

/** Houses are many people at once, and two namesakes of one day in one town are seldom, so both are drawn less often. */
const SELDOM: Readonly<Record<string, number>> = {
  hostel: 0.12,
  homonymSameTown: 0.15,
  homonymSameTownAndPostcode: 0.03,
  homonymBirthDate: 0.5,
  homonymFirstJanuary: 0.5,
  twinMixedUp: 0.3,
  twinLikeNames: 0.4,
};
const KIND = new Urn(Object.keys(LOOKALIKES), (kind) => SELDOM[kind] ?? 1);
const SOURCE = new Urn(Object.keys(SOURCES), (source) => SOURCES[source]!.share);
/** Records a person: one 58 %, two 27 %, three 11 %, four 4 %. */
const COUNTS = [0.58, 0.85, 0.96, 1];
/** In a battery most people stand twice or more, so that refusing everything costs. */
const BATTERY_COUNTS = [0.35, 0.8, 0.96, 1];
/** Groups of lookalikes in a battery. */
export const BATTERY_SIZE = 1_000;
/** Share of a battery file that is other people, as background. */
const OTHERS = 0.35;

/** Records of a population with some lookalikes. The same options give the same records. */
export function generateSecond({ seed, people, lookalikes }: SecondOptions): LabelledRecord[] {
  const chance = new Chance(seed * 7919 + 17);
  const population = new Population(chance);
  const all: Person[] = [];
  while (all.length < people) {
    if (chance.is(lookalikes)) all.push(...LOOKALIKES[KIND.draw(chance)]!(population));
    else all.push(population.person());
  }
  return written(all, COUNTS, chance);
}

/** A file of lookalikes of one kind, each person with true duplicates, among other people. */
export function battery(kind: string, seed: number, size = BATTERY_SIZE): LabelledRecord[] {
  const chance = new Chance(seed * 104_729 + Object.keys(LOOKALIKES).indexOf(kind) * 131 + 5);
  const population = new Population(chance);
  const all = Array.from({ length: size }, () => LOOKALIKES[kind]!(population)).flat();
  const others = Array.from({ length: Math.round(all.length * OTHERS) }, () => population.person());
  return written([...all, ...others], BATTERY_COUNTS, chance);
}

function written(people: readonly Person[], counts: readonly number[], chance: Chance): LabelledRecord[] {
  const records = people.flatMap((person) => recordsOf(person, counts, chance));
  for (let i = records.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [records[i], records[j]] = [records[j]!, records[i]!];
  }
  return records.map((record, index) => ({
    ...record,
    id: String(index),
    record: { ...record.record, id: String(index) },
  }));
}

/** Sources seldom hold a person twice; a second registration there is written anew. */
function recordsOf(person: Person, counts: readonly number[], chance: Chance): LabelledRecord[] {
  const drawn = chance.next();
  const count = counts.findIndex((share) => drawn < share) + 1;
  const sources: string[] = [];
  while (sources.length < count) {
    const source = SOURCE.draw(chance);
    if (!sources.includes(source) || chance.is(0.25)) sources.push(source);
  }
  return sources.map((source) => ({
    id: '',
    record: writeRecord(person, source, chance),
    entity: person.entity,
    hardNegative: person.kinds,
    source,
  }));
}
