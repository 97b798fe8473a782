import type { Ledger, NewIntent } from '../../src/ledger';
import { ENGINES, type Home } from './engines';
import { DECLARED, intent, SCOPE } from './parts';

const NUMBER = '09990000042';

describe.each(ENGINES)('the list that was told last, in $name', (engine) => {
  let home: Home;
  let ledger: Ledger;

  beforeAll(() => engine.start());
  beforeEach(async () => {
    home = await engine.home();
    ledger = await home.open();
  });
  afterEach(() => ledger.close());
  afterAll(() => engine.stop());

  async function tell(participantId: string, change: Partial<NewIntent> = {}): Promise<void> {
    const entryNumber = change.entryNumber ?? 1;
    const reference = `${participantId}.${entryNumber}`;
    const said = await ledger.record([intent({ participantId, reference, ...change })]);
    await ledger.settle(said.map((one) => ({ intent: one, outcome: DECLARED })));
  }

  const absentIds = async (present: string[]) =>
    (await ledger.lists.absentees(SCOPE, present)).absent.map(({ reference }) => reference);

  describe('who is missing on a list', () => {
    it('is everybody whose accompaniment is not over and who is not named', async () => {
      await tell('A');
      await tell('B', { status: 'suspended' });
      await tell('C', { status: 'closed' });
      await tell('D', { status: 'cancelled' });
      await tell('E', { status: 'planned' });
      expect(await ledger.lists.absentees(SCOPE, ['A'])).toEqual({
        underWay: 3,
        absent: [
          { participantId: 'B', reference: 'B.1', entryNumber: 1, status: 'suspended' },
          { participantId: 'E', reference: 'E.1', entryNumber: 1, status: 'planned' },
        ],
      });
      expect(await absentIds(['A', 'B', 'E', 'new'])).toEqual([]);
    });

    it('counts by the latest entry: who came back and left again is not missing', async () => {
      await tell('A', { status: 'closed' });
      await tell('A', { entryNumber: 2 });
      expect(await absentIds([])).toEqual(['A.2']);
      await tell('A', { entryNumber: 2, version: 2, status: 'closed' });
      expect(await absentIds([])).toEqual([]);
    });

    it('never sees the people of another structure', async () => {
      await tell('A');
      const other = { ...SCOPE, structure: 'PLI0000' };
      expect(await ledger.lists.absentees(other, [])).toEqual({ underWay: 0, absent: [] });
    });

    it('finds them in a long list too, beyond one statement', async () => {
      const ids = Array.from({ length: 1_203 }, (_, index) => `P${index}`);
      const said = await ledger.record(ids.map((id) => intent({ participantId: id, reference: `${id}.1` })));
      await ledger.settle(said.map((one) => ({ intent: one, outcome: DECLARED })));
      const { underWay, absent } = await ledger.lists.absentees(SCOPE, ids.slice(1_202));
      expect([underWay, absent.length]).toEqual([1_203, 1_202]);
    });
  });

  describe('the number of somebody who is missing', () => {
    const numbers = async () =>
      (await ledger.lists.absentees(SCOPE, [])).absent.map((absentee) => absentee.franceTravailNumber);
    const keep = (franceTravailNumber: string) =>
      ledger.lists.keepNumbers(SCOPE, [{ participantId: 'A', franceTravailNumber }]);

    it('is there only where it was kept; a number that has changed replaces it', async () => {
      await tell('A');
      expect(await numbers()).toEqual([undefined]);
      await keep(NUMBER);
      await keep(NUMBER);
      expect(await numbers()).toEqual([NUMBER]);
      await keep('09990000099');
      expect(await numbers()).toEqual(['09990000099']);
    });

    it('lies in no byte of the database in clear, and is forgotten with the end of the accompaniment', async () => {
      await tell('A');
      await keep(NUMBER);
      expect(await home.dump()).not.toContain(NUMBER);
      await ledger.lists.forgetNumbers(SCOPE);
      expect(await numbers()).toEqual([NUMBER]);
      await tell('A', { version: 2, status: 'closed' });
      await ledger.lists.forgetNumbers(SCOPE);
      await tell('A', { version: 3, status: 'open' });
      expect(await numbers()).toEqual([undefined]);
    });
  });

  describe('the date of the export', () => {
    it('only ever grows; the same day counts as well', async () => {
      expect(await ledger.lists.newest(SCOPE)).toBeUndefined();
      expect(await ledger.lists.take(SCOPE, '2026-11-20')).toBeUndefined();
      expect(await ledger.lists.take(SCOPE, '2026-11-20')).toBeUndefined();
      expect(await ledger.lists.take(SCOPE, '2026-11-19')).toBe('2026-11-20');
      expect(await ledger.lists.newest(SCOPE)).toBe('2026-11-20');
      expect(await ledger.lists.take(SCOPE, '2026-11-24')).toBeUndefined();
      expect(await ledger.lists.newest(SCOPE)).toBe('2026-11-24');
    });

    it('is one for each structure', async () => {
      await ledger.lists.take(SCOPE, '2026-11-24');
      expect(await ledger.lists.take({ ...SCOPE, structure: 'PLI0000' }, '2026-01-01')).toBeUndefined();
    });
  });
});
