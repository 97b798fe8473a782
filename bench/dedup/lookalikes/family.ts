import type { Chance } from '../../linkage/chance';
import type { Person } from '../invent/person';
import { originOf, type Population } from '../invent/population';

/** Makes people who look alike and are not one: two, or a whole family or house. */
export type Lookalikes = (population: Population) => Person[];

/** Given names that one clerk takes for another, of two people all the same. */
const LIKE_NAMES: readonly (readonly [origin: string, sex: 'F' | 'M', one: string, other: string])[] = [
  ['algeria', 'M', 'HASSAN', 'HOUSSEIN'],
  ['morocco', 'M', 'HASSAN', 'HUSSEIN'],
  ['sahel', 'M', 'ALHASSANE', 'ALHOUSSEINE'],
  ['algeria', 'M', 'MOHAMED AMINE', 'MOHAMED YACINE'],
  ['algeria', 'M', 'ABDELKADER', 'ABDELKARIM'],
  ['algeria', 'F', 'NADIA', 'NADIRA'],
  ['morocco', 'F', 'SAMIRA', 'SAMIHA'],
  ['morocco', 'F', 'HANANE', 'HANAE'],
  ['sahel', 'F', 'MARIAMA', 'MAIMOUNA'],
  ['congo', 'M', 'NSIMBA', 'NZUZI'],
  ['france', 'F', 'MARIE', 'MARIA'],
  ['france', 'F', 'MARIE-CLAIRE', 'MARIE-CLAUDE'],
  ['france', 'F', 'LAURA', 'LAURE'],
  ['france', 'F', 'EMMA', 'EMMY'],
  ['france', 'F', 'JULIE', 'JULIA'],
  ['france', 'F', 'CLARA', 'CLAIRE'],
  ['france', 'F', 'ALICIA', 'ALEXIA'],
  ['france', 'M', 'LUCAS', 'LUKE'],
  ['france', 'M', 'JEAN-PAUL', 'JEAN-PIERRE'],
  ['france', 'M', 'ENZO', 'ENRIQUE'],
  ['france', 'M', 'THEO', 'LEO'],
  ['france', 'M', 'MATHIS', 'MATHIEU'],
  ['france', 'M', 'ADRIEN', 'AURELIEN'],
  ['france', 'M', 'DORIAN', 'FLORIAN'],
  ['portugal', 'F', 'MARIA DE FATIMA', 'MARIA DA CONCEICAO'],
  ['turkey', 'M', 'HASAN', 'HÜSEYİN'],
  ['overseas', 'F', 'MARIE-ANGE', 'MARIE-LINE'],
  ['vietnam', 'F', 'THI LAN', 'THI LIEN'],
];

/** What two people of one roof share. */
export function roof(of: Person, chance: Chance, { phone = 0.5, email = 0.2, home = 0.85 } = {}): Partial<Person> {
  return {
    ...(chance.is(phone) ? { phones: [...of.phones] } : {}),
    ...(chance.is(email) && of.emails.length > 0 ? { emails: [...of.emails] } : {}),
    ...(chance.is(home) ? { homes: [...of.homes] } : {}),
  };
}

/** Two who are called alike: the first, and the given name of the second. */
export function likeNamed(population: Population): [Person, string[]] {
  const [origin, sex, one, other] = population.chance.oneOf(LIKE_NAMES);
  const person = population.person(originOf(origin));
  if (person.sex !== sex) person.usageName = '';
  Object.assign(person, { sex, givenNames: [one], othersNames: [other] });
  population.enrol(person);
  return [person, [other]];
}

/** The same date some years later; who was registered on the first of January stays so. */
export function yearsLater(date: string, years: number, chance: Chance): string {
  const year = String(Number(date.slice(0, 4)) + years);
  if (date.endsWith('-01-01')) return `${year}-01-01`;
  return new Date(Date.UTC(Number(year), 0, 1 + chance.below(365))).toISOString().slice(0, 10);
}
