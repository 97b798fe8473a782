import { declareAll, previewUndo, synchronise, undoRun, type DeclarationDesk } from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import { bench, declarations, deskOn, free, lineOf, results, TODAY, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const desk = async () => deskOn(place, await place.ledger(place.newFile()));
const LEFT = { exitDate: '2026-11-20', exitReason: 'durableJob' };
const PAUSED = { suspensionFrom: '2026-11-02' };

/** A list of the first free people, the n-th changed. */
function list(changes: readonly PivotRecord[]) {
  const lines = changes.map((change, nth) => lineOf(free(nth), change, nth));
  return { lines, absence: { mode: 'report' } as const, date: TODAY };
}

const people = list([{}, {}, {}, {}, {}]).lines.map(({ record }) => record);

async function said(at: DeclarationDesk, changes: readonly PivotRecord[]): Promise<string> {
  const run = await synchronise(list(changes), at);
  if (run.kind === 'refused' || run.run === undefined) throw new Error('it was refused');
  return run.run;
}

const atFranceTravail = async () =>
  Object.fromEntries(
    (await place.state()).accompaniments.map(({ reference, declaration }) => [reference, declaration]),
  );
const nameOf = (nth: number) => `D-${free(nth).index}.1`;

describe('undoing a run', () => {
  it('cancels what it opened, opens what it closed, ends and renews pauses; the rest says why not', async () => {
    const at = await desk();
    await said(at, [{}, {}, PAUSED, {}]);
    const before = await atFranceTravail();
    const run = await said(at, [LEFT, PAUSED, {}, { lastMeetingDate: '2026-11-20' }, {}]);
    const undone = results(await undoRun({ run, people: people.map((one) => ({ ...one, ...PAUSED })) }, at));
    expect(
      Object.fromEntries(
        undone.map(({ reference, participantId, undoing, outcome }) => [
          reference ?? `${participantId}.1`,
          `${undoing}: ${outcome.kind}`,
        ]),
      ),
    ).toEqual({
      [nameOf(0)]: 'reopen: declared',
      [nameOf(1)]: 'resume: declared',
      [nameOf(2)]: 'suspend: declared',
      [nameOf(3)]: 'stop: rejected',
      [nameOf(4)]: 'cancel: declared',
    });
    const after = await atFranceTravail();
    expect(after[nameOf(4)]?.statut).toBe('ANNULE');
    for (const nth of [0, 1, 2]) {
      const { version: _was, ...then } = before[nameOf(nth)]!;
      expect(after[nameOf(nth)]).toEqual({ ...then, version: 3 });
    }
  });

  it('shows first what would be taken back: France Travail is read, and nothing changes', async () => {
    const at = await desk();
    await said(at, [{}, {}]);
    const before = await atFranceTravail();
    const since = await place.watch();
    const shown = await previewUndo({ people }, at);
    expect(results(shown).map(({ would, undoing, leaves }) => [would, undoing, leaves.length > 3])).toEqual([
      ['send', 'cancel', true],
      ['send', 'cancel', true],
    ]);
    expect((await since()).map(({ operation }) => operation)).not.toContain('declarerAccompagnement');
    expect(await atFranceTravail()).toEqual(before);
  });

  it('takes the last run that said something, and none that took one back', async () => {
    const at = await desk();
    const first = await said(at, [{}]);
    const last = await said(at, [{}, {}]);
    expect(await previewUndo({ people }, at)).toMatchObject({ run: last });
    expect(results(await undoRun({ people }, at)).map(({ undoing }) => undoing)).toEqual(['cancel']);
    await undoRun({ run: first, people }, at);
    expect(await undoRun({ run: first, people }, at)).toMatchObject({
      kind: 'refused',
      problem: { code: 'delivery.undo.nothingSaid' },
    });
    expect(await undoRun({ people }, await desk())).toMatchObject({ problem: { code: 'delivery.undo.noRun' } });
  });

  it('lets the right list open again whom the wrong one had opened', async () => {
    const at = await desk();
    await said(at, [{}, {}]);
    await undoRun({ people }, at);
    const again = results(await synchronise(list([{}, { lastMeetingDate: '2026-11-20' }]), at));
    expect(again.map(({ change, outcome, version }) => [change, outcome.kind, version])).toEqual([
      ['open', 'declared', 3],
      ['open', 'declared', 3],
    ]);
    expect((await atFranceTravail())[nameOf(0)]?.statut).toBe('OUVERT');
  });

  it('leaves alone what was said since, here or there, and names the reason', async () => {
    const at = await desk();
    const run = await said(at, [{}, {}, {}]);
    await said(at, [{ lastMeetingDate: '2026-11-20' }, {}, {}]);
    // Another tool of the structure, with a ledger of its own.
    const elsewhere = deskOn(place, await place.ledger(place.newFile()), {
      profile: ({ capabilities: { listing: _listing, ...rest }, ...profile }) => ({ ...profile, capabilities: rest }),
    });
    await declareAll([lineOf(free(1), { lastMeetingDate: '2026-11-19' })], elsewhere);
    const since = await place.watch();
    const undone = results(await undoRun({ run, people }, at));
    const reasons = Object.fromEntries(undone.map((one) => [one.participantId, one.outcome.message.code]));
    expect(reasons).toEqual({
      [`D-${free(0).index}`]: 'accompaniment.undo.saidSince',
      [`D-${free(1).index}`]: 'delivery.undo.changedThere',
      [`D-${free(2).index}`]: 'exchange.outcome.declared',
    });
    expect(declarations(await since())).toHaveLength(1);
  });

  it('asks for the people whose number is not kept, and for the pause that is erased', async () => {
    const at = await desk();
    await said(at, [PAUSED, {}]);
    const run = await said(at, [{}, LEFT]);
    const codes = async (some: readonly PivotRecord[]) =>
      results(await previewUndo({ run, people: some }, at)).map(({ outcome }) => outcome?.message.code);
    expect((await codes([])).sort()).toEqual(['delivery.undo.noNumber', 'delivery.undo.pauseErased']);
    expect((await codes(people)).sort()).toEqual(['delivery.undo.pauseErased', undefined]);
  });

  it('waits for another time where France Travail does not answer', async () => {
    const at = await desk();
    await said(at, [{}]);
    await place.fault({ kind: 'unavailable', operations: ['lireAccompagnement'] });
    expect(results(await undoRun({ people }, at)).map(({ outcome }) => outcome.kind)).toEqual(['unavailable']);
    await place.calm();
    expect(results(await undoRun({ people }, at)).map(({ outcome }) => outcome.kind)).toEqual(['declared']);
  });
});
