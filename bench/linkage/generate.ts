import type { PivotRecord } from '../../src/fields';
import { Chance } from './chance';
import { PeopleSource, type Person } from './inventPeople';
import type { LabelledRecord } from './readRecords';
import { writeDown, type Source } from './writeDown';

/** How many people, and how many lookalikes of each kind a person has on average. */
export interface GeneratorOptions {
  readonly seed: number;
  readonly people: number;
  /** Share of people who get a lookalike of one of the kinds. */
  readonly lookalikes: number;
  /** Mean of records a person beyond the first. */
  readonly moreRecords?: number;
}

const SOURCES: readonly Source[] = ['F', 'A', 'A', 'B', 'C'];

/**
 * Records of invented people by a generator of our own: other names, other errors and harder lookalikes than the files
 * of ../shared/data, so that nothing is tuned to one of them. The same options give the same records.
 */
export function generate({ seed, people, lookalikes, moreRecords = 0.64 }: GeneratorOptions): LabelledRecord[] {
  const chance = new Chance(seed);
  const source = new PeopleSource(chance);
  const all: Person[] = [];
  while (all.length < people) {
    const person = source.person();
    all.push(person);
    if (chance.is(lookalikes)) all.push(chance.oneOf(KINDS)(source, person, chance));
  }
  const written = all.flatMap((person) => recordsOf(person, chance, moreRecords));
  return shuffled(written, chance).map((record, index) => ({
    ...record,
    id: String(index),
    record: { ...record.record, id: String(index) },
  }));
}

type Kind = (source: PeopleSource, of: Person, chance: Chance) => Person;

const place = ({ placeCode, placeName, countryCode }: Person) => ({ placeCode, placeName, countryCode });

const KINDS: readonly Kind[] = [
  (source, of, chance) =>
    source.lookalike(of, 'twin', {
      ...place(of),
      birthName: of.birthName,
      birthDate: of.birthDate,
      postcode: chance.is(0.7) ? of.postcode : source.postcode(),
      phone: chance.is(0.3) ? of.phone : source.phone(),
      ...(chance.is(0.15) ? { email: of.email } : {}),
    }),
  (source, of, chance) =>
    source.lookalike(of, 'sibling', {
      ...place(of),
      birthName: of.birthName,
      postcode: of.postcode,
      phone: chance.is(0.4) ? of.phone : source.phone(),
    }),
  (source, of, chance) =>
    source.lookalike(of, 'parent', {
      birthName: of.birthName,
      givenNames: of.givenNames,
      sex: of.sex,
      countryCode: of.countryCode,
      birthDate: chance.is(0.2)
        ? `${String(Number(of.birthDate.slice(0, 4)) - 20)}${of.birthDate.slice(4)}`
        : source.birthDate(of.countryCode !== '99100', Number(of.birthDate.slice(0, 4)) - chance.between(18, 38)),
      postcode: of.postcode,
      phone: chance.is(0.5) ? of.phone : source.phone(),
    }),
  (source, of, chance) =>
    source.lookalike(of, 'spouse', {
      usageName: chance.is(0.6) ? of.birthName : '',
      sex: of.sex === 'F' ? 'M' : 'F',
      postcode: of.postcode,
      phone: chance.is(0.5) ? of.phone : source.phone(),
      ...(chance.is(0.3) ? { email: of.email } : {}),
    }),
  (source, of) =>
    source.lookalike(of, 'homonym_dob', {
      birthName: of.birthName,
      givenNames: of.givenNames.slice(0, 1),
      sex: of.sex,
      countryCode: of.countryCode,
      birthDate: of.birthDate,
    }),
  (source, of, chance) => {
    const day = String(Math.min(28, Math.max(1, Number(of.birthDate.slice(8)) + chance.between(-9, 9)))).padStart(
      2,
      '0',
    );
    return source.lookalike(of, 'homonym_near', {
      birthName: of.birthName,
      givenNames: of.givenNames,
      sex: of.sex,
      countryCode: of.countryCode,
      birthDate: `${of.birthDate.slice(0, 8)}${day === of.birthDate.slice(8) ? '29' : day}`.replace(
        /-02-29$/,
        '-02-01',
      ),
    });
  },
  (source, of) => {
    of.birthDate = `${of.birthDate.slice(0, 4)}-01-01`;
    return source.lookalike(of, 'homonym_0101', {
      birthName: of.birthName,
      givenNames: of.givenNames.slice(0, 1),
      sex: of.sex,
      countryCode: of.countryCode,
      birthDate: of.birthDate,
    });
  },
  (source, of) =>
    source.lookalike(of, 'hostel', {
      postcode: of.postcode,
      phone: of.phone,
      countryCode: of.countryCode,
      birthName: of.birthName,
    }),
];

function recordsOf(person: Person, chance: Chance, moreRecords: number): LabelledRecord[] {
  let count = 1;
  while (count < 5 && chance.is(moreRecords / (1 + moreRecords))) count++;
  return Array.from({ length: count }, () => {
    const source = chance.oneOf(SOURCES);
    const record: PivotRecord = writeDown(person, source, chance);
    return { id: '', record, entity: person.entity, hardNegative: person.kinds, source };
  });
}

function shuffled<T>(list: T[], chance: Chance): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
