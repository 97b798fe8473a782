import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, type Table } from '../../src/intake';

const exportsFolder = join(__dirname, '../../../shared/data/exports');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: string): Uint8Array => Uint8Array.from(Buffer.from(mark + text, 'utf16le'));
const tableOf = (bytes: Uint8Array): Table => {
  const reading = readTable(bytes);
  if (reading.status !== 'table') throw new Error(reading.problem.code);
  return reading.table;
};
const problemOf = (bytes: Uint8Array): string => {
  const reading = readTable(bytes);
  return reading.status === 'table' ? 'a table' : reading.problem.code;
};
const people = 'N° participant;Nom;Prénom\nP1;Inventé;Éric\nP2;Figurant;Rokia\n';

describe('the five made-up exports', () => {
  it.each([
    ['1-viesion-like', 'windows-1252', ';'],
    ['2-mdfse-like', 'utf-8', ';'],
    ['4-rdv-insertion-like', 'utf-8', ';'],
    ['5-extraction-technique', 'utf-8', ','],
    ['6-liste-departement-like', 'utf-8', ','],
  ])('%s: %s, separated by %s, all people found under their headers', (file, encoding, separator) => {
    const truth = JSON.parse(readFileSync(join(exportsFolder, `${file}.mapping.json`), 'utf8')) as {
      columns: { header: string }[];
      read: { dataRows: number; firstDataRow: number };
    };
    const table = tableOf(readFileSync(join(exportsFolder, `${file}.csv`)));
    expect([table.encoding, table.separator]).toEqual([encoding, separator]);
    expect(table.headers).toEqual(truth.columns.map((column) => column.header));
    expect(table.rows).toHaveLength(truth.read.dataRows);
    expect(table.lines[0]).toBe(truth.read.firstDataRow);
    expect(table.skipped).toEqual([]);
  });
});

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(people), 'utf-8'],
    ['UTF-8 with a mark', utf8('\uFEFF' + people), 'utf-8'],
    ['Windows-1252', Uint8Array.from(Buffer.from(people, 'latin1')), 'windows-1252'],
    ['UTF-16 with a mark', utf16(people, '\uFEFF'), 'utf-16le'],
    ['UTF-16 without a mark', utf16(people, ''), 'utf-16le'],
    ['UTF-16, big end first', Uint8Array.from(Buffer.from('\uFEFF' + people, 'utf16le').swap16()), 'utf-16be'],
  ])('%s', (_name, bytes, encoding) => {
    const table = tableOf(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.headers).toEqual(['N° participant', 'Nom', 'Prénom']);
    expect(table.rows[0]).toEqual(['P1', 'Inventé', 'Éric']);
  });

  it('reads the typographic apostrophe and the œ of Windows-1252', () => {
    const bytes = Uint8Array.from([
      ...Buffer.from('Nom;Prénom;Ville\nC', 'latin1'),
      0x9c,
      ...Buffer.from('ur;L', 'latin1'),
      0x92,
      ...Buffer.from('Exemple;Lille\n'),
    ]);
    expect(tableOf(bytes).rows[0]).toEqual(['Cœur', 'L’Exemple', 'Lille']);
  });
});

describe('what stands around the table', () => {
  it('skips comments, titles and empty lines above, empty lines and totals below, and says which', () => {
    const table = tableOf(
      utf8(
        '# export FSE+\n# du 24/11/2026\n\nListe des participants;;\n\nN° participant;Nom;Prénom\nP1;Inventé;Éric\n;;\nP2;Total;Rokia\n\nTotal : 2;;\n',
      ),
    );
    expect(table.headerLine).toBe(6);
    expect(table.rows.map((row) => row[0])).toEqual(['P1', 'P2']);
    expect(table.lines).toEqual([7, 9]);
    expect(table.skipped).toEqual([
      { why: 'comment', lines: [1, 2] },
      { why: 'title', lines: [4] },
      { why: 'empty', lines: [3, 5, 8, 10] },
      { why: 'total', lines: [11] },
    ]);
  });

  it.each([';', ',', '\t', '|'])('finds the separator %j, commas in cells or not', (separator) => {
    const line = (cells: string[]): string =>
      cells.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator);
    const table = tableOf(
      utf8([line(['Nom', 'Prénom', 'Adresse']), line(['Inventé', 'Éric', '3, rue du Brouillon; bât. B'])].join('\r\n')),
    );
    expect(table.rows[0]).toEqual(['Inventé', 'Éric', '3, rue du Brouillon; bât. B']);
  });

  it("takes Excel's own hint", () => {
    expect(tableOf(utf8('sep=,\nNom,Prénom\nA;B,C\n')).rows).toEqual([['A;B', 'C']]);
  });

  it('leaves out columns without header and content, keeps those that have one of both', () => {
    const table = tableOf(utf8('Nom;;Prénom;Ville;;\nInventé;x;Éric;;;\n'));
    expect(table.headers).toEqual(['Nom', '', 'Prénom', 'Ville']);
  });

  it('keeps line breaks inside quoted cells, and counts lines as an editor does', () => {
    const table = tableOf(utf8('Nom;"Tél\nportable";Prénom\nInventé;06;"É\nric"\nFigurant;07;Rokia\n'));
    expect(table.headers).toEqual(['Nom', 'Tél\nportable', 'Prénom']);
    expect(table.lines).toEqual([3, 5]);
  });
});

describe('a stray quotation mark', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `P${index};Nom${index};Prénom`);

  it('that never closes costs its own line only, and is said', () => {
    const broken = rows.map((row, index) => (index === 3 ? 'P3;"Nom3;Prénom' : row));
    const table = tableOf(utf8(['N° participant;Nom;Prénom', ...broken].join('\n')));
    expect(table.rows).toHaveLength(40);
    expect(table.rows[3]).toEqual(['P3', '"Nom3', 'Prénom']);
    expect(table.repairs).toEqual([{ code: 'intake.table.strayQuotes', params: { lines: '5' } }]);
  });

  it('that would swallow the lines down to the next one does not', () => {
    const broken = rows.map((row, index) =>
      index === 3 ? 'P3;"Nom3;Prénom' : index === 30 ? 'P30;Nom30";Prénom' : row,
    );
    expect(tableOf(utf8(['N° participant;Nom;Prénom', ...broken].join('\n'))).rows).toHaveLength(40);
  });

  it('is not suspected in a comment of twenty lines', () => {
    const comment = Array.from({ length: 20 }, (_, index) => `ligne ${index}`).join('\n');
    expect(tableOf(utf8(`N° participant;Nom;Observations\nP1;Inventé;"${comment}"\nP2;Figurant;\n`)).rows).toEqual([
      ['P1', 'Inventé', comment],
      ['P2', 'Figurant', ''],
    ]);
  });

  it('inside a name is an ordinary character', () => {
    expect(tableOf(utf8('Nom;Prénom\nInventé "dit" Essai;Éric\n')).rows[0]).toEqual(['Inventé "dit" Essai', 'Éric']);
  });
});

describe('what is no list', () => {
  it.each([
    ['nothing', new Uint8Array(), 'intake.table.empty'],
    ['blanks', utf8(' \n \n'), 'intake.table.empty'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'intake.table.workbook'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'intake.table.workbook'],
    ['a PDF', utf8('%PDF-1.7\n'), 'intake.table.pdf'],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), 'intake.table.picture'],
    ['headers without people', utf8('N° participant;Nom;Prénom\n;;\n'), 'intake.table.noRows'],
    [
      'people without headers',
      utf8('P1;Inventé;Éric;12/03/1980\nP2;Figurant;Rokia;01/02/1990\n'),
      'intake.table.noHeader',
    ],
  ])('%s', (_name, bytes, code) => expect(problemOf(bytes)).toBe(code));

  it('any bytes give a table or a named problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['table', 'unreadable']).toContain(readTable(bytes).status);
      }),
    );
  });
});

it('reads back whatever was written as CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab é";,|\n'), maxLength: 6 }).map((text) => text.trim());
  const row = fc.tuple(
    fc.integer({ min: 1, max: 999 }).map((n) => `P${n}`),
    cell,
    cell,
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom(';', ','), (rows, separator) => {
      const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
      const lines = [['N° participant', 'Nom', 'Prénom'], ...rows].map((cells) => cells.map(quoted).join(separator));
      expect(tableOf(utf8(lines.join('\r\n'))).rows).toEqual(rows);
    }),
  );
});

describe('a list without headers', () => {
  it.each([
    ['1 72 06 78 355 011 47;ESSAI;Marie;Lille\n1 80 06 75 056 084 97;ESSAI;Jean;Lille\n'],
    ['180062A001018;ESSAI;Marie;Lille\n180062B001018;ESSAI;Jean;Lille\n'],
    ['Dossier 1 72 06 78 355 011;M.;Oui;Nom\nDossier 1 80 06 75 056 084;M.;Oui;Ville\n'],
  ])('has no person for its header: %j', (text) => expect(problemOf(utf8(text))).toBe('intake.table.noHeader'));
});
