import type { Lease, Ledger, Taken } from '../../src/ledger';
import { ENGINES, type Home } from './engines';
import { SCOPE } from './parts';

const MINUTE = 60_000;

describe.each(ENGINES)('the lease of a structure, in $name', (engine) => {
  let home: Home;
  let now: Date;
  /** Two workers, each with a connection of its own. */
  let one: Ledger;
  let other: Ledger;

  beforeAll(() => engine.start());
  beforeEach(async () => {
    home = await engine.home();
    now = new Date('2026-11-24T08:00:00Z');
    one = await home.open({ clock: () => now });
    other = await home.open({ clock: () => now });
  });
  afterEach(() => Promise.all([one.close(), other.close()]));
  afterAll(() => engine.stop());

  const pass = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));
  const leaseOf = (taken: Taken): Lease => {
    if (taken.kind !== 'taken') throw new Error(`held by ${taken.holder}`);
    return taken.lease;
  };

  it('is had by one of two workers, and by the other after its release', async () => {
    const lease = leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE));
    expect(lease).toEqual({ scope: SCOPE, holder: 'run-1', fence: 1, until: '2026-11-24T08:01:00.000Z' });
    expect(await other.leases.take(SCOPE, 'run-2', MINUTE)).toEqual({
      kind: 'heldElsewhere',
      holder: 'run-1',
      until: lease.until,
    });
    await one.leases.release(lease);
    expect(leaseOf(await other.leases.take(SCOPE, 'run-2', MINUTE)).fence).toBe(2);
    expect(await one.leases.renew(lease, MINUTE)).toBeUndefined();
  });

  it('is had by one of many who ask at the same moment', async () => {
    const workers = [one, other, one, other, one, other];
    const asked = workers.map((worker, n) => worker.leases.take(SCOPE, `run-${n}`, MINUTE));
    expect((await Promise.all(asked)).filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  });

  it('lasts as long as it is renewed', async () => {
    let lease = leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE));
    for (let count = 0; count < 3; count += 1) {
      pass(MINUTE - 1);
      lease = (await one.leases.renew(lease, MINUTE))!;
      expect((await other.leases.take(SCOPE, 'run-2', MINUTE)).kind).toBe('heldElsewhere');
    }
    expect(lease.fence).toBe(1);
  });

  it('is taken over from who was killed, at its end and not before; who wakes up again has lost it', async () => {
    const lost = leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE));
    pass(MINUTE - 1);
    expect((await other.leases.take(SCOPE, 'run-2', MINUTE)).kind).toBe('heldElsewhere');
    pass(1);
    expect(leaseOf(await other.leases.take(SCOPE, 'run-2', MINUTE)).fence).toBe(2);
    expect(await one.leases.renew(lost, MINUTE)).toBeUndefined();
    await one.leases.release(lost);
    expect((await one.leases.take(SCOPE, 'run-3', MINUTE)).kind).toBe('heldElsewhere');
  });

  it('can still be renewed after its end when nobody took it', async () => {
    const lease = leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE));
    pass(5 * MINUTE);
    expect((await one.leases.renew(lease, MINUTE))?.until).toBe('2026-11-24T08:06:00.000Z');
  });

  it('of a clock that ran years ahead does not lock a structure out', async () => {
    now = new Date('2099-01-01T00:00:00Z');
    await one.leases.take(SCOPE, 'run-1', MINUTE);
    now = new Date('2026-11-24T08:00:00Z');
    expect(leaseOf(await other.leases.take(SCOPE, 'run-2', MINUTE)).fence).toBe(2);
  });

  it('is free after its release for a clock that was set back', async () => {
    await one.leases.release(leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE)));
    pass(-30 * MINUTE);
    expect((await other.leases.take(SCOPE, 'run-2', MINUTE)).kind).toBe('taken');
  });

  it('is what adopting needs: who has lost it neither believes anything new nor counts as reconciled', async () => {
    const lost = leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE));
    pass(MINUTE);
    await other.holdings.require(SCOPE, 'restored');
    const lease = leaseOf(await other.leases.take(SCOPE, 'run-2', MINUTE));
    const problem = { problem: { code: 'ledger.leaseLost' } };
    await expect(one.holdings.adopt(lost, [], [])).rejects.toMatchObject(problem);
    await expect(one.holdings.settled(lost)).rejects.toMatchObject(problem);
    expect(await other.holdings.check(lease)).toEqual({ kind: 'due', reason: 'restored' });
  });

  it('is one for each structure; nobody takes one for more than an hour', async () => {
    leaseOf(await one.leases.take(SCOPE, 'run-1', MINUTE));
    leaseOf(await other.leases.take({ ...SCOPE, structure: 'PLI6201' }, 'run-2', MINUTE));
    await expect(one.leases.take(SCOPE, 'run-3', 61 * MINUTE)).rejects.toThrow(RangeError);
  });
});
