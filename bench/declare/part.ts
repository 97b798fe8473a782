/** Measures one part in a process of its own, and says what was found as one line of JSON. */
import { gatewayTo, startServer, withLedger, type Measure } from './desk';
import type { Part } from './options';
import { measureDressed } from './parts/dressed';
import { measureLots } from './parts/lots';
import { measureQuota } from './parts/quota';
import { measureRetryAfter } from './parts/retryAfter';
import { measureSingle } from './parts/single';
import { synchroniseStock } from './parts/stock';
import { measureTokens } from './parts/tokens';
import { compareDatasets } from './parts/compareDatasets';

const MEASURE: Readonly<Record<Exclude<Part, 'stock'>, (share: number) => Promise<Measure[]>>> = {
  lots: measureLots,
  single: measureSingle,
  quota: measureQuota,
  retryAfter: measureRetryAfter,
  tokens: measureTokens,
  dressed: measureDressed,
};

async function main([part = '', value = '']: readonly string[]): Promise<unknown> {
  if (part === 'stock') return stock(Number(value));
  if (part === 'compare') return compareDatasets(Number(value));
  return MEASURE[part as keyof typeof MEASURE](Number(value));
}

/** Bodies are written by the real gateway; nobody is called. */
function stock(count: number): Promise<unknown> {
  return withLedger(async (_ledger, folder) => {
    const server = await startServer(folder);
    await server.stop();
    return synchroniseStock(count, gatewayTo(server));
  });
}

void main(process.argv.slice(2)).then((found) => {
  process.stdout.write(`\nFOUND ${JSON.stringify(found)}\n`);
  process.exit(0);
});
