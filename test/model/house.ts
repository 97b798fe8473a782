import crypto, { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/server';
import { prepareDeclaration } from '../../src/accompaniment';
import type { DeclarationDesk } from '../../src/delivery';
import { openGateway, type Gateway, type Profile } from '../../src/exchange';
import { openLedger, type Intent, type Ledger } from '../../src/ledger';
import { convention, rows, TODAY, withoutKeys, type SandboxState } from '../delivery/desk';
import { accessTo } from '../exchange/support';
import { heldOf, type Held } from './content';
import type { Life } from './mortal';

/** Keys by idempotency key or by reading back only; calls one by one or lots. */
export interface Terms {
  readonly keys: boolean;
  readonly lots: boolean;
}

/** Memory behind a file system, where there is one: pragmas and commits stay what they are in production. */
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const NOON = Date.parse(`${TODAY}T11:00:00Z`);
const ALLOWED = convention();
const SECRET = 'phrase';

/**
 * One France Travail for all sequences, and one clock for both sides: it goes on by what anybody sleeps, so that lags,
 * leases, windows and waits hold between them, and nobody waits.
 */
export async function openHouse() {
  const time = createTime();
  const sandbox = await startSandbox({ today: TODAY, quota: null, clock: time.now });
  const folder = mkdtempSync(join(ROOT, 'model-'));
  stretchOnce();
  let files = 0;

  const order = async (method: string, path: string, body: object = {}): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.url}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };

  const gatewayUnder = (terms: Terms): Gateway => {
    const access = accessTo({ ...sandbox });
    const profile = profileUnder(access.profile, terms);
    return openGateway(
      { ...access, profile },
      { clock: time.clock, sleep: time.sleep, random: () => 0.5, onCall: () => undefined },
    );
  };

  return {
    sandbox,
    time,
    order,
    newFile: () => join(folder, `${(files += 1)}.sqlite`),
    newMarks: () => join(folder, `marks-${(files += 1)}`),
    gatewayUnder,
    open: (file: string, marks: string) =>
      // The salt is the same in all files, so that the secret is stretched once; all else is as random as ever.
      openLedger({
        file,
        marks,
        secret: SECRET,
        clock: time.clock,
        random: (size) => (size === 16 ? Buffer.alloc(16, 7) : randomBytes(size)),
      }),
    deskOn: (gateway: Gateway, ledger: Ledger): DeclarationDesk => ({
      gateway,
      ledger,
      convention: ALLOWED,
      clock: time.clock,
      sleep: time.sleep,
      uuid: randomUUID,
      structure: { structureCode: sandbox.structureCode, structure: "PLIE d'Exempleville", role: 'REFERENT' },
      today: TODAY,
      prepare: prepareDeclaration,
    }),
    held: async (): Promise<ReadonlyMap<string, Held>> => {
      await sandbox.log();
      const { accompaniments } = (await (await fetch(`${sandbox.url}/admin/state`)).json()) as SandboxState;
      return new Map(accompaniments.map(({ reference, declaration }) => [reference, heldOf(declaration)]));
    },
    close: async () => {
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A PLIE with its ledger, and the France Travail that began with it. */
export class Plie {
  /** Every file that has been this structure's ledger. */
  readonly files: string[] = [];
  /** Number of the first line of the access log that is of this sequence. */
  begun = 0;
  readonly #gateway: Gateway;
  readonly #marks: string;
  #ledger: Ledger | undefined;

  constructor(
    readonly house: House,
    terms: Terms,
  ) {
    this.#gateway = house.gatewayUnder(terms);
    this.#marks = house.newMarks();
  }

  async begin(): Promise<void> {
    await this.house.order('POST', '/admin/reset');
    this.begun = (await this.house.sandbox.log()).at(-1)?.n ?? 0;
    await this.loseLedger();
  }

  get file(): string {
    return this.files.at(-1)!;
  }

  /** A desk on a ledger that is open; `life` ends in the middle of a run. */
  async desk(life?: Life): Promise<DeclarationDesk> {
    this.#ledger ??= await this.house.open(this.file, this.#marks);
    const desk = this.house.deskOn(this.#gateway, this.#ledger);
    return life ? { ...desk, ledger: life.of(desk.ledger), gateway: life.of(desk.gateway) } : desk;
  }

  /** The process is gone: what is in the air lands, the file is opened anew by the next one. */
  async restart(): Promise<void> {
    await this.house.sandbox.log();
    await this.#ledger?.close();
    this.#ledger = undefined;
  }

  /** Begins an empty file; what this machine has seen lies beside it. */
  async loseLedger(): Promise<void> {
    await this.restart();
    this.files.push(this.house.newFile());
  }

  async unsettled(): Promise<readonly Intent[]> {
    const { ledger, gateway, structure } = await this.desk();
    return ledger.unsettled({ profile: gateway.profile.id, host: gateway.host, structure: structure.structureCode });
  }

  /** Calls that France Travail has had since the sequence began. */
  async calls() {
    return (await this.house.sandbox.log()).filter(({ n }) => n > this.begun);
  }

  /** References and versions that France Travail has taken. */
  async taken(): Promise<ReadonlySet<string>> {
    const taken = (await this.calls()).flatMap(({ declarations }) => declarations.filter(({ committed }) => committed));
    return new Set(taken.map(({ reference, version }) => `${reference} ${version}`));
  }

  /** Every byte of the ledger, as it lies on the disk. */
  bytes(): string {
    const digest = crypto.createHash('sha256');
    for (const end of ['', '-wal']) {
      if (existsSync(this.file + end)) digest.update(readFileSync(this.file + end));
    }
    return digest.digest('hex');
  }

  intents() {
    const query = 'SELECT idempotency_key AS key, version, outcome, settled_at AS settled FROM intents';
    return this.files.filter((file) => existsSync(file)).flatMap((file) => rows(file, query));
  }

  async end(): Promise<void> {
    await this.restart();
    for (const file of this.files) for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
}

function profileUnder(profile: Profile, { keys, lots }: Terms): Profile {
  const known = keys ? profile : withoutKeys(profile);
  // One at a time is the width above which a list leaves in lots.
  if (lots) return { ...known, limits: { ...known.limits, parallel: 1 } };
  const { lots: _lots, ...capabilities } = known.capabilities;
  return { ...known, capabilities };
}

function createTime() {
  let now = NOON;
  let still = false;
  return {
    now: () => (now += 1),
    clock: () => new Date((now += 1)),
    pass: (milliseconds: number) => void (now += milliseconds),
    sleep: async (milliseconds: number) => {
      if (still) await new Promise((resolve) => setTimeout(resolve, 10));
      else now += milliseconds;
    },
    /** Who waits meanwhile waits really, and no lease comes to its end. */
    standStill: async <T>(work: () => Promise<T>): Promise<T> => {
      still = true;
      try {
        return await work();
      } finally {
        still = false;
      }
    },
  };
}

/** Stretching a secret takes a tenth of a second of CPU, for each file that is opened: here once for all of them. */
function stretchOnce(): void {
  const real = crypto.scrypt as (...given: unknown[]) => void;
  const known = new Map<string, Buffer>();
  jest.spyOn(crypto, 'scrypt').mockImplementation(((...given: unknown[]) => {
    const done = given.at(-1) as (error: Error | null, key?: Buffer) => void;
    const name = JSON.stringify(given.slice(0, -1).map(String));
    const found = known.get(name);
    if (found) return done(null, Buffer.from(found));
    real(...given.slice(0, -1), (error: Error | null, key: Buffer) => {
      if (!error) known.set(name, Buffer.from(key));
      done(error, key);
    });
  }) as never);
}
