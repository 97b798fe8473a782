import fc from 'fast-check';
import { checkNir, holdsNir, looksLikeNir, nirContradictions, nirKey, shownText } from '../../src/identity';

const codeOf = (raw: string, traits = {}): string => {
  const check = checkNir(raw, traits);
  return check.status === 'valid' ? 'valid' : check.problem.code;
};

/** Any NIR that holds: first digit, year, month, department, commune, order. */
const body = fc
  .record({
    first: fc.constantFrom('1', '2', '3', '4', '7', '8'),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.oneof(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 20, max: 42 }),
      fc.integer({ min: 50, max: 99 }),
    ),
    department: fc.oneof(
      fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0')),
      fc.constantFrom('2A', '2B'),
    ),
    commune: fc.integer({ min: 1, max: 999 }),
    order: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ first, year, month, department, commune, order }) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const three = (n: number): string => String(n).padStart(3, '0');
    return `${first}${two(year)}${two(month)}${department}${three(commune)}${three(order)}`;
  })
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
    '129 rue du Faux-Semblant, 59998 Exempleville',
    '99903635623',
    '',
  ])('is not seen in %j', (text) => expect(holdsNir(text)).toBe(false));
});

it('a text that is cut for a sentence shows no beginning of a number either', () => {
  expect(shownText('Dossier 1720678355011', 16)).toBe('…');
  expect(shownText('Autre sortie (2025)', 12)).toBe('Autre sortie');
});
