import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declareAll } from '../../../src/delivery';
import { deskOf, gatewayTo, linesOf, startServer, withLedger, type Measure } from '../desk';

/** Ten executions in one process that begin at the same moment, with the same access. */
export function measureTokens(): Promise<Measure[]> {
  return withLedger(async (ledger, folder) => {
    const server = await startServer(folder);
    try {
      const executions = Array.from({ length: 10 }, (_, nth) =>
        declareAll(linesOf(5, nth * 5), deskOf(gatewayTo(server), ledger)),
      );
      await Promise.all(executions);
    } finally {
      await server.stop();
    }
    const log = readFileSync(join(folder, 'access.jsonl'), 'utf8').trim().split('\n');
    const calls = log.filter((line) => (JSON.parse(line) as { operation: string }).operation === 'token').length;
    return [
      {
        measure: 'token calls, 10 parallel executions in one process',
        found: `${calls} for ${log.length - calls} other calls`,
        target: '1',
        reached: calls === 1,
      },
    ];
  });
}
