import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dedup-hostile-'));
const at = (name: string) => join(folder, name);
const HEADER = 'id,birthName,firstNames,sex,birthDate,birthPlaceCode,phone,postcode';
const INES = 'VANDAMME,INES MARIE,F,1984-03-17,59350,0639981234,59000';

afterAll(() => rmSync(folder, { recursive: true }));

function dedup(bytes: string | Buffer): Promise<{ code: number; stderr: string; pairs: string }> {
  writeFileSync(at('k.csv'), bytes);
  rmSync(at('p.csv'), { force: true });
  const node = join(ROOT, 'node_modules/.bin/node');
  const args = ['--import', 'tsx', 'scripts/dedup/main.ts', '--known', at('k.csv'), '--out', at('p.csv')];
  const options = { cwd: ROOT, env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '' } };
  return new Promise((resolve) => {
    // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the command as a user runs it
    execFile(node, args, options, (error, _, stderr) => {
      const code = error ? Number(error.code) : 0;
      resolve({ code, stderr, pairs: code === 0 ? readFileSync(at('p.csv'), 'utf8') : '' });
    });
  });
}

const columns = Array.from({ length: 200 }, (_, i) => `colonne ${String(i)}`);

describe('npm run dedup, given a file that nobody meant well', () => {
  it.each<[string, string | Buffer]>([
    ['a name of a megabyte', [HEADER, `a,${INES}`, `b,${'É'.repeat(1_000_000)},X,F,,,,`, `c,${INES}`].join('\n')],
    [
      'bytes that are no character, and halves of characters',
      Buffer.concat([
        Buffer.from(`${HEADER}\na,${INES}\nb,`),
        Buffer.from([0xed, 0xa0, 0x80, 0xff, 0xfe, 0x80]),
        Buffer.from(`,X,F,,,,\nc,${INES}\n`),
      ]),
    ],
    [
      'headers of every object',
      [`__proto__,constructor,toString,${HEADER}`, `1,2,3,a,${INES}`, `1,2,3,c,${INES}`].join('\n'),
    ],
    [
      'names from right to left and marks upon marks',
      [HEADER, `a,${INES}`, 'b,\u202Eمحمد,Z\u0300\u0301\u0302a,M,,,,', `c,${INES}`].join('\n'),
    ],
    [
      'two hundred columns',
      [
        [HEADER, ...columns],
        [`a,${INES}`, ...columns],
        [`c,${INES}`, ...columns],
      ]
        .map((row) => row.join(','))
        .join('\n'),
    ],
    ['formulas', [HEADER, `a,${INES}`, `b,=cmd|' /C calc'!A0,+1+1,F,,,,`, `c,${INES}`].join('\n')],
  ])('goes on and finds the others beside %s', async (_what, bytes) => {
    const { code, stderr, pairs } = await dedup(bytes);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/\n\s+at /) as string });
    expect(pairs).toMatch(/^a,c,duplicate,/m);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, string | Buffer]>([
    ['an empty file', ''],
    ['blanks only', ' \n \n'],
    ['a byte order mark and nothing', '\uFEFF'],
    ['a header and nothing', `${HEADER}\n`],
    ['a workbook', readFileSync(join(ROOT, '../shared/data/exports/3-excel-maison.xlsx'))],
    ['a ZIP that ends at once', Buffer.from('PK\u0005\u0006' + '\0'.repeat(18))],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['zero bytes between the letters', Buffer.from([HEADER, `a,${INES}`, 'b,NUL\0NAME,X,F,,,,'].join('\n'))],
    ['headers that nobody knows', columns.join(',') + '\n' + columns.join(',')],
  ])('says in a sentence that it can do nothing with %s', async (_what, bytes) => {
    const { code, stderr } = await dedup(bytes);
    expect(code).toBe(1);
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
    expect(stderr.length).toBeLessThan(2_000);
  });
});
