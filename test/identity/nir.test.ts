import fc from 'fast-check';
import {
  checkNir,
  communeInForce,
  formerCommunes,
  holdsNir,
  looksLikeNir,
  nirContradictions,
  nirKey,
  nirMeaning,
  shownText,
} from '../../src/identity';

const codeOf = (raw: string, traits = {}): string => {
  const check = checkNir(raw, traits);
  return check.status === 'valid' ? 'valid' : check.problem.code;
};

const two = (n: number): string => String(n).padStart(2, '0');
const three = (n: number): string => String(n).padStart(3, '0');
const number = (min: number, max: number) => fc.integer({ min, max });

/** A place of birth as the NIR has it: département and commune, overseas with three figures and two, 99 and a country. */
const place = fc
  .oneof(
    fc.tuple(number(1, 96).map(two), number(1, 999).map(three)),
    fc.tuple(fc.constantFrom('2A', '2B'), number(1, 999).map(three)),
    fc.tuple(number(971, 978).map(String), number(1, 99).map(two)),
    fc.tuple(number(984, 989).map(String), number(1, 99).map(two)),
    fc.tuple(fc.constant('99'), number(100, 999).map(three)),
  )
  .map((parts) => parts.join(''));

/** Any NIR that holds: first digit, year, month, place, order. */
const body = fc
  .record({
    first: fc.constantFrom('1', '2', '3', '4', '7', '8'),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.oneof(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 20, max: 42 }),
      fc.integer({ min: 50, max: 99 }),
    ),
    place,
    order: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ first, year, month, place: where, order }) => `${first}${two(year)}${two(month)}${where}${three(order)}`)
  .filter((nir) => nir !== '2690549588157');

describe('the key of a NIR', () => {
  it.each([
    ['1720678355011', '47'],
    ['180062A001018', '27'],
    ['180062B001018', '54'],
    ['2800699350012', '60'],
    ['7800699350012', '04'],
    ['3890299500123', '35'],
    ['1800675056084', '97'],
    ['1800675056083', '01'],
    ['1802099350012', '43'],
  ])('of %s is %s', (nir, key) => {
    expect(nirKey(nir)).toBe(key);
    expect(checkNir(nir + key)).toMatchObject({ status: 'valid', nir: nir + key });
    expect(checkNir(nir)).toMatchObject({ status: 'valid', nir: nir + key });
  });

  it('holds for every NIR that is built right, whatever the grouping', () => {
    fc.assert(
      fc.property(body, (nir) => {
        const whole = nir + nirKey(nir);
        const grouped = `${nir.slice(0, 1)} ${nir.slice(1, 3)} ${nir.slice(3, 5)}.${nir.slice(5, 13)}-${nirKey(nir)}`;
        expect(checkNir(nir)).toMatchObject({ status: 'valid', nir: whole });
        expect(checkNir(grouped.toLowerCase())).toMatchObject({ status: 'valid', nir: whole });
      }),
    );
  });

  it('finds every single wrong digit: the line is refused whatever digit was mistyped', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (nir, place, shift) => {
        const whole = nir + nirKey(nir);
        const digit = whole.charAt(place);
        fc.pre(/\d/.test(digit) && !/[AB]/.test(whole.charAt(6)));
        const wrong = whole.slice(0, place) + String((Number(digit) + shift) % 10) + whole.slice(place + 1);
        expect(checkNir(wrong).status).toBe('invalid');
      }),
    );
  });
});

describe('which check of a NIR failed', () => {
  it.each([
    ['1720678355O11', 'identity.nir.characters'],
    ['18006A2001018', 'identity.nir.characters'],
    ['172067835501', 'identity.nir.length'],
    ['17206783550114', 'identity.nir.length'],
    ['1.72068E+14', 'identity.nir.scientific'],
    ['1,72E+14', 'identity.nir.scientific'],
    ['5720678355011', 'identity.nir.firstDigit'],
    ['1801599350012', 'identity.nir.month'],
    ['180159935001297', 'identity.nir.month'],
    ['1804499350012', 'identity.nir.month'],
    ['1800099350012', 'identity.nir.month'],
    ['1800600350012', 'identity.nir.department'],
    ['1800678000012', 'identity.nir.commune'],
    ['1800697100012', 'identity.nir.commune'],
    ['1800697012012', 'identity.nir.department'],
    ['1800697912012', 'identity.nir.department'],
    ['1800699000012', 'identity.nir.country'],
    ['1800678350000', 'identity.nir.order'],
    ['172067835501148', 'identity.nir.key'],
    ['269054958815780', 'identity.nir.fictitious'],
    ['2 69 05 49 588 157', 'identity.nir.fictitious'],
    ['180067835A', 'identity.nir.length'],
    ['1800678350ABC0123', 'identity.nir.technicalNumber'],
  ])('%s → %s', (raw, code) => expect(codeOf(raw)).toBe(code));

  it.each([
    [{ sex: 'F' }, 'identity.nir.sex'],
    [{ birthDate: '1973-06-12' }, 'identity.nir.birthYear'],
    [{ birthDate: '1972-07-12' }, 'identity.nir.birthMonth'],
    [{ birthDate: '1973-07-12' }, 'identity.nir.birthDate'],
    [{ sex: 'M', birthDate: '1972-06-12' }, 'valid'],
    [{}, 'valid'],
  ])('172 06 … beside %j → %s', (traits, code) => expect(codeOf('172067835501147', traits)).toBe(code));

  it('compares nothing with a fictitious month but the year, and nothing at all for a waiting number', () => {
    expect(codeOf('180209935001243', { sex: 'M', birthDate: '1980-06-01' })).toBe('valid');
    expect(codeOf('180209935001243', { birthDate: '1981-06-01' })).toBe('identity.nir.birthYear');
    expect(codeOf('780069935001204', { sex: 'F', birthDate: '1999-01-01' })).toBe('valid');
  });

  describe('the place of birth against the number', () => {
    const at = (nirPlace: string, traits: object): string => codeOf(`16006${nirPlace}012`, traits);

    it.each<[string, string, object]>([
      ['the same commune', '59350', { birthPlaceCode: '59350' }],
      ['Corsica before 1976', '20004', { birthPlaceCode: '2A004', birthDate: '1960-06-12' }],
      ['Bastia before 1976', '20033', { birthPlaceCode: '2B033', birthDate: '1960-06-12' }],
      ['Boulogne in the Seine', '75012', { birthPlaceCode: '92012', birthDate: '1960-06-12' }],
      ['Pontoise in the Seine-et-Oise', '78500', { birthPlaceCode: '95500', birthDate: '1960-06-12' }],
      ['Chaville, whose number changed too', '78153', { birthPlaceCode: '92022', birthDate: '1960-06-12' }],
      ['an arrondissement and its city', '75114', { birthPlaceCode: '75056' }],
      ['the city and its arrondissement', '69123', { birthPlaceCode: '69383' }],
      ['a merged commune', '01340', { birthPlaceCode: '01015' }],
      ['Guadeloupe', '97105', { birthPlaceCode: '97105' }],
      ['a country', '99352', { birthPlaceCode: '99352' }],
      ['a country, the town unknown', '99351', { birthCountryCode: '99351' }],
      ['Algiers before independence', '91352', { birthPlaceCode: '99352', birthDate: '1960-06-12' }],
      ['Oran, with the old code', '92352', { birthPlaceCode: '92352', birthCountryCode: '99352' }],
      ['Morocco before 1956', '95352', { birthCountryCode: '99350' }],
      ['Tunisia before 1956', '96352', { birthCountryCode: '99351' }],
      ['a true Essonne', '91228', { birthPlaceCode: '91228', birthDate: '1960-06-12' }],
      ['nothing known', '59350', {}],
      ['a country that nobody knows', '99999', { birthPlaceCode: '59350' }],
    ])('%s agrees', (_, nirPlace, traits) => expect(at(nirPlace, traits)).toBe('valid'));

    it.each<[string, string, object, string]>([
      ['another département', '59350', { birthPlaceCode: '62041' }, 'birthDepartment'],
      ['another commune', '59350', { birthPlaceCode: '59599' }, 'birthCommune'],
      ['two arrondissements of two cities', '75114', { birthPlaceCode: '69383' }, 'birthDepartment'],
      ['another island', '97105', { birthPlaceCode: '97209' }, 'birthDepartment'],
      ['another country', '99352', { birthPlaceCode: '99350' }, 'birthCountry'],
      ['a commune for a country', '99352', { birthPlaceCode: '59350' }, 'bornAbroad'],
      ['a country for a commune', '59350', { birthPlaceCode: '99352' }, 'bornInFrance'],
      ['the Essonne is not Algeria', '91228', { birthPlaceCode: '99352', birthDate: '1960-07-01' }, 'birthMonth'],
      ['Morocco was not 91', '91228', { birthPlaceCode: '99350' }, 'bornInFrance'],
    ])('%s contradicts', (_, nirPlace, traits, code) => expect(at(nirPlace, traits)).toBe(`identity.nir.${code}`));

    it('after independence, a number of 91 to 94 is the French département', () => {
      const born = { birthPlaceCode: '99352', birthDate: '1980-06-12' };
      expect(codeOf('1800691228012', born)).toBe('identity.nir.bornInFrance');
      expect(codeOf('1800699352012', born)).toBe('valid');
    });

    it('every former commune agrees with the one it belongs to, and never names itself', () => {
      for (const [former, inForce] of formerCommunes()) {
        expect(at(former, { birthPlaceCode: inForce })).toBe('valid');
        expect(communeInForce(inForce)).toBe(inForce);
        expect(former).not.toBe(inForce);
      }
    });
  });

  it('says by itself what it claims: sex, year, month, place, and whether it is of the register', () => {
    expect(nirMeaning('172067835501147')).toEqual({
      sex: 'M',
      certified: true,
      birthYear: '72',
      birthMonth: 6,
      birthPlace: '78355',
    });
    expect(nirMeaning('1802099350012')).not.toHaveProperty('birthMonth');
    expect(nirMeaning('8800699350012')).toMatchObject({ sex: 'F', certified: false });
    expect(nirMeaning('1801599350012')).toBeUndefined();
  });

  it('takes waiting numbers, but not as certified', () => {
    expect(checkNir('780069935001204')).toMatchObject({ status: 'valid', certified: false });
    expect(checkNir('172067835501147')).toMatchObject({ status: 'valid', certified: true });
  });

  it('never repeats the number, nor three of its digits in a row', () => {
    fc.assert(
      fc.property(
        fc.oneof(body, fc.string(), fc.stringMatching(/^\d{10,20}$/)),
        fc.constantFrom('F', 'M'),
        (raw, sex) => {
          const check = checkNir(raw, { sex, birthDate: '1911-11-11' });
          if (check.status === 'valid') return;
          const shown = Object.values(check.problem.params ?? {})
            .map(String)
            .join(' ');
          const runs = raw.match(/\d(?=\d\d)/g) ? [...raw.matchAll(/(?=(\d{3}))/g)].map((match) => match[1] ?? '') : [];
          expect(runs.filter((run) => shown.includes(run))).toEqual([]);
        },
      ),
    );
  });
});

it('a NIR is recognised in any column; telephones, France Travail numbers and dates are none', () => {
  expect(['1 72 06 78 355 011 47', '1720678355011', '291072A999900'].every(looksLikeNir)).toBe(true);
  expect(['0033612345678', '99903635623', '0639980358', '2025-12-31', ''].some(looksLikeNir)).toBe(false);
});

it('all three contradictions at once are told apart from one', () => {
  expect(nirContradictions('172067835501147', { sex: 'F', birthDate: '1991-01-02' })).toEqual([
    'sex',
    'birthYear',
    'birthMonth',
  ]);
});

describe('a NIR inside another text', () => {
  it.each([
    'Dossier 1 72 06 78 355 011',
    'Dossier 12 - 1 72 06 78 355 011 47',
    'D-1 72 06 78 355 011 44',
    '1.72.06.78.355.011 DUPONT',
    'n°180062a001018',
    'P2301/1-80-06-2B-001-018/54',
    'ID172067835501147bis',
  ])('is found: %s', (text) => expect(holdsNir(text)).toBe(true));

  it('is found behind two dates, and among figures that are no days', () => {
    expect(holdsNir('1/12/2021-31/12/2022 : 1 72 06 78 355 011')).toBe(true);
    expect(holdsNir('1/1/2021-1/12/2022-172067835501147')).toBe(true);
    expect(holdsNir('1-72-0678-35-50-1147')).toBe(true);
  });

  it('is found wherever it stands and however its digits are grouped', () => {
    const blank = fc.constantFrom('', ' ', '.', '-', '/', '\u00A0', ' - ', '. ');
    fc.assert(
      fc.property(body, fc.array(blank, { minLength: 15, maxLength: 15 }), fc.boolean(), (nir, blanks, withKey) => {
        const whole = withKey ? nir + nirKey(nir) : nir;
        const grouped = [...whole].map((digit, place) => `${digit}${blanks[place] ?? ''}`).join('');
        expect(holdsNir(`Dossier ${grouped} de Lille`)).toBe(true);
      }),
    );
  });

  it.each([
    'P02301',
    'FSE-2025-0001',
    '06 39 98 03 58 / 03 20 99 00 12',
    '+33 6 39 98 03 58 / +33 6 39 98 03 59',
    '+33 3 20 99 00 12 06 39 98 03 58',
    'du 01/12/2025 au 31/12/2026',
    '1/12/2021-31/12/2022',
    '1/1/2021-1/12/2022',
    'suspension du 1/12/2021 – 31/12/2022, puis 2-11-2020/3-12-2021',
    '2021-1-1-2022-1-31',
    '1/12/2021-31/12/22',
    '129 rue du Faux-Semblant, 59998 Exempleville',
    '99903635623',
    '',
  ])('is not seen in %j', (text) => expect(holdsNir(text)).toBe(false));
});

it('a text that is cut for a sentence shows no beginning of a number either', () => {
  expect(shownText('Dossier 1720678355011', 16)).toBe('…');
  expect(shownText('Autre sortie (2025)', 12)).toBe('Autre sortie');
});
