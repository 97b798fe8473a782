import fc from 'fast-check';
import {
  ACCOMPANIMENT_STATUSES,
  DECLARATION_FIELDS,
  DECLARATION_OPERATIONS,
  EXIT_REASONS,
  prepareDeclaration,
  type DeclarationOperation,
  type PreparationOptions,
  type PreparedLine,
} from '../../src/accompaniment';
import { PIVOT_FIELD_IDS, type PivotRecord } from '../../src/fields';

const options: PreparationOptions = {
  today: '2026-11-24',
  structure: { structureCode: 'PLI5901', structure: 'PLIE Fictif', role: 'REFERENT' },
  plannedState: true,
};
const line: PivotRecord = {
  id: 'P02301',
  birthDate: '1985-11-28',
  franceTravailNumber: '99903635623',
  nir: '185112A99990080',
  referentName: 'MODELAGE',
  entryDate: '2026-03-15',
  rsaBeneficiary: 'yes',
  comment: 'Rappeler en janvier',
};
const told = { entryNumber: 1, status: 'open', entryDate: '2026-03-15' } as const;

const prepare = (
  operation: DeclarationOperation,
  change: PivotRecord = {},
  more: Partial<PreparationOptions> = {},
): PreparedLine => prepareDeclaration({ ...line, ...change }, operation, { ...options, ...more });
const codes = (prepared: PreparedLine): string[] =>
  prepared.kind === 'problems'
    ? prepared.problems.map((problem) => problem.code.replace('accompaniment.', ''))
    : [prepared.kind];
const declared = (prepared: PreparedLine) => {
  if (prepared.kind === 'problems') throw new Error(JSON.stringify(prepared.problems));
  return prepared.declaration;
};
const without = (...fields: (keyof PivotRecord)[]): PivotRecord =>
  Object.fromEntries(fields.map((field) => [field, '']));

describe('opening', () => {
  it('makes a declaration of what it needs, never of the identifiers nor of what stays with the PLIE', () => {
    expect(prepare('open')).toEqual({
      kind: 'ready',
      remarks: [],
      declaration: {
        operation: 'open',
        participantId: 'P02301',
        entryNumber: 1,
        reference: 'P02301.1',
        status: 'open',
        fields: {
          structureCode: 'PLI5901',
          structure: 'PLIE Fictif',
          role: 'REFERENT',
          referentName: 'MODELAGE',
          entryDate: '2026-03-15',
          rsaBeneficiary: 'yes',
        },
      },
    });
  });

  it('a start in the future is planned where France Travail knows that, else held until then', () => {
    const future = { entryDate: '2026-12-01' };
    expect(declared(prepare('open', future)).status).toBe('planned');
    expect(prepare('open', future, { plannedState: false })).toMatchObject({
      kind: 'deferred',
      problem: { code: 'accompaniment.deferred', params: { date: '2026-12-01' } },
    });
    expect(declared(prepare('open', { entryDate: options.today }, { plannedState: false })).status).toBe('open');
  });

  it('a person who has left is not opened: one clear sentence; a planned exit is left out and said', () => {
    expect(codes(prepare('open', { exitDate: '2026-10-31', exitReason: 'retired' }))).toEqual(['exitOnOpen']);
    const ahead = prepare('open', { exitDate: '2027-10-31' });
    expect(ahead).toMatchObject({ kind: 'ready', remarks: [{ code: 'accompaniment.exitAheadLeftOut' }] });
    expect(declared(ahead).fields).not.toHaveProperty('exitDate');
  });

  it.each<[PivotRecord, string[]]>([
    [without('franceTravailNumber', 'nir'), ['noIdentifier']],
    [{ ...without('nir'), franceTravailNumber: '9997517L' }, ['oldFranceTravailNumber']],
    [without('franceTravailNumber', 'birthDate'), ['nirWithoutBirthDate']],
    [without('entryDate'), ['entryMissing']],
    [without('id'), ['reference.noId']],
    [{ id: '185112A99990080' }, ['reference.isNir']],
    [{ birthDate: '2026-03-16' }, ['birthAfterEntry']],
    [{ exitDate: '2026-03-14' }, ['exitBeforeEntry']],
    [{ exitReason: 'Parti' }, ['exitReason.unknown']],
    [
      { ...without('entryDate', 'franceTravailNumber', 'nir'), exitReason: 'Parti' },
      ['noIdentifier', 'entryMissing', 'exitReason.unknown'],
    ],
  ])('%#: %j', (change, problems) => expect(codes(prepare('open', change))).toEqual(problems));

  it('the structure must be known; a line has its own code or takes name and code of the access together', () => {
    expect(codes(prepare('open', {}, { structure: {} }))).toEqual(['structureMissing']);
    expect(declared(prepare('open', { structure: 'CHRS Fictif' })).fields).toMatchObject({
      structureCode: 'PLI5901',
      structure: 'PLIE Fictif',
    });
    expect(declared(prepare('open', { structureCode: 'PLI5902', structure: 'Autre PLIE' })).fields).toMatchObject({
      structureCode: 'PLI5902',
      structure: 'Autre PLIE',
    });
    expect(declared(prepare('open', { structureCode: 'PLI5902' })).fields).not.toHaveProperty('structure');
  });

  it('an unusual age and a meeting to come are remarks: the line leaves', () => {
    expect(prepare('open', { birthDate: '1912-01-01', lastMeetingDate: '2026-12-24' })).toMatchObject({
      kind: 'ready',
      remarks: [{ code: 'accompaniment.unusualAge', params: { age: 114 } }, { code: 'accompaniment.lastMeetingAhead' }],
    });
  });
});

describe('closing', () => {
  const left = { exitDate: '2026-10-31', exitReason: 'Retraite' };

  it('carries the exit with the neutral reason, and no suspension', () => {
    expect(declared(prepare('close', { ...left, suspensionFrom: '2026-05-01' })).fields).toMatchObject({
      exitDate: '2026-10-31',
      exitReason: 'retired',
    });
    expect(declared(prepare('close', { ...left, suspensionFrom: '2026-05-01' })).fields).not.toHaveProperty(
      'suspensionFrom',
    );
  });

  it.each<[PivotRecord, string[]]>([
    [{}, ['exitReasonMissing', 'exitMissing']],
    [{ exitReason: 'retired' }, ['exitMissing']],
    [{ exitDate: '2026-10-31' }, ['exitReasonMissing']],
    [{ ...left, exitDate: '2026-03-14' }, ['exitBeforeEntry']],
    [{ ...left, exitDate: '2026-11-25' }, ['exitAhead']],
    [{ ...left, exitDate: '2026-03-15' }, ['ready']],
    [{ ...left, exitDate: options.today }, ['ready']],
  ])('%#: %j', (change, expected) => expect(codes(prepare('close', change))).toEqual(expected));

  it('a private reason leaves as `other`, and that is said', () => {
    expect(prepare('close', { ...left, exitReason: 'Santé' })).toMatchObject({
      remarks: [{ code: 'accompaniment.exitReason.generalised' }],
      declaration: { fields: { exitReason: 'other' } },
    });
  });
});

describe('suspending and resuming', () => {
  it.each<[PivotRecord, string[]]>([
    [{}, ['suspensionMissing']],
    [{ suspensionFrom: '2026-03-01' }, ['suspensionBeforeEntry']],
    [{ suspensionFrom: '2026-06-01', suspensionTo: '2026-05-01' }, ['suspensionEndsBeforeStart']],
    [{ suspensionFrom: '2026-12-01' }, ['suspensionAhead']],
    [{ suspensionFrom: '2026-06-01', suspensionTo: '2026-07-01' }, ['ready']],
  ])('%#: %j', (change, expected) => expect(codes(prepare('suspend', change, { latest: told }))).toEqual(expected));

  it('carries the first day, never the reason; resuming carries neither', () => {
    const change = { suspensionFrom: '2026-06-01', suspensionReason: 'Maladie' };
    const suspended = declared(prepare('suspend', change, { latest: told }));
    expect([suspended.status, suspended.fields.suspensionFrom]).toEqual(['suspended', '2026-06-01']);
    expect(suspended.fields).not.toHaveProperty('suspensionReason');
    const resumed = declared(prepare('resume', change, { latest: { ...told, status: 'suspended' } }));
    expect([resumed.status, resumed.fields]).toMatchObject([
      'open',
      expect.not.objectContaining({ suspensionFrom: '2026-06-01' }),
    ]);
  });
});

describe('which entry is spoken of', () => {
  const closed = { entryNumber: 2, status: 'closed', entryDate: '2024-01-10' } as const;

  it('a person who comes back is a new accompaniment', () => {
    expect(declared(prepare('open', {}, { latest: closed })).reference).toBe('P02301.3');
    expect(declared(prepare('open', {}, { latest: { ...closed, status: 'cancelled' } })).entryNumber).toBe(3);
  });

  it('opening again with the same start is the same entry, and a corrected start of a running one too', () => {
    expect(declared(prepare('open', { entryDate: '2024-01-10' }, { latest: closed })).entryNumber).toBe(2);
    expect(declared(prepare('open', { entryDate: '2026-03-20' }, { latest: told })).entryNumber).toBe(1);
  });

  it('every other operation speaks of the latest', () => {
    const latest = { entryNumber: 4, status: 'open', entryDate: '2026-03-15' } as const;
    const change = { suspensionFrom: '2026-06-01', exitReason: 'moved' };
    for (const operation of ['update', 'suspend', 'resume', 'cancel'] as const) {
      expect(declared(prepare(operation, change, { latest })).reference).toBe('P02301.4');
    }
    expect(declared(prepare('close', { ...change, exitDate: '2026-10-01' }, { latest })).reference).toBe('P02301.4');
  });

  it('a start that the list does not repeat is the one that was told', () => {
    expect(
      declared(
        prepareDeclaration({ id: 'P02301', franceTravailNumber: '99903635623' }, 'cancel', {
          ...options,
          latest: told,
        }),
      ).fields.entryDate,
    ).toBe('2026-03-15');
  });

  it('an update keeps the status that France Travail was told; a planned start may have come', () => {
    expect(declared(prepare('update', {}, { latest: { ...told, status: 'planned' } })).status).toBe('open');
    expect(
      declared(prepare('update', { suspensionFrom: '2026-06-01' }, { latest: { ...told, status: 'suspended' } }))
        .status,
    ).toBe('suspended');
    expect(codes(prepare('update', {}, { latest: { ...told, status: 'suspended' } }))).toEqual(['suspensionMissing']);
    expect(codes(prepare('update', {}, { latest: { ...told, status: 'closed' } }))).toEqual([
      'exitReasonMissing',
      'exitMissing',
    ]);
  });

  it.each<[DeclarationOperation, 'closed' | 'cancelled', string[]]>([
    ['suspend', 'closed', ['alreadyClosed']],
    ['resume', 'closed', ['alreadyClosed']],
    ['close', 'closed', ['ready']],
    ['close', 'cancelled', ['alreadyCancelled']],
    ['update', 'cancelled', ['alreadyCancelled']],
    ['cancel', 'cancelled', ['ready']],
    ['open', 'cancelled', ['ready']],
  ])('%s after %s: %j', (operation, status, expected) => {
    const exit = operation === 'close' ? { exitDate: '2026-10-01', exitReason: 'moved' } : {};
    const change = { ...exit, suspensionFrom: '2026-06-01' };
    expect(codes(prepare(operation, change, { latest: { ...told, status } }))).toEqual(expected);
  });

  it('closing an entry that was never opened does not touch the one before', () => {
    expect(codes(prepare('close', { exitDate: '2026-10-01', exitReason: 'moved' }, { latest: closed }))).toEqual([
      'newEntryNotOpened',
    ]);
  });
});

it('whatever the line: fields of a declaration only, dates in order, and a fitting status', () => {
  const date = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const value = fc.record(
    {
      id: fc.constantFrom('P1', 'a b'),
      franceTravailNumber: fc.constantFrom('99903635623', '9997517L'),
      nir: fc.constant('185112A99990080'),
      birthDate: fc.constantFrom('1985-11-28', '2030-01-01'),
      entryDate: date,
      exitDate: date,
      exitReason: fc.constantFrom(...EXIT_REASONS, 'Santé', '?'),
      suspensionFrom: date,
      suspensionTo: date,
      suspensionReason: fc.constant('Maladie'),
      comment: fc.string(),
    },
    { requiredKeys: [] },
  );
  const latest = fc.option(
    fc.record({
      entryNumber: fc.integer({ min: 1, max: 50 }),
      status: fc.constantFrom(...ACCOMPANIMENT_STATUSES),
      entryDate: date,
    }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(...DECLARATION_OPERATIONS),
      latest,
      fc.boolean(),
      (record, operation, known, plannedState) => {
        const prepared = prepareDeclaration(record, operation, {
          ...options,
          plannedState,
          ...(known ? { latest: known } : {}),
        });
        if (prepared.kind === 'problems') return expect(prepared.problems.length).toBeGreaterThan(0);
        const { fields, status } = prepared.declaration;
        expect(Object.keys(fields).every((field) => (DECLARATION_FIELDS as readonly string[]).includes(field))).toBe(
          true,
        );
        expect(fields.entryDate).toBeDefined();
        expect((fields.exitDate !== undefined) === (status === 'closed')).toBe(true);
        expect((fields.suspensionFrom !== undefined) === (status === 'suspended')).toBe(true);
        if (fields.exitDate)
          expect((fields.entryDate ?? '') <= fields.exitDate && fields.exitDate <= options.today).toBe(true);
        return expect(prepared.kind === 'deferred').toBe(status === 'planned' && !plannedState);
      },
    ),
    { numRuns: 1000 },
  );
});

it('a declaration is made of pivot fields', () => {
  expect(DECLARATION_FIELDS.every((field) => PIVOT_FIELD_IDS.includes(field))).toBe(true);
});
