import type { Absence } from '../../src/accompaniment';
import {
  previewSynchronisation,
  synchronise,
  type DeclarationDesk,
  type ListToSynchronise,
  type LineResult,
  type Run,
  type Synchronised,
} from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import { translate } from '../../src/wording';
import { bench, conventionWith, declarations, deskOn, free, lineOf, results, rows, TODAY, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench();
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const REPORT: Absence = { mode: 'report' };
const CLOSE: Absence = { mode: 'close', exitDate: '2026-11-23', exitReason: 'moved' };
const LEFT = { exitDate: '2026-11-20', exitReason: 'durableJob' };

async function desk(): Promise<DeclarationDesk & { file: string }> {
  const file = place.newFile();
  return { ...deskOn(place, await place.ledger(file)), file };
}

/** A list of the first so many free people, one of them perhaps changed. */
function listOf(count: number, changes: Record<number, PivotRecord> = {}, more: Partial<ListToSynchronise> = {}) {
  const lines = Array.from({ length: count }, (_, nth) => lineOf(free(nth), changes[nth] ?? {}, nth));
  return { lines, absence: REPORT, date: TODAY, ...more };
}

function without(list: ListToSynchronise, ...gone: number[]): ListToSynchronise {
  const lines = list.lines.filter(({ index }) => !gone.includes(index)).map((line, index) => ({ ...line, index }));
  return { ...list, lines };
}

function told(run: Run<Synchronised<LineResult>>): string[] {
  return results(run).map(({ change, absent, outcome }) => `${absent ? 'absent ' : ''}${change}: ${outcome.kind}`);
}

function refusal(run: Run<unknown>): string {
  if (run.kind === 'done') throw new Error('it was not refused');
  return run.problem.code;
}

describe('synchronising a list', () => {
  it('opens whom France Travail does not know; the second time it costs no call at all', async () => {
    const at = await desk();
    const list = listOf(3, { 1: { suspensionFrom: '2026-11-02' } });
    const first = await synchronise(list, at);
    expect(told(first)).toEqual(['open: declared', 'open: declared', 'open: declared']);
    expect(results(first).map(({ status }) => status)).toEqual(['open', 'suspended', 'open']);

    const since = await place.watch();
    expect(told(await synchronise(list, at))).toEqual([
      'nothing: unchanged',
      'nothing: unchanged',
      'nothing: unchanged',
    ]);
    expect(await since()).toEqual([]);
  });

  it('says what has changed, and nothing of the rest', async () => {
    const at = await desk();
    await synchronise(listOf(6, { 2: { suspensionFrom: '2026-11-02' } }), at);
    const since = await place.watch();
    const now = listOf(6, {
      0: { lastMeetingDate: '2026-11-20' },
      1: { suspensionFrom: '2026-11-15' },
      3: LEFT,
      5: { comment: 'ce qui ne part pas ne compte pas' },
    });
    const run = await synchronise(now, at);
    expect(told(run)).toEqual([
      'change: declared',
      'suspend: declared',
      'resume: declared',
      'close: declared',
      'nothing: unchanged',
      'nothing: unchanged',
    ]);
    expect(declarations(await since())).toHaveLength(4);
    expect(told(await synchronise(now, at)).every((one) => one === 'nothing: unchanged')).toBe(true);
  });

  it('tells a person who comes back as a new accompaniment', async () => {
    const at = await desk();
    await synchronise(listOf(1), at);
    await synchronise(listOf(1, { 0: LEFT }), at);
    const back = await synchronise(listOf(1, { 0: { entryDate: '2026-11-23' } }), at);
    expect(told(back)).toEqual(['open: declared']);
    expect(results(back)[0]).toMatchObject({ reference: `D-${free(0).index}.2`, version: 1 });
    expect((await place.state()).accompaniments.map(({ declaration }) => declaration.statut).sort()).toEqual([
      'CLOS',
      'OUVERT',
    ]);
  });

  it('is not fooled by a convention that lists other fields for a change than for an opening', async () => {
    const at = {
      ...(await desk()),
      convention: conventionWith('update', 'give', (fields) => fields.filter((field) => field !== 'lastMeetingDate')),
    };
    const list = listOf(2);
    await synchronise(list, at);
    expect(told(await synchronise(list, at))).toEqual(['nothing: unchanged', 'nothing: unchanged']);
    const changed = listOf(2, { 0: { referentName: 'NOUVELLE-FICTIVE' } });
    expect(told(await synchronise(changed, at))).toEqual(['change: declared', 'nothing: unchanged']);
    expect(told(await synchronise(changed, at))).toEqual(['nothing: unchanged', 'nothing: unchanged']);
  });

  it('leaves aside who left before France Travail was told, and lines that contradict or repeat each other', async () => {
    const at = await desk();
    const list = listOf(3, { 0: LEFT });
    const doubled = {
      ...list,
      lines: [
        ...list.lines,
        { ...lineOf(free(1), LEFT), index: 3 },
        ...[4, 5].map((index) => lineOf(free(3), {}, index)),
      ],
    };
    const since = await place.watch();
    const run = await synchronise(doubled, at);
    expect(told(run)).toEqual([
      'nothing: unchanged',
      'stop: rejected',
      'open: declared',
      ...['stop: rejected', 'stop: rejected', 'stop: rejected'],
    ]);
    expect(results(run).map(({ outcome }) => outcome.message.code)).toEqual([
      'accompaniment.leftBeforeTold',
      'accompaniment.contradictoryLines',
      expect.anything(),
      'accompaniment.contradictoryLines',
      'accompaniment.repeatedLines',
      'accompaniment.repeatedLines',
    ]);
    expect(declarations(await since())).toHaveLength(1);
  });

  it('settles first what was in the air, and takes the difference from what came of it', async () => {
    const at = await desk();
    await place.fault({ kind: 'answerLostAfterCommit', operations: ['declarerAccompagnement'] });
    await place.fault({ kind: 'unavailable', operations: ['lireAccompagnement'] });
    expect(told(await synchronise(listOf(1), at))).toEqual(['open: unclear']);
    await place.calm();
    const changed = listOf(1, { 0: { lastMeetingDate: '2026-11-20' } });
    expect(told(await synchronise(changed, at))).toEqual(['change: declared']);
    expect((await place.state()).accompaniments.map(({ writes }) => writes)).toEqual([2]);
  });

  it('goes on where it stopped when France Travail took nothing any more', async () => {
    const at = await desk();
    const list = listOf(12);
    await place.fault({ kind: 'unavailable', operations: ['declarerAccompagnement', 'declarerLot'] });
    const stopped = await synchronise(list, at);
    expect(new Set(told(stopped))).toEqual(new Set(['open: unavailable']));
    await place.calm();
    expect(told(await synchronise(list, at))).toEqual(list.lines.map(() => 'open: declared'));
    expect((await place.state()).accompaniments.map(({ writes }) => writes)).toEqual(list.lines.map(() => 1));
  });
});

describe('who is not on the list any more', () => {
  it('is reported, and France Travail hears nothing', async () => {
    const at = await desk();
    const list = listOf(3);
    await synchronise(list, at);
    const since = await place.watch();
    const run = await synchronise(without(list, 1), at);
    expect(told(run)).toEqual(['nothing: unchanged', 'nothing: unchanged', 'absent absent: rejected']);
    expect(results(run)[2]).toMatchObject({ participantId: `D-${free(1).index}`, index: 2 });
    expect(results(run)[2]?.outcome.message.code).toBe('delivery.absent.reported');
    expect(await since()).toEqual([]);
  });

  it('is left alone, where absence means nothing', async () => {
    const at = await desk();
    const list = listOf(2, {}, { absence: { mode: 'nothing' } });
    await synchronise(list, at);
    expect(told(await synchronise(without(list, 1), at))).toEqual(['nothing: unchanged']);
  });

  it('is closed with the day and the reason, where absence means an exit, and only once', async () => {
    const at = await desk();
    const list = listOf(3, {}, { absence: CLOSE });
    await synchronise(list, at);
    const run = await synchronise(without(list, 1), at);
    expect(told(run)).toEqual(['nothing: unchanged', 'nothing: unchanged', 'absent close: declared']);
    expect(results(run)[2]?.leaves).toEqual(
      expect.arrayContaining([
        { field: 'exitDate', value: '2026-11-23' },
        { field: 'exitReason', value: 'moved' },
        { field: 'entryDate', value: '2026-02-03' },
      ]),
    );
    const since = await place.watch();
    expect(told(await synchronise(without(list, 1), at))).toEqual(['nothing: unchanged', 'nothing: unchanged']);
    expect(await since()).toEqual([]);
    // The number that looked the person up is needed no more.
    expect(rows(at.file, 'select count(*) as kept from kept_numbers')).toEqual([{ kept: 2 }]);
  });

  it('is not closed without a number to look them up, and none is kept unless absence closes', async () => {
    const at = await desk();
    const list = listOf(2);
    await synchronise(list, at);
    expect(rows(at.file, 'select count(*) as kept from kept_numbers')).toEqual([{ kept: 0 }]);
    const run = await synchronise({ ...without(list, 1), absence: CLOSE }, at);
    expect(told(run)).toEqual(['nothing: unchanged', 'absent absent: rejected']);
    expect(results(run)[1]?.outcome.message.code).toBe('delivery.absent.noNumber');
  });

  it('is not closed while a line without a file number may be theirs', async () => {
    const at = await desk();
    const list = listOf(2, {}, { absence: CLOSE });
    await synchronise(list, at);
    const nameless = { ...list, lines: [list.lines[0]!, lineOf(free(1), { id: '' }, 1)].map(unnamed) };
    const run = await synchronise(nameless, at);
    expect(told(run)).toEqual(['nothing: unchanged', 'stop: rejected', 'absent absent: rejected']);
    expect(run.kind === 'done' ? run.notes.map(({ code }) => code) : []).toEqual(['delivery.note.absenceUncertain']);
  });
});

/** As `intake` hands a line over that has no id. */
function unnamed<Line extends { readonly record: PivotRecord }>(line: Line): Line {
  const { id, ...record } = line.record;
  return id ? line : { ...line, record };
}

describe('a list that cannot be right', () => {
  it('half an export: the guard sends nothing of the run, changes neither, and says why', async () => {
    const at = await desk();
    const list = listOf(10, {}, { absence: CLOSE });
    await synchronise(list, at);
    const half = without(listOf(10, { 9: { lastMeetingDate: '2026-11-20' } }, { absence: CLOSE }), 0, 1, 2, 3, 4);
    const since = await place.watch();
    const run = await synchronise(half, at);
    expect(refusal(run)).toBe('accompaniment.guard');
    expect(run.kind === 'refused' && run.problem.params).toEqual({ closures: 5, underWay: 10, percent: 10 });
    expect(await since()).toEqual([]);

    const allowed = await synchronise({ ...half, guardPercent: 50 }, at);
    expect(told(allowed).filter((one) => one === 'absent close: declared')).toHaveLength(5);
  });

  it('the guard does not count exits that the list says itself', async () => {
    const at = await desk();
    const list = listOf(6, {}, { absence: CLOSE });
    await synchronise(list, at);
    const all = Object.fromEntries([0, 1, 2, 3, 4, 5].map((nth) => [nth, LEFT]));
    expect(told(await synchronise(listOf(6, all, { absence: CLOSE }), at))).toEqual(
      Array.from({ length: 6 }, () => 'close: declared'),
    );
  });

  it('an older export never overwrites a newer one; the day of the newest is kept', async () => {
    const at = await desk();
    await synchronise(listOf(1), at);
    const since = await place.watch();
    const older = listOf(1, { 0: { lastMeetingDate: '2026-10-01' } }, { date: '2026-11-20' });
    const run = await synchronise(older, at);
    expect(refusal(run)).toBe('delivery.list.older');
    expect(translate('fr', 'delivery.list.older', run.kind === 'refused' ? run.problem.params : {})).toContain(
      'du 24/11/2026',
    );
    expect(await since()).toEqual([]);
  });

  it('an export without a date, or from the future, is not sent', async () => {
    const at = await desk();
    const { date: _date, ...undated } = listOf(1);
    expect(refusal(await synchronise(undated, at))).toBe('delivery.list.noDate');
    expect(refusal(await synchronise({ ...undated, date: '2062-11-24' }, at))).toBe('delivery.list.dateAhead');
    expect(told(await synchronise({ ...undated, date: TODAY }, at))).toEqual(['open: declared']);
  });
});

describe('the dry run', () => {
  it('shows the difference, what would leave and what would stop it, and neither calls nor writes', async () => {
    const at = await desk();
    await synchronise(listOf(10, {}, { absence: CLOSE, date: '2026-11-20' }), at);
    const since = await place.watch();
    const before = rows(at.file, 'select * from told_lists');
    const now = without(listOf(11, { 10: {}, 9: LEFT }, { absence: CLOSE, date: '2026-11-19' }), 0, 1, 2, 3, 4);
    const run = await previewSynchronisation(now, at);
    const shown = results(run).map(({ change, would }) => `${change} ${would}`);
    expect(shown).toEqual([
      ...Array.from({ length: 4 }, () => 'nothing nothing'),
      'close send',
      'open send',
      ...Array.from({ length: 5 }, () => 'close send'),
    ]);
    expect(run.kind === 'done' ? run.notes.map(({ code }) => code) : []).toEqual([
      'accompaniment.guard',
      'delivery.list.older',
    ]);
    expect(results(run)[5]?.cut).toEqual(expect.arrayContaining(['nir']));
    expect(await since()).toEqual([]);
    expect(rows(at.file, 'select * from told_lists')).toEqual(before);
  });
});
