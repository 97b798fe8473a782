import { DatabaseSync } from 'node:sqlite';
import { declareAll, previewUndo, synchronise, undoRun, type DeclarationDesk } from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import { bench, declarations, deskOn, free, lineOf, results, TODAY, withoutListing, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const LATER = { lastMeetingDate: '2026-11-20' };

async function fresh() {
  const file = place.newFile();
  return { file, at: deskOn(place, await place.ledger(file)) };
}

function list(changes: readonly PivotRecord[]) {
  const lines = changes.map((change, nth) => lineOf(free(nth), change, nth));
  return { lines, absence: { mode: 'report' } as const, date: TODAY };
}

const people = list([{}, {}]).lines.map(({ record }) => record);

async function said(at: DeclarationDesk, changes: readonly PivotRecord[]): Promise<string> {
  const run = await synchronise(list(changes), at);
  if (run.kind === 'refused' || run.run === undefined) throw new Error('it was refused');
  return run.run;
}

const held = async () => (await place.state()).accompaniments.map(({ declaration }) => declaration);

describe('undoing a run about which something is still in the air', () => {
  it('settles that, and takes nothing back over it', async () => {
    const { at } = await fresh();
    const run = await said(at, [{}]);
    // A run that is killed before its change arrives.
    const declare = () => Promise.reject(new Error('killed'));
    await expect(said({ ...at, gateway: { ...at.gateway, declare } }, [LATER])).rejects.toThrow('killed');
    expect(results(await previewUndo({ run, people }, at)).map(({ outcome }) => outcome?.message.code)).toEqual([
      'delivery.undo.inTheAir',
    ]);
    const since = await place.watch();
    expect(results(await undoRun({ run, people }, at)).map(({ outcome }) => outcome.message.code)).toEqual([
      'delivery.undo.inTheAir',
    ]);
    expect(declarations(await since()).map(({ version }) => version)).toEqual([2]);
    expect(await held()).toMatchObject([{ statut: 'OUVERT', version: 2, dateDernierEntretien: '2026-11-20' }]);
  });
});

describe('a ledger that fails after everything was taken back', () => {
  it('is told beside the lines: each of them keeps its end', async () => {
    const { at, file } = await fresh();
    await said(at, [{}, {}]);
    const other = new DatabaseSync(file);
    other.exec(`create trigger full before delete on told begin select raise(abort, 'full'); end`);
    other.close();
    const undone = await undoRun({ people }, at);
    expect(results(undone).map(({ outcome }) => outcome.kind)).toEqual(['declared', 'declared']);
    expect(undone).toMatchObject({ notes: [{ code: expect.stringMatching(/^ledger\./) }] });
  });
});

describe('what another tool has said under our references', () => {
  const elsewhere = async () => deskOn(place, await place.ledger(place.newFile()), { profile: withoutListing });
  const LEFT = { exitDate: '2026-11-20', exitReason: 'durableJob' };

  it('while an undo was planned stays: no second word goes over it', async () => {
    const { at } = await fresh();
    await said(at, [{}]);
    const tool = await elsewhere();
    const readBack: typeof at.gateway.readBack = async (...asked) => {
      const read = await at.gateway.readBack(...asked);
      if (!asked[1]) await declareAll([lineOf(free(0), LATER)], tool);
      return read;
    };
    const undone = await undoRun({ people }, { ...at, gateway: { ...at.gateway, readBack } });
    expect(results(undone)).toMatchObject([
      { outcome: { kind: 'unavailable', message: { code: 'delivery.saidMeanwhile' } } },
    ]);
    expect(await held()).toMatchObject([{ statut: 'OUVERT', version: 2, dateDernierEntretien: '2026-11-20' }]);
  });

  it('before our first word is no opening of ours: it is not cancelled', async () => {
    await declareAll([lineOf(free(0), LATER)], await elsewhere());
    const tool = await elsewhere();
    const run = await said(tool, [{}]);
    expect(await held()).toMatchObject([{ version: 2 }]);
    expect(results(await undoRun({ run, people }, tool)).map(({ outcome }) => outcome.message.code)).toEqual([
      'accompaniment.undo.historyErased',
    ]);
    expect(await held()).toMatchObject([{ statut: 'OUVERT', version: 2 }]);
  });

  it('and that is over, with another start, is not opened again as if it were the same', async () => {
    const first = await elsewhere();
    await declareAll([lineOf(free(0), { entryDate: '2025-01-06' })], first);
    await declareAll([{ ...lineOf(free(0), { entryDate: '2025-01-06', ...LEFT }), operation: 'close' }], first);
    const before = await held();
    expect(before).toMatchObject([{ statut: 'CLOS', version: 2 }]);
    const tool = await elsewhere();
    expect(results(await declareAll([lineOf(free(0))], tool))).toMatchObject([
      { outcome: { kind: 'unavailable', message: { code: 'delivery.overHeldThere' } } },
    ]);
    expect(await held()).toEqual(before);
  });
});
