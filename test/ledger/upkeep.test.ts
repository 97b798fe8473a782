import type { ExportLine, Ledger, NewIntent, Upkeep } from '../../src/ledger';
import { ENGINES, type Home } from './engines';
import { DECLARED, intent, PERSON, REJECTED, SCOPE, SECRET } from './parts';

describe.each(ENGINES)('looking after a ledger in $name', (engine) => {
  let home: Home;
  let now: Date;

  beforeAll(() => engine.start());
  beforeEach(async () => {
    home = await engine.home();
    now = new Date('2025-03-10T08:00:00Z');
  });
  afterAll(() => engine.stop());

  const at = (date: string) => (now = new Date(`${date}T08:00:00Z`));
  async function withLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    const ledger = await home.open({ clock: () => now });
    return work(ledger).finally(() => ledger.close());
  }
  async function withUpkeep<T>(work: (upkeep: Upkeep) => Promise<T>): Promise<T> {
    const upkeep = await home.upkeep(() => now);
    return work(upkeep).finally(() => upkeep.close());
  }
  /** Said, and settled unless `outcome` is left out. */
  const tell = (change: Partial<NewIntent>, outcome: typeof DECLARED | undefined = DECLARED) =>
    withLedger(async (ledger) => {
      const [said] = await ledger.record([intent(change)]);
      await ledger.settle([{ intent: said!, outcome }]);
    });
  const leaveInTheAir = (change: Partial<NewIntent>) => withLedger((ledger) => ledger.record([intent(change)]));
  const known = (...references: string[]) =>
    withLedger(async (ledger) => [...(await ledger.told(SCOPE, references)).keys()].sort());
  const count = async (table: string) => Number((await home.sql(`select count(*) as n from ${table}`))[0]?.['n']);
  const fault = () => withUpkeep(async (upkeep) => (await upkeep.verify()).fault);

  const ended = { status: 'closed' as const, operation: 'close' as const };
  const EARLY = new Date('2025-06-01T00:00:00Z');

  describe('a purge', () => {
    beforeEach(async () => {
      await tell({ participantId: 'A', reference: 'A.1', ...ended });
      await tell({ participantId: 'B', reference: 'B.1' });
      await tell({ participantId: 'C', reference: 'C.1', ...ended });
      await tell({ participantId: 'E', reference: 'E.1' }, REJECTED);
      at('2025-09-01');
      await tell({ participantId: 'C', reference: 'C.2', entryNumber: 2 });
      await tell({ participantId: 'D', reference: 'D.1', ...ended });
    });
    const ALL = ['A.1', 'B.1', 'C.1', 'C.2', 'D.1'];

    it('counts only, until it is sure', async () => {
      at('2026-07-01');
      const counted = await withUpkeep((upkeep) => upkeep.purge(EARLY, { sure: false }));
      expect(counted).toEqual({ entries: 4, seals: 4, references: 1, intents: 4 });
      expect(await known(...ALL)).toEqual(ALL);
      expect([await count('journal'), await count('seals'), await count('intents')]).toEqual([6, 6, 6]);
      expect(await withUpkeep((upkeep) => upkeep.purge(EARLY, { sure: true }))).toEqual(counted);
    });

    it('erases the journal of before, and people about whom nothing is under way or was said since', async () => {
      at('2026-07-01');
      await withUpkeep((upkeep) => upkeep.purge(EARLY, { sure: true }));
      expect(await known(...ALL)).toEqual(['B.1', 'C.1', 'C.2', 'D.1']);
      expect(await home.sql(`select min(at) as oldest from journal`)).toEqual([{ oldest: '2025-09-01T08:00:00.000Z' }]);
      expect(await count('intents')).toBe(2);
    });

    it('keeps the chain whole: it starts at a kept seal, after one purge and after another', async () => {
      at('2026-07-01');
      await withUpkeep((upkeep) => upkeep.purge(EARLY, { sure: true }));
      expect(await fault()).toBeUndefined();
      expect((await home.sql('select min(number) as first from seals'))[0]?.['first']).toBe(5);
      await tell({ participantId: 'F', reference: 'F.1' });
      at('2028-01-01');
      const reason = 'fin de la convention';
      await withUpkeep((upkeep) => upkeep.purge(new Date('2027-12-01T00:00:00Z'), { sure: true, reason }));
      expect(await fault()).toBeUndefined();
      expect(await home.sql('select operation, code from journal')).toEqual([
        { operation: 'purge', code: 'seal 9, fin de la convention' },
      ]);
      await tell({ participantId: 'G', reference: 'G.1' });
      expect(await fault()).toBeUndefined();
    });

    it('does not excuse who cuts off more than it did', async () => {
      at('2026-07-01');
      await withUpkeep((upkeep) => upkeep.purge(EARLY, { sure: true }));
      await home.sql('delete from journal where seal = 5');
      await home.sql('delete from seals where number = 5');
      expect(await fault()).toMatchObject({ code: 'ledger.chain.sealMissing', params: { seal: 5 } });
    });

    it('spares who has something in the air', async () => {
      at('2025-03-11');
      await leaveInTheAir({ participantId: 'A', reference: 'A.1', version: 2 });
      at('2026-07-01');
      await withUpkeep((upkeep) => upkeep.purge(EARLY, { sure: true }));
      expect(await known('A.1')).toEqual(['A.1']);
      expect(await withLedger((ledger) => ledger.unsettled(SCOPE))).toHaveLength(1);
    });

    it('of nothing leaves no trace', async () => {
      await withUpkeep((upkeep) => upkeep.purge(new Date('2020-01-01'), { sure: true }));
      expect(await count('journal')).toBe(6);
    });
  });

  describe('to forget a reference', () => {
    const forget = (reference: string, sure = true, secret = SECRET) =>
      withUpkeep((upkeep) => upkeep.forget(reference, { sure, secret }));

    beforeEach(async () => {
      await tell({ participantId: 'A', reference: 'A.1' });
      await tell({ participantId: 'B', reference: 'B.1' });
      await withLedger((ledger) =>
        ledger.lists.keepNumbers(SCOPE, [{ participantId: 'A', franceTravailNumber: PERSON.number }]),
      );
    });

    it('erases all that is known of it, and leaves an entry that knows nobody', async () => {
      const before = await home.dump();
      const [hash] = (await home.sql(`select reference_hash as hash from told order by told_at limit 1`)).map(
        (row) => row['hash'] as string,
      );
      expect(before).toContain(hash);
      expect(await forget('A.1', false)).toEqual({ inTheAir: false, rows: 2 });
      expect(await known('A.1', 'B.1')).toEqual(['A.1', 'B.1']);
      expect(await forget('A.1')).toEqual({ inTheAir: false, rows: 2 });
      expect(await known('A.1', 'B.1')).toEqual(['B.1']);
      expect(await count('kept_numbers')).toBe(0);
      const lines = await home.sql(`select operation, outcome, fields, code from journal where operation = 'forget'`);
      expect(lines).toEqual([{ operation: 'forget', outcome: 'erased', fields: '[]', code: null }]);
      expect(await fault()).toBeUndefined();
      const after = await home.dump();
      for (const word of [hash!, 'A.1']) expect([word, after.includes(word)]).toEqual([word, false]);
    });

    it('waits until nothing about it is in the air', async () => {
      await leaveInTheAir({ participantId: 'A', reference: 'A.1', version: 2 });
      expect(await forget('A.1')).toEqual({ inTheAir: true, rows: 3 });
      expect(await known('A.1')).toEqual(['A.1']);
    });

    it('knows nothing of another, and refuses another secret', async () => {
      expect(await forget('Z.1')).toEqual({ inTheAir: false, rows: 0 });
      await expect(forget('A.1', true, 'une autre phrase')).rejects.toMatchObject({ code: 'ledger.secretChanged' });
      await expect(forget('A.1', true, ' ')).rejects.toMatchObject({ code: 'ledger.secretMissing' });
      expect(await count('journal')).toBe(2);
    });
  });

  it('counts by structure and outcome, and nobody in particular', async () => {
    await tell({ participantId: 'A', reference: 'A.1' });
    await tell({ participantId: 'B', reference: 'B.1' }, REJECTED);
    at('2025-03-12');
    await leaveInTheAir({ participantId: 'C', reference: 'C.1' });
    const stats = await withUpkeep((upkeep) => upkeep.stats(new Date('2025-03-11')));
    expect(stats.scopes).toEqual([expect.objectContaining({ structure: 'PLI5901', told: { open: 1 }, inTheAir: 1 })]);
    expect(stats.journal).toMatchObject({
      entries: 2,
      open: 0,
      seals: 2,
      old: 2,
      from: '2025-03-10T08:00:00.000Z',
      outcomes: [
        { operation: 'open', outcome: 'declared', count: 1 },
        { operation: 'open', outcome: 'rejected', count: 1 },
      ],
      head: { seal: 2 },
    });
  });

  it('counts nothing in a ledger that is new', async () => {
    const stats = await withUpkeep((upkeep) => upkeep.stats(now));
    expect(stats).toEqual({ scopes: [], journal: { entries: 0, open: 0, seals: 0, old: 0, outcomes: [] } });
  });

  it('exports the journal, seals after their entries, with nobody in it', async () => {
    await tell({});
    await tell({ version: 2 });
    const lines: ExportLine[] = [];
    await withUpkeep(async (upkeep) => {
      for await (const line of upkeep.export()) lines.push(line);
    });
    expect(lines.map((line) => Object.keys(line)[0])).toEqual(['scope', 'entry', 'seal', 'entry', 'seal']);
    const text = JSON.stringify(lines);
    for (const word of [PERSON.id, PERSON.nir, PERSON.number, PERSON.referent, SECRET, 'hash_', 'secret_check']) {
      expect([word, text.includes(word)]).toEqual([word, false]);
    }
  });
});
