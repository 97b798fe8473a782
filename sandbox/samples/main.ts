import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { answersAsCsv, asCsv, toCheckAsCsv } from './csv';
import { sampleLines } from './lines';
import { asReadme } from './readme';
import { peopleToCheck } from './toCheck';
import { asWorkbook } from './workbook';

/** Writes the sample lists and the page that counts them: `npx tsx sandbox/samples/main.ts [folder]`. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? join(__dirname, '..', '..', 'workflows', 'samples');
  mkdirSync(folder, { recursive: true });
  const samples = sampleLines();
  const toCheck = peopleToCheck();
  const style = await resolveConfig(join(folder, 'README.md'));
  writeFileSync(join(folder, 'participants-exemple.csv'), asCsv(samples));
  writeFileSync(join(folder, 'participants-exemple.xlsx'), await asWorkbook(samples));
  writeFileSync(join(folder, 'personnes-a-inscrire.csv'), toCheckAsCsv(toCheck.lines));
  writeFileSync(join(folder, 'reponses.csv'), answersAsCsv(toCheck.answers));
  writeFileSync(
    join(folder, 'README.md'),
    await format(asReadme(samples, toCheck.lines), { ...style, parser: 'markdown' }),
  );
  process.stdout.write(`${samples.length} lignes écrites dans ${folder}\n`);
}

void main();
