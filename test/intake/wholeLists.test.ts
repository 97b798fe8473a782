import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDeclaration, type PreparationOptions } from '../../src/accompaniment';
import {
  applyMapping,
  applyMappingToItem,
  mapHeaders,
  mapKeys,
  readAll,
  readTable,
  type ReadLine,
} from '../../src/intake';

const options: PreparationOptions = {
  today: '2026-11-24',
  structure: { structureCode: 'PLI5901' },
  plannedState: true,
};

/** The whole way of a file: table, columns, cells, declaration. One word a line: its outcome, by id. */
function outcomes(path: string): Map<string, string[]> {
  const reading = readTable(readFileSync(path));
  if (reading.status !== 'table') throw new Error(reading.problem.code);
  const { headers, rows, lines } = reading.table;
  const mapping = mapHeaders(headers, rows);
  const read = readAll(
    rows.map((cells, index) => ({ raw: applyMapping(mapping, cells), line: lines[index] ?? 0 })),
    options,
  );
  const byId = new Map<string, string[]>();
  for (const line of read) {
    const id = line.kind === 'participant' ? (line.record.id ?? '?') : line.kind;
    byId.set(id, [...(byId.get(id) ?? []), outcomeOf(line)]);
  }
  return byId;
}

function outcomeOf(line: ReadLine): string {
  if (line.kind !== 'participant') return line.kind;
  if (line.problems.length > 0) return line.problems.map((problem) => problem.code).join(' ');
  const prepared = prepareDeclaration(line.record, 'open', options);
  return prepared.kind === 'problems' ? prepared.problems.map((problem) => problem.code).join(' ') : prepared.kind;
}

describe('the sample list that ships, line by line', () => {
  const found = outcomes(join(__dirname, '../../workflows/samples/participants-exemple.csv'));

  it.each([
    ['P02404', 'identity.nir.key'],
    ['P02397', 'identity.nir.birthYear'],
    ['P02336', 'identity.nir.sex'],
    ['P02327', 'identity.franceTravailNumber.zerosLost'],
    ['P02333', 'identity.franceTravailNumber.zerosLost'],
    ['P02311', 'identity.date.impossible'],
    ['P02348', 'accompaniment.exitBeforeEntry'],
    ['P02389', 'accompaniment.exitReason.unknown'],
    ['P02362', 'intake.slipped.nir'],
    ['P02306', 'accompaniment.exitOnOpen'],
    ['P02349', 'ready'],
    ['P02309', 'ready'],
    ['P02356', 'ready'],
    ['P02388', 'ready'],
    ['P02417', 'ready'],
  ])('%s: %s', (id, outcome) => expect(found.get(id)).toEqual([outcome]));

  it('two lines that contradict each other are both to be corrected', () => {
    expect(found.get('P02395')).toEqual(['intake.duplicate.differs', 'intake.duplicate.differs']);
  });

  it('all others pass: each dirty line has its own sentence, and no clean one is kept back', () => {
    const kept = [...found].filter(([, outcome]) => outcome.some((word) => word !== 'ready'));
    expect(kept).toHaveLength(16);
    expect(found.size).toBe(120);
  });
});

describe('the made-up exports, all the way', () => {
  const folder = join(__dirname, '../../../shared/data/exports');
  const counted = (file: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const words of outcomes(join(folder, `${file}.csv`)).values()) {
      for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
    }
    return counts;
  };

  it.each([
    ['1-viesion-like', { ready: 28, 'accompaniment.exitOnOpen': 10, 'accompaniment.oldFranceTravailNumber': 2 }],
    [
      '5-extraction-technique',
      { ready: 27, 'accompaniment.exitOnOpen': 10, 'accompaniment.oldFranceTravailNumber': 3 },
    ],
    ['6-liste-departement-like', { 'intake.id.missing': 40 }],
  ])('%s', (file, expected) => expect(counted(file)).toEqual(expected));

  it('a list without France Travail numbers and NIR says so on every line', () => {
    const codes = Object.keys(counted('2-mdfse-like'));
    expect(codes.every((code) => code.includes('accompaniment.noIdentifier'))).toBe(true);
  });
});

it("the same people as n8n's items, Excel's numbers and dates included", () => {
  const items = [
    {
      'N° participant': 'P1',
      Civilité: 'Mme',
      'Né(e) le': new Date('1992-11-06T23:00:00Z'),
      'N° IDE': 99903635623,
      'Entrée CIO': 46022,
      CP: 2000,
    },
    {
      'N° participant': 'P2',
      Civilité: 'M.',
      'Né(e) le': '1980-01-31T00:00:00.000Z',
      'N° IDE': '09997300191',
      'Entrée CIO': '2025-12-31',
      CP: null,
    },
  ];
  const mapping = mapKeys(Object.keys(items[0] ?? {}), items);
  const read = readAll(
    items.map((item, index) => ({ raw: applyMappingToItem(mapping, item), line: index + 1 })),
    options,
  );
  expect(read).toMatchObject([
    {
      problems: [],
      record: {
        id: 'P1',
        sex: 'F',
        birthDate: '1992-11-07',
        franceTravailNumber: '99903635623',
        entryDate: '2025-12-31',
        postcode: '02000',
      },
    },
    {
      problems: [],
      record: {
        id: 'P2',
        sex: 'M',
        birthDate: '1980-01-31',
        franceTravailNumber: '09997300191',
        entryDate: '2025-12-31',
      },
    },
  ]);
});
