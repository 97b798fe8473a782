import { sql } from 'kysely';
import { declareAll } from '../../src/delivery';
import { LedgerProblem, openLedger, type Ledger, type PostgresPlace } from '../../src/ledger';
import { openPostgres } from '../../src/ledger/postgres';
import { translate } from '../../src/wording';
import { bench, declarations, deskOn, free, kinds, lines } from '../delivery/desk';
import { ledgerCommand } from './ledgerCommand';
import { DECLARED, intent, PERSON, SCOPE, SECRET, UNCLEAR } from './parts';
import { postgresServer, type PostgresServer } from './postgresServer';

let server: PostgresServer;
let place: PostgresPlace;
const opened: Ledger[] = [];
const open = async (more: Partial<PostgresPlace['postgres']> = {}) => {
  const ledger = await openLedger({ postgres: { ...place.postgres, ...more }, secret: SECRET });
  opened.push(ledger);
  return ledger;
};

beforeAll(async () => {
  server = await postgresServer();
});
beforeEach(async () => {
  place = await server.database();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
});
afterAll(() => server.remove());

async function problemOf(work: Promise<unknown>): Promise<LedgerProblem> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LedgerProblem);
  const { problem, message } = error as LedgerProblem;
  for (const locale of ['fr', 'en'] as const) {
    expect(translate(locale, problem.code, problem.params)).not.toMatch(/^ledger\.|\{\w+\}/);
  }
  for (const word of [SECRET, place.postgres.password!, PERSON.id]) {
    expect(`${message} ${JSON.stringify(problem)}`).not.toContain(word);
  }
  return error as LedgerProblem;
}

it('asks the server to have a commit on its disk before it says so, whatever the server is used to', async () => {
  await server.sql(place, `alter database ${place.postgres.database} set synchronous_commit to off`);
  const { db } = openPostgres<object>(place, 'plie_ft_ledger');
  expect((await sql`show synchronous_commit`.execute(db)).rows).toEqual([{ synchronous_commit: 'on' }]);
  await db.destroy();
});

it('shows nobody to who takes the database away, neither before an outcome nor after', async () => {
  const ledger = await open();
  const personal = [PERSON.id, PERSON.nir, PERSON.number, PERSON.referent, '1984-12-03', 'OUVERT', SECRET];
  const expectNobody = () => {
    const everything = server.dump(place);
    expect(everything).toContain('run-1');
    for (const word of personal) expect([word, everything.includes(word)]).toEqual([word, false]);
  };
  const [said] = await ledger.record([intent()]);
  expectNobody();
  await ledger.settle([{ intent: said!, outcome: UNCLEAR }]);
  await ledger.settle([{ intent: said!, outcome: DECLARED }]);
  expectNobody();
});

it('is made once by three workers that come at the same moment', async () => {
  const ledgers = await Promise.all([open(), open(), open()]);
  const said = await Promise.all(ledgers.map((ledger) => ledger.record([intent()])));
  expect(said.flat()).toHaveLength(1);
});

it('two workers in each other’s way: both go on, each reference is said by one of them', async () => {
  const [one, other] = [await open(), await open()];
  const list = Array.from({ length: 300 }, (_, n) => intent({ participantId: `P${n}`, reference: `P${n}.1` }));
  for (let round = 1; round <= 3; round += 1) {
    const again = list.map((line) => ({ ...line, version: round }));
    // In two statements each, in opposite order: the server ends one of them to let the other go on.
    const halves = (lines: typeof again) => [lines.slice(0, 150), lines.slice(150)];
    const said = await Promise.all([
      ...halves(again).map((half) => one.record(half)),
      ...halves([...again].reverse()).map((half) => other.record(half)),
    ]);
    expect(said.flat()).toHaveLength(300);
    expect(new Set(said.flat().map(({ reference }) => reference)).size).toBe(300);
    await one.settle(said.flat().map((line) => ({ intent: line, outcome: DECLARED })));
  }
});

it('npm run ledger looks after it as after a file; a password on the command line is refused', async () => {
  const ledger = await open();
  const [said] = await ledger.record([intent()]);
  await ledger.settle([{ intent: said!, outcome: DECLARED }]);
  const { port, database, user, password } = place.postgres;
  const env = { PGPASSWORD: password };
  const asked = (url: string) => ledgerCommand(['verify', '--ledger', url], env);
  const { status, stdout } = asked(`postgresql://${user}@127.0.0.1:${port}/${database}`);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Le journal est entier : 0 lignes sous 0 sceaux, 1 /)]);
  expect(asked(`postgresql://${user}:secret@127.0.0.1:${port}/${database}`)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/PGPASSWORD/),
  });
});

describe('no journal, no send', () => {
  it.each([
    ['nobody listens', () => open({ port: 1 }), 'ledger.serverGone'],
    ['a wrong password', () => open({ password: 'faux' }), 'ledger.serverRefused'],
    ['a database that does not exist', () => open({ database: 'nulle_part' }), 'ledger.serverRefused'],
    ['encryption that the server does not speak', () => open({ ssl: true }), 'ledger.serverRefused'],
    [
      'a user who may not write',
      async () => {
        const name = `lecteur_${place.postgres.database}`;
        await server.sql(place, `create user ${name} password 'lecture'`);
        return open({ user: name, password: 'lecture' });
      },
      'ledger.serverRefused',
    ],
    [
      'a journal of a newer version',
      async () => {
        await open();
        await server.sql(place, 'update meta set version = 99');
        return open();
      },
      'ledger.newer',
    ],
  ])('%s', async (_what, work, code) => {
    expect((await problemOf(work())).code).toBe(code);
  });

  it('a server that goes away is a sentence, and nothing is lost when it is there again', async () => {
    const ledger = await open();
    const [said] = await ledger.record([intent()]);
    await server.kill();
    for (const work of [
      () => ledger.ready(SCOPE),
      () => ledger.unsettled(SCOPE),
      () => ledger.record([intent({ reference: 'P.1' })]),
      () => ledger.settle([{ intent: said!, outcome: DECLARED }]),
    ]) {
      expect((await problemOf(work())).code).toBe('ledger.serverGone');
    }
    await server.start();
    expect(await ledger.unsettled(SCOPE)).toEqual([said]);
    await ledger.settle([{ intent: said!, outcome: DECLARED }]);
    expect((await ledger.told(SCOPE, [said!.reference])).size).toBe(1);
  });

  it('in the middle of a list: nothing is sent after that moment, and the next run says the rest, once', async () => {
    const place = await bench();
    try {
      const ledger = await open();
      const people = Array.from({ length: 24 }, (_, nth) => free(nth));
      let gone: Promise<void> | undefined;
      let sentWhenGone = 0;
      const run = await declareAll(lines(people), deskOn(place, ledger, { parallel: 1 }), {
        onProgress: (done) => {
          if (done !== 8) return;
          gone = server.kill().then(async () => {
            sentWhenGone = declarations(await place.sandbox.log()).length;
          });
        },
      });
      await gone;
      expect(declarations(await place.sandbox.log())).toHaveLength(sentWhenGone);
      expect(sentWhenGone).toBeLessThan(24);
      expect(kinds(run).slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'declared'));
      expect(kinds(run).at(-1)).toBe('unavailable');
      expect(run.kind === 'done' && run.notes.map(({ code }) => code)).toContain('ledger.serverGone');

      await server.start();
      const next = await declareAll(lines(people), deskOn(place, ledger));
      expect(new Set(kinds(next))).toEqual(new Set(['declared', 'unchanged']));
      const { accompaniments } = await place.state();
      const ours = accompaniments.filter(({ reference }) => people.some(({ index }) => reference === `D-${index}.1`));
      expect(ours.map(({ writes }) => writes)).toEqual(Array.from({ length: 24 }, () => 1));
    } finally {
      await place.close();
    }
  });
});
