import { join } from 'node:path';
import type { Deed } from '../../scripts/chaos/orders';
import { layGround } from '../../scripts/chaos/storm';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { createWorld, type Person } from '../../sandbox/world';
import type { DeclarationOperation } from '../../src/accompaniment';
import type { PivotRecord } from '../../src/fields';
import type { LedgerPlace } from '../../src/ledger';
import { postgresServer, type PostgresServer } from '../ledger/postgresServer';
import { idOf, momentsOf, Stage, type Plan, type Way } from './stage';

const LEFT: PivotRecord = { exitDate: day(9), exitReason: 'durableJob' };
const PAUSED: PivotRecord = { suspensionFrom: day(9) };

/** Every operation, each on a person of its own, and what was said of that person before. */
const DECLARED: readonly (readonly [DeclarationOperation, ...DeclarationOperation[]])[] = [
  ['open'],
  ['update', 'open'],
  ['suspend', 'open'],
  ['resume', 'open', 'suspend'],
  ['close', 'open'],
  ['cancel', 'open'],
];
const DECLARE: Plan = {
  name: 'open, update, suspend, resume, close and cancel',
  width: DECLARED.length,
  earlier: [(people) => declared(people, 1), (people) => declared(people, 2)],
  deed: (people) => declared(people, 0),
};

/** One list after the other, person by person. */
const LISTS: readonly (readonly (PivotRecord | undefined)[])[] = [
  [undefined, {}, {}, PAUSED, {}, {}],
  [undefined, {}, {}, PAUSED, {}, LEFT],
  [{}, { lastMeetingDate: day(12) }, PAUSED, {}, LEFT, { entryDate: day(10) }],
];
const SYNCHRONISE: Plan = {
  name: 'a list with somebody new, changed, suspended, resumed, gone, and back again',
  width: 6,
  earlier: [(people) => listed(people, LISTS[0]!), (people) => listed(people, LISTS[1]!)],
  deed: (people) => listed(people, LISTS[2]!),
};

const UNDO: Plan = {
  name: 'undoing a run that has opened, closed, suspended and resumed',
  width: 4,
  earlier: [(people) => listed(people, [undefined, {}, {}, PAUSED])],
  just: (people) => listed(people, [{}, LEFT, PAUSED, {}]),
  deed: (people) => ({ ...listed(people, [{}, {}, PAUSED, PAUSED]), kind: 'undo' }),
};

const BEGINNING: Plan = {
  name: 'the first run of all',
  width: 2,
  earlier: [],
  deed: (people) => listed(people, [{}, {}]),
};

const KEYS = { keys: true, lots: false };
const KEYS_AND_LOTS = { keys: true, lots: true };
const READ_BACK = { keys: false, lots: false };
const READ_BACK_AND_LOTS = { keys: false, lots: true };

let ground: Awaited<ReturnType<typeof layGround>>;
let sandbox: Sandbox;
let postgres: PostgresServer;
let files = 0;

beforeAll(async () => {
  ground = await layGround(join(__dirname, '../..'));
  sandbox = await startSandbox({ quota: null, readLagMs: 0 });
  postgres = await postgresServer();
}, 120_000);
afterAll(async () => {
  await postgres.remove();
  await sandbox.close();
  ground.clear();
});

const nothingWrong = { lost: [], twice: [], parked: [], unexplained: [] };
const file = async (): Promise<LedgerPlace> => ({ file: join(ground.folder, `step-${(files += 1)}.sqlite`) });
const open = async (plan: Plan, way: Way, ledger: LedgerPlace) => Stage.open({ plan, way, sandbox, ledger, ground });

// Between the end of a step and the beginning of the next nothing happens: a kill before each step, and after the last,
// is a kill in every state that there is. Kills inside of a step are those of the storm.
describe('a kill at every step, and the next run ends it, as if nothing had been', () => {
  it.each([
    [DECLARE.name, 'keys, single calls', DECLARE, KEYS],
    [DECLARE.name, 'read-back, lots', DECLARE, READ_BACK_AND_LOTS],
    [SYNCHRONISE.name, 'read-back, single calls', SYNCHRONISE, READ_BACK],
    [SYNCHRONISE.name, 'keys, lots', SYNCHRONISE, KEYS_AND_LOTS],
    [UNDO.name, 'keys, single calls', UNDO, KEYS],
  ])(
    '%s (%s)',
    async (_name, _way, plan, way) => {
      const groups = groupsOf(plan);
      const stage = await open(plan, way, await file());
      await stage.earlier(groups);
      const [undisturbed = [], ...others] = groups;
      const marks = await stage.wholly(undisturbed);
      const wanted = await stage.held(undisturbed);
      const moments = momentsOf(marks);
      expect(moments.length).toBeLessThanOrEqual(others.length);
      let spare = stage.worker();
      try {
        for (const [nth, moment] of moments.entries()) {
          const worker = spare;
          // The next one loads while this one works.
          spare = stage.worker();
          await stage.dieAt(moment, marks[moment]!, others[nth]!, worker);
          const held = await stage.held(others[nth]!);
          expect({ at: marks[moment], held }).toEqual({ at: marks[moment], held: wanted });
        }
      } finally {
        await spare.stop();
      }
      expect(await stage.verdict()).toEqual(nothingWrong);
      await stage.close();
      expect(moments.length).toBeGreaterThanOrEqual(plan.width * (way.lots ? 1 : 4) + 8);
    },
    600_000,
  );

  it('PostgreSQL, read-back, lots: the first run of all, each time in a database of its own', async () => {
    const [people = []] = groupsOf(BEGINNING);
    const undisturbed = await open(BEGINNING, READ_BACK_AND_LOTS, await postgres.database());
    const marks = await undisturbed.wholly(people);
    const wanted = await undisturbed.held(people);
    await undisturbed.close();
    for (const moment of momentsOf(marks)) {
      const stage = await open(BEGINNING, READ_BACK_AND_LOTS, await postgres.database());
      await stage.dieAt(moment, marks[moment]!, people, stage.worker());
      expect({ at: marks[moment], held: await stage.held(people) }).toEqual({ at: marks[moment], held: wanted });
      expect({ at: marks[moment], ...(await stage.verdict()) }).toEqual({ at: marks[moment], ...nothingWrong });
      await stage.close();
    }
  }, 600_000);
});

/** As many groups of people as there may be moments. */
function groupsOf({ width }: Plan): readonly (readonly Person[])[] {
  const people = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
  return Array.from({ length: 70 }, (_, nth) => people.slice(nth * width, (nth + 1) * width));
}

function declared(people: readonly Person[], nth: number): Deed {
  const lines = DECLARED.flatMap((said, index) => {
    const operation = said[nth];
    if (!operation) return [];
    const change = {
      lastMeetingDate: day(10 - nth),
      ...(operation === 'suspend' ? PAUSED : {}),
      ...(operation === 'close' || operation === 'cancel' ? LEFT : {}),
    };
    return [{ operation, record: recordOf(people[index]!, change) }];
  });
  return { kind: 'declare', lines };
}

function listed(people: readonly Person[], changes: readonly (PivotRecord | undefined)[]) {
  const records = changes.flatMap((change, nth) => (change ? [recordOf(people[nth]!, change)] : []));
  return { kind: 'synchronise' as const, records };
}

function recordOf(person: Person, change: PivotRecord): PivotRecord {
  const { ftNumber } = person;
  return { id: idOf(person), franceTravailNumber: ftNumber, entryDate: day(1), lastMeetingDate: day(0), ...change };
}

function day(count: number): string {
  return `2026-03-${String(2 + count).padStart(2, '0')}`;
}
