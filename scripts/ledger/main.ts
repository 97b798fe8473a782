import { once } from 'node:events';
import { LedgerProblem, openUpkeep, type LedgerStats, type Upkeep } from '../../src/ledger';
import { CommandProblem, problem, say, tell } from '../terminal';
import { readOptions, type LedgerOrder } from './options';

/** 0: done, and all is well. 1: the journal is not whole, or something was not done. 2: it could not be asked. */
type Exit = 0 | 1 | 2;

/** Months that the audit journal is kept: usually, and at the least (CNIL 2021-122). */
const USUAL_MONTHS = 12;
const LEAST_MONTHS = 6;

const now = new Date();

async function run(upkeep: Upkeep, order: Exclude<LedgerOrder, { command: 'help' }>): Promise<Exit> {
  switch (order.command) {
    case 'verify':
      return verify(upkeep, order);
    case 'stats':
      return stats(await upkeep.stats(monthsAgo(USUAL_MONTHS)));
    case 'export':
      return exportAll(upkeep);
    case 'purge':
      return purge(upkeep, order);
    case 'forget':
      return forget(upkeep, order);
  }
}

async function verify(upkeep: Upkeep, { head: kept }: LedgerOrder & { command: 'verify' }): Promise<Exit> {
  const { fault, seals, sealed, open, head } = await upkeep.verify(kept);
  if (fault) {
    print(say(fault.code, fault.params));
    return 1;
  }
  print(say('ledgerCommand.whole', { seals, entries: sealed, open }));
  if (head) print(say('ledgerCommand.head', { head: `${head.seal}:${head.hash}` }));
  return 0;
}

function stats({ scopes, journal }: LedgerStats): Exit {
  for (const { structure, host, profile, usedAt, told, inTheAir } of scopes) {
    print(say('ledgerCommand.scope', { structure, host, profile, date: usedAt.slice(0, 10), inTheAir }));
    for (const [status, count] of Object.entries(told)) print(`  ${status}: ${count}`);
  }
  const { entries, seals, open, old, from, to, outcomes, head } = journal;
  print(say('ledgerCommand.journal', { entries, seals, open }));
  if (from && to) print(say('ledgerCommand.span', { from: from.slice(0, 10), to: to.slice(0, 10) }));
  for (const { operation, outcome, count } of outcomes) print(`  ${operation} ${outcome}: ${count}`);
  if (old > 0) print(say('ledgerCommand.old', { count: old, months: USUAL_MONTHS }));
  if (head) print(say('ledgerCommand.head', { head: `${head.seal}:${head.hash}` }));
  return 0;
}

async function exportAll(upkeep: Upkeep): Promise<Exit> {
  let count = 0;
  for await (const line of upkeep.export()) {
    count += 1;
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
  tell('ledgerCommand.exported', { count });
  return 0;
}

async function purge(upkeep: Upkeep, order: LedgerOrder & { command: 'purge' }): Promise<Exit> {
  const { before, reason, sure } = order;
  const date = new Date(`${before}T00:00:00Z`);
  if (date > monthsAgo(LEAST_MONTHS))
    throw problem('ledgerCommand.purgeTooEarly', { date: before, months: LEAST_MONTHS });
  if (date > monthsAgo(USUAL_MONTHS) && reason === undefined) {
    throw problem('ledgerCommand.purgeNeedsReason', { date: before, months: USUAL_MONTHS });
  }
  const purged = await upkeep.purge(date, { sure, ...(reason === undefined ? {} : { reason }) });
  print(say(sure ? 'ledgerCommand.purged' : 'ledgerCommand.wouldPurge', { date: before, ...purged }));
  return 0;
}

async function forget(upkeep: Upkeep, order: LedgerOrder & { command: 'forget' }): Promise<Exit> {
  const { reference, secret, sure } = order;
  const { rows, inTheAir } = await upkeep.forget(reference, { sure, secret });
  if (inTheAir) {
    print(say('ledgerCommand.forgetInTheAir'));
    return 1;
  }
  if (rows === 0) print(say('ledgerCommand.forgetNothing'));
  else print(say(sure ? 'ledgerCommand.forgotten' : 'ledgerCommand.wouldForget', { rows }));
  return 0;
}

function monthsAgo(months: number): Date {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<Exit> {
  const { order, place } = readOptions(process.argv.slice(2), process.env);
  if (order.command === 'help') {
    print(say('ledgerCommand.help'));
    return 0;
  }
  const upkeep = await openUpkeep(place);
  try {
    return await run(upkeep, order);
  } finally {
    await upkeep.close();
  }
}

main()
  .catch((error: unknown): Exit => {
    if (error instanceof LedgerProblem) tell(error.problem.code, error.problem.params);
    else if (error instanceof CommandProblem) process.stderr.write(`${error.message}\n`);
    else throw error;
    return 2;
  })
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      tell('ledgerCommand.failed', { name: error instanceof Error ? error.name : typeof error });
      process.exitCode = 2;
    },
  );
