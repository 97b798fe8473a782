import { originOf } from '../invent/population';
import { roof, type Lookalikes } from './family';

/** A house for newcomers: one address, the telephone of the reception, birth dates by default, few names. */
export const hostel: Lookalikes = (population) => {
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
export const firstJanuaryFamily: Lookalikes = (population) => {
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
