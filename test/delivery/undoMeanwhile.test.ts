import { DatabaseSync } from 'node:sqlite';
import { previewUndo, synchronise, undoRun, type DeclarationDesk } from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import { bench, declarations, deskOn, free, lineOf, results, TODAY, type Bench } from './desk';

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
