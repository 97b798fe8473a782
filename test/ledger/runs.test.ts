import { RUN_COUNTS, type RunCounts } from '../../src/accompaniment';
import { LedgerProblem, type Ledger } from '../../src/ledger';
import { ENGINES, type Home } from './engines';
import { SCOPE } from './parts';

const counts = (change: Partial<RunCounts> = {}): RunCounts => ({
  ...(Object.fromEntries(RUN_COUNTS.map((id) => [id, 0])) as RunCounts),
  ...change,
});

describe.each(ENGINES)('the runs of a list, in $name', (engine) => {
  let home: Home;
  let ledger: Ledger;
  let now = new Date('2026-11-01T07:00:00Z');
  const days = (count: number): void => {
    now = new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
  };
  beforeAll(() => engine.start());
  beforeEach(async () => {
    now = new Date('2026-11-01T07:00:00Z');
    home = await engine.home();
    ledger = await home.open({ clock: () => now });
  });
  afterEach(() => ledger.close());
  afterAll(() => engine.stop());

  it('has none at first', async () => {
    expect(await ledger.runs.last(SCOPE, 12)).toEqual([]);
  });

  it('keeps the newest, oldest first, over a restart; another structure has its own', async () => {
    for (const open of [1, 2, 3]) {
      await ledger.runs.finished(SCOPE, counts({ open, remindersStopped: open }));
      days(7);
    }
    await ledger.runs.finished({ ...SCOPE, structure: 'PLI0000' }, counts({ open: 99 }));
    await ledger.close();
    ledger = await home.open({ clock: () => now });
    expect(await ledger.runs.last(SCOPE, 2)).toEqual([
      { at: '2026-11-08T07:00:00.000Z', counts: counts({ open: 2, remindersStopped: 2 }) },
      { at: '2026-11-15T07:00:00.000Z', counts: counts({ open: 3, remindersStopped: 3 }) },
    ]);
  });

  it('lets go of what is more than 400 days old', async () => {
    await ledger.runs.finished(SCOPE, counts({ open: 1 }));
    days(401);
    await ledger.runs.finished(SCOPE, counts({ open: 2 }));
    expect((await ledger.runs.last(SCOPE, 12)).map((run) => run.counts.open)).toEqual([2]);
  });

  it('takes a count that an older version did not write for none', async () => {
    await ledger.runs.finished(SCOPE, counts({ open: 4 }));
    await ledger.close();
    await home.sql(`update runs set counts = '{"open":4}'`);
    ledger = await home.open({ clock: () => now });
    expect((await ledger.runs.last(SCOPE, 12))[0]?.counts).toEqual(counts({ open: 4 }));
  });

  it('is not read with another secret', async () => {
    await ledger.runs.finished(SCOPE, counts());
    const other = await home.open({ secret: 'une tout autre phrase' });
    await expect(other.runs.last(SCOPE, 12)).rejects.toThrow(LedgerProblem);
    await other.close();
  });
});
