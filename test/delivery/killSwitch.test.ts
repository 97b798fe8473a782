import { declareAll, fetchReferrals, previewDeclarations } from '../../src/delivery';
import { headersFor, openGateway, systemWire, testAccess, type Access, type Wire } from '../../src/exchange';
import { accessTo, fastWire } from '../exchange/support';
import { bench, deskOn, free, kinds, lines, results, rows, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const list = lines(Array.from({ length: 30 }, (_, nth) => free(nth)));
const fresh = async () => {
  const file = place.newFile();
  return { file, ledger: await place.ledger(file) };
};

/** A desk whose access or whose surroundings are stopped. */
async function deskWith(stop: { access?: Partial<Access>; wire?: Partial<Wire>; parallel?: number }) {
  const { ledger, file } = await fresh();
  const { sandbox } = place;
  const access = accessTo({ ...sandbox, clientId: sandbox.clientId, clientSecret: sandbox.clientSecret });
  const gateway = openGateway({ ...access, ...stop.access }, fastWire(stop.wire));
  const { parallel } = stop;
  return { desk: deskOn(place, ledger, { gateway, ...(parallel ? { parallel } : {}) }), ledger, file };
}

describe('“stop everything”', () => {
  it.each([
    ['in the access', { access: { stopped: true } }, 'exchange.fault.stoppedByAccess'],
    ['in n8n’s environment', { wire: { stopped: () => true } }, 'exchange.fault.stoppedByEnvironment'],
  ] as const)('%s: a run sends nothing, asks for no token, and says why', async (_where, stop, code) => {
    const { desk, file } = await deskWith(stop);
    const since = await place.watch();
    expect(await declareAll(list, desk)).toMatchObject({ kind: 'refused', problem: { code } });
    expect(await since()).toEqual([]);
    expect(rows(file, 'select count(*) as n from intents')).toEqual([{ n: 0 }]);
    expect(await previewDeclarations(list, desk)).toMatchObject({ kind: 'done' });
  });

  it('holds for referrals, for the test of the access and for the HTTP Request node as well', async () => {
    const { desk } = await deskWith({ access: { stopped: true } });
    const since = await place.watch();
    const store = await place.store(place.newFile());
    expect(await fetchReferrals({ ...desk, store })).toMatchObject({
      kind: 'refused',
      problem: { code: 'exchange.fault.stoppedByAccess' },
    });
    const { sandbox } = place;
    const access = { ...accessTo({ ...sandbox }), stopped: true as const };
    for (const answer of [await testAccess(access), await headersFor(access)]) {
      expect(answer).toMatchObject({
        kind: 'failed',
        outcome: { message: { code: 'exchange.fault.stoppedByAccess' } },
      });
    }
    expect(await since()).toEqual([]);
  });

  it.each([
    ['line by line', 1],
    ['in lots', undefined],
  ])('during a run (%s): nothing leaves after that moment, and nothing is lost', async (_how, parallel) => {
    let calls = 0;
    let stopAfter = 21;
    const wire = { stopped: () => calls >= stopAfter, onCall: () => void (calls += 1) };
    const { desk, ledger, file } = await deskWith({ wire, ...(parallel ? { parallel } : {}) });
    const since = await place.watch();
    const stopped = await declareAll(list, desk);
    // Those that were in the air at that moment end; none begins.
    expect((await since()).length).toBeLessThanOrEqual(stopAfter + (parallel ?? 8));
    expect(results(stopped).at(-1)?.outcome.message.code).toBe('delivery.stopped');
    expect(stopped).toMatchObject({ notes: [{ code: 'delivery.stopped' }] });
    expect(kinds(stopped).filter((kind) => kind === 'unclear')).toEqual([]);
    stopAfter = Number.POSITIVE_INFINITY;
    const again = await declareAll(list, deskOn(place, ledger));
    expect(kinds(again).filter((kind) => kind !== 'declared' && kind !== 'unchanged')).toEqual([]);
    expect((await place.state()).accompaniments.map(({ writes }) => writes)).toEqual(list.map(() => 1));
    expect(rows(file, 'select count(*) as n from intents where settled_at is null')).toEqual([{ n: 0 }]);
  });

  it('keeps what was in the air unclear, and settles it when the stop is lifted', async () => {
    let stop = false;
    const onCall: Wire['onCall'] = ({ operation }) => void (stop ||= operation === 'declare');
    const { desk } = await deskWith({ wire: { stopped: () => stop, onCall } });
    await place.fault({ kind: 'answerLostAfterCommit', count: 1, operations: ['declarerAccompagnement'] });
    const run = await declareAll(list.slice(0, 1), desk);
    stop = false;
    expect(kinds(run)).toEqual(['unclear']);
    expect(kinds(await declareAll(list.slice(0, 1), deskOn(place, desk.ledger)))).toEqual(['declared']);
    expect((await place.state()).accompaniments.map(({ writes }) => writes)).toEqual([1]);
  });

  it.each([
    ['1', true],
    ['oui', true],
    ['0', false],
    ['non', false],
    ['False', false],
    ['', false],
  ])('PLIE_FT_STOP=%s: %s, read anew each time', (value, stops) => {
    const wire = systemWire();
    expect(wire.stopped?.()).toBe(false);
    process.env['PLIE_FT_STOP'] = value;
    try {
      expect(wire.stopped?.()).toBe(stops);
    } finally {
      delete process.env['PLIE_FT_STOP'];
    }
  });
});
