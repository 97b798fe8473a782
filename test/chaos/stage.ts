import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { done } from '../../scripts/chaos/deeds';
import { readKeys, readLedgers } from '../../scripts/chaos/ledgerRows';
import type { Mark, Tell } from '../../scripts/chaos/marks';
import { matched } from '../../scripts/chaos/matching';
import type { Deed, ProfileChange, WorkerOrder } from '../../scripts/chaos/orders';
import type { Ground } from '../../scripts/chaos/storm';
import { deskOf } from '../../scripts/chaos/workerDesk';
import { startWorker, type WorkerProcess } from '../../scripts/chaos/workerProcess';
import type { Sandbox } from '../../sandbox/server';
import type { Person } from '../../sandbox/world';
import { openLedger, type Ledger, type LedgerPlace } from '../../src/ledger';

/** Time enough for a machine that is busy; no wait that only another server than ours needs. */
const PATIENT = {
  timeoutMs: 20_000,
  attempts: 2,
  backoff: { firstMs: 1, factor: 1, maxMs: 1 },
  maxRetryAfterSeconds: 0,
};
const READ_BACK = { lagMs: 0, slowestCommitMs: 0 };
const LANDED_MS = 50;

export interface Way {
  readonly keys: boolean;
  readonly lots: boolean;
}

/** What is done about some people, and was done before. */
export interface Plan {
  readonly name: string;
  /** How many people it takes. */
  readonly width: number;
  readonly earlier: readonly ((people: readonly Person[]) => Deed)[];
  /** Right before. */
  readonly just?: (people: readonly Person[]) => Deed;
  readonly deed: (people: readonly Person[]) => Deed;
}

export interface Setting {
  readonly plan: Plan;
  readonly way: Way;
  readonly sandbox: Sandbox;
  readonly ledger: LedgerPlace;
  readonly ground: Ground;
}

/** The moments at which a run may end: before each step, and after the last. */
export function momentsOf(marks: readonly Mark[]): number[] {
  return marks.flatMap(({ when }, nth) => (when === 'before' || nth === marks.length - 1 ? [nth] : []));
}

/** A France Travail that knows nothing, a ledger of its own, and one run after the other about people of its own. */
export class Stage {
  #said = 0;

  private constructor(
    private readonly setting: Setting,
    private readonly ledger: Ledger,
    private readonly keysFile: string,
  ) {}

  static async open(setting: Setting): Promise<Stage> {
    const { sandbox, ground } = setting;
    const alreadyLogged = (await sandbox.log()).length;
    expect((await fetch(`${sandbox.adminUrl}/reset`, { method: 'POST' })).ok).toBe(true);
    const ledger = await openLedger({ ...setting.ledger, secret: 'phrase' });
    const stage = new Stage(setting, ledger, join(mkdtempSync(join(ground.folder, 'stage-')), 'keys.jsonl'));
    stage.#said = alreadyLogged;
    return stage;
  }

  /** What was said earlier about everybody, together. */
  async earlier(groups: readonly (readonly Person[])[]): Promise<void> {
    for (const said of this.setting.plan.earlier) {
      const ends = await this.#run(together(groups.map((people) => said(people))), { ...PATIENT }, { lots: true });
      expect(ends.filter((end) => end !== 'declared' && end !== 'unchanged')).toEqual([]);
    }
  }

  /** Does it in this process, undisturbed. @returns the steps that it takes */
  async wholly(people: readonly Person[]): Promise<readonly Mark[]> {
    await this.#just(people);
    const marks: Mark[] = [];
    const tell: Tell = (mark) => void marks.push(mark);
    const ends = await this.#run(this.setting.plan.deed(people), { ...PATIENT, parallel: 1 }, this.setting.way, tell);
    expect(ends).toEqual(people.map(() => 'declared'));
    return marks;
  }

  /**
   * Does it in a process of its own, which is killed at a moment; then the next run.
   * @param there the step at which it is killed
   */
  async dieAt(moment: number, there: Mark, people: readonly Person[], worker: WorkerProcess): Promise<void> {
    await this.#just(people);
    const deed = this.setting.plan.deed(people);
    const heard: Mark[] = [];
    await worker.ready;
    const order = this.#order(deed, { ...PATIENT, parallel: 1 }, this.setting.way);
    worker.go({ ...order, dieAt: moment }, (news) => {
      if (news.kind === 'mark') heard.push(news.mark);
    });
    expect(await worker.ended).toBe(false);
    expect({ steps: heard.length, last: heard.at(-1) }).toEqual({ steps: moment + 1, last: there });
    await this.#run(deed, PATIENT, this.setting.way);
  }

  worker(): WorkerProcess {
    return startWorker(this.setting.ground.bundle, this.setting.ground.cache);
  }

  /**
   * What France Travail holds of them: each accompaniment, and how often it was written. Nobody's own id is in it, and no
   * version: one that was recorded and never left is not used again.
   */
  async held(people: readonly Person[]): Promise<unknown> {
    const state = (await (await fetch(`${this.setting.sandbox.adminUrl}/state`)).json()) as {
      accompaniments: { reference: string; writes: number; declaration: { version: number } }[];
    };
    return people.map((person) =>
      state.accompaniments
        .filter(({ reference }) => reference.startsWith(`${idOf(person)}.`))
        .map(({ reference, writes, declaration: { version: _, ...content } }) => [
          reference.split('.')[1],
          writes,
          content,
        ])
        .toSorted(),
    );
  }

  /** Holds both sides' own records against each other, declaration by declaration. */
  async verdict(): Promise<ReturnType<typeof matched>> {
    const log = (await this.setting.sandbox.log()).slice(this.#said);
    const { intents, journal } = await readLedgers([this.setting.ledger]);
    return matched({ log, intents, journal, keys: readKeys(this.keysFile), wanted: new Map(), held: new Map() });
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  async #just(people: readonly Person[]): Promise<void> {
    const { just } = this.setting.plan;
    if (just) await this.#run(just(people), PATIENT, { lots: true });
  }

  #order(task: Deed, limits: ProfileChange['limits'], way: Partial<Way>): WorkerOrder {
    const { sandbox, ledger } = this.setting;
    const { apiBase: url, tokenUrl, clientId, clientSecret, structureCode } = sandbox;
    return {
      server: { url, tokenUrl, clientId, clientSecret, structureCode },
      profile: { keys: true, lots: false, ...way, limits, readBack: READ_BACK },
      ledger,
      ledgerSecret: 'phrase',
      keysFile: this.keysFile,
      task,
    };
  }

  async #run(
    deed: Deed,
    limits: ProfileChange['limits'],
    way: Partial<Way>,
    tell: Tell = () => undefined,
  ): Promise<readonly string[]> {
    // What a killed worker has sent lands at once: nobody has to wait for it as long as the profile says.
    const desk = { ...deskOf(this.#order(deed, limits, way), this.ledger, tell), sleep: () => pause(LANDED_MS) };
    const run = await done(deed, desk);
    if (run.kind === 'refused') throw new Error(run.problem.code);
    return run.results.map(({ outcome }) => outcome.kind);
  }
}

export function idOf({ index }: Person): string {
  return `E-${index}`;
}

function together(deeds: readonly Deed[]): Deed {
  const lines = deeds.flatMap((deed) => (deed.kind === 'declare' ? deed.lines : []));
  const records = deeds.flatMap((deed) => (deed.kind === 'declare' ? [] : deed.records));
  return lines.length > 0 ? { kind: 'declare', lines } : { kind: 'synchronise', records };
}
