import { nirKey } from './nir';
import type { Habits, OtherAccompaniment, Person, PlannedRelance, Situation } from './person';
import { seededRandom, type Random } from './random';
import {
  BIRTHPLACES,
  FIRST_NAMES,
  RELANCE_CHANNELS,
  RELANCE_REASONS,
  SECOND_NAMES,
  STREETS,
  SURNAMES,
  TOWNS,
} from './words';

export const POPULATION = 2000;

/** How many people are in each situation; the rest is free. */
export const SITUATION_COUNTS: Readonly<Record<Exclude<Situation, 'free'>, number>> = {
  unknown: 60,
  several: 40,
  struckOff: 60,
  incomplete: 40,
  elsewhere: 150,
  partner: 40,
  forbidden: 40,
  noAddress: 20,
  merged: 10,
};

/** Organisms that accompany people beside our PLIE. */
const OTHER_ORGANISMS = [
  {
    organism: { code: 'ML', label: "Mission locale d'Exempleville" },
    structure: { code: 'MLX5901', label: "Mission locale d'Exempleville" },
  },
  {
    organism: { code: 'CE', label: 'Cap emploi Exemple' },
    structure: { code: 'CEX5901', label: 'Cap emploi Exemple' },
  },
  {
    organism: { code: 'CD', label: 'Département Fictif' },
    structure: { code: 'CDX5901', label: 'Maison Fictive du Département' },
  },
  {
    organism: { code: 'PLIE', label: 'PLIE du Voisinage' },
    structure: { code: 'PLI6201', label: 'PLIE du Voisinage' },
  },
] as const;

/**
 * Invents the sandbox's population.
 * @param seed the same seed gives the same people, whatever the day
 */
export function inventPeople(seed: number): Person[] {
  const situations = situationsInOrder(seed);
  const taken = new Set<string>();
  return situations.map((situation, index) => inventPerson(seed, index, situation, taken));
}

function situationsInOrder(seed: number): Situation[] {
  const counted = Object.entries(SITUATION_COUNTS) as [Situation, number][];
  const special = counted.flatMap(([situation, count]) => Array.from({ length: count }, () => situation));
  const free = Array.from({ length: POPULATION - special.length }, (): Situation => 'free');
  return seededRandom(seed, 1).shuffled([...special, ...free]);
}

function inventPerson(seed: number, index: number, situation: Situation, taken: Set<string>): Person {
  const random = seededRandom(seed, 2, index);
  const sex = random.chance(0.55) ? 'F' : 'M';
  const birthName = random.pick(SURNAMES);
  const otherName = random.pick(SURNAMES);
  const usageName = sex === 'F' && otherName !== birthName && random.chance(0.35) ? otherName : undefined;
  const givenName: string = random.pick(FIRST_NAMES[sex]);
  const secondName: string = random.pick(SECOND_NAMES[sex]);
  const birthDate = inventBirthDate(random);
  const birthplace = random.pick(BIRTHPLACES);
  const certified = situation === 'free' ? !random.chance(0.08) : random.chance(0.9);
  const relance = situation === 'free' && random.chance(0.34) ? inventRelance(random) : undefined;
  const email = random.chance(0.85) ? emailOf(givenName, usageName ?? birthName, index) : undefined;
  const other = inventOther(random, situation);

  return {
    index,
    sex,
    birthName,
    ...(usageName === undefined ? {} : { usageName }),
    firstNames: random.chance(0.15) ? `${givenName} ${secondName}` : givenName,
    birthDate,
    birthPlace: { name: birthplace.name, code: birthplace.code },
    nir: freshNumber(taken, () => inventNir(random, sex, birthDate, birthplace.inNir)),
    ftNumber: freshNumber(taken, () => inventFtNumber(random)),
    ...(email === undefined ? {} : { email }),
    phone: `${random.chance(0.8) ? '063998' : '019900'}${digits(random, 4)}`,
    street: `${1 + random.int(180)} ${random.pick(STREETS)}`,
    town: random.pick(TOWNS),
    rsa: random.chance(0.55),
    situation,
    certified,
    ...(other === undefined ? {} : { other }),
    ...(relance === undefined ? {} : { relance }),
    awaitsOrientation: situation === 'free' && relance === undefined && random.chance(0.13),
    habits: inventHabits(random),
  };
}

function inventBirthDate(random: Random): string {
  const year = 1962 + random.int(44);
  const month = 1 + random.int(12);
  return `${year}-${pad(month, 2)}-${pad(1 + random.int(28), 2)}`;
}

function inventNir(random: Random, sex: 'F' | 'M', birthDate: string, place: string): string {
  const order = pad(1 + random.int(999), 3);
  return `${sex === 'F' ? 2 : 1}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${place}${order}`;
}

function inventFtNumber(random: Random): string {
  return random.chance(0.5) ? `999${digits(random, 8)}` : `0999${digits(random, 7)}`;
}

function inventRelance(random: Random): PlannedRelance {
  return { inDays: 1 + random.int(28), reason: random.pick(RELANCE_REASONS), channel: random.pick(RELANCE_CHANNELS) };
}

function inventOther(random: Random, situation: Situation): OtherAccompaniment | undefined {
  const since = `${2024 + random.int(2)}-${pad(1 + random.int(12), 2)}-${pad(1 + random.int(28), 2)}`;
  if (situation === 'elsewhere') return { ...random.pick(OTHER_ORGANISMS), since, role: 'REFERENT' };
  if (situation !== 'partner') return undefined;
  const agency = {
    organism: { code: 'FT', label: 'France Travail' },
    structure: { code: '59998', label: 'Agence Fictive' },
  } as const;
  return { ...random.pick([agency, OTHER_ORGANISMS[0], OTHER_ORGANISMS[1]]), since, role: 'PARTENAIRE' };
}

function inventHabits(random: Random): Habits {
  return {
    nothing: random.pick(['null', 'text', 'absent']),
    padded: random.chance(0.3),
    dateTime: random.pick(['Z', 'offset', 'millis']),
    repeatsNumber: random.chance(0.7),
    registration: random.pick([
      'given',
      'given',
      'given',
      'given',
      'given',
      'given',
      'given',
      'given',
      'none',
      'notManaged',
    ]),
    identity: random.chance(0.95) ? 'given' : 'none',
    silentWhenSeveral: random.chance(0.5),
  };
}

function freshNumber(taken: Set<string>, invent: () => string): string {
  for (let number = invent(); ; number = invent()) {
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function emailOf(givenName: string, surname: string, index: number): string {
  return `${plain(givenName)}.${plain(surname)}${index}@example.org`;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z-]/g, '');
}

function digits(random: Random, count: number): string {
  return pad(random.int(10 ** count), count);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** The 15-character NIR of a person. */
export function fullNir(person: Person): string {
  return person.nir + nirKey(person.nir);
}
