import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declareAll } from '../../../src/delivery';
import { systemWire } from '../../../src/exchange';
import { deskOf, gatewayTo, linesOf, round, startServer, unpaced, withLedger, type Measure } from '../desk';

interface Line {
  readonly at: string;
  readonly operation: string;
  readonly status: number;
}

/** A server that grants ten calls a second, for a minute: how much of it is used, and how often it has to say no. */
export function measureQuota(share: number): Promise<Measure[]> {
  return withLedger(async (ledger, folder) => {
    const seconds = Math.max(10, Math.round(60 * share));
    const server = await startServer(folder, ['--quota', '10/1']);
    try {
      const pace = { rate: { calls: 10, perSeconds: 1, burst: 1 } };
      const gateway = gatewayTo(server, systemWire(), (profile) => unpaced(profile, pace));
      // Each line is a look-up and a declaration.
      await declareAll(linesOf(seconds * 5 + 20), { ...deskOf(gateway, ledger), parallel: 8 });
    } finally {
      await server.stop();
    }
    const log = readFileSync(join(folder, 'access.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const calls = log.filter(({ operation }) => operation !== 'token');
    const first = Date.parse(calls[0]!.at);
    const inside = calls.filter(({ at }) => Date.parse(at) - first < seconds * 1000);
    const refused = inside.filter(({ status }) => status === 429).length;
    const used = (inside.length - refused) / (10 * seconds);
    return [
      {
        measure: `a quota of 10/s over ${seconds} s`,
        found: `${round(used * 100, 1)} % used, ${round((100 * refused) / inside.length, 1)} % answered 429`,
        target: '≥ 97 % used, ≤ 1 % answered 429',
        reached: used >= 0.97 && refused / inside.length <= 0.01,
      },
    ];
  });
}
