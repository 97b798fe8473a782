import fc from 'fast-check';
import {
  adoptHeld,
  previewSynchronisation,
  reconcile,
  synchronise,
  undoRun,
  type DeclarationLine,
  type DeclarationDesk,
  type ListToSynchronise,
  type Run,
} from '../../src/delivery';
import { free, lineOf, TODAY } from '../delivery/desk';
import { hear } from './hearing';
import type { Plie } from './house';
import { ABSENT_SINCE, type Model, type Person } from './model';
import { Died, Life, type Death } from './mortal';
import { lastRun, undoing } from './undoing';

type Command = fc.AsyncCommand<Model, Plie>;

/** Longer than anything can be in the air. */
const PAUSE_MS = 10 * 60_000;

function lineFor(person: Person, index: number): DeclarationLine {
  const { start: entryDate, pause, exit, met: lastMeetingDate, referent: referentName } = person;
  const nth = Number(person.id.split('-')[1]);
  const change = {
    id: person.id,
    entryDate,
    lastMeetingDate,
    referentName,
    ...(pause ? { suspensionFrom: pause } : {}),
    ...(exit ? { exitDate: exit, exitReason: 'durableJob' } : {}),
  };
  return lineOf(free(nth), change, index);
}

export function listOf(model: Model, date = TODAY): ListToSynchronise {
  const lines = model.people.filter(({ listed }) => listed).map(lineFor);
  const absence = model.closesAbsent
    ? ({ mode: 'close', exitDate: ABSENT_SINCE, exitReason: 'moved' } as const)
    : ({ mode: 'report' } as const);
  return { lines, absence, date };
}

function canSend(model: Model): boolean {
  return !model.mustReconcile && model.people.some(({ listed }) => listed);
}

const agendaOf = (model: Model) => model.people.flatMap((person) => model.agenda(person));

/** A sending in which something goes wrong; what it leaves behind is for those that follow. */
async function sendInTrouble(model: Model, plie: Plie, send: () => Promise<Run<unknown> | 'died'>): Promise<void> {
  plie.house.time.pass(PAUSE_MS);
  model.run += 1;
  model.calm = false;
  model.keepNumbers();
  const agenda = agendaOf(model);
  const run = await send();
  model.sent = true;
  await hear(model, plie, agenda, false);
  if (run !== 'died' && run.kind === 'done') model.forgetNumbers();
}

/** A sending in which nothing goes wrong: all of the list is said, and all that was in the air has an end. */
export async function sendQuietly(model: Model, plie: Plie, send = sendAlone): Promise<void> {
  plie.house.time.pass(PAUSE_MS);
  model.run += 1;
  model.keepNumbers();
  const agenda = agendaOf(model);
  await send(listOf(model), plie);
  model.sent = true;
  await hear(model, plie, agenda, true);
  model.forgetNumbers();
}

async function sendAlone(list: ListToSynchronise, plie: Plie): Promise<void> {
  expectDone(await synchronise(list, await plie.desk()));
}

/** The other one is told that the structure is busy, or finds nothing left to say. */
async function sendTwice(list: ListToSynchronise, plie: Plie): Promise<void> {
  const desk = await plie.desk();
  const runs = await plie.house.time.standStill(() => Promise.all([synchronise(list, desk), synchronise(list, desk)]));
  const refusals = runs.flatMap((run) => (run.kind === 'refused' ? [run.problem.code] : []));
  if (refusals.length > 1 || refusals.some((code) => code !== 'delivery.busy')) throw new Error(refusals.join());
}

function expectDone(run: { readonly kind: string }): void {
  if (run.kind !== 'done') throw new Error(JSON.stringify(run));
}

export class Send implements Command {
  check = canSend;
  run = (model: Model, plie: Plie) => sendQuietly(model, plie);
  toString = () => 'send';
}

export class SendTwiceAtOnce implements Command {
  check = canSend;
  run = (model: Model, plie: Plie) => sendQuietly(model, plie, sendTwice);
  toString = () => 'send twice at once';
}

export class SendAndDie implements Command {
  constructor(private readonly death: Death) {}
  check = canSend;
  run = (model: Model, plie: Plie) =>
    sendInTrouble(model, plie, async () => {
      const life = new Life(this.death);
      const run = await synchronise(listOf(model), await plie.desk(life)).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
        return 'died' as const;
      });
      await plie.restart();
      return life.over ? 'died' : run;
    });
  toString = () => `die ${this.death.when} ${this.death.step} ${this.death.nth + 1}`;
}

export class SendInFaults implements Command {
  constructor(private readonly faults: readonly Readonly<Record<string, unknown>>[]) {}
  check = canSend;
  run = (model: Model, plie: Plie) =>
    sendInTrouble(model, plie, async () => {
      for (const fault of this.faults) await plie.house.order('POST', '/admin/faults', fault);
      const run = await synchronise(listOf(model), await plie.desk());
      await plie.house.order('DELETE', '/admin/faults');
      return run;
    });
  toString = () =>
    `send under ${this.faults.map(({ kind, count }) => `${String(kind)}×${String(count ?? '∞')}`).join('+')}`;
}

export class SendOlderExport implements Command {
  check = (model: Model) => canSend(model) && model.sent;
  async run(model: Model, plie: Plie): Promise<void> {
    const before = (await plie.calls()).length;
    const run = await synchronise(listOf(model, '2026-11-20'), await plie.desk());
    if (run.kind === 'done' || run.problem.code !== 'delivery.list.older') throw new Error(`not refused: ${run.kind}`);
    if ((await plie.calls()).length !== before) throw new Error('an older export has cost a call');
  }
  toString = () => 'older export';
}

export class DryRun implements Command {
  check = canSend;
  async run(model: Model, plie: Plie): Promise<void> {
    const desk = await plie.desk();
    const [calls, bytes] = [(await plie.calls()).length, plie.bytes()];
    const run = await previewSynchronisation(listOf(model), desk);
    expectDone(run);
    if ((await plie.calls()).length !== calls) throw new Error('a dry run has cost a call');
    if (plie.bytes() !== bytes) throw new Error('a dry run has written');
    if (model.air.size > 0 || run.kind === 'refused') return;
    const would = run.results.flatMap((one) => (one.would === 'send' ? [one.reference] : [])).sort();
    const wanted = agendaOf(model)
      .map(({ reference }) => reference)
      .sort();
    if (would.join() !== wanted.join()) throw new Error(`shown: ${would.join()}; would be said: ${wanted.join()}`);
  }
  toString = () => 'dry run';
}

export class UndoLastRun implements Command {
  check = (model: Model) => !model.mustReconcile && model.sent && model.air.size === 0 && lastRun(model) !== undefined;
  async run(model: Model, plie: Plie): Promise<void> {
    plie.house.time.pass(PAUSE_MS);
    const words = undoing(model, lastRun(model)!);
    const people = model.people.map((person, index) => lineFor(person, index).record);
    const run = await undoRun({ people }, await plie.desk());
    if (run.kind === 'refused' && run.problem.code !== 'delivery.undo.nothingSaid') throw new Error(run.problem.code);
    await hear(model, plie, words, true);
    for (const { reference, forgotten } of words) {
      if (forgotten) model.entries.get(reference)!.known = false;
    }
  }
  toString = () => 'undo last run';
}

export class Reconcile implements Command {
  check = (model: Model) => !model.mustReconcile && model.sent;
  async run(model: Model, plie: Plie): Promise<void> {
    plie.house.time.pass(PAUSE_MS);
    const run = await reconcile(
      model.people.map(({ id }) => id),
      await plie.desk(),
    );
    if (run.kind === 'refused') throw new Error(run.problem.code);
    const wrong = run.results.filter(({ kind, reference }) => kind !== 'inTheAir' && !model.air.has(reference));
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  }
  toString = () => 'reconcile';
}

export class LoseLedger implements Command {
  check = (model: Model) => canSend(model) && [...model.entries.values()].some(({ known }) => known);
  async run(model: Model, plie: Plie): Promise<void> {
    await plie.loseLedger();
    model.calm = false;
    model.lose();
    const before = (await plie.taken()).size;
    const run = await synchronise(listOf(model), await plie.desk());
    if (run.kind === 'done') throw new Error('an empty ledger has spoken');
    if ((await plie.taken()).size !== before) throw new Error('an empty ledger has told something');
    await adopt(model, await plie.desk());
  }
  toString = () => 'lose the ledger, reconcile';
}

async function adopt(model: Model, desk: DeclarationDesk): Promise<void> {
  expectDone(
    await adoptHeld(
      model.people.map(({ id }) => id),
      desk,
    ),
  );
  model.mustReconcile = false;
}
