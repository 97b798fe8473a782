import { openLedger } from '../../src/ledger';
import { intent } from './parts';

/** Records intents one after the other and says so after each, until somebody kills it. */
async function record([file = '', secret = '']: readonly string[]): Promise<void> {
  const ledger = await openLedger({ file, secret });
  for (let n = 0; n < 100_000; n += 1) {
    await ledger.record([intent({ reference: `K${n}` })]);
    process.stdout.write(`K${n}.\n`);
  }
}

void record(process.argv.slice(2));
