import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { createWorld, type Person } from '../../sandbox/world';
import type { DeclarationOperation } from '../../src/accompaniment';
import { declareAll, synchronise } from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import { openLedger, type LedgerPlace } from '../../src/ledger';
import { readKeys, readLedgers } from '../../scripts/chaos/ledgerRows';
import { postgresHouse, sqliteHouse, type LedgerHouse } from '../../scripts/chaos/ledgers';
import type { Tell } from '../../scripts/chaos/marks';
import { matched } from '../../scripts/chaos/matching';
import type { Task, WorkerOrder } from '../../scripts/chaos/orders';
import { layGround } from '../../scripts/chaos/storm';
import { deskOf } from '../../scripts/chaos/workerDesk';
import { startWorker } from '../../scripts/chaos/workerProcess';

/** Time enough for a machine that is busy. */
const LIMITS = {
  timeoutMs: 20_000,
  attempts: 2,
  backoff: { firstMs: 1, factor: 1, maxMs: 1 },
  maxRetryAfterSeconds: 0,
};
const READ_BACK = { lagMs: 0, slowestCommitMs: 0 };
const LANDED_MS = 50;
const WIDTH = 3;

type Told = 'declare' | 'synchronise';
interface Deed {
  readonly name: string;
  readonly by: Told;
  readonly operation: DeclarationOperation;
  /** What was said before, in this order. */
  readonly before: readonly DeclarationOperation[];
}

const DECLARED: readonly Deed[] = [
  { name: 'open', by: 'declare', operation: 'open', before: [] },
  { name: 'update', by: 'declare', operation: 'update', before: ['open'] },
  { name: 'suspend', by: 'declare', operation: 'suspend', before: ['open'] },
  { name: 'resume', by: 'declare', operation: 'resume', before: ['open', 'suspend'] },
  { name: 'close', by: 'declare', operation: 'close', before: ['open'] },
  { name: 'cancel', by: 'declare', operation: 'cancel', before: ['open'] },
];
const SYNCHRONISED: readonly Deed[] = [
  { name: 'synchronise, somebody new', by: 'synchronise', operation: 'open', before: [] },
  { name: 'synchronise, somebody who has left', by: 'synchronise', operation: 'close', before: ['open'] },
];

const WAYS = [
  { way: 'keys, single calls', keys: true, lots: false },
  { way: 'keys, lots', keys: true, lots: true },
  { way: 'read-back, single calls', keys: false, lots: false },
  { way: 'read-back, lots', keys: false, lots: true },
];

/** A structure for each life: who begins a ledger where France Travail holds something has to reconcile first. */
const STRUCTURES = Array.from({ length: 1400 }, (_, nth) => {
  const code = `PLI${1000 + nth}`;
  return { id: `essai-${code}`, secret: 'phrase', structure: { code, label: code } };
});

let sandbox: Sandbox;
let ground: Awaited<ReturnType<typeof layGround>>;
const houses: Record<string, LedgerHouse> = {};
const people = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
let taken = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ quota: null, readLagMs: 0, clients: STRUCTURES });
  ground = await layGround(join(__dirname, '../..'));
  houses['SQLite'] = sqliteHouse(ground.folder);
  houses['PostgreSQL'] = await postgresHouse();
}, 120_000);
afterAll(async () => {
  await Promise.all(Object.values(houses).map((house) => house.close()));
  await sandbox.close();
  ground.clear();
});

/** One life of one person, with a ledger of its own (or, in PostgreSQL, with those of all others). */
class Case {
  readonly person: Person;
  readonly #place: LedgerPlace;
  readonly #keysFile: string;
  readonly #structure: (typeof STRUCTURES)[number];

  constructor(
    private readonly deed: Deed,
    private readonly way: { readonly keys: boolean; readonly lots: boolean },
    engine: string,
  ) {
    this.person = people[taken]!;
    this.#structure = STRUCTURES[taken]!;
    taken += 1;
    this.#place = houses[engine]!.place(taken);
    this.#keysFile = join(ground.folder, `keys-${taken}.jsonl`);
  }

  async before(): Promise<void> {
    for (const operation of this.deed.before) {
      expect(await this.#run(this.#task('declare', operation, -1))).toEqual(['declared']);
    }
  }

  /** In this process: how many marks the deed takes. */
  async count(): Promise<number> {
    let marks = 0;
    expect(await this.#run(this.#deed, () => void (marks += 1))).toEqual(['declared']);
    return marks;
  }

  /** In a process of its own, which kills itself at a mark. */
  async dieAt(mark: number): Promise<void> {
    const worker = startWorker(ground.bundle, ground.cache);
    await worker.ready;
    let said = 0;
    worker.go({ ...this.#order(this.#deed), dieAt: mark }, ({ kind }) => void (said += kind === 'mark' ? 1 : 0));
    expect(await worker.ended).toBe(false);
    expect(said).toBe(mark + 1);
  }

  /** The next run; then both sides are held against each other. */
  async after(): Promise<void> {
    const [end] = await this.#run(this.#deed);
    expect(['declared', 'unchanged']).toContain(end);
    const keys = readKeys(this.#keysFile);
    const own = new Set(keys.map(({ key }) => key));
    const rows = await readLedgers([this.#place]);
    const intents = rows.intents.filter(({ key }) => own.has(key));
    const all = (await sandbox.log()).filter(({ declarations }) =>
      declarations.some(({ idempotencyKey = '' }) => own.has(idempotencyKey)),
    );
    // Of a database that others share, the journal says whose a line is to nobody.
    const journal = 'file' in this.#place ? rows.journal : journalOf(intents);
    expect(matched({ log: all, intents, journal, keys, wanted: new Map(), held: new Map() })).toEqual({
      lost: [],
      twice: [],
      parked: [],
      unexplained: [],
    });
    const commits = all.flatMap(({ declarations }) => declarations).filter(({ committed }) => committed);
    expect(commits).toHaveLength(this.deed.before.length + 1);
  }

  get #deed(): Task {
    return this.#task(this.deed.by, this.deed.operation, 0);
  }

  #task(by: Told, operation: DeclarationOperation, day: number): Task {
    const records = [recordOf(this.person, operation, day)];
    return by === 'synchronise' ? { kind: 'synchronise', records } : { kind: 'declare', operation, records };
  }

  #order(task: Task): WorkerOrder {
    return {
      server: {
        url: sandbox.apiBase,
        tokenUrl: sandbox.tokenUrl,
        clientId: this.#structure.id,
        clientSecret: this.#structure.secret,
        structureCode: this.#structure.structure.code,
      },
      profile: { ...this.way, limits: LIMITS, readBack: READ_BACK },
      ledger: this.#place,
      ledgerSecret: 'phrase',
      keysFile: this.#keysFile,
      task,
    };
  }

  async #run(task: Task, tell: Tell = () => undefined): Promise<readonly string[]> {
    const order = this.#order(task);
    const ledger = await openLedger({ ...this.#place, secret: order.ledgerSecret });
    try {
      // What a killed worker has sent lands at once: nobody has to wait for it as long as the profile says.
      const desk = { ...deskOf(order, ledger, tell), sleep: () => pause(LANDED_MS) };
      const lines = (task as { records: readonly PivotRecord[] }).records.map((record, index) => ({ record, index }));
      const run =
        task.kind === 'declare'
          ? await declareAll(
              lines.map((line) => ({ ...line, operation: task.operation })),
              desk,
            )
          : await synchronise({ lines, absence: { mode: 'nothing' }, date: desk.today }, desk);
      return run.kind === 'done' ? run.results.map(({ outcome }) => outcome.kind) : [run.problem.code];
    } finally {
      await ledger.close();
    }
  }
}

function recordOf(person: Person, operation: DeclarationOperation, day: number): PivotRecord {
  const from = (count: number) => `2026-03-${String(10 + count + day).padStart(2, '0')}`;
  return {
    id: `E-${person.index}`,
    franceTravailNumber: person.ftNumber,
    entryDate: '2026-02-03',
    lastMeetingDate: from(0),
    ...(operation === 'suspend' ? { suspensionFrom: from(0) } : {}),
    ...(operation === 'close' || operation === 'cancel' ? { exitDate: from(3), exitReason: 'durableJob' } : {}),
  };
}

function journalOf(intents: readonly { operation: string; outcome: string | null }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation, outcome } of intents) {
    const name = `${operation} ${outcome}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Every mark of a deed, each in a life of its own. */
async function dieEverywhere(deed: Deed, way: (typeof WAYS)[number], engine: string): Promise<number> {
  const first = new Case(deed, way, engine);
  await first.before();
  const marks = await first.count();
  let next = 0;
  const die = async (): Promise<void> => {
    while (next < marks) {
      const mark = next;
      next += 1;
      const one = new Case(deed, way, engine);
      await one.before();
      await one.dieAt(mark);
      await one.after();
    }
  };
  await Promise.all(Array.from({ length: engine === 'SQLite' ? WIDTH : 1 }, die));
  return marks;
}

describe.each(WAYS)('a kill before and after every step: $way', (way) => {
  it.each([...DECLARED, ...SYNCHRONISED])(
    '$name: the next run ends it, once',
    async (deed) => {
      const steps = await dieEverywhere(deed, way, 'SQLite');
      // Reading, token, look-up, intent, call, outcome: before and after each.
      expect(steps).toBeGreaterThanOrEqual(20);
    },
    300_000,
  );
});

describe('the same with PostgreSQL', () => {
  it.each([WAYS[0]!, WAYS[3]!])(
    '$way: somebody new on a list',
    async (way) => {
      expect(await dieEverywhere(SYNCHRONISED[0]!, way, 'PostgreSQL')).toBeGreaterThanOrEqual(20);
    },
    300_000,
  );
});
