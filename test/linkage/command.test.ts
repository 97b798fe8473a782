import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dedup-'));
const at = (name: string) => join(folder, name);
const HEADER = 'id,birthName,firstNames,sex,birthDate,birthPlaceCode,phone,postcode';
const LINES = [
  'a1,VANDAMME,INES MARIE,F,1984-03-17,59350,0639981234,59000',
  'a2,Vandamme,Inès,F,17/03/1984,59350,06 39 98 12 34,59000',
  'a3,DUBOIS,KARIM,M,1990-01-02,13055,0639980000,13001',
];

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function dedup(...args: string[]): Promise<Run> {
  const node = join(ROOT, 'node_modules/.bin/node');
  const options = { cwd: ROOT, env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '' } };
  return new Promise((resolve) => {
    // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the command as a user runs it
    execFile(node, ['--import', 'tsx', 'scripts/dedup/main.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const rows = (name: string) =>
  readFileSync(at(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run dedup', () => {
  it('lists the duplicates of one list, with reasons in French, and clusters with everybody in them', async () => {
    writeFileSync(at('k.csv'), [HEADER, ...LINES].join('\n'));
    const run = await dedup('--known', at('k.csv'), '--out', at('p.csv'), '--clusters', at('c.csv'));
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain('Doublons : 1');
    const [header, pair, ...more] = rows('p.csv');
    expect(header).toEqual(['left_id', 'right_id', 'decision', 'weight', 'probability', 'reasons']);
    expect(pair?.slice(0, 3)).toEqual(['a1', 'a2', 'duplicate']);
    expect(pair?.slice(5).join()).toContain('même téléphone');
    expect(more).toEqual([]);
    expect(rows('c.csv')).toEqual([
      ['id', 'cluster'],
      ['a1', '1'],
      ['a2', '1'],
      ['a3', '2'],
    ]);
  });

  it('matches two lists of another encoding, separator and quoting; bad lines are told and the rest goes on', async () => {
    writeFileSync(at('k.csv'), [HEADER, ...LINES].join('\n'));
    const text = [
      'Dossier;Nom;"Prénom";Né le;Tél',
      '"=a2";Vandamme;"Inès";17/03/1984;0639981234',
      'court;deux',
      '"jamais fermé;x',
      ';Dubois;Karim;1990-01-02;0639980000',
      '"a;3";"Dubois";Karim;02.01.1990;+33 6 39 98 00 00',
    ].join('\r\n');
    writeFileSync(at('r.csv'), Buffer.from(text, 'latin1'));
    const columns = {
      id: 'id',
      birthName: 'birthName',
      firstNames: 'firstNames',
      sex: 'sex',
      birthDate: 'birthDate',
      phone: 'phone',
      Dossier: 'id',
      Nom: 'birthName',
      Prénom: 'firstNames',
      'Né le': 'birthDate',
      Tél: 'phone',
    };
    writeFileSync(at('columns.json'), JSON.stringify(columns));
    const run = await dedup(
      '--known',
      at('k.csv'),
      '--records',
      at('r.csv'),
      '--columns',
      at('columns.json'),
      '--out',
      at('p.csv'),
    );
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('r.csv : ');
    expect(run.stderr).toContain('Windows-1252');
    expect(run.stderr).toMatch(/r\.csv, ligne 3 : 2 cellules au lieu de 5/);
    expect(run.stderr).toMatch(/r\.csv, ligne 4 : un guillemet/);
    expect(run.stderr).toMatch(/r\.csv, ligne 5 : identifiant manquant/);
    const ids = rows('p.csv')
      .slice(1)
      .map(([left, right]) => `${left ?? ''} ${right ?? ''}`);
    expect(ids.sort()).toEqual(["a1 '=a2", "a2 '=a2", 'a3 a;3']);
  });

  it('does not write its result over a file that it reads', async () => {
    writeFileSync(at('kept.csv'), [HEADER, ...LINES].join('\n'));
    const run = await dedup('--known', at('kept.csv'), '--out', `${folder}/./kept.csv`);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('kept.csv est un fichier à lire');
    expect(readFileSync(at('kept.csv'), 'utf8')).toBe([HEADER, ...LINES].join('\n'));
  });

  it('explains a pair so that it can be added up by hand', async () => {
    writeFileSync(at('k.csv'), [HEADER, ...LINES].join('\n'));
    const { stdout } = await dedup('--known', at('k.csv'), '--explain', 'a1', 'a2');
    const addends = [...stdout.matchAll(/^ *(-?\d+\.\d\d) {2}(.)/gm)].map(([, bits, mark]) => ({
      bits: Number(bits),
      mark,
    }));
    const sum = addends.find(({ mark }) => mark === '=')?.bits;
    const parts = addends
      .slice(
        0,
        addends.findIndex(({ mark }) => mark === '='),
      )
      .reduce((all, { bits }) => all + bits, 0);
    expect(sum).toBeCloseTo(parts, 1);
    expect(stdout).toContain('duplicate');
  });

  it.each([
    ['a ZIP', Buffer.from('PK\u0003\u0004rest of it'), 'n’est pas un fichier texte'],
    ['an empty file', Buffer.from(''), 'aucune ligne'],
    ['headers like __proto__ only', Buffer.from('__proto__,constructor\n1,2\n'), 'aucune colonne reconnue'],
  ])('says what is wrong with %s and ends with 1', async (_what, bytes, said) => {
    writeFileSync(at('bad.csv'), bytes);
    const run = await dedup('--known', at('bad.csv'), '--out', at('p.csv'));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(said);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});
