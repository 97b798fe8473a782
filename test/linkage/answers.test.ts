import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnswer, ReviewAnswers } from '../../src/identity/linkage';

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'answers-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the word of an answer', () => {
  it.each(['oui', 'OUI.', 'même', 'meme', 'La même personne', 'C’est la même', 'same', 'Yes', 'm\uFFFDme', 'mÃªme'])(
    '« %s » is: the same',
    (word) => expect(readAnswer(word)).toBe('same'),
  );

  it.each(['non', 'Pas le même', 'pas la même personne', 'ce n’est pas la même', 'different', 'diff\uFFFDrente', 'No'])(
    '« %s » is: not the same',
    (word) => expect(readAnswer(word)).toBe('different'),
  );

  it.each(['', 'peut-être', '?', 'oui et non', '\uFFFD\uFFFD\uFFFD', '1 83 02 89 999 481'])('« %s » is none', (word) =>
    expect(readAnswer(word)).toBeUndefined(),
  );
});

it('a cell of a megabyte is no answer', () => expect(readAnswer('n'.repeat(1_000_000))).toBeUndefined());

describe('the answers about two records', () => {
  const said = (lists: 'one' | 'two') =>
    new ReviewAnswers(
      [
        { left: 'A', right: 'B', answer: 'same' },
        { left: 'A', right: 'B', answer: 'same' },
        { left: 'C', right: 'D', answer: 'same' },
        { left: 'C', right: 'D', answer: 'different' },
        { left: '', right: 'D', answer: 'same' },
      ],
      lists,
    );

  it('hold in both directions within one list, in one between two: the same id is another record there', () => {
    expect([said('one').between('A', 'B'), said('one').between('B', 'A')]).toEqual(['same', 'same']);
    expect([said('two').between('A', 'B'), said('two').between('B', 'A')]).toEqual(['same', undefined]);
  });

  it('contradict each other when both were said, and count a pair once', () => {
    expect(said('two').between('C', 'D')).toBe('contradicting');
    expect([said('one').size, said('two').size]).toEqual([2, 2]);
  });
});

describe('npm run dedup -- --answers', () => {
  const HEADER = 'id,birthName,firstNames,sex,birthDate,birthPlaceCode,phone,postcode';
  const PEOPLE = [
    'a1,VANDAMME,INES MARIE,F,1984-03-17,59350,0639981234,59000',
    'a2,Vandamme,Inès,F,17/03/1984,59350,06 39 98 12 34,59000',
    'a3,DUBOIS,KARIM,M,1990-01-02,13055,0639980000,13001',
    'a4,MARTIN,ZOE,F,1971-05-06,75056,,75001',
  ];
  const dedup = (...args: string[]): Promise<{ readonly code: number; readonly stderr: string }> => {
    const node = join(ROOT, 'node_modules/.bin/node');
    const options = { cwd: ROOT, env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '' } };
    return new Promise((resolve) => {
      // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- the command as a user runs it
      execFile(node, ['--import', 'tsx', 'scripts/dedup/main.ts', ...args], options, (error, _stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stderr });
      });
    });
  };
  const run = async (answers: string, people = PEOPLE) => {
    writeFileSync(at('k.csv'), [HEADER, ...people].join('\n'));
    writeFileSync(at('a.csv'), answers);
    const ran = await dedup(
      '--known',
      at('k.csv'),
      '--out',
      at('p.csv'),
      '--clusters',
      at('c.csv'),
      '--answers',
      at('a.csv'),
    );
    const lines = (name: string) =>
      ran.code === 0 ? readFileSync(at(name), 'utf8').trimEnd().split('\n').slice(1) : [];
    return { ...ran, pairs: lines('p.csv'), clusters: lines('c.csv') };
  };

  it('takes a pair out, joins another of which nothing speaks, and says what it does not understand', async () => {
    const { code, stderr, pairs, clusters } = await run(
      'left_id,right_id,answer\na1,a2,pas le même\na4,a3,même\na1,a3,bof\na1,a4,\n',
    );
    expect(code).toBe(0);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatch(/^a3,a4,duplicate,.*réponse de votre équipe : même personne/);
    expect(clusters).toEqual(['a1,1', 'a2,2', 'a3,3', 'a4,3']);
    expect(stderr).toMatch(/a\.csv, ligne 4 : réponse « bof » non comprise/);
    expect(stderr).toContain('a.csv : 2 paires répondues');
  });

  it('leaves two answers that contradict each other to a person', async () => {
    const { pairs } = await run('left_id;right_id;answer\na1;a2;oui\na2;a1;non\n');
    expect(pairs[0]).toMatch(/^a1,a2,review,.*deux réponses se contredisent/);
  });

  it('joins no cluster over a third file that resembles two whom somebody told apart', async () => {
    const third = 'a5,VANDAMME,INES,F,1984-03-17,59350,0639981234,59000';
    const { pairs, clusters } = await run('left_id,right_id,answer\na1,a2,non\n', [...PEOPLE, third]);
    expect(
      pairs.filter((pair) => /,review,.*deux personnes que votre équipe a dites différentes/.test(pair)),
    ).toHaveLength(2);
    expect(new Set(clusters.map((line) => line.split(',')[1])).size).toBe(5);
  });

  it('ends with one sentence when the columns are not there', async () => {
    const { code, stderr } = await run('a,b\n1,2\n');
    expect(code).toBe(1);
    expect(stderr).toContain('il faut les colonnes left_id, right_id et answer');
  });
});
