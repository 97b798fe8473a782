import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ledgers, LedgerProblem, openLedger, type Ledger } from '../../src/ledger';
import { openSqlite } from '../../src/ledger/sqlite';
import { translate } from '../../src/wording';
import { DECLARED, folder, intent, PERSON, SCOPE, SECRET, UNCLEAR } from './parts';

const place = folder();
const opened: Ledger[] = [];
let count = 0;
const newFile = () => place.file(`safe-${(count += 1)}.sqlite`);
const open = async (file: string, more = {}) => {
  const ledger = await openLedger({ file, secret: SECRET, ...more });
  opened.push(ledger);
  return ledger;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
});
afterAll(async () => {
  await ledgers.closeAll();
  place.remove();
});

async function problemOf(work: Promise<unknown>): Promise<LedgerProblem> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LedgerProblem);
  return error as LedgerProblem;
}

describe('nobody is readable in it', () => {
  it('neither before an outcome nor after, in no byte of the folder', async () => {
    const own = folder();
    const ledger = await openLedger({ file: own.file(), secret: SECRET });
    const [said] = await ledger.record([intent()]);
    const personal = [PERSON.id, PERSON.nir, PERSON.number, PERSON.referent, '1984-12-03', 'OUVERT', SECRET];
    for (const word of personal) expect([word, own.bytes().includes(word)]).toEqual([word, false]);
    await ledger.settle([{ intent: said!, outcome: UNCLEAR }]);
    await ledger.settle([{ intent: said!, outcome: DECLARED }]);
    for (const word of personal) expect([word, own.bytes().includes(word)]).toEqual([word, false]);
    await ledger.close();
    for (const word of personal) expect([word, own.bytes().includes(word)]).toEqual([word, false]);
    own.remove();
  });

  it('the encrypted body itself is gone once the intent is settled', async () => {
    const file = newFile();
    const ledger = await open(file);
    const [said] = await ledger.record([intent()]);
    const sealed = () =>
      new DatabaseSync(file, { readOnly: true }).prepare('select sealed from intents').get()?.['sealed'];
    expect(sealed()).toEqual(expect.any(String));
    await ledger.settle([{ intent: said!, outcome: DECLARED }]);
    expect(sealed()).toBeNull();
  });

  it('is readable by its owner only', async () => {
    const file = newFile();
    await open(file);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('durable before anything leaves', () => {
  it('runs SQLite with synchronous=FULL and a write-ahead log', async () => {
    const db = openSqlite<object>({ file: newFile() });
    const read = async (pragma: string) =>
      Object.values((await sql.raw<object>(`PRAGMA ${pragma}`).execute(db)).rows[0]!)[0];
    expect(await read('synchronous')).toBe(2);
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('secure_delete')).toBe(1);
    await db.destroy();
  });

  it('finds after kill -9 the intents that the killed process had recorded, and no half of one', async () => {
    const file = newFile();
    // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a process of our own, to be killed for good
    const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'recorder.ts'), file, SECRET], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let heard = '';
    child.stdout.on('data', (bytes: Buffer) => (heard += bytes.toString()));
    while (heard.split('\n').length < 40) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const promised = heard
      .split('\n')
      .filter((line) => /^K\d+\.$/.test(line))
      .map((line) => line.slice(0, -1));
    const ledger = await open(file);
    const found = new Set((await ledger.unsettled(SCOPE)).map(({ reference }) => reference));
    expect(promised.length).toBeGreaterThanOrEqual(38);
    expect(promised.filter((reference) => !found.has(reference))).toEqual([]);
  });
});

describe('no journal, no send', () => {
  it.each([
    ['no secret', async () => open(newFile(), { secret: '  ' }), 'ledger.secretMissing'],
    [
      'a folder that is a file',
      async () => {
        writeFileSync(place.file('file'), '');
        return open(join(place.file('file'), 'ledger.sqlite'));
      },
      'ledger.notWritable',
    ],
    [
      'a file that is a folder',
      async () => {
        mkdirSync(place.file('dir'));
        return open(place.file('dir'));
      },
      'ledger.notWritable',
    ],
    [
      'a file that is no database',
      async () => {
        const file = newFile();
        writeFileSync(file, 'Ceci est une liste de courses, pas un journal. '.repeat(100));
        return open(file);
      },
      'ledger.damaged',
    ],
    [
      'a database whose pages are damaged',
      async () => {
        const file = newFile();
        const ledger = await openLedger({ file, secret: SECRET });
        await ledger.record(Array.from({ length: 300 }, (_, n) => intent({ reference: `P${n}.1` })));
        await ledger.close();
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 4096, bytes.length - 4096);
        writeFileSync(file, bytes);
        return (await open(file)).unsettled(SCOPE);
      },
      'ledger.damaged',
    ],
    [
      'a journal of a newer version',
      async () => {
        const file = newFile();
        await (await openLedger({ file, secret: SECRET })).close();
        const other = new DatabaseSync(file);
        other.exec('update meta set version = 99');
        other.close();
        return open(file);
      },
      'ledger.newer',
    ],
    [
      'a journal that another program holds',
      async () => {
        const file = newFile();
        const ledger = await open(file, { busyTimeout: 50 });
        const other = new DatabaseSync(file);
        other.exec('begin immediate');
        return ledger.ready(SCOPE).finally(() => other.close());
      },
      'ledger.locked',
    ],
    [
      'a full disk',
      async () => {
        const ledger = await open(newFile(), { maxPages: 26 });
        for (let n = 0; n < 200; n += 1) await ledger.record([intent({ reference: `P${n}.1` })]);
      },
      'ledger.diskFull',
    ],
  ])('%s', async (_what, work, code) => {
    const { problem, message } = await problemOf(work());
    expect(problem.code).toBe(code);
    for (const locale of ['fr', 'en'] as const) {
      expect(translate(locale, problem.code, problem.params)).not.toMatch(/^ledger\.|\{\w+\}/);
    }
    for (const word of [PERSON.id, PERSON.nir, SECRET])
      expect(`${message} ${JSON.stringify(problem)}`).not.toContain(word);
  });

  it('knows a secret that has changed, before it reads or writes anything for that structure', async () => {
    const file = newFile();
    await (await open(file)).record([intent()]);
    const wrong = await open(file, { secret: 'une autre phrase' });
    for (const work of [
      wrong.ready(SCOPE),
      wrong.told(SCOPE, ['P.1']),
      wrong.latestEntries(SCOPE, ['P']),
      wrong.unsettled(SCOPE),
      wrong.record([intent({ reference: 'P.1' })]),
    ]) {
      expect((await problemOf(work)).problem.code).toBe('ledger.secretChanged');
    }
    // Another structure in the same file has a secret of its own.
    const theirs = { ...SCOPE, structure: 'PLI6201' };
    expect(await wrong.record([intent({ scope: theirs })])).toHaveLength(1);
    expect(await wrong.unsettled(theirs)).toHaveLength(1);
  });

  it('goes on after a failure, with nothing of the failed write', async () => {
    const file = newFile();
    const ledger = await open(file, { busyTimeout: 20 });
    await ledger.ready(SCOPE);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    expect((await problemOf(ledger.record([intent()]))).code).toBe('ledger.locked');
    other.close();
    expect(await ledger.unsettled(SCOPE)).toEqual([]);
    expect(await ledger.record([intent()])).toHaveLength(1);
  });
});

describe('the ledgers of one process', () => {
  it('are one for a file and a secret; a file that was removed is made anew', async () => {
    const options = { file: newFile(), secret: SECRET };
    const first = await ledgers.at(options);
    expect(await ledgers.at(options)).toBe(first);
    expect(await ledgers.at({ ...options, secret: 'autre' })).not.toBe(first);
    for (const end of ['', '-wal', '-shm']) {
      await import('node:fs/promises').then(({ rm }) => rm(`${options.file}${end}`, { force: true }));
    }
    const second = await ledgers.at(options);
    expect(second).not.toBe(first);
    expect(await second.record([intent()])).toHaveLength(1);
  });

  it('try again after one that could not be opened', async () => {
    const file = place.file('later');
    mkdirSync(file);
    expect((await problemOf(ledgers.at({ file, secret: SECRET }))).code).toBe('ledger.notWritable');
    await import('node:fs/promises').then(({ rmdir }) => rmdir(file));
    expect(await ledgers.at({ file, secret: SECRET })).toBeDefined();
  });
});
