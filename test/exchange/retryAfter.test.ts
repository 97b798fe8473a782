import { retryAfterMs } from '../../src/exchange/retryAfter';

const NOW = new Date('2026-11-24T10:00:00Z');

describe('Retry-After, in every form that servers give it', () => {
  it.each([
    ['seconds', '5', 5_000],
    ['seconds with blanks', ' 7 ', 7_000],
    ['an HTTP date', 'Tue, 24 Nov 2026 10:00:12 GMT', 12_000],
    ['the old date of RFC 850', 'Tuesday, 24-Nov-26 10:00:12 GMT', 12_000],
    ['asctime', 'Tue Nov 24 10:00:12 2026 GMT', 12_000],
    ['a date that is past', 'Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['zero', '0', 0],
    ['a negative number', '-5', 0],
    ['a fraction', '1.5', 1_500],
    ['far too long: never shorter than asked', '1e9', 1e12],
    ['far too long, written out', '1000000000', 1e12],
    ['a date in another age', 'Fri, 31 Dec 9999 23:59:59 GMT', Date.parse('9999-12-31T23:59:59Z') - NOW.getTime()],
  ])('%s: %s', (_what, header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    'soon',
    'NaN',
    'Infinity',
    '5 minutes',
    '2026-11-24',
    'Tue, soon',
    '12abc',
    'x'.repeat(10_000),
  ])('is left to the caller when it says nothing: %s', (header) => {
    expect(retryAfterMs(header, NOW)).toBeUndefined();
  });
});
