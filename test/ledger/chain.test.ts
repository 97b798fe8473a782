import { randomUUID } from 'node:crypto';
import type { Ledger, Upkeep, Verification } from '../../src/ledger';
import { hashOfSeal } from '../../src/ledger/chain';
import { hashOfEntry } from '../../src/ledger/journal';
import type { JournalTable, SealTable } from '../../src/ledger/tables';
import { translate } from '../../src/wording';
import { ENGINES, type Home } from './engines';
import { SCOPE } from './parts';

const crossing = (outcome = 'found') => ({
  scope: SCOPE,
  operation: 'lookUp' as const,
  direction: 'give' as const,
  fields: ['franceTravailNumber' as const],
  outcome,
  convention: { id: 'c', sha256: 'abc' },
  correlationId: 'run-1',
});

describe.each(ENGINES)('the audit journal in $name', (engine) => {
  let home: Home;
  let now: Date;
  const opened: { close(): Promise<void> }[] = [];
  const open = async (): Promise<Ledger> => {
    const ledger = await home.open({ clock: () => now });
    opened.push(ledger);
    return ledger;
  };
  const verify = async (...kept: Parameters<Upkeep['verify']>): Promise<Verification> => {
    const upkeep = await home.upkeep();
    return upkeep.verify(...kept).finally(() => upkeep.close());
  };
  const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
  const note = (ledger: Ledger, count = 1) => ledger.note(Array.from({ length: count }, () => crossing()));

  beforeAll(() => engine.start());
  beforeEach(async () => {
    home = await engine.home();
    now = new Date('2026-11-24T08:00:00Z');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  afterAll(() => engine.stop());

  describe('is sealed', () => {
    it('when the oldest open entry is a minute old and another is written', async () => {
      const ledger = await open();
      await note(ledger, 3);
      later(59);
      await note(ledger);
      expect(await verify()).toEqual({ seals: 0, sealed: 0, open: 4 });
      later(1);
      await note(ledger);
      expect(await verify()).toMatchObject({ seals: 1, sealed: 5, open: 0, head: { seal: 1 } });
      later(30);
      await note(ledger);
      expect(await verify()).toMatchObject({ seals: 1, open: 1 });
    });

    it('when a thousand are open', async () => {
      const ledger = await open();
      await note(ledger, 999);
      expect(await verify()).toMatchObject({ seals: 0, open: 999 });
      await note(ledger);
      expect(await verify()).toMatchObject({ seals: 1, sealed: 1000, open: 0 });
    });

    it('when the ledger is closed', async () => {
      const ledger = await home.open({ clock: () => now });
      await note(ledger, 2);
      await ledger.close();
      expect(await verify()).toMatchObject({ seals: 1, sealed: 2, open: 0 });
    });

    it('by the next writer, when the one before was killed', async () => {
      await note(await open(), 2);
      later(3600);
      await note(await open());
      expect(await verify()).toMatchObject({ seals: 1, sealed: 3, open: 0 });
    });

    it('in one chain, by two writers at the same moment', async () => {
      const [one, other] = [await open(), await open()];
      for (let minute = 0; minute < 4; minute += 1) {
        await Promise.all([note(one, 2), note(other, 2)]);
        later(61);
      }
      await Promise.all([one.close(), other.close()]);
      opened.length = 0;
      const { fault, sealed, open: left } = await verify();
      expect({ fault, sealed, left }).toEqual({ fault: undefined, sealed: 16, left: 0 });
    });

    it('also when the clock is set back by a day', async () => {
      const ledger = await open();
      await note(ledger);
      later(61);
      await note(ledger);
      later(-86_400);
      await note(ledger);
      later(61);
      await note(ledger);
      const { fault, open: left, seals } = await verify();
      expect({ fault, left, seals }).toEqual({ fault: undefined, left: 0, seals: 2 });
    });
  });

  describe('shows who touched it', () => {
    const entry = async (seal: number) =>
      (await home.sql(`select * from journal where seal = ${seal} order by id limit 1`))[0] as unknown as JournalTable;
    const sealRow = async (number: number) =>
      (await home.sql(`select * from seals where number = ${number}`))[0] as unknown as SealTable;
    const insert = (row: JournalTable) => {
      const { seal: _seal, hash: _hash, ...says } = row;
      const whole = { ...says, hash: hashOfEntry(says), seal: row.seal };
      const values = Object.values(whole).map((value) =>
        value === null ? 'null' : typeof value === 'number' ? value : `'${value}'`,
      );
      return home.sql(`insert into journal (${Object.keys(whole).join()}) values (${values.join()})`);
    };

    /** Three seals of two entries each, and one open entry. */
    beforeEach(async () => {
      const ledger = await open();
      for (let count = 0; count < 3; count += 1) {
        await note(ledger);
        later(61);
        await note(ledger);
        later(5 * 3600);
      }
      await note(ledger);
      expect(await verify()).toMatchObject({ seals: 3, sealed: 6, open: 1, head: { seal: 3 } });
      expect((await verify()).fault).toBeUndefined();
    });

    const tampered: [string, () => Promise<unknown>, string, number | undefined][] = [
      [
        'a word of an entry changed',
        () => home.sql(`update journal set outcome = 'notFound' where seal = 2`),
        'entryChanged',
        2,
      ],
      [
        'an entry changed and its hash made again',
        async () => {
          const { seal, hash: _hash, ...says } = await entry(2);
          const hash = hashOfEntry({ ...says, outcome: 'notFound' });
          expect(seal).toBe(2);
          await home.sql(`update journal set outcome = 'notFound', hash = '${hash}' where id = '${says.id}'`);
        },
        'entryReplaced',
        2,
      ],
      [
        'an entry removed',
        async () => home.sql(`delete from journal where id = '${(await entry(2)).id}'`),
        'entryMissing',
        2,
      ],
      [
        'an entry taken out of its seal',
        async () => home.sql(`update journal set seal = null where id = '${(await entry(2)).id}'`),
        'entryMissing',
        2,
      ],
      [
        'an entry inserted under a seal',
        async () => insert({ ...(await entry(2)), id: randomUUID() }),
        'entryInserted',
        2,
      ],
      [
        'an entry inserted beside the seals, dated back',
        async () => insert({ ...(await entry(2)), id: randomUUID(), seal: null }),
        'entryLate',
        3,
      ],
      [
        'an entry inserted under a seal that does not exist',
        async () => insert({ ...(await entry(2)), id: randomUUID(), seal: 9 }),
        'entryOrphan',
        9,
      ],
      [
        'an open entry changed',
        () => home.sql(`update journal set code = 'X' where seal is null`),
        'openEntryChanged',
        undefined,
      ],
      ['a seal changed', () => home.sql(`update seals set sealed_at = '2020' where number = 2`), 'sealChanged', 2],
      [
        'a seal changed and its hash made again',
        async () => {
          const changed = { ...(await sealRow(2)), sealed_at: '2026-11-24T00:00:00.000Z' };
          const hash = hashOfSeal(changed);
          await home.sql(`update seals set sealed_at = '${changed.sealed_at}', hash = '${hash}' where number = 2`);
        },
        'sealChanged',
        2,
      ],
      ['a seal removed', () => home.sql(`delete from seals where number = 2`), 'sealMissing', 2],
      [
        'the first seal removed with its entries',
        async () => {
          await home.sql(`delete from seals where number = 1`);
          await home.sql(`delete from journal where seal = 1`);
        },
        'sealMissing',
        1,
      ],
      ['the last seal removed', () => home.sql(`delete from seals where number = 3`), 'entryOrphan', 3],
      [
        'an empty seal inserted at the end',
        async () => {
          const last = await sealRow(3);
          const row = { ...last, number: 4, entries: 0, previous: last.hash };
          const whole = { ...row, hash: hashOfSeal(row) };
          const values = Object.values(whole).map((value) => (typeof value === 'number' ? value : `'${value}'`));
          await home.sql(`insert into seals (${Object.keys(whole).join()}) values (${values.join()})`);
        },
        'sealInserted',
        4,
      ],
    ];
    it.each(tampered)('%s', async (_what, tamper, code, seal) => {
      await tamper();
      const { fault } = await verify();
      expect(fault?.code).toBe(`ledger.chain.${code}`);
      expect(fault?.params?.['seal']).toBe(seal);
      for (const locale of ['fr', 'en'] as const) {
        expect(translate(locale, fault!.code, fault!.params)).not.toMatch(/^ledger\.|\{\w+\}/);
      }
    });

    it('names the first of two', async () => {
      await home.sql(`update journal set outcome = 'notFound' where seal = 3`);
      await home.sql(`update journal set outcome = 'notFound' where seal = 1`);
      expect((await verify()).fault).toMatchObject({ code: 'ledger.chain.entryChanged', params: { seal: 1 } });
    });

    it('the end cut off: seen by who kept the head elsewhere, and by nobody else', async () => {
      const { head } = await verify();
      expect((await verify(head)).fault).toBeUndefined();
      await home.sql(`delete from journal where seal = 3 or seal is null`);
      await home.sql(`delete from seals where number = 3`);
      expect((await verify()).fault).toBeUndefined();
      expect((await verify(head)).fault).toMatchObject({ code: 'ledger.chain.headMissing', params: { seal: 3 } });
    });

    it('an entry dated back is not taken into the chain by the next seal', async () => {
      await insert({ ...(await entry(1)), id: randomUUID(), seal: null });
      later(3600);
      await note(await open());
      expect((await verify()).fault?.code).toBe('ledger.chain.entryLate');
    });
  });
});
