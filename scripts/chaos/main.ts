/** `npm run chaos`: declarations in a storm, workers killed by the hundred, and what is left of it. */
import { join } from 'node:path';
import { CommandProblem } from '../terminal';
import { stormElsewhere } from './elsewhere';
import { postgresHouse, sqliteHouse } from './ledgers';
import { lastLine, type Verdict } from './matching';
import { readOptions, type ChaosOptions } from './options';
import { ownStorm } from './ownStorm';
import { layGround, type Ground } from './storm';
import { Tally } from './tally';

const ROOT = join(__dirname, '../..');
const PROGRESS_MS = 10_000;
/** Of each kind, so many are named. */
const NAMED = 20;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  const started = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - started) / 1000)} s`;
  const tally = new Tally();
  const ground = await layGround(ROOT);
  const progress = setInterval(() => {
    process.stderr.write(
      `chaos: ${tally.kills} of ${options.kills} kills, ${tally.sends} of ${options.sends} declarations, ${seconds()}\n`,
    );
  }, PROGRESS_MS);
  try {
    const { verdict, troubles } = await storm(options, ground, tally);
    clearInterval(progress);
    tell(options, tally, troubles, seconds());
    tellVerdict(verdict);
    process.stdout.write(`${lastLine(verdict)}\n`);
    return verdict.lost.length + verdict.twice.length + verdict.unexplained.length > 0 ? 1 : 0;
  } finally {
    clearInterval(progress);
    ground.clear();
  }
}

async function storm({ kills, sends, seed, ledger, elsewhere }: ChaosOptions, ground: Ground, tally: Tally) {
  const house = ledger === 'sqlite' ? sqliteHouse(ground.folder) : await postgresHouse();
  const troubles = new Map<string, number>();
  const onTrouble = (_: string, words: string): void => void troubles.set(words, (troubles.get(words) ?? 0) + 1);
  const stormOptions = { goals: { kills, sends }, tally, seed, onTrouble };
  try {
    const verdict = elsewhere
      ? await stormElsewhere(elsewhere, ground, house, stormOptions)
      : await ownStorm(ground, house, stormOptions);
    return { verdict, troubles };
  } finally {
    await house.close();
  }
}

function tell(
  { seed, ledger }: ChaosOptions,
  tally: Tally,
  troubles: ReadonlyMap<string, number>,
  seconds: string,
): void {
  const { kills, elsewhere, sends, perStep } = tally;
  const rows = perStep.map(([step, count]) => `  ${step.padEnd(28)}${String(count).padStart(6)}`);
  const shown = [...troubles].sort((left, right) => right[1] - left[1]).slice(0, NAMED);
  const met = shown.map(([words, count]) => `  ${words.padEnd(60)}${String(count).padStart(6)}`);
  process.stdout.write(
    [
      `seed ${seed}, ledger ${ledger}, ${seconds}`,
      `declarations that have their end in the ledger: ${sends}`,
      `kill -9 between an intent and its outcome: ${kills} (and ${elsewhere} where nothing was in the air), by step:`,
      ...rows,
      ...(met.length > 0 ? ['runs that were refused, and lines that were said again:', ...met] : []),
      '',
    ].join('\n'),
  );
}

function tellVerdict(verdict: Verdict): void {
  for (const [name, found] of Object.entries(verdict) as [string, readonly string[]][]) {
    for (const one of found.slice(0, NAMED)) process.stderr.write(`${name}: ${one}\n`);
    if (found.length > NAMED) process.stderr.write(`${name}: and ${found.length - NAMED} more\n`);
  }
}

void main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof CommandProblem ? error.message : String((error as Error).stack)}\n`);
    return 1;
  })
  .then((code) => process.exit(code));
