import { areOneTown, cityOf, communeInForce, countryNamed, departmentOf, settleBirthPlace } from '../../src/identity';
import { BirthPlaceReader, packPlace, withoutDistrict } from '../../src/identity/linkage/places';

const before = '1960-06-12';
const after = '1985-06-12';

describe('codes of communes that are one town', () => {
  it.each([
    ['01340', '01015', 'merged in 2016'],
    ['93059', '93066', 'merged in 2025'],
    ['75114', '75056', 'an arrondissement of Paris'],
    ['69383', '69123', 'an arrondissement of Lyon'],
    ['13208', '13055', 'an arrondissement of Marseille'],
    ['75101', '75120', 'two arrondissements: one record has a wrong one more often than another town'],
    ['20004', '2A004', 'Corsica before 1976'],
    ['75012', '92012', 'Seine before 1968'],
    ['78500', '95500', 'Seine-et-Oise before 1968'],
  ])('%s and %s: %s', (a, b) => expect([areOneTown(a, b), areOneTown(b, a)]).toEqual([true, true]));

  it.each([
    ['59350', '59599'],
    ['75114', '69383'],
    ['75056', '75057'],
    ['2A004', '2B004'],
    ['91228', '91027'],
  ])('%s and %s are two', (a, b) => expect(areOneTown(a, b)).toBe(false));

  it('the engine packs them into one number, and leaves postcodes and countries alone', () => {
    const places = { codes: new Map<string, number>() };
    for (const code of ['01340', '93059', '75114', '20004', '75012', '78500', '59350', '2B033', '97105', '99352']) {
      expect(withoutDistrict(packPlace(places, code))).toBe(packPlace(places, cityOf(code)));
    }
    expect(packPlace(places, '01340')).not.toBe(packPlace(places, '01015'));
  });

  it('a département has two figures, three overseas, a letter in Corsica', () => {
    expect(['59350', '2A004', '97105', '98818'].map(departmentOf)).toEqual(['59', '2A', '971', '988']);
    expect(communeInForce('59350')).toBe('59350');
  });
});

it.each([
  ['ALGERIE', '99352'],
  ['algérie', '99352'],
  ["Côte d'Ivoire", '99326'],
  ['Congo (République démocratique)', '99312'],
  ['République démocratique du Congo', '99312'],
  ['Irlande', '99136'],
  ['Grenade', undefined],
  ['Lille', undefined],
  ['constructor', undefined],
])('the country %s is %s', (name, code) => expect(countryNamed(name)).toBe(code));

describe('code, name and country of birth brought together', () => {
  it.each([
    ['a country for a town', { name: 'ALGERIE' }, after, { code: '99352', country: '99352' }, ['countryForTown']],
    ['France for a town', { name: 'France' }, after, { country: '99100' }, []],
    [
      'France over a foreign code',
      { code: '99350', name: 'FES', country: '99100' },
      after,
      { code: '99350', name: 'FES', country: '99350' },
      ['countryOverwritten'],
    ],
    ['the country alone', { country: '99352' }, after, { code: '99352', country: '99352' }, []],
    [
      'Oran without a country',
      { name: 'Oran' },
      after,
      { code: '99352', name: 'Oran', country: '99352' },
      ['countryOfTown'],
    ],
    [
      'Algiers before 1962',
      { code: '91352', name: 'ALGER', country: '99352' },
      before,
      { code: '99352', name: 'ALGER', country: '99352' },
      ['formerTerritory'],
    ],
    [
      'Algiers before 1962, the country being France then',
      { code: '91352', name: 'ALGER', country: '99100' },
      before,
      { code: '99352', name: 'ALGER', country: '99352' },
      ['formerTerritory'],
    ],
    [
      'Tunis before 1956',
      { code: '96352', name: 'TUNIS' },
      '1950-01-02',
      { code: '99351', name: 'TUNIS', country: '99351' },
      ['formerTerritory'],
    ],
    [
      'the Essonne',
      { code: '91201', name: 'DRAVEIL', country: '99100' },
      before,
      { code: '91201', name: 'DRAVEIL', country: '99100' },
      [],
    ],
    ['the Val-de-Marne, no country', { code: '94028' }, before, { code: '94028' }, []],
    ['an arrondissement by name', { name: 'Paris 14e arrondissement' }, after, { code: '75114' }, ['cityCode']],
    ['an arrondissement in figures', { name: 'LYON 03' }, after, { code: '69383' }, ['cityCode']],
    ['a city by name', { name: 'MARSEILLE' }, after, { code: '13055' }, ['cityCode']],
    ['no such arrondissement', { name: 'LYON 12' }, after, { code: '69123' }, ['cityCode']],
    ['a commune and its name', { code: '59350', name: 'LILLE' }, after, { code: '59350', name: 'LILLE' }, []],
    ['a namesake of a country', { name: 'GRENADE' }, after, { name: 'GRENADE' }, []],
  ])('%s', (_, place, birthDate, expected, repairs) => {
    const settled = settleBirthPlace(place, birthDate);
    expect(settled.place).toMatchObject(expected);
    expect(settled.repairs.map(({ code }) => code.replace('identity.repair.', ''))).toEqual(repairs);
    expect(settleBirthPlace(settled.place, birthDate).place).toEqual(settled.place);
  });

  it.each([
    ['a commune of France and a country abroad', { code: '59350', country: '99352' }],
    ['two countries', { code: '99350', country: '99352' }],
    ['a commune and a country in the name', { code: '59350', name: 'MAROC' }],
    ['Essonne’s figures after independence', { code: '91201', country: '99352' }],
  ])('%s is kept, and doubted', (_, place) => {
    const settled = settleBirthPlace(place, after);
    expect(settled.place).toEqual(expect.objectContaining(place));
    expect(settled.doubts.map(({ code }) => code)).toContain('identity.doubt.birthPlace');
  });

  it('the engine reads them so, and a renamed town by the name it has today', () => {
    const reader = new BirthPlaceReader();
    expect(reader.read({ birthPlaceName: 'Bône', birthCountryCode: '99352' })).toMatchObject({ name: 'ANNABA' });
    expect(
      reader.read({ birthPlaceCode: '92352', birthPlaceName: 'Oran', birthCountryCode: '99100', birthDate: before }),
    ).toMatchObject({ code: '99352', name: 'Oran' });
    expect(reader.read({ birthPlaceName: 'Oran' })).toMatchObject({ code: '99352' });
    expect(reader.read({ birthPlaceName: 'Lille', birthPlaceCode: '59350' })).toEqual({ code: '59350', name: 'Lille' });
    expect(reader.read({})).toEqual({});
    expect(reader.read({ birthPlaceName: 'ALGERIE' })).toMatchObject({ code: '99352', country: '99352' });
    expect(reader.read({ birthPlaceCode: '91201', birthCountryCode: '99100', birthDate: before })).toMatchObject({
      code: '91201',
    });
  });
});
