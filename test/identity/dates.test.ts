import fc from 'fast-check';
import { isCalendarDate, readDate, yearsBetween, type DateKind } from '../../src/identity';

const today = '2026-11-24';
const read = (raw: string | number | Date, kind: DateKind = 'event'): string => {
  const reading = readDate(raw, { kind, today });
  return reading.status === 'date' ? reading.date : reading.status === 'none' ? 'none' : reading.problem.code;
};

describe('a date as lists write it', () => {
  it.each([
    ['31/12/2025', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    ['31.12.25', '2025-12-31'],
    ['31-12-2025', '2025-12-31'],
    ['1/2/2025', '2025-02-01'],
    ['2025-12-31 00:00:00.0', '2025-12-31'],
    ['31/12/2025 00:00', '2025-12-31'],
    ['2025-12-31T10:30:00+01:00', '2025-12-31'],
    ['2025-12-31T00:00:00.000Z', '2025-12-31'],
    ['2025-12-30T23:00:00.000Z', '2025-12-31'],
    ['2025-07-13T22:00:00.000Z', '2025-07-14'],
    ['2025-12-31T04:00:00.000Z', '2025-12-31'],
    ['20251231', '2025-12-31'],
    ['12 mars 2025', '2025-03-12'],
    ['1er janv. 25', '2025-01-01'],
    ['46022', '2025-12-31'],
    [46022, '2025-12-31'],
    [46022.75, '2025-12-31'],
    [new Date('2025-12-30T23:00:00Z'), '2025-12-31'],
    [new Date('2025-12-31T00:00:00Z'), '2025-12-31'],
    ['29/02/2024', '2024-02-29'],
  ])('%p is %s', (raw, date) => expect(read(raw)).toBe(date));

  it.each(['', '  ', 'NULL', '<null>', '9999-12-31', '31/12/9999', '9999-12-31 00:00:00.0', '0000-00-00', '-'])(
    '%p says that there is none',
    (raw) => expect(read(raw)).toBe('none'),
  );

  it.each([
    ['31/02/2025', 'identity.date.impossible'],
    ['29/02/2025', 'identity.date.impossible'],
    ['12/31/2025', 'identity.date.impossible'],
    ['2025-13-01', 'identity.date.impossible'],
    ['2025', 'identity.date.yearOnly'],
    [2025, 'identity.date.yearOnly'],
    ['bientôt', 'identity.date.unreadable'],
    ['172067835501147', 'identity.date.notADate'],
    [7, 'identity.date.notADate'],
    ['01/01/0205', 'identity.date.year'],
    ['01/01/2205', 'identity.date.year'],
  ])('%p is refused: %s', (raw, code) => expect(read(raw)).toBe(code));

  it('names an impossible date as a French reader would', () => {
    expect(readDate('31.2.25', { kind: 'event', today })).toMatchObject({
      problem: { params: { value: '31/02/2025' } },
    });
  });

  it('gives two-digit years to the right century: births of adults, events around now', () => {
    expect(read('01/05/85', 'birth')).toBe('1985-05-01');
    expect(read('01/05/10', 'birth')).toBe('2010-05-01');
    expect(read('01/05/15', 'birth')).toBe('1915-05-01');
    expect(read('01/05/26')).toBe('2026-05-01');
    expect(read('01/05/98')).toBe('1998-05-01');
  });

  it('takes a birth date with the month first where no other reading is left; an event is typed again', () => {
    expect(read('12/31/1985', 'birth')).toBe('1985-12-31');
    expect(read('12/11/1985', 'birth')).toBe('1985-11-12');
    expect(read('12/31/2025')).toBe('identity.date.impossible');
  });

  it('refuses a birth in the future', () => {
    expect(read('25/11/2026', 'birth')).toBe('identity.date.birthAhead');
    expect(read('24/11/2026', 'birth')).toBe(today);
  });

  it('reads every day in every spelling alike, and every day number of Excel', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((n) => ({
      serial: 10_000 + n,
      date: new Date(Date.UTC(1899, 11, 30) + (10_000 + n) * 86_400_000).toISOString().slice(0, 10),
    }));
    fc.assert(
      fc.property(day, ({ serial, date }) => {
        const [year = '', month = '', dom = ''] = date.split('-');
        fc.pre(Number(year) >= 1950);
        for (const spelling of [
          date,
          `${dom}/${month}/${year}`,
          `${Number(dom)}.${Number(month)}.${year}`,
          `${dom}-${month}-${year} 00:00:00`,
          `${date} 00:00:00.0`,
          `${date}T12:00:00`,
          serial,
          String(serial),
        ]) {
          expect(read(spelling)).toBe(date);
        }
      }),
    );
  });

  it('gives a day of the calendar, none, or a named problem for anything at all, and echoes no long number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{0,24}$/), fc.double(), fc.date()), (raw) => {
        const reading = readDate(raw, { kind: 'event', today });
        if (reading.status === 'date') expect(isCalendarDate(reading.date)).toBe(true);
        if (reading.status !== 'invalid') return;
        const shown = String(reading.problem.params?.['value'] ?? '');
        expect(shown.replace(/\D/g, '').length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('is not held up by a page pasted into a cell', () => {
    expect(read(' '.repeat(500_000) + '1' + ' '.repeat(500_000) + '2')).toBe('identity.date.notADate');
  });
});

it('counts whole years', () => {
  expect([yearsBetween('2000-06-15', '2026-06-14'), yearsBetween('2000-06-15', '2026-06-15')]).toEqual([25, 26]);
});
