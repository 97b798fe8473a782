import { likeNamed, roof, yearsLater, type Lookalikes } from './family';

export const sibling: Lookalikes = (population) => {
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
export const siblingLikeNames: Lookalikes = (population) => {
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
export const parentSameName: Lookalikes = (population) => {
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

export const couple: Lookalikes = (population) => {
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

/** Sisters after marriage; now and then they married brothers. */
export const sistersMarried: Lookalikes = (population) => {
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
export const childWithoutContact: Lookalikes = (population) => {
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
