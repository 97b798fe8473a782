import 'reflect-metadata';
import { createRequire } from 'node:module';
import type { EgressFilter } from '../../src/exchange';
import { fastWire, findPerson, FOUND, gatewayTo } from './support';
import { startScripted, type ScriptedServer } from './scriptedServer';

/** The very service behind n8n's `helpers.getSecureEgressFilter()`, taken from the n8n-core that the tests run on. */
function realFilter(policy: 'enforced' | 'unsafe'): EgressFilter {
  const fromCore = createRequire(require.resolve('n8n-core'));
  const { OutboundHttp } = fromCore('@n8n/backend-network') as { OutboundHttp: unknown };
  const { Container } = fromCore('@n8n/di') as {
    Container: { get(service: unknown): { egressFilter(policy: string): EgressFilter } };
  };
  return Container.get(OutboundHttp).egressFilter(policy);
}

describe('the egress filter of the n8n that runs the node', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await startScripted({ api: () => FOUND });
  });
  afterAll(() => server.close());

  it('lets everything pass where the instance has no rules', async () => {
    await expect(
      findPerson(gatewayTo(server, fastWire({ egressFilter: realFilter('unsafe') }))),
    ).resolves.toBeDefined();
  });

  it('keeps the client from private addresses where it has, by number or by name, and not a byte is sent', async () => {
    const before = server.connections;
    const egressFilter = realFilter('enforced');
    const named = (url: string): string => url.replace('127.0.0.1', 'localhost');
    for (const place of [server, { apiBase: named(server.apiBase), tokenUrl: named(server.tokenUrl) }]) {
      const answer = await gatewayTo(place, fastWire({ egressFilter })).authenticate();
      expect(answer).toMatchObject({
        kind: 'failed',
        outcome: {
          kind: 'unavailable',
          code: 'EGRESS_REFUSED',
          retryable: false,
          message: { code: 'exchange.fault.egressRefused' },
        },
      });
    }
    expect(server.connections).toBe(before);
  });
});
