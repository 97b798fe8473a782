import type { Person } from '../invent/person';
import { originOf, type Population } from '../invent/population';
import { roof, type Lookalikes } from './family';

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

export const homonymBirthDate: Lookalikes = (population) =>
  homonyms(population, 'homonymBirthDate', (first) =>
    first.town.country === '99100' ? {} : { town: population.town(first.town.nirCode ? 'DZ62' : first.town.country) },
  );

/** One name, one date, one town of birth; they live in different places. */
export const homonymSameTown: Lookalikes = (population) =>
  homonyms(population, 'homonymSameTown', (first) => {
    let home = population.home();
    while (first.homes.some(({ postcode }) => postcode === home.postcode)) home = population.home();
    return { town: first.town, homes: [home] };
  });

/** The same, and they live in one town today: nothing but numbers, contacts and second given names tell them apart. */
export const homonymSameTownAndPostcode: Lookalikes = (population) =>
  homonyms(population, 'homonymSameTownAndPostcode', (first) => ({
    town: first.town,
    homes: [{ ...population.home(), postcode: first.homes[0]!.postcode, city: first.homes[0]!.city }],
  }));

/** Namesakes whose dates differ as a typing error would make them differ. */
export const homonymNearDate: Lookalikes = (population) =>
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

/** Travellers of one name, attached to one commune, with the address and telephone of one association. */
export const travellers: Lookalikes = (population) => {
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

/** One name, one first of January, one country: nothing of the date is their own. */
export const homonymFirstJanuary: Lookalikes = (population) => {
  const { chance } = population;
  const origin = originOf(chance.oneOf(['sahel', 'sahel', 'afghanistan', 'horn', 'algeria', 'morocco']));
  const first = population.person(origin);
  first.birthDate = `${first.birthDate.slice(0, 4)}-01-01`;
  if (first.town.country === '99100') first.town = population.town(chance.oneOf(['99330', '99352']));
  population.enrol(first);
  const home = { ...population.home(), postcode: first.homes[0]!.postcode, city: first.homes[0]!.city };
  return [
    first,
    population.relative(first, 'homonymFirstJanuary', {
      birthName: first.birthName,
      givenNames: first.givenNames.slice(0, 1),
      sex: first.sex,
      birthDate: first.birthDate,
      town: chance.is(0.3) ? first.town : population.town(first.town.country),
      ...(chance.is(0.15) ? { homes: [home] } : {}),
    }),
  ];
};
