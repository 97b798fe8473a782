import { declareAll } from '../../../src/delivery';
import {
  cpuOf,
  deskOf,
  gatewayTo,
  linesOf,
  round,
  startServer,
  withLedger,
  withPeopleKnown,
  type Measure,
} from '../desk';

/** Lots of 100 with a durable ledger; people are looked up before the clock starts, as each needs a call of its own. */
export function measureLots(share: number): Promise<Measure[]> {
  return withLedger(async (ledger, folder) => {
    const server = await startServer(folder);
    try {
      const gateway = await withPeopleKnown(gatewayTo(server));
      const desk = deskOf(gateway, ledger);
      const count = Math.max(400, Math.round(30_000 * share));
      await declareAll(linesOf(2_000, 1_000_000), desk);
      const cpu = process.cpuUsage();
      const theirs = cpuOf(server.pid);
      const started = performance.now();
      const run = await declareAll(linesOf(count), desk);
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      const sandbox = (cpuOf(server.pid) - theirs) / count;
      const declared =
        run.kind === 'done' ? run.results.filter(({ outcome }) => outcome.kind === 'declared').length : 0;
      const rate = declared / seconds;
      return [
        {
          measure: `lots of 100: ${count} declarations, people looked up before`,
          found: `${round(rate)} declarations/s, ${declared} declared, ${round((user + system) / 1000 / count, 3)} ms CPU a declaration (beside it the sandbox's own ${round(sandbox, 3)} ms)`,
          target: '≥ 5000 declarations/s, durable',
          reached: declared === count && rate >= 5_000,
        },
      ];
    } finally {
      await server.stop();
    }
  });
}
