import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PIVOT_FIELD_IDS, type PivotField } from '../../src/fields';
import { mapHeaders, mapKeys, readTable, type ColumnMapping } from '../../src/intake';

type Field = PivotField | readonly PivotField[] | null;
interface TrueColumn {
  readonly header: string;
  readonly field: Field;
  readonly also?: readonly Field[];
  readonly part?: number;
  readonly confirm?: boolean;
  readonly sensitive?: boolean;
}

const folder = join(__dirname, '../../../shared/data/exports');
const FILES = [
  '1-viesion-like',
  '2-mdfse-like',
  '3-excel-maison',
  '4-rdv-insertion-like',
  '5-extraction-technique',
  '6-liste-departement-like',
];
const truthOf = (file: string): readonly TrueColumn[] =>
  (JSON.parse(readFileSync(join(folder, `${file}.mapping.json`), 'utf8')) as { columns: TrueColumn[] }).columns;
const rowsOf = (file: string): readonly (readonly string[])[] => {
  if (file.startsWith('3')) return []; // A workbook: read by its headers alone until issue 5.
  const reading = readTable(readFileSync(join(folder, `${file}.csv`)));
  return reading.status === 'table' ? reading.table.rows : [];
};

const fieldOf = (...headers: string[]): Field | undefined => mapHeaders(headers).columns.at(-1)?.field;
const column = (...headers: string[]): ColumnMapping | undefined => mapHeaders(headers).columns.at(-1);
const askOf = (...headers: string[]): string | undefined => column(...headers)?.ask?.code;

describe.each([
  ['by headers alone', false],
  ['with the cells as second witness', true],
])('the made-up exports, %s', (_name, withCells) => {
  it.each(FILES)('%s: every column right, none wrong, nothing sensitive mapped, every doubt asked', (file) => {
    const truth = truthOf(file);
    const { columns } = mapHeaders(
      truth.map((one) => one.header),
      withCells ? rowsOf(file) : [],
    );
    const same = (a: Field, b: Field): boolean => JSON.stringify(a) === JSON.stringify(b);
    const judged = truth.map((one, index) => ({ one, got: columns[index] as ColumnMapping }));
    const recognised = judged.filter(({ one, got }) =>
      [one.field, ...(one.also ?? [])].some((right) => same(right, got.field)),
    );
    expect(recognised).toHaveLength(truth.length);
    expect(judged.filter(({ one, got }) => one.sensitive && one.field === null && got.field !== null)).toEqual([]);
    expect(judged.filter(({ one, got }) => one.confirm && !got.ask).map(({ one }) => one.header)).toEqual([]);
    expect(judged.filter(({ one, got }) => one.sensitive && !got.sensitive).map(({ one }) => one.header)).toEqual([]);
  });
});

describe('joins and splits', () => {
  it('puts the parts of a street in the order in which they are read', () => {
    const { columns } = mapHeaders(['Nom de voie', 'Complément d’adresse', 'Type de voie', 'Numéro de voie']);
    expect(columns.map(({ field, part }) => [field, part])).toEqual([
      ['street', 3],
      ['street', 4],
      ['street', 2],
      ['street', 1],
    ]);
  });

  it('joins a NIR and its key, and names the référent by two fields', () => {
    const { columns } = mapHeaders(['NIR', 'Clé', 'referent_nom', 'referent_prenom']);
    expect(columns.map(({ field, part }) => [field, part])).toEqual([
      ['nir', 1],
      ['nir', 2],
      ['referentName', undefined],
      ['referentFirstName', undefined],
    ]);
  });

  it('takes several values of one cell apart only where cells show how', () => {
    expect(column('NOM Prénom')).toMatchObject({ field: null, ask: { code: 'intake.ask.severalValues' } });
    const fields = mapHeaders(['NOM Prénom', 'CP Ville'], [['INVENTÉ Éric', '59000 Lille']]).columns.map(
      (one) => one.field,
    );
    expect(fields).toEqual([
      ['usageName', 'firstNames'],
      ['postcode', 'city'],
    ]);
  });
});

describe('traps', () => {
  it('`Nom` is the name in use beside a birth name, a question when it stands alone', () => {
    expect([fieldOf('Nom de naissance', 'Nom'), askOf('Nom de naissance', 'Nom')]).toEqual(['usageName', undefined]);
    expect([fieldOf('Nom'), askOf('Nom')]).toEqual(['usageName', 'intake.ask.whichName']);
    expect([fieldOf("Nom d'usage", 'Nom'), askOf("Nom d'usage", 'Nom')]).toEqual(['birthName', 'intake.ask.whichName']);
  });

  it('`Née` is a name, `Né(e) le` a date, `Né(e) à` a place', () => {
    expect([fieldOf('Née'), fieldOf('Né(e) le'), fieldOf('Né(e) à')]).toEqual([
      'birthName',
      'birthDate',
      'birthPlaceName',
    ]);
  });

  it.each([
    'N° CAF/MSA',
    'N° allocataire CAF',
    'Numéro CAF',
    'NUMERO DEMANDE RSA',
    'Numéro PASS IAE',
    'code_safir',
    'identifiant_unique_de',
    'Date d’inscription PE',
    'Date ouverture de droit',
    'Date de création',
    'Date début d’étape',
    'Motif du dernier RDV',
    'Motif d’archivage',
    'motif_inscription',
    'Motifs de refus',
    'Date de fin de droit',
    'Conseiller',
    'Chargé d’orientation',
    'Nom/Prénom Allocataire',
    'Date de naissance du conjoint',
    'Téléphone urgence',
    'Code commune INSEE',
    'PB MAIL',
    'Dernier RDV pris le',
    'Référence',
    'Date de naissance de l’enfant',
  ])('%s is left alone', (header) => expect(fieldOf(header)).toBeNull());

  it('a planned exit is not an exit, and an end that may be planned is a question', () => {
    expect([fieldOf('Date de sortie prévue'), fieldOf('Date de sortie')]).toEqual(['plannedEndDate', 'exitDate']);
    expect(askOf("Date de fin d'accompagnement")).toBe('intake.ask.endOrPlannedEnd');
  });

  it('little words take their meaning from the column on the left, else they are a question', () => {
    expect(fieldOf('Né(e) le', 'à')).toBe('birthPlaceName');
    expect(fieldOf('Susp. du', 'au')).toBe('suspensionTo');
    expect(fieldOf('Sortie le', 'Motif')).toBe('exitReason');
    expect(fieldOf('Susp. du', 'au', 'Motif')).toBeNull();
    expect(askOf('Ville', 'le')).toBe('intake.ask.shortHeader');
  });

  it.each([
    'RQTH',
    'TH',
    'Nationalité',
    'Situation familiale',
    'Situation de famille',
    'dif_sante',
    'AAH (O/N)',
    'Tags',
    'Titre de séjour',
    'Permis B',
    'Revenus du foyer',
    'Sans domicile ou exclusion du logement',
    "Nb d'enfants",
  ])('%s is sensitive and stays', (header) => expect(column(header)).toMatchObject({ field: null, sensitive: true }));

  it('the second telephone, and the same header once more, stay behind', () => {
    expect(mapHeaders(['Téléphone 2', 'Téléphone', 'Tél. portable']).columns.map((one) => one.field)).toEqual([
      null,
      null,
      'phone',
    ]);
    expect(column('Date de naissance', 'Date de naissance')).toMatchObject({
      field: null,
      why: { code: 'intake.column.sameHeader' },
    });
  });

  it('an empty column takes no field from a filled one', () => {
    const rows = Array.from({ length: 6 }, () => ['', '0199000000']);
    expect(mapHeaders(['Tél. portable', 'Tél. fixe'], rows).columns.map((one) => one.field)).toEqual([null, 'phone']);
  });
});

describe('cells that contradict their header', () => {
  const rows = (value: (index: number) => string): string[][] =>
    Array.from({ length: 12 }, (_, index) => [value(index)]);
  const taken = (header: string, value: (index: number) => string): Field | undefined =>
    mapHeaders([header], rows(value)).columns[0]?.field;

  it.each<[string, (index: number) => string, Field]>([
    ['ID FT', (index) => `0000${index % 10}eef-0000-4000-8000-000000000001`, null],
    ['ID FT', (index) => `9990000000${index % 10}`, 'franceTravailNumber'],
    ['N° de dossier', () => '202600077', null],
    ['N° de dossier', (index) => `29211999990010${index % 10}`.slice(0, 13), null],
    ['Référents', (index) => `r${index}@example.org`, 'referentEmail'],
    ['Référent', (index) => `r${index}@example.org`, 'referentEmail'],
    ['Référents', () => 'Andrée MODELAGE', 'referentName'],
    ['Réf.', (index) => `2026-${index}`, null],
    ['Sortie', () => 'Oui', null],
    ["Date d'entrée", () => 'à venir', null],
    ['Rôle', () => 'demandeur', null],
    ['Rôle', () => 'Référent', 'role'],
    ['Mail', () => 'oui', null],
  ])('%s', (header, value, field) => expect(taken(header, value)).toEqual(field));
});

describe("items' keys", () => {
  it('every pivot id means itself, even where a better known header stands beside it', () => {
    const { columns } = mapKeys(['Nom', ...PIVOT_FIELD_IDS]);
    expect(columns.slice(1).map((one) => one.field)).toEqual(PIVOT_FIELD_IDS);
    expect(columns.slice(1).filter((one) => one.ask)).toEqual([]);
    expect(columns[0]?.field).toBeNull();
  });

  it('English headers are understood too', () => {
    const keys = [
      'Case number',
      'Last name',
      'First name',
      'Date of birth',
      'Gender',
      'France Travail number',
      'Start date',
      'Exit date',
      'Exit reason',
      'Case worker',
      'Phone',
      'Zip code',
      'RSA beneficiary',
    ];
    expect(mapKeys(keys).columns.map((one) => one.field)).toEqual([
      'id',
      'usageName',
      'firstNames',
      'birthDate',
      'sex',
      'franceTravailNumber',
      'entryDate',
      'exitDate',
      'exitReason',
      'referentName',
      'phone',
      'postcode',
      'rsaBeneficiary',
    ]);
  });

  it('samples can be anything n8n carries, and hostile keys do no harm', () => {
    const { columns } = mapKeys(
      ['__proto__', 'constructor', 'Nom', 'x'.repeat(100_000)],
      [JSON.parse('{"__proto__":{"a":1},"constructor":[1],"Nom":{"deep":true}}') as Record<string, unknown>],
    );
    expect(columns.map((one) => one.field)).toEqual([null, null, 'usageName', null]);
  });

  it.each<[string, Field]>([
    ["Date d'entrée dans le PLIE", 'entryDate'],
    ['N° du participant', 'id'],
    ['Date d’orientation vers le PLIE', 'prescriptionDate'],
    ['Dernier entretien réalisé le', 'lastMeetingDate'],
    ['Motif de sortie détaillé', 'exitReason'],
    ['Code Postal domicile', 'postcode'],
    ['Date fin parcours prévisionnelle', 'plannedEndDate'],
    ['Suspension (motif)', 'suspensionReason'],
    ['Bénéf. RSA', 'rsaBeneficiary'],
    ['Tél. référent', 'referentPhone'],
    ['Personne à contacter', null],
    ['Référent France Travail', null],
    ['Mail conseiller', null],
    ['Adresse employeur', null],
  ])('a spelling that stands nowhere: %s', (header, field) => expect(fieldOf(header)).toEqual(field));

  it('case, accents, line breaks, asterisks, brackets and `n°` do not count', () => {
    for (const header of [
      'IDENTIFIANT POLE EMPLOI',
      'Identifiant\nPôle  emploi*',
      '[Identifiant Pôle-emploi]',
      'identifiant_pole_emploi',
      'identifiantPoleEmploi',
    ]) {
      expect(fieldOf(header)).toBe('franceTravailNumber');
    }
    for (const header of ['N° FT', 'No FT', 'num ft', 'Numéro FT', 'n°ft'])
      expect(fieldOf(header)).toBe('franceTravailNumber');
  });
});

it('a question about a column never repeats a number that stands in its header', () => {
  const { questions } = mapHeaders(['Motif 1 72 06 78 355 011 47']);
  expect(questions.length).toBeGreaterThan(0);
  expect(JSON.stringify(questions.map(({ ask, why }) => [ask, why]))).not.toMatch(/\d{3}/);
});
