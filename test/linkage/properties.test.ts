import fc from 'fast-check';
import type { PivotField, PivotRecord } from '../../src/fields';
import { PersonIndex } from '../../src/identity/linkage';
import { generate } from '../../bench/linkage/generate';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
const PEOPLE = generate({ seed: 21, people: 300, lookalikes: 0.5 }).map(({ record }) => record);
const person = fc.constantFrom(...PEOPLE);

function weight(left: PivotRecord, right: PivotRecord): number {
  const index = new PersonIndex();
  index.add(left);
  return index.compare(0, index.stage(right)).weight;
}

const without = (record: PivotRecord, field: PivotField): PivotRecord =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== field));

/** A value that contradicts whatever stands there. */
const OTHER: Partial<Record<PivotField, string>> = {
  phone: '0639980007',
  email: 'quelqu.un.d.autre42@example.org',
  birthDate: '1911-11-11',
  franceTravailNumber: '09991234567',
};
const FIELDS = Object.keys(OTHER) as PivotField[];

describe('a comparison', () => {
  it('is the same both ways round', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(weight(a, b)).toBeCloseTo(weight(b, a), 9);
      }),
    );
  });

  it('is not changed by case, accents, blanks and separators', () => {
    const shout = (record: PivotRecord): PivotRecord => ({
      ...record,
      birthName: (record.birthName ?? '').toUpperCase().normalize('NFD').replace(/-/g, ' '),
      firstNames: (record.firstNames ?? '').toLowerCase().replace(/[ ,]+/g, '  '),
      ...(record.phone ? { phone: record.phone.replace(/\D/g, '').replace(/^33/, '0').replace(/(..)/g, '$1.') } : {}),
    });
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(weight(shout(a), b)).toBeCloseTo(weight(a, b), 9);
      }),
    );
  });

  it('weighs a missing field no worse than a contradiction', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...FIELDS), (record, field) => {
        const known = { ...record, [field]: record[field] ?? '' };
        const missing = weight(known, without(record, field));
        const contradicted = weight(known, { ...record, [field]: OTHER[field] });
        expect(missing).toBeGreaterThanOrEqual(contradicted);
      }),
    );
  });

  it('weighs an agreement no less than a missing field', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...FIELDS), (record, field) => {
        expect(weight(record, record)).toBeGreaterThanOrEqual(weight(record, without(record, field)));
      }),
    );
  });

  it('decides the same whatever the order of the records', async () => {
    const decisions = async (records: readonly PivotRecord[]) => {
      const index = await PersonIndex.build(records, breathe);
      const pairs = await index.within(breathe);
      return pairs
        .map(({ left, right, decision }) => [records[left]!.id, records[right]!.id].sort().join('+') + decision)
        .sort();
    };
    expect(await decisions([...PEOPLE].reverse())).toEqual(await decisions(PEOPLE));
  });
});

describe('the index', () => {
  it('forgets a person who is removed', () => {
    const index = new PersonIndex();
    const row = index.add(PEOPLE[0]!);
    expect(index.lookUp(PEOPLE[0]!).decision).not.toBe('new');
    index.remove(row);
    expect(index.lookUp(PEOPLE[0]!).decision).toBe('new');
    expect(index.size).toBe(0);
  });

  it('lets the event loop turn while it works', async () => {
    let turns = 0;
    const index = await PersonIndex.build(Array.from({ length: 30 }, () => PEOPLE).flat(), () =>
      breathe().then(() => void turns++),
    );
    expect(turns).toBeGreaterThan(index.size / 2001);
  });

  it.each([
    ['a name of a megabyte', { birthName: 'É'.repeat(1_000_000), firstNames: 'a-'.repeat(500_000) }],
    ['lone surrogates', { birthName: '\uD800', firstNames: 'A\uDC00B' }],
    ['right to left and combining marks', { birthName: '\u202Eمحمد', firstNames: 'Z\u0300\u0301\u0302a' }],
    ['words that look like code', { birthName: '__proto__', firstNames: 'constructor', birthDate: 'NaN', nir: '💥' }],
    [
      'numbers out of bounds',
      { birthDate: '9999-99-99', phone: '9'.repeat(500), nir: '1'.repeat(500), postcode: '-1' },
    ],
    ['nothing', {}],
  ])('takes %s', (_what, record: PivotRecord) => {
    const index = new PersonIndex();
    index.add(PEOPLE[0]!);
    index.add(record);
    expect(() => index.lookUp(record)).not.toThrow();
    expect(Number.isFinite(index.compare(0, 1).weight)).toBe(true);
  });
});
