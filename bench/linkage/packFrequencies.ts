/**
 * Packs INSEE's names into src/identity/linkage/frequencies.json: `npx tsx bench/linkage/packFrequencies.ts`.
 * Repeatable: the same lists give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { nameKey } from '../../src/identity/names';

const DATA = join(__dirname, '../../../shared/data');
const OUT = join(__dirname, '../../src/identity/linkage/frequencies.json');
const LEAST_BIRTHS = 20;
const STEPS_PER_BIT = 4;

const lines = (file: string): string[][] =>
  readFileSync(join(DATA, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

function counted(rows: readonly string[][], name: number, births: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = nameKey(row[name] ?? '');
    if (key && row[name] !== '_OTHER_') counts.set(key, (counts.get(key) ?? 0) + Number(row[births]));
  }
  return counts;
}

function packed(counts: ReadonlyMap<string, number>, total: number): Record<string, string> {
  const names = [...counts].filter(([, births]) => births >= LEAST_BIRTHS).sort(([a], [b]) => (a < b ? -1 : 1));
  const shared: number[] = [];
  const rests: string[] = [];
  const steps: number[] = [];
  let before = '';
  for (const [name, births] of names) {
    let same = 0;
    while (same < before.length && before[same] === name[same]) same++;
    shared.push(33 + same);
    rests.push(name.slice(same));
    steps.push(33 + Math.round(STEPS_PER_BIT * Math.log2(total / births)));
    before = name;
  }
  const text = (codes: readonly number[]) => codes.map((code) => String.fromCharCode(code)).join('');
  return { shared: squeezed(text(shared)), rests: squeezed(rests.join(' ')), steps: squeezed(text(steps)) };
}

function squeezed(text: string): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(Buffer.from(text, 'latin1'), { params }).toString('base64');
}

const surnameRows = lines('surnames-insee.csv');
const givenRows = lines('first-names.csv');
const sum = (rows: readonly string[][], column: number) => rows.reduce((all, row) => all + Number(row[column]), 0);
const groups = new Map<string, string[]>();
for (const [group = '', , name = ''] of lines('first-name-variants.csv')) {
  groups.set(group, [...(groups.get(group) ?? []), nameKey(name)]);
}
const document = {
  source: 'INSEE, fichier des noms (births 1951–2000, names of 20 births or more) and fichier des prénoms (1940–2010)',
  spellingsSource: 'github.com/dataaddict/prenoms, Apache-2.0',
  surnames: packed(counted(surnameRows, 0, 1), sum(surnameRows, 1)),
  givenNames: packed(counted(givenRows, 0, 2), sum(givenRows, 2)),
  spellings: [...groups.values()].map((names) => [...new Set(names)].join(' ')),
};
writeFileSync(OUT, `${JSON.stringify(document, null, 2)}\n`);
