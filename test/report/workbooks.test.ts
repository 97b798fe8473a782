import { strFromU8, unzipSync } from 'fflate';
import { listWorkbook, numberWorkbook, type OwnRows, type ReportLine } from '../../src/report';
import { kinds, lineOf, outcome, reportOf } from './parts';

/** The cells of each sheet, as a reader sees them. */
function readBack(workbook: Buffer): { names: string[]; sheets: string[][][]; xml: string } {
  const files = unzipSync(workbook);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const plain = (xml: string): string =>
    xml
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;|&apos;/g, "'")
      .replace(/&amp;/g, '&');
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, inner = '']) =>
    plain(inner.replace(/<[^>]+>/g, '')),
  );
  const sheets = Object.keys(files)
    .filter((path) => /worksheets\/sheet\d+\.xml$/.test(path))
    .sort()
    .map((path) =>
      [...text(path).matchAll(/<row [\s\S]*?<\/row>/g)].map(([row]) =>
        [...row.matchAll(/<c [^>]*?(?:\/>|>[\s\S]*?<\/c>)/g)].map(([cell]) => {
          const value = plain((/<v>([\s\S]*?)<\/v>/.exec(cell)?.[1] ?? cell).replace(/<[^>]+>/g, ''));
          return /t="s"/.test(cell) ? (shared[Number(value)] ?? '') : value;
        }),
      ),
    );
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
    plain(name),
  );
  return { names, sheets, xml: Object.keys(files).map(text).join('') };
}

const ROW: Readonly<Record<string, unknown>> = {
  'N° de dossier': 'P02308',
  Nom: 'FICTIVE',
  Téléphone: '+33 6 39 98 00 00',
  Note: '=HYPERLINK("http://x.example";"cliquez")',
  Solde: -12,
  Secu: '1 84 12 59 999 123 42',
  'Ancien n°': 184125999912341,
};
const OWN: OwnRows = { columns: Object.keys(ROW), rowOf: () => ROW };

describe('Lignes à corriger', () => {
  it('has a sheet for each thing to do, the cause and what to do before her own columns', async () => {
    const { names, sheets } = readBack(await listWorkbook(reportOf(), OWN));
    expect(names).toEqual(['À corriger', 'Accompagnés ailleurs', 'En attente']);
    const [header = [], first = []] = sheets[0]!;
    expect(header).toEqual(['Ligne', 'N° de dossier', 'Cause', 'Que faire', 'Code', ...OWN.columns]);
    expect(first.slice(0, 3)).toEqual(['9', 'P02308', 'Identifiant France Travail']);
    expect(first[3]).toMatch(/Excel a sans doute enlevé le 0/);
    expect(sheets[0]).toHaveLength(1 + 4);
    expect(sheets[1]?.[1]?.[3]).toMatch(/Déjà accompagnée par Mission locale d’Exempleville depuis le\s02\/03\/2026/);
    expect(sheets[2]?.[1]?.[2]).toBe('Pas encore envoyée');
  });

  it('says every thing that is wrong with a line, not only the first', async () => {
    const problems = [{ code: 'intake.id.missing', field: 'id' as const }, { code: 'delivery.noReference' }];
    const lines = [lineOf(0, { change: 'stop', outcome: outcome('rejected', 'intake.id.missing'), problems })];
    const { sheets } = readBack(await listWorkbook(reportOf({ lines }), OWN));
    expect(sheets[0]?.[1]?.[3]).toMatch(/manque[\s\S]*\n[\s\S]*pas de référence/);
  });

  it('has no NIR in any cell, mistyped or not, and nothing that a spreadsheet takes for a formula', async () => {
    const lines: ReportLine[] = ['=1+1', '+33', '-2', '@SUM(A1)', '\tx', '184125999912341', '\uD83D', '\u0001'].map(
      (id, nth) =>
        lineOf(nth, { id, change: 'stop', outcome: outcome('rejected', 'delivery.noReference', { code: '=cmd' }) }),
    );
    const { sheets, xml } = readBack(await listWorkbook(reportOf({ lines }), OWN));
    const cells = sheets.flat(2);
    expect(cells.filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'+33", "'-2", "'@SUM(A1)", "'=cmd", '-12']));
    expect(cells.join(' ').replace(/\s/g, '')).not.toMatch(/18412599991234/);
    expect(xml).not.toMatch(/<f>|18412599991234|1 84 12 59/);
  });

  it('says that there is none where there is none, so that last week’s file does not stay', async () => {
    const { sheets } = readBack(await listWorkbook(reportOf({ lines: [kinds()[0]!] }), OWN));
    expect(sheets.map((sheet) => sheet.flat().at(-1))).toEqual(['Aucune ligne.', 'Aucune ligne.', 'Aucune ligne.']);
  });

  it('cuts what nobody corrects by hand, and says how many are missing', async () => {
    const lines = Array.from({ length: 5_003 }, (_, nth) => lineOf(nth, { outcome: outcome('notFound', 'x') }));
    const { sheets } = readBack(await listWorkbook(reportOf({ lines }), { columns: [], rowOf: () => ({}) }));
    expect(sheets[0]).toHaveLength(1 + 5_000 + 1);
    expect(sheets[0]?.at(-1)?.at(-1)).toMatch(/^et 3\sautres/);
  });
});

describe('Sans identifiant', () => {
  it('names the people by référent, with a box for the number; the others are not in it', async () => {
    const person = (name: string, referent: string) => ({ name, referent, birthDate: '1984-12-03' });
    const lacking = outcome('rejected', 'delivery.noFranceTravailNumber');
    const lines = [
      lineOf(0, { outcome: lacking, person: person('MODELAGE Andrée', 'Zoé') }),
      lineOf(1, { outcome: lacking, person: person('FICTIVE Élise', 'Camille') }),
      lineOf(2, { outcome: lacking, person: person('FICTIVE Abel', 'Camille') }),
      lineOf(3, { outcome: lacking, person: person('SANS Référent', '') }),
      lineOf(4, { outcome: outcome('notFound', 'x'), person: person('AUTRE Cause', 'Camille') }),
    ];
    const { names, sheets } = readBack(await numberWorkbook(reportOf({ lines })));
    expect(names).toEqual(['Sans identifiant']);
    expect(sheets[0]?.[0]).toContain('Identifiant France Travail (11 chiffres)');
    expect(sheets[0]?.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['(sans référent)', 'P02303', 'SANS Référent', '03/12/1984'],
      ['Camille', 'P02302', 'FICTIVE Abel', '03/12/1984'],
      ['Camille', 'P02301', 'FICTIVE Élise', '03/12/1984'],
      ['Zoé', 'P02300', 'MODELAGE Andrée', '03/12/1984'],
    ]);
  });

  it('says so where nobody lacks a number', async () => {
    const { sheets } = readBack(await numberWorkbook(reportOf({ lines: [kinds()[0]!] })));
    expect(sheets[0]?.[1]?.[0]).toMatch(/^Personne/);
  });
});
