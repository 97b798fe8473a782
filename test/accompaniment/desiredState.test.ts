import fc from 'fast-check';
import {
  desiresOf,
  guard,
  prepareDeclaration,
  type Declaration,
  type Desire,
  type ListLine,
  type ToldEntry,
} from '../../src/accompaniment';
import type { PivotRecord } from '../../src/fields';

const TODAY = '2026-11-24';
const options = { today: TODAY };

const anna: PivotRecord = { id: 'A', franceTravailNumber: '99903635623', entryDate: '2026-03-15' };
const told = (change: Partial<ToldEntry> = {}): ToldEntry => ({
  entryNumber: 1,
  status: 'open',
  entryDate: '2026-03-15',
  operation: 'open',
  ...change,
});

/** What one line wants said: `open 1`, `keep 1 by update`, or the code of why not. */
function wants(change: PivotRecord, latest?: ToldEntry): string {
  const [desire] = desiresOf([{ record: { ...anna, ...change } }], new Map(latest ? [['A', latest]] : []), options);
  return inWords(desire!);
}

function inWords(desire: Desire): string {
  switch (desire.kind) {
    case 'nothing':
      return desire.why.code.replace('accompaniment.', '');
    case 'problem':
      return `to correct: ${desire.problem.code.replace('accompaniment.', '')}`;
    default:
      return `${desire.kind} ${desire.entryNumber} by ${desire.operation}`;
  }
}

const LEFT = { exitDate: '2026-11-20', exitReason: 'durableJob' };
const PAUSED = { suspensionFrom: '2026-11-01' };

describe('what the list wants said, against what France Travail was told', () => {
  it.each<[string, PivotRecord, ToldEntry | undefined, string]>([
    ['a person whom France Travail does not know', {}, undefined, 'open 1 by open'],
    ['one who is paused already', PAUSED, undefined, 'open 1 by suspend'],
    ['one who will begin', { entryDate: '2026-12-01' }, undefined, 'open 1 by open'],
    ['one who has left before France Travail was told', LEFT, undefined, 'leftBeforeTold'],
    ['the same again', {}, told(), 'keep 1 by update'],
    ['a pause that begins', PAUSED, told(), 'suspend 1 by suspend'],
    ['a pause to come', { suspensionFrom: '2026-12-01' }, told(), 'keep 1 by update'],
    ['the last day of a pause', { ...PAUSED, suspensionTo: TODAY }, told({ status: 'suspended' }), 'keep 1 by suspend'],
    [
      'the day after it',
      { ...PAUSED, suspensionTo: '2026-11-23' },
      told({ status: 'suspended' }),
      'resume 1 by resume',
    ],
    ['a pause that is gone', {}, told({ status: 'suspended' }), 'resume 1 by resume'],
    ['an exit', LEFT, told(), 'close 1 by close'],
    ['an exit out of a pause', { ...LEFT, ...PAUSED }, told({ status: 'suspended' }), 'close 1 by close'],
    ['an exit to come', { exitDate: '2026-12-24' }, told(), 'keep 1 by update'],
    ['an exit that was told', LEFT, told({ status: 'closed', operation: 'close' }), 'keep 1 by close'],
    ['a start that has come', {}, told({ status: 'planned' }), 'keep 1 by update'],
    [
      'a person who comes back',
      { entryDate: '2026-11-23' },
      told({ status: 'closed', operation: 'close' }),
      'open 2 by open',
    ],
    [
      'one who comes back and is paused',
      { entryDate: '2026-10-01', ...PAUSED },
      told({ status: 'closed', operation: 'close' }),
      'open 2 by suspend',
    ],
    [
      'one who came back and left again unseen',
      { entryDate: '2026-11-01', ...LEFT },
      told({ status: 'closed' }),
      'leftBeforeTold',
    ],
    ['an exit that was an error', {}, told({ status: 'closed', operation: 'close' }), 'open 1 by open'],
    ['a return without a date', { entryDate: '' }, told({ status: 'closed' }), 'to correct: returnWithoutStart'],
    [
      'an older start without an exit',
      { entryDate: '2025-01-01' },
      told({ status: 'closed' }),
      'to correct: startsBeforeClosed',
    ],
    ['a cancelled one', {}, told({ status: 'cancelled', operation: 'cancel' }), 'to correct: cancelledButListed'],
    ['a cancelled one who has left', LEFT, told({ status: 'cancelled', operation: 'cancel' }), 'staysCancelled'],
    ['an exit before the start', { exitDate: '2026-01-01' }, told(), 'to correct: exitBeforeEntry'],
  ])('%s', (_, change, latest, expected) => {
    expect(wants(change, latest)).toBe(expected);
  });

  it('two lines for one participant that contradict: neither is said, wherever they stand', () => {
    const list: ListLine[] = [{ record: anna }, { record: { ...anna, id: 'B' } }, { record: { ...anna, ...LEFT } }];
    expect(desiresOf(list, new Map(), options).map(inWords)).toEqual([
      'to correct: contradictoryLines',
      'open 1 by open',
      'to correct: contradictoryLines',
    ]);
  });

  it('two lines that say the same: neither is said either', () => {
    const { id, ...rest } = anna;
    const list: ListLine[] = [{ record: anna }, { record: { ...rest, id: id! } }];
    expect(desiresOf(list, new Map(), options).map(inWords)).toEqual([
      'to correct: repeatedLines',
      'to correct: repeatedLines',
    ]);
  });
});

const DAYS = ['2025-06-01', '2026-03-15', '2026-10-01', '2026-11-20', '2026-11-24', '2026-12-01'];
const day = fc.constantFrom(...DAYS);
const maybeDay = fc.option(day, { nil: undefined });
const line = fc
  .record({
    id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    entryDate: day,
    suspensionFrom: maybeDay,
    suspensionTo: maybeDay,
    exitDate: maybeDay,
    referentName: fc.constantFrom('MODELAGE', 'FICTIVE'),
  })
  .map(
    (fields): ListLine => ({
      record: {
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        exitReason: 'moved',
        franceTravailNumber: '99903635623',
      },
    }),
  );
const list = fc.array(line, { maxLength: 8 });
const lists = fc.array(list, { minLength: 1, maxLength: 5 });

/** What France Travail holds, as a ledger would remember it: by participant, their latest entry and its content. */
type Held = ReadonlyMap<string, ToldEntry & { readonly content: string }>;

const structure = { structureCode: 'PLI5901' };

interface Statement {
  readonly declaration: Declaration;
}

/** What would be sent: `keep` only where the content differs, and what the checks of a declaration let through. */
function statementsOf(lines: readonly ListLine[], held: Held): readonly Statement[] {
  return desiresOf(lines, held, options).flatMap((desire, index): Statement[] => {
    if (desire.kind === 'nothing' || desire.kind === 'problem') return [];
    const { record } = lines[index]!;
    const latest = held.get(record.id ?? '');
    const prepared = (operation: typeof desire.operation) =>
      prepareDeclaration(record, operation, {
        today: TODAY,
        structure,
        plannedState: true,
        entryNumber: desire.entryNumber,
        ...(latest ? { latest } : {}),
      });
    if (desire.kind === 'keep') {
      const again = prepared(desire.told);
      if (again.kind === 'ready' && contentOf(again.declaration) === latest?.content) return [];
    }
    const ready = prepared(desire.operation);
    return ready.kind === 'ready' ? [{ declaration: ready.declaration }] : [];
  });
}

function contentOf({ status, fields }: Declaration): string {
  return JSON.stringify([status, fields]);
}

function after(held: Held, statements: readonly Statement[]): Held {
  const next = new Map(held);
  for (const { declaration } of statements) {
    const { participantId, entryNumber, status, operation, fields } = declaration;
    const { entryDate = '' } = fields;
    next.set(participantId, { entryNumber, status, operation, entryDate, content: contentOf(declaration) });
  }
  return next;
}

/** What France Travail holds after one list was synchronised after the other. */
function heldAfter(history: readonly (readonly ListLine[])[]): Held {
  return history.reduce<Held>((held, lines) => after(held, statementsOf(lines, held)), new Map());
}

describe('whatever was told before', () => {
  it('a list that is synchronised has nothing left to say', () => {
    fc.assert(
      fc.property(lists, list, (history, now) => {
        const held = heldAfter(history);
        const then = after(held, statementsOf(now, held));
        expect(statementsOf(now, then)).toEqual([]);
        // …nor the third time, so nothing swings back and forth.
        expect(heldAfter([...history, now, now])).toEqual(then);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the order of the lines does not matter', () => {
    const shuffled = list.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(lists, shuffled, (history, [lines, otherwise]) => {
        const held = heldAfter(history);
        const said = (these: readonly ListLine[]) =>
          statementsOf(these, held)
            .map(({ declaration }) => JSON.stringify(declaration))
            .sort();
        expect(said(otherwise)).toEqual(said(lines));
      }),
      { numRuns: 500 },
    );
  });

  it('no reference is said twice in one run, and none of an entry before the latest', () => {
    fc.assert(
      fc.property(lists, list, (history, now) => {
        const held = heldAfter(history);
        const statements = statementsOf(now, held);
        const references = statements.map(({ declaration }) => declaration.reference);
        expect(new Set(references).size).toBe(references.length);
        for (const { declaration } of statements) {
          const latest = held.get(declaration.participantId)?.entryNumber ?? 0;
          expect(declaration.entryNumber - latest).toBeGreaterThanOrEqual(0);
          expect(declaration.entryNumber - latest).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a participant who is on the list only to say that they left is never opened', () => {
    fc.assert(
      fc.property(lists, list, (history, now) => {
        const gone = now.map(({ record }): ListLine => ({ record: { ...record, exitDate: record.entryDate! } }));
        const past = gone.filter(({ record }) => record.exitDate! <= TODAY);
        for (const { declaration } of statementsOf(past, heldAfter(history))) expect(declaration.status).toBe('closed');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the guard against an export that was cut off', () => {
  it.each([
    [4, 4, undefined, false],
    [5, 50, undefined, false],
    [5, 49, undefined, true],
    [80, 800, undefined, false],
    [81, 800, undefined, true],
    [400, 800, 50, false],
    [800, 800, 100, false],
    [5, 800, 0, true],
  ])('%i of %i, %s %% allowed: stops %s', (closures, underWay, percent, stops) => {
    const problem = guard({ closures, underWay, ...(percent === undefined ? {} : { percent }) });
    expect(problem !== undefined).toBe(stops);
  });

  it('never lets through more closures, or by a smaller share, what it stopped before', () => {
    const counts = { closures: fc.nat(1_000), underWay: fc.nat(1_000), percent: fc.nat(100), more: fc.nat(100) };
    fc.assert(
      fc.property(fc.record(counts), ({ closures, underWay, percent, more }) => {
        fc.pre(guard({ closures, underWay, percent }) !== undefined);
        expect(guard({ closures: closures + more, underWay, percent })).toBeDefined();
        expect(guard({ closures, underWay, percent: Math.max(0, percent - more) })).toBeDefined();
        expect(guard({ closures, underWay: Math.max(0, underWay - more), percent })).toBeDefined();
      }),
    );
  });
});
