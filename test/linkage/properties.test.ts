import fc from 'fast-check';
import type { PivotField, PivotRecord } from '../../src/fields';
import { PersonIndex } from '../../src/identity/linkage';
import { generateSecond } from '../../bench/dedup/generate';
import { generate } from '../../bench/linkage/generate';

/** A run can be repeated; look further with another seed and more runs. */
fc.configureGlobal({ seed: 20_261_124, numRuns: 120 });

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Two error models, so that no rule holds for one of them only. */
const LABELLED = [
  ...generate({ seed: 21, people: 150, lookalikes: 0.5 }),
  ...generateSecond({ seed: 21, people: 250, lookalikes: 0.5 }),
];
const PEOPLE: readonly PivotRecord[] = LABELLED.map(({ record }, i) => ({ ...record, id: String(i) }));
const person = fc.constantFrom(...PEOPLE);

/** Pairs worth a question: records of one person, or of people who look alike. */
const RELATED: readonly (readonly [PivotRecord, PivotRecord])[] = PEOPLE.flatMap((left, i) =>
  PEOPLE.slice(i + 1, i + 400)
    .filter((right) => left.birthName === right.birthName || left.birthDate === right.birthDate)
    .map((right) => [left, right] as const),
);
const pair = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...RELATED) },
  { weight: 1, arbitrary: fc.tuple(person, person) },
);

function compared(left: PivotRecord, right: PivotRecord) {
  const index = new PersonIndex();
  index.add(left);
  return index.compare(0, index.stage(right));
}

const weight = (left: PivotRecord, right: PivotRecord) => compared(left, right).weight;
const boldness = (left: PivotRecord, right: PivotRecord) =>
  ['none', 'review', 'duplicate'].indexOf(compared(left, right).decision);

const without = (record: PivotRecord, ...fields: readonly PivotField[]): PivotRecord =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !fields.includes(key as PivotField)));
const having = (record: PivotRecord, field: PivotField, value: string): PivotRecord => ({ ...record, [field]: value });

/** Two values that contradict each other and nobody in the files has. */
const TWO: Partial<Record<PivotField, readonly [string, string]>> = {
  phone: ['0639980007', '0639981118'],
  email: ['quelqu.un.d.autre42@example.org', 'zoe.personne@example.net'],
  franceTravailNumber: ['09991234567', '09997654321'],
  postcode: ['29200', '66000'],
  birthDate: ['1911-11-11', '1963-04-27'],
  sex: ['F', 'M'],
};
const FIELDS = Object.keys(TWO) as PivotField[];
const field = fc.constantFrom(...FIELDS);

describe('a comparison', () => {
  it('is the same both ways round', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(weight(a, b)).toBeCloseTo(weight(b, a), 9);
        expect(compared(a, b).decision).toBe(compared(b, a).decision);
      }),
    );
  });

  it('is not changed by case, accents, blanks and separators', () => {
    const shout = (record: PivotRecord): PivotRecord => ({
      ...record,
      birthName: (record.birthName ?? '').toUpperCase().normalize('NFD').replace(/-/g, ' '),
      usageName: ` ${(record.usageName ?? '').toLowerCase()}  `,
      firstNames: (record.firstNames ?? '').toLowerCase().replace(/[ ,]+/g, '  '),
      ...(record.phone
        ? {
            phone: record.phone
              .replace(/\D/g, '')
              .replace(/^(?:00)?33/, '0')
              .replace(/(..)/g, '$1.'),
          }
        : {}),
      ...(record.nir ? { nir: record.nir.replace(/^(.)(..)(..)(.....)(...)/, '$1 $2 $3 $4 $5 ') } : {}),
      ...(record.email ? { email: ` ${record.email.toUpperCase()}` } : {}),
    });
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(weight(shout(a), b)).toBeCloseTo(weight(a, b), 9);
        expect(compared(shout(a), b).decision).toBe(compared(a, b).decision);
      }),
    );
  });

  it('weighs an agreement that is added no less than nothing', () => {
    fc.assert(
      fc.property(pair, field, ([a, b], added) => {
        const [value] = TWO[added]!;
        const [left, right] = [without(a, added, 'nir'), without(b, added, 'nir')];
        expect(weight(having(left, added, value), having(right, added, value))).toBeGreaterThanOrEqual(
          weight(left, right) - 1e-9,
        );
      }),
    );
  });

  it('weighs a contradiction that is added no more than nothing', () => {
    fc.assert(
      fc.property(pair, field, ([a, b], added) => {
        const [one, other] = TWO[added]!;
        const [left, right] = [without(a, added, 'nir'), without(b, added, 'nir')];
        expect(weight(having(left, added, one), having(right, added, other))).toBeLessThanOrEqual(
          weight(left, right) + 1e-9,
        );
      }),
    );
  });

  it('weighs a missing field no worse than a contradicting one, nor decides worse', () => {
    fc.assert(
      fc.property(pair, field, ([a, b], lost) => {
        const [one, other] = TWO[lost]!;
        const known = having(a, lost, one);
        const contradicting = having(b, lost, other);
        const missing = without(b, lost);
        expect(weight(known, missing)).toBeGreaterThanOrEqual(weight(known, contradicting) - 1e-9);
        expect(boldness(known, missing)).toBeGreaterThanOrEqual(boldness(known, contradicting));
      }),
    );
  });

  it('of a record with itself is never weakened by what the record says more', () => {
    fc.assert(
      fc.property(person, field, (record, more) => {
        expect(weight(record, record)).toBeGreaterThanOrEqual(weight(record, without(record, more)) - 1e-9);
      }),
    );
  });

  it('gives a probability that follows the weight', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { weight: bits, probability } = compared(a, b);
        expect(probability).toBeCloseTo(1 / (1 + 2 ** -bits), 9);
      }),
    );
  });
});

describe('a list', () => {
  async function decisions(records: readonly PivotRecord[]): Promise<string[]> {
    const index = await PersonIndex.build(records, breathe);
    const pairs = await index.within(breathe);
    return pairs
      .map(({ left, right, decision }) => [records[left]!.id, records[right]!.id].sort().join('+') + decision)
      .sort();
  }

  it('is decided the same whatever the order of the records', async () => {
    const wanted = await decisions(PEOPLE);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...PEOPLE], { minLength: PEOPLE.length }), async (shuffled) => {
        expect(await decisions(shuffled)).toEqual(wanted);
      }),
      { numRuns: 4 },
    );
  });

  it('asked record by record finds what the list as a whole finds', async () => {
    const index = await PersonIndex.build(PEOPLE, breathe);
    const pairs = await index.within(breathe);
    const listed = pairs
      .filter(({ probability }) => probability >= 0.5)
      .map(({ left, right }) => `${String(left)} ${String(right)}`);
    const asked = PEOPLE.flatMap((record, row) =>
      index.lookUp(record).matches.map(({ left }) => [Math.min(left, row), Math.max(left, row)].join(' ')),
    );
    expect(listed.filter((one) => !asked.includes(one))).toEqual([]);
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
    const index = await PersonIndex.build(Array.from({ length: 12 }, () => PEOPLE).flat(), () =>
      breathe().then(() => void turns++),
    );
    expect(turns).toBeGreaterThan(index.size / 2001);
  });

  it.each([
    ['a name of a megabyte', { birthName: 'É'.repeat(1_000_000), firstNames: 'a-'.repeat(500_000) }],
    ['a megabyte in every field', megabytes()],
    ['lone surrogates', { birthName: '\uD800', firstNames: 'A\uDC00B', email: '\uDFFF@example.org' }],
    ['right to left and combining marks', { birthName: '\u202Eمحمد', firstNames: 'Z\u0300\u0301\u0302a' }],
    ['nothing but combining marks', { birthName: '\u0301'.repeat(5000), firstNames: '\u200D\uFEFF\u200B' }],
    ['words that look like code', { birthName: '__proto__', firstNames: 'constructor', birthDate: 'NaN', nir: '💥' }],
    ['words of every object', { birthName: 'hasOwnProperty', usageName: 'toString', birthPlaceName: 'valueOf' }],
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
    expect(index.lookUp(PEOPLE[0]!).decision).not.toBe('new');
  });

  it('takes whatever characters come', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const record = fc.record({
      birthName: text,
      usageName: text,
      firstNames: text,
      birthDate: text,
      nir: text,
      phone: text,
      email: text,
    });
    fc.assert(
      fc.property(record, record, (a, b) => {
        const index = new PersonIndex();
        index.add(a);
        expect(Number.isFinite(index.compare(0, index.stage(b)).weight)).toBe(true);
        expect(['new', 'review', 'duplicate']).toContain(index.lookUp(b).decision);
      }),
    );
  });
});

function megabytes(): PivotRecord {
  return Object.fromEntries(
    ['birthName', 'usageName', 'firstNames', 'birthDate', 'birthPlaceName', 'nir', 'email', 'phone', 'postcode'].map(
      (name) => [name, `${name} `.repeat(100_000)],
    ),
  );
}
