import { declareAll } from '../../../src/delivery';
import {
  deskOf,
  gatewayTo,
  linesOf,
  PEOPLE,
  round,
  startServer,
  withLedger,
  withPeopleKnown,
  type Measure,
} from '../desk';
import { n8nRate } from './n8n';

/** One call each, eight at the same time, durable; beside it n8n's own HTTP Request node with the same credential. */
export function measureSingle(share: number): Promise<Measure[]> {
  return withLedger(async (ledger, folder) => {
    const count = Math.max(200, Math.round(4_000 * share));
    const server = await startServer(folder);
    let ours: { rate: number; cpu: number; declared: number };
    try {
      const desk = { ...deskOf(await withPeopleKnown(gatewayTo(server)), ledger), parallel: 8 };
      await declareAll(linesOf(500, 1_000_000), desk);
      const before = process.cpuUsage();
      const started = performance.now();
      const run = await declareAll(linesOf(count), desk);
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(before);
      const declared =
        run.kind === 'done' ? run.results.filter(({ outcome }) => outcome.kind === 'declared').length : 0;
      ours = { rate: declared / seconds, cpu: (user + system) / 1000 / count, declared };
    } finally {
      await server.stop();
    }
    const theirs = await n8nRate(Math.max(100, Math.round(1_000 * share)), PEOPLE[0]!.ftNumber).catch(
      (error: unknown) => String(error),
    );
    const beside =
      typeof theirs === 'string'
        ? `n8n's HTTP Request node could not be measured: ${theirs.slice(0, 120)}`
        : `n8n's HTTP Request node ${round(theirs)} calls/s: × ${round(ours.rate / theirs, 1)}`;
    return [
      {
        measure: `one call each, 8 parallel, durable: ${count} declarations, people looked up before`,
        found: `${round(ours.rate)} calls/s, ${ours.declared} declared; ${beside}`,
        target: "≥ 10 × n8n's HTTP Request node with its credential",
        reached: ours.declared === count && typeof theirs === 'number' && ours.rate >= 10 * theirs,
      },
      {
        measure: 'CPU a call, the same run, ledger and TLS included',
        found: `${round(ours.cpu, 2)} ms`,
        target: '≤ 0.5 ms',
        reached: ours.cpu <= 0.5,
      },
    ];
  });
}
