/**
 * One worker of the storm, in a process of its own: says what a list says, through the doors that the nodes use, and tells
 * on its standard output what it is at. It is made to be killed.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import type { LineResult, Run } from '../../src/delivery';
import { openLedger } from '../../src/ledger';
import { done } from './deeds';
import { listAt } from './lives';
import { textOf, type Tell } from './marks';
import type { LineEnd, WorkerOrder } from './orders';
import { deskOf } from './workerDesk';

/** So often is a list said that does not come to its end; then the next one has its turn. */
const PATIENCE = 40;
const PAUSE_MS = 50;

const out = (line: string): void => void writeSync(1, `${line}\n`);

async function work(order: WorkerOrder, isToFinish: () => boolean): Promise<readonly LineEnd[]> {
  const ledger = await openLedger({ ...order.ledger, secret: order.ledgerSecret });
  const desk = deskOf(order, ledger, tellerOf(order.dieAt));
  const { task } = order;
  let ends: readonly LineEnd[] = [];
  if (task.kind !== 'rounds') ends = await toItsEnd(() => done(task, desk));
  for (let round = task.kind === 'rounds' ? task.from : 0; task.kind === 'rounds'; round += 1) {
    const records = listAt(task.people, task.seed, round);
    ends = await toItsEnd(() => done({ kind: 'synchronise', records }, desk));
    out(`=round ${round}`);
    if (isToFinish()) break;
  }
  await ledger.close();
  return ends;
}

/** Says it again until every line has an end that only another line, or another day, would change. */
async function toItsEnd(say: () => Promise<Run<LineResult>>): Promise<readonly LineEnd[]> {
  for (let time = 1; ; time += 1) {
    const run = await say();
    if (run.kind === 'refused') out(`=refused ${run.problem.code} ${run.code ?? ''}`);
    const results = run.kind === 'done' ? run.results : [];
    const open = results.filter(({ outcome }) => outcome.kind === 'unclear' || outcome.retryable === true);
    for (const { outcome } of open) out(`=open ${outcome.message.code} ${outcome.code ?? ''}`);
    if ((run.kind === 'done' && open.length === 0) || time === PATIENCE) {
      for (const { outcome } of results.filter(isUntold)) out(`=untold ${outcome.message.code} ${outcome.code ?? ''}`);
      return results.flatMap(endOf);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function isUntold({ outcome: { kind } }: LineResult): boolean {
  return kind !== 'declared' && kind !== 'unchanged';
}

function endOf({ reference, version, outcome }: LineResult): LineEnd[] {
  return reference === undefined || version === undefined ? [] : [{ reference, version, outcome: outcome.kind }];
}

function tellerOf(dieAt: number | undefined): Tell {
  let told = 0;
  return (mark) => {
    out(textOf(mark));
    if (told === dieAt) process.kill(process.pid, 'SIGKILL');
    told += 1;
  };
}

let finish = false;
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (line === 'finish') {
    finish = true;
    return;
  }
  void work(JSON.parse(line) as WorkerOrder, () => finish).then(
    (ends) => {
      out(`=ends ${JSON.stringify(ends)}`);
      process.exit(0);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
flushCompileCache();
out('=ready');
