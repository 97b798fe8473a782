import type { Chance } from '../linkage/chance';
import type { Person } from './invent/person';
import { originOf, type Population } from './invent/population';

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
function roof(of: Person, chance: Chance, { phone = 0.5, email = 0.2, home = 0.85 } = {}): Partial<Person> {
  return {
    ...(chance.is(phone) ? { phones: [...of.phones] } : {}),
    ...(chance.is(email) && of.emails.length > 0 ? { emails: [...of.emails] } : {}),
    ...(chance.is(home) ? { homes: [...of.homes] } : {}),
  };
}

function twins(
  population: Population,
  traits: (first: Person) => Partial<Person>,
  kind: string,
  first = population.person(),
) {
  const second = population.relative(first, kind, {
    birthName: first.birthName,
    birthDate: first.birthDate,
    town: first.town,
    usageName: '',
    ...traits(first),
  });
  return [first, second];
}

const twinSameSex: Lookalikes = (population) =>
  twins(population, (first) => ({ sex: first.sex, ...roof(first, population.chance) }), 'twinSameSex');

const twinOtherSex: Lookalikes = (population) =>
  twins(
    population,
    (first) => ({ sex: first.sex === 'F' ? 'M' : 'F', ...roof(first, population.chance) }),
    'twinOtherSex',
  );

const twinLikeNames: Lookalikes = (population) => {
  const [first, other] = likeNamed(population);
  return twins(
    population,
    () => ({
      sex: first.sex,
      givenNames: other,
      othersNames: first.givenNames,
      ...roof(first, population.chance, { phone: 0.7, email: 0.35 }),
    }),
    'twinLikeNames',
    first,
  );
};

/** Twins with one telephone, e-mail and address, of whom some files hold the other's NIR. */
const twinMixedUp: Lookalikes = (population) => {
  const [like, other] = likeNamed(population);
  const first = population.chance.is(0.5) ? like : population.person();
  const pair = twins(
    population,
    () => ({
      sex: first.sex,
      ...(first === like ? { givenNames: other, othersNames: first.givenNames } : {}),
      ...roof(first, population.chance, { phone: 1, email: 0.8, home: 1 }),
    }),
    'twinMixedUp',
    first,
  );
  [pair[0]!.borrowedNir, pair[1]!.borrowedNir] = [pair[1]!.nir, pair[0]!.nir];
  return pair;
};

function likeNamed(population: Population): [Person, string[]] {
  const [origin, sex, one, other] = population.chance.oneOf(LIKE_NAMES);
  const person = population.person(originOf(origin));
  if (person.sex !== sex) person.usageName = '';
  Object.assign(person, { sex, givenNames: [one], othersNames: [other] });
  population.enrol(person);
  return [person, [other]];
}

const sibling: Lookalikes = (population) => {
  const { chance } = population;
  const first = population.person();
  return [
    first,
    population.relative(first, 'sibling', {
      birthName: first.birthName,
      birthDate: yearsLater(first.birthDate, chance.between(1, 4), chance),
      ...(chance.is(0.8) ? { town: first.town } : {}),
      ...(chance.is(0.6) ? { sex: first.sex } : {}),
      ...roof(first, chance),
    }),
  ];
};

/** Brothers and sisters with given names alike: Mohamed Amine and Mohamed Yacine, Marie-Claire and Marie-Claude. */
const siblingLikeNames: Lookalikes = (population) => {
  const { chance } = population;
  const [first, other] = likeNamed(population);
  return [
    first,
    population.relative(first, 'siblingLikeNames', {
      birthName: first.birthName,
      sex: first.sex,
      givenNames: other,
      othersNames: first.givenNames,
      birthDate: yearsLater(first.birthDate, chance.between(1, 3), chance),
      town: first.town,
      ...roof(first, chance, { phone: 0.7, email: 0.3 }),
    }),
  ];
};

/** Father and son, mother and daughter of one name; some were born on the same day and month. */
const parentSameName: Lookalikes = (population) => {
  const { chance } = population;
  const parent = population.person();
  parent.birthDate = `${String(chance.between(1955, 1975))}${parent.birthDate.slice(4)}`.replace('-02-29', '-02-28');
  if (parent.town.nirCode && parent.birthDate > '1962-06') parent.birthDate = `1958${parent.birthDate.slice(4)}`;
  population.enrol(parent);
  const year = Number(parent.birthDate.slice(0, 4)) + chance.between(18, 36);
  const sameDay = chance.is(0.4);
  const child = population.relative(parent, sameDay ? 'parentSameNameAndDay' : 'parentSameName', {
    birthName: parent.birthName,
    givenNames: chance.is(0.5) ? [...parent.givenNames] : parent.givenNames.slice(0, 1),
    sex: parent.sex,
    usageName: '',
    birthDate: sameDay
      ? `${String(year)}${parent.birthDate.slice(4)}`.replace('-02-29', '-02-28')
      : population.birthDate(parent.origin, year),
    town: chance.is(0.35) && !parent.town.nirCode ? parent.town : population.town('FR'),
    ...roof(parent, chance, { phone: 0.6, email: 0.35 }),
  });
  if (chance.is(0.5)) child.borrowedNir = parent.nir;
  return [parent, child];
};

function homonyms(population: Population, kind: string, traits: (first: Person) => Partial<Person>): Person[] {
  const { chance } = population;
  const first = chance.is(0.9) ? population.commonlyNamed() : population.person();
  const middle = population.givenNames(first.origin, first.sex).slice(1);
  return [
    first,
    population.relative(first, kind, {
      birthName: first.birthName,
      givenNames: [first.givenNames[0]!, ...(chance.is(0.2) ? first.givenNames.slice(1) : middle)],
      sex: first.sex,
      birthDate: first.birthDate,
      ...traits(first),
    }),
  ];
}

const homonymBirthDate: Lookalikes = (population) =>
  homonyms(population, 'homonymBirthDate', (first) =>
    first.town.country === '99100' ? {} : { town: population.town(first.town.nirCode ? 'DZ62' : first.town.country) },
  );

/** One name, one date, one town of birth; a fifth live in the same town today as well. */
const homonymSameTown: Lookalikes = (population) =>
  homonyms(population, 'homonymSameTown', (first) => ({
    town: first.town,
    ...(population.chance.is(0.2)
      ? { homes: [{ ...population.home(), postcode: first.homes[0]!.postcode, city: first.homes[0]!.city }] }
      : {}),
  }));

/** Namesakes whose dates differ as a typing error would make them differ. */
const homonymNearDate: Lookalikes = (population) =>
  homonyms(population, 'homonymNearDate', (first) => {
    const { chance } = population;
    const [year = '', month = '', day = ''] = first.birthDate.split('-');
    const near = chance.oneOf([
      `${year}-${month}-${String((Number(day) % 28) + 1).padStart(2, '0')}`,
      `${String(Number(year) + chance.oneOf([-1, 1, 10]))}-${month}-${String(Math.min(28, Number(day))).padStart(2, '0')}`,
      `${year}-${String((Number(month) % 12) + 1).padStart(2, '0')}-${String(Math.min(28, Number(day))).padStart(2, '0')}`,
    ]);
    return { birthDate: near, ...(chance.is(0.5) && !first.town.nirCode ? { town: first.town } : {}) };
  });

const couple: Lookalikes = (population) => {
  const { chance } = population;
  const first = population.person();
  first.usageName = '';
  const second = population.relative(first, 'couple', {
    sex: chance.is(0.96) ? (first.sex === 'F' ? 'M' : 'F') : first.sex,
    birthDate: yearsLater(first.birthDate, chance.between(-4, 4), chance),
    ...(chance.is(0.3) ? { town: first.town } : {}),
    ...roof(first, chance, { phone: 0.85, email: 0.7, home: 1 }),
  });
  second.usageName = chance.is(0.75) ? first.birthName : '';
  if (chance.is(0.4)) second.borrowedNir = first.nir;
  return [first, second];
};

/** A house for newcomers: one address, the telephone of the reception, birth dates by default, few names. */
const hostel: Lookalikes = (population) => {
  const { chance } = population;
  const origin = originOf(chance.oneOf(['sahel', 'sahel', 'afghanistan', 'horn', 'morocco', 'algeria']));
  const reception = population.phone();
  const home = population.home();
  const first = population.person(origin);
  const born = first.town.country;
  const residents = Array.from({ length: chance.between(6, 18) }, () =>
    population.relative(first, 'hostel', {
      sex: chance.is(0.85) ? 'M' : 'F',
      birthDate: chance.is(0.6)
        ? `${String(chance.between(1985, 2003))}-01-01`
        : population.birthDate(origin, chance.between(1985, 2003)),
      ...(chance.is(0.5) && born !== '99100' && !first.town.nirCode ? { town: population.town(born) } : {}),
      homes: [home],
      phones: chance.is(0.6) ? [reception] : [population.phone(), reception],
    }),
  );
  // Two of a house may well have the same name; another year of birth or another place keeps them apart.
  for (const resident of residents.filter(() => chance.is(0.1))) {
    const other = chance.oneOf(residents);
    if (other.birthDate.slice(0, 4) === resident.birthDate.slice(0, 4)) continue;
    Object.assign(resident, {
      birthName: other.birthName,
      givenNames: [...other.givenNames],
      sex: other.sex,
      usageName: '',
    });
    population.enrol(resident);
  }
  Object.assign(first, { homes: [home], phones: [reception, ...first.phones] });
  return [first, ...residents];
};

/** A family of whom all were registered as born on the first of January. */
const firstJanuaryFamily: Lookalikes = (population) => {
  const { chance } = population;
  const origin = originOf(chance.oneOf(['afghanistan', 'sahel', 'horn', 'algeria', 'morocco']));
  const first = population.person(origin);
  const year = chance.between(1975, 1998);
  first.birthDate = `${String(year)}-01-01`;
  population.enrol(first);
  const family = [first];
  for (let more = chance.between(1, 4); more > 0; more--) {
    const traits = {
      birthName: first.birthName,
      birthDate: `${String(year + (chance.is(0.2) ? 0 : family.length))}-01-01`,
      town: first.town,
      ...roof(first, chance, { phone: 0.7, email: 0.2, home: 0.9 }),
    };
    family.push(population.relative(first, 'firstJanuaryFamily', traits, family));
  }
  return family;
};

/** Sisters after marriage; now and then they married brothers. */
const sistersMarried: Lookalikes = (population) => {
  const { chance } = population;
  const first = population.person();
  if (first.sex === 'M') Object.assign(first, { sex: 'F', givenNames: population.givenNames(first.origin, 'F') });
  first.usageName = population.surname(first.origin);
  population.enrol(first);
  return [
    first,
    population.relative(first, 'sistersMarried', {
      birthName: first.birthName,
      sex: 'F',
      usageName: chance.is(0.25) ? first.usageName : population.surname(first.origin),
      birthDate: chance.is(0.15) ? first.birthDate : yearsLater(first.birthDate, chance.between(1, 5), chance),
      town: first.town,
      ...roof(first, chance, { phone: 0.3, email: 0.1, home: 0.4 }),
    }),
  ];
};

/** Young people who stand with their mother's or father's telephone, e-mail, address and now and then NIR. */
const childWithoutContact: Lookalikes = (population) => {
  const { chance } = population;
  const parent = population.person();
  parent.birthDate = `${String(chance.between(1968, 1986))}${parent.birthDate.slice(4)}`.replace('-02-29', '-02-28');
  if (parent.town.nirCode) parent.town = population.town('99352');
  population.enrol(parent);
  const family = [parent];
  for (let more = chance.between(1, 3); more > 0; more--) {
    const traits = {
      birthName:
        parent.sex === 'M'
          ? parent.birthName
          : chance.is(0.5)
            ? parent.usageName || parent.birthName
            : parent.birthName,
      usageName: '',
      birthDate: population.birthDate(parent.origin, chance.between(2004, 2010)),
      town: population.town('FR'),
      phones: [...parent.phones],
      emails: [...parent.emails],
      homes: [...parent.homes],
    };
    const child = population.relative(parent, 'childWithoutContact', traits, family);
    if (chance.is(0.6)) child.borrowedNir = parent.nir;
    family.push(child);
  }
  return family;
};

/** Travellers of one name, attached to one commune, with the address and telephone of one association. */
const travellers: Lookalikes = (population) => {
  const { chance } = population;
  const first = population.person(originOf('voyage'));
  first.homes = [population.home()];
  return [
    first,
    ...Array.from({ length: chance.between(1, 4) }, () =>
      population.relative(first, 'travellers', {
        birthName: first.birthName,
        sex: first.sex,
        givenNames: chance.is(0.6) ? first.givenNames.slice(0, 1) : population.givenNames(first.origin, first.sex),
        birthDate: population.birthDate(first.origin, Number(first.birthDate.slice(0, 4)) + chance.between(-12, 12)),
        ...(chance.is(0.4) ? { town: first.town } : {}),
        ...roof(first, chance, { phone: 0.35, email: 0.05, home: 0.9 }),
      }),
    ),
  ];
};

function yearsLater(date: string, years: number, chance: Chance): string {
  const year = String(Number(date.slice(0, 4)) + years);
  if (date.endsWith('-01-01')) return `${year}-01-01`;
  return new Date(Date.UTC(Number(year), 0, 1 + chance.below(365))).toISOString().slice(0, 10);
}

export const LOOKALIKES: Readonly<Record<string, Lookalikes>> = {
  twinSameSex,
  twinOtherSex,
  twinLikeNames,
  twinMixedUp,
  sibling,
  siblingLikeNames,
  parentSameName,
  homonymBirthDate,
  homonymSameTown,
  homonymNearDate,
  couple,
  hostel,
  firstJanuaryFamily,
  sistersMarried,
  childWithoutContact,
  travellers,
};
