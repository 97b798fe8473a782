import fc from 'fast-check';
import { IDENTITY_FIELDS, nirKey, personSchema, readPerson, type Person } from '../../src/identity';
import { DICTIONARY, translate } from '../../src/wording';

const today = '2026-11-24';
const read = (input: unknown) => readPerson(input, { today });
const codes = (problems: readonly { code: string }[]): string[] =>
  problems.map(({ code }) => code.replace('identity.', ''));
const nirOf = (body: string): string => body + nirKey(body);

describe('a person as a list has them', () => {
  it('comes out clean, with every repair named', () => {
    const reading = read({
      id: 10_023,
      civility: 'Mme',
      birthName: 'MME  HÃ‰LÃˆNE-DUBOIS',
      firstNames: 'Sonia, Anne ;Jean - Marie',
      birthDate: 31_205,
      birthPlaceCode: 1053,
      nir: '2 85 06 01 053 012',
      email: 'Sonia.Dubois@Example.org.',
      phone: 612_345_678,
      postcode: 1000,
    });
    expect(reading.person).toEqual<Person>({
      id: '10023',
      civility: 'Mme',
      birthName: 'HÉLÈNE-DUBOIS',
      firstNames: 'Sonia Anne Jean-Marie',
      sex: 'F',
      birthDate: '1985-06-07',
      birthPlaceCode: '01053',
      nir: nirOf('2850601053012'),
      email: 'sonia.dubois@example.org',
      phone: '0612345678',
      postcode: '01000',
    });
    expect(reading).toMatchObject({ certified: true, problems: [], doubts: [] });
    expect(codes(reading.repairs)).toEqual([
      'repair.mojibake',
      'repair.title',
      'repair.excelDate',
      'repair.placeCodeZero',
      'repair.emailPoints',
      'repair.phoneZero',
      'repair.postcodeZero',
    ]);
  });

  it('leaves out what cannot be taken, and says so of each field', () => {
    const reading = read({
      birthName: 'Dubois',
      birthDate: '31/02/1985',
      nir: '2850601053012',
      sex: 'H',
      email: 'non',
    });
    expect(reading.person).toEqual({ birthName: 'Dubois', sex: 'M' });
    expect(codes(reading.problems)).toEqual(['date.impossible', 'nir.sex']);
    expect(codes(reading.repairs)).toEqual(['dropped.email']);
    expect(reading.problems.map(({ field }) => field)).toEqual(['birthDate', 'nir']);
  });
});

describe('names', () => {
  const names = (input: object): unknown => {
    const { person, repairs, doubts } = read(input);
    return [person.birthName, person.usageName, person.firstNames, codes([...repairs, ...doubts]).join(' ')];
  };

  it.each<[object, unknown[]]>([
    [{ birthName: "D ' ALMEIDA" }, ["D'ALMEIDA", undefined, undefined, '']],
    [{ birthName: 'N’GUESSAN' }, ["N'GUESSAN", undefined, undefined, '']],
    [{ birthName: 'LE – GALL' }, ['LE-GALL', undefined, undefined, '']],
    [{ birthName: 'de La  Cruz' }, ['de La Cruz', undefined, undefined, '']],
    [{ birthName: 'M BAREK' }, ['M BAREK', undefined, undefined, '']],
    [{ birthName: 'M. Barek' }, ['Barek', undefined, undefined, 'repair.title']],
    [{ firstNames: 'Jean / Pierre' }, [undefined, undefined, 'Jean Pierre', '']],
    [{ birthName: 'DUPONT née MARTIN' }, ['MARTIN', 'DUPONT', undefined, 'repair.bornName']],
    [{ birthName: 'MARTIN épouse DUPONT' }, ['MARTIN', 'DUPONT', undefined, 'repair.bornName']],
    [{ birthName: 'MARTIN ép. DUPONT' }, ['MARTIN', 'DUPONT', undefined, 'repair.bornName']],
    [{ birthName: 'MARTIN', usageName: 'DUPONT (née MARTIN)' }, ['MARTIN', 'DUPONT', undefined, 'repair.bornName']],
    [{ birthName: 'RENÉE' }, ['RENÉE', undefined, undefined, '']],
    [{ birthName: 'AU NE KHAM' }, ['AU NE KHAM', undefined, undefined, '']],
    [{ birthName: 'DUP0NT' }, ['DUP0NT', undefined, undefined, 'doubt.digitsInName']],
    [{ birthName: 'Arthur', firstNames: 'Monnier' }, ['Monnier', undefined, 'Arthur', 'repair.namesInverted']],
    [{ birthName: 'KHADIJA', firstNames: 'BOUAZZA' }, ['BOUAZZA', undefined, 'KHADIJA', 'repair.namesInverted']],
    [{ birthName: 'NICOLE', firstNames: 'REMY' }, ['NICOLE', undefined, 'REMY', 'doubt.namesInverted']],
    [{ birthName: 'MARTIN', firstNames: 'Thomas' }, ['MARTIN', undefined, 'Thomas', '']],
    [{ birthName: 'THOMAS', firstNames: 'Martin' }, ['THOMAS', undefined, 'Martin', '']],
    [{ birthName: 'TRAORE', firstNames: 'Fatoumata' }, ['TRAORE', undefined, 'Fatoumata', '']],
  ])('%j', (input, expected) => expect(names(input)).toEqual(expected));
});

describe('dates of birth', () => {
  it.each([
    ['01/01/1985', ['doubt.birthDateByDefault']],
    ['31/12/1985', ['doubt.birthDateByDefault']],
    ['07/06/1985', []],
  ])('%s', (birthDate, doubts) => expect(codes(read({ birthDate }).doubts)).toEqual(doubts));

  it('whose day and month the number has the other way round are named, with the date it says', () => {
    const { person, problems, doubts } = read({ birthDate: '06/07/1985', nir: '2850659350012' });
    expect(person).toEqual({ birthDate: '1985-07-06' });
    expect(codes(problems)).toEqual(['nir.birthMonth']);
    expect(doubts).toEqual([
      {
        code: 'identity.doubt.dayAndMonth',
        field: 'birthDate',
        params: { date: '1985-06-07', field: 'birthDate' },
      },
    ]);
  });

  it('with the month first are read where nothing else is possible, and that is said', () => {
    const { person, repairs } = read({ birthDate: '12/31/1984' });
    expect([person.birthDate, codes(repairs)]).toEqual(['1984-12-31', ['repair.monthFirst']]);
    expect(codes(read({ birthDate: '31/31/1984' }).problems)).toEqual(['date.impossible']);
  });

  it('of two figures get a century, and that is said', () => {
    expect(read({ birthDate: '01/05/85' })).toMatchObject({ person: { birthDate: '1985-05-01' } });
    expect(codes(read({ birthDate: '01/05/85' }).repairs)).toEqual(['repair.twoDigitYear']);
  });
});

describe('the number beside the rest of the person', () => {
  it('stays where only the place of birth contradicts it, and that is said', () => {
    const { person, doubts } = read({ nir: '2850659350012', birthPlaceCode: '62041' });
    expect(person.nir).toBe(nirOf('2850659350012'));
    expect(codes(doubts)).toEqual(['nir.birthDepartment']);
  });

  it('of waiting is kept, but the identity is not certified', () => {
    const { person, certified, doubts } = read({ nir: '7800699350012' });
    expect([person.nir, certified]).toEqual(['780069935001204', false]);
    expect(codes(doubts)).toEqual(['doubt.waitingNir']);
  });

  it('names no record', () => {
    const { person, problems } = read({ id: 'Dossier 1 72 06 78 355 011', birthName: 'Dubois' });
    expect([person, codes(problems)]).toEqual([{ birthName: 'Dubois' }, ['id.isNir']]);
  });

  it('as a database hands it over, as a number of 15 figures', () => {
    expect(read({ nir: 172_067_835_501_147n }).person.nir).toBe('172067835501147');
    expect(read({ nir: 172_067_835_501_147 }).person.nir).toBe('172067835501147');
  });
});

describe('whatever stands in a cell', () => {
  const odd: readonly (readonly [string, unknown])[] = [
    ['a megabyte', 'É'.repeat(1_000_000)],
    ['a megabyte of figures', '1'.repeat(1_000_000)],
    ['a megabyte of blanks between two letters', `a${' '.repeat(1_000_000)}b`],
    ['a megabyte of hyphens', '-'.repeat(1_000_000)],
    ['a megabyte of points and at signs', '@.'.repeat(500_000)],
    ['half a character pair', 'Du\uD800pont'],
    ['right to left', '\u202Eحسن\u202C محمد'],
    ['a thousand combining marks', `e${'\u0301'.repeat(1_000)}`],
    ['zero widths', 'Du\u200Bpo\uFEFFnt'],
    ['controls', 'Du\u0000po\u0007nt'],
    ['a formula', '=HYPERLINK("http://example.org")'],
    ['a true', true],
    ['a number', 12.5],
    ['not a number', NaN],
    ['infinity', Infinity],
    ['a date', new Date('1985-06-07T00:00:00Z')],
    ['a date that is none', new Date('x')],
    ['an object', { toString: () => 'Dupont' }],
    ['a list', ['Dupont']],
    ['a function', () => 'Dupont'],
    ['a symbol', Symbol('Dupont')],
    ['null', null],
  ];

  it.each(odd)('%s: nothing throws, in any field, and what comes out holds', (_, cell) => {
    for (const field of IDENTITY_FIELDS) {
      const reading = read({ [field]: cell });
      expect(personSchema.safeParse(reading.person).success).toBe(true);
      for (const { code, params } of [...reading.problems, ...reading.repairs, ...reading.doubts]) {
        expect(DICTIONARY).toHaveProperty([code]);
        expect(translate('fr', code, params)).not.toMatch(/\{\w+\}/);
      }
    }
  });

  it('right to left and combining marks keep their letters', () => {
    expect(read({ birthName: '\u202Eحسن\u202C' }).person.birthName).toBe('حسن');
    expect(read({ birthName: 'E\u0301ric' }).person.birthName).toBe('Éric');
  });

  it('a lost character is the user’s to mend', () => {
    expect(codes(read({ birthName: 'Du\uD800pont' }).problems)).toEqual(['cell.brokenCharacters']);
  });

  it('a prototype, a getter and unknown keys are nobody’s record', () => {
    const hostile = JSON.parse('{"__proto__":{"birthName":"Pollué"},"constructor":"x","hasOwnProperty":1}') as object;
    expect(read(hostile).person).toEqual({});
    expect(read(Object.create({ birthName: 'Hérité' })).person).toEqual({});
    expect(Object.hasOwn(Object.prototype, 'birthName')).toBe(false);
    const trap = Object.defineProperty({}, 'birthName', {
      enumerable: true,
      get: () => {
        throw new Error('never called');
      },
    });
    expect(read(trap).person).toEqual({});
    expect(read(Object.assign(Object.create(null) as object, { birthName: 'Dubois' })).person).toEqual({
      birthName: 'Dubois',
    });
  });

  it.each([undefined, null, 'Dupont', 7, true, ['Dupont'], Symbol('x')])('%p is no record', (input) =>
    expect(codes(read(input).problems)).toEqual(['person.notARecord']),
  );

  it('any record at all: clean or left out, and reading what came out changes nothing', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.stringMatching(/^[12]\d{12}(\d\d)?$/),
      fc.stringMatching(/^\d{1,2}\/\d{1,2}\/\d{2,4}$/),
      fc.emailAddress(),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.constant(null),
      fc.object(),
    );
    const record = fc.dictionary(fc.constantFrom(...IDENTITY_FIELDS, '__proto__', 'x'), cell, {
      noNullPrototype: false,
    });
    fc.assert(
      fc.property(record, (input) => {
        const once = read(input);
        expect(personSchema.safeParse(once.person).success).toBe(true);
        const again = read(once.person);
        expect(again.problems).toEqual([]);
        // A title or an invisible sign can hide another one; what is clean stays clean.
        expect(read(again.person).person).toEqual(again.person);
      }),
      { numRuns: 100 },
    );
  });

  it('no sentence repeats an identifier, whatever column it stands in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTITY_FIELDS), fc.stringMatching(/^[1-8]\d{12,14}$/), (field, number) => {
        const { problems, repairs, doubts } = read({ [field]: number, sex: 'F', birthDate: '1985-06-07' });
        const said = [...problems, ...repairs, ...doubts].map(({ code, params }) => translate('fr', code, params));
        expect(said.join(' ')).not.toContain(number.slice(0, 9));
      }),
    );
  });
});
