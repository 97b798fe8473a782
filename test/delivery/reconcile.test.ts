import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  adoptHeld,
  declareAll,
  reconcile,
  synchronise,
  type DeclarationDesk,
  type Reconciliation,
} from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import { bench, declarations, deskOn, free, lineOf, results, TODAY, withoutListing, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const LEFT = { exitDate: '2026-11-20', exitReason: 'durableJob' };
let files = 0;

/** A ledger with what lies beside it, opened anew as after a restart. */
async function home() {
  const file = place.newFile();
  const marks = join(place.folder, `marks-${(files += 1)}`);
  return { file, marks, open: async () => deskOn(place, await place.ledger(file, { marks })) };
}

function list(changes: readonly PivotRecord[]) {
  const lines = changes.map((change, nth) => lineOf(free(nth), change, nth));
  return { lines, absence: { mode: 'report' } as const, date: TODAY };
}

const ids = [0, 1, 2, 3].map((nth) => `D-${free(nth).index}`);
const said = async (at: DeclarationDesk, changes: readonly PivotRecord[]) =>
  results(await synchronise(list(changes), at)).map(({ outcome }) => outcome.kind);

function found(run: Reconciliation): Record<string, string> {
  if (run.kind === 'refused') throw new Error(`refused: ${run.problem.code}`);
  return Object.fromEntries(
    run.results.map(({ reference, kind, adopted }) => [reference, adopted ? `${kind}, adopted` : kind]),
  );
}
const nameOf = (nth: number) => `${ids[nth]!}.1`;

describe('reconciling with what France Travail holds', () => {
  it('shows the differences both ways, and changes nothing', async () => {
    const at = await (await home()).open();
    await said(at, [{}, {}, {}]);
    const elsewhere = deskOn(place, await place.ledger(place.newFile()), { profile: withoutListing });
    await declareAll(
      [lineOf(free(0), LEFT), lineOf(free(3), {})].map((line, nth) => ({
        ...line,
        operation: nth === 0 ? ('close' as const) : line.operation,
      })),
      elsewhere,
    );
    const since = await place.watch();
    const run = await reconcile([], at);
    expect(found(run)).toEqual({ [nameOf(0)]: 'differs', [nameOf(3)]: 'notKnownHere' });
    expect(run).toMatchObject({ same: 2 });
    expect(run).toMatchObject({
      results: expect.arrayContaining([
        expect.objectContaining({
          participantId: ids[0],
          differs: ['version', 'status'],
          here: expect.objectContaining({ status: 'open', version: 1 }),
          there: expect.objectContaining({ status: 'closed', version: 2 }),
        }),
      ]),
    });
    expect(new Set((await since()).map(({ operation }) => operation))).toEqual(new Set(['listerAccompagnements']));
    await place.reset();
    expect(found(await reconcile([], at))).toEqual({
      [nameOf(0)]: 'notHeldThere',
      [nameOf(1)]: 'notHeldThere',
      [nameOf(2)]: 'notHeldThere',
    });
  });

  it('reads page by page, and refuses the whole when a page fails', async () => {
    const at = await (await home()).open();
    const small = {
      ...at,
      gateway: deskOn(place, at.ledger, { profile: (one) => ({ ...one, limits: { ...one.limits, pageSize: 1 } }) })
        .gateway,
    };
    await said(at, [{}, {}, {}]);
    expect(await reconcile([], small)).toMatchObject({ kind: 'done', same: 3, results: [] });
    await place.fault({ kind: 'unavailable', operations: ['listerAccompagnements'] });
    expect(await reconcile([], small)).toMatchObject({ kind: 'refused', problem: { code: 'exchange.closedForNow' } });
    await place.calm();
  });

  it('asks reference by reference, of the ledger and of a list, where nothing is listed', async () => {
    const at = await (await home()).open();
    await said(at, [{}, {}]);
    const lost = deskOn(place, await place.ledger(place.newFile()), { profile: withoutListing });
    expect(found(await reconcile(ids, lost))).toEqual({ [nameOf(0)]: 'notKnownHere', [nameOf(1)]: 'notKnownHere' });
    expect(found(await reconcile([], { ...at, gateway: lost.gateway }))).toEqual({});
  });
});

describe('a ledger that cannot be relied on', () => {
  it('is an older copy that was put back: nothing is sent until it was reconciled, then the list costs no call', async () => {
    const { file, open } = await home();
    const now = [LEFT, { lastMeetingDate: '2026-11-20' }, {}];
    const first = await open();
    await said(first, [{}, {}]);
    await first.ledger.close();
    copyFileSync(file, `${file}.backup`);
    const lived = await open();
    await said(lived, now);
    await lived.ledger.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    copyFileSync(`${file}.backup`, file);

    const restored = await open();
    const since = await place.watch();
    const refused = { kind: 'refused', problem: { code: 'delivery.reconcileFirst.restored' } };
    expect(await synchronise(list(now), restored)).toMatchObject(refused);
    expect(await declareAll([lineOf(free(0))], restored)).toMatchObject(refused);
    expect(declarations(await since())).toEqual([]);
    expect(found(await adoptHeld([], restored))).toEqual({
      [nameOf(0)]: 'differs, adopted',
      [nameOf(1)]: 'differs, adopted',
      [nameOf(2)]: 'notKnownHere, adopted',
    });
    const later = await place.watch();
    expect(await said(restored, now)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await later()).toEqual([]);
  });

  it('is a lost one: known by what lies beside it, without a call', async () => {
    const { file, open } = await home();
    const first = await open();
    await said(first, [{}]);
    await first.ledger.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    const since = await place.watch();
    const empty = await open();
    for (let again = 0; again < 3; again += 1) {
      expect(await synchronise(list([{}]), empty)).toMatchObject({ problem: { code: 'delivery.reconcileFirst.lost' } });
    }
    expect(await since()).toEqual([]);
    expect(found(await adoptHeld([], empty))).toEqual({ [nameOf(0)]: 'notKnownHere, adopted' });
    expect(await said(empty, [{}])).toEqual(['unchanged']);
  });

  it('is an empty one of another machine, while France Travail holds our references', async () => {
    await said(await (await home()).open(), [{}]);
    const elsewhere = await (await home()).open();
    const since = await place.watch();
    expect(await synchronise(list([{}]), elsewhere)).toMatchObject({
      problem: { code: 'delivery.reconcileFirst.unknown' },
    });
    expect(declarations(await since())).toEqual([]);
    await adoptHeld([], elsewhere);
    expect(await said(elsewhere, [LEFT])).toEqual(['declared']);
  });

  it('is none that begins where France Travail holds nothing, and it asks that once', async () => {
    const at = await (await home()).open();
    const since = await place.watch();
    expect(await said(at, [{}])).toEqual(['declared']);
    await said(at, [LEFT]);
    const asked = (await since()).filter(({ operation }) => operation === 'listerAccompagnements');
    expect(asked).toHaveLength(1);
  });

  it('believes that something is gone, says it again, and leaves alone what is in the air', async () => {
    const at = await (await home()).open();
    await said(at, [{}, {}]);
    await place.reset();
    await place.fault({ kind: 'answerLostAfterCommit', operations: ['declarerAccompagnement'] });
    await place.fault({ kind: 'unavailable', operations: ['lireAccompagnement'] });
    expect(await said(at, [{}, { lastMeetingDate: '2026-11-20' }])).toEqual(['unchanged', 'unclear']);
    await place.calm();
    expect(found(await adoptHeld([], at))).toEqual({ [nameOf(0)]: 'notHeldThere, adopted', [nameOf(1)]: 'inTheAir' });
    expect(await said(at, [{}, { lastMeetingDate: '2026-11-20' }])).toEqual(['declared', 'declared']);
    expect(found(await reconcile([], at))).toEqual({});
  });
});
