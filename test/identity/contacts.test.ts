import fc from 'fast-check';
import {
  isEmailAddress,
  readEmail,
  readPhone,
  readPlaceCode,
  readPostcode,
  type CellReading,
} from '../../src/identity';

const told = ({ value, repairs }: CellReading) => [value, ...repairs.map(({ code }) => code.replace('identity.', ''))];

describe('an e-mail address', () => {
  it.each([
    ['Claude.EXEMPLIER@Example.ORG', ['claude.exemplier@example.org']],
    ['mailto:claude@example.org', ['claude@example.org']],
    ['Claude Exemplier <claude@example.org>', ['claude@example.org']],
    ['(claude@example.org)', ['claude@example.org']],
    ['hélène@example.org', ['helene@example.org', 'repair.emailAccents']],
    ['claude@éxample.org', ['claude@example.org', 'repair.emailAccents']],
    ['claude@example.org.', ['claude@example.org', 'repair.emailPoints']],
    ['claude..e.@example.org', ['claude.e@example.org', 'repair.emailPoints']],
    ['a@example.org; b@example.org', ['a@example.org', 'repair.severalValues']],
    ['néant@', [undefined, 'dropped.email']],
    ['claude.example.org', [undefined, 'dropped.email']],
    ['claude@example', [undefined, 'dropped.email']],
    ['claude@example.org@example.org', [undefined, 'dropped.email']],
    ['claude@example.12', [undefined, 'dropped.email']],
    ['x'.repeat(500_000) + '@example.org', [undefined, 'dropped.email']],
  ])('%.60s', (raw, expected) => expect(told(readEmail('email', raw))).toEqual(expected));

  it('that was read can be sent: one rule for lists and for France Travail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (raw) => {
        const { value } = readEmail('email', raw);
        if (value !== undefined) expect(isEmailAddress(value)).toBe(true);
      }),
    );
  });
});

describe('a telephone', () => {
  it.each([
    ['06 12 34 56 78', ['0612345678']],
    ['06.12.34.56.78', ['0612345678']],
    ['06/12/34/56/78', ['0612345678']],
    ['+33 6 12 34 56 78', ['0612345678']],
    ['+33 (0)6 12 34 56 78', ['0612345678']],
    ['0033 6 12 34 56 78', ['0612345678']],
    ['33612345678', ['0612345678']],
    ['612345678', ['0612345678', 'repair.phoneZero']],
    ['06 12 34 56 78 / 01 99 00 00 00', ['0612345678', 'repair.severalValues']],
    ['0612345678 ou 0712345678', ['0612345678', 'repair.severalValues']],
    ['+32 470 12 34 56', ['+32470123456']],
    ['00213 5 55 12 34 56', ['+213555123456']],
    ['12', [undefined, 'dropped.phone']],
    ['ne pas appeler', [undefined, 'dropped.phone']],
  ])('%s', (raw, expected) => expect(told(readPhone('phone', raw))).toEqual(expected));

  it('is the same number however its figures are grouped', () => {
    const blank = fc.constantFrom('', ' ', '.', '-', '\u00A0');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{8}$/),
        fc.array(blank, { minLength: 9, maxLength: 9 }),
        fc.constantFrom('0', '+33', '0033', '+33 (0)'),
        (nine, blanks, before) => {
          const grouped = [...nine].map((digit, at) => `${blanks[at] ?? ''}${digit}`).join('');
          expect(readPhone('phone', before + grouped).value).toBe(`0${nine}`);
        },
      ),
    );
  });
});

it.each([
  ['59000', ['59000']],
  ['59 000', ['59000']],
  ['F-59000', ['59000']],
  ['2000', ['02000', 'repair.postcodeZero']],
  ['59', [undefined, 'dropped.postcode']],
])('postcode %s', (raw, expected) => expect(told(readPostcode('postcode', raw))).toEqual(expected));

it.each([
  ['2a004', ['2A004']],
  ['1053', ['01053', 'repair.placeCodeZero']],
  ['99352', ['99352']],
  ['Algérie', ['99352', 'repair.countryCode']],
  ['France', ['99100', 'repair.countryCode']],
  ['Lille', [undefined, 'dropped.placeCode']],
])('code of a place %s', (raw, expected) => expect(told(readPlaceCode('birthPlaceCode', raw))).toEqual(expected));
