import type { Person } from '../invent/person';
import type { Population } from '../invent/population';
import { likeNamed, roof, type Lookalikes } from './family';

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

export const twinSameSex: Lookalikes = (population) =>
  twins(population, (first) => ({ sex: first.sex, ...roof(first, population.chance) }), 'twinSameSex');

export const twinOtherSex: Lookalikes = (population) =>
  twins(
    population,
    (first) => ({ sex: first.sex === 'F' ? 'M' : 'F', ...roof(first, population.chance) }),
    'twinOtherSex',
  );

export const twinLikeNames: Lookalikes = (population) => {
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
export const twinMixedUp: Lookalikes = (population) => {
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
