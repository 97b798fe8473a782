import { declareAll } from '../../src/delivery';
import { bench, conventionWith, deskOn, free, lineOf, results, rows, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench();
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const person = free(0);
const exit = { exitDate: '2026-11-21', exitReason: 'durableJob' };
const opening = lineOf(person);
const closing = { ...lineOf(person, exit), operation: 'close' as const };

const desk = async (more: Parameters<typeof deskOn>[2] = {}) =>
  deskOn(place, await place.ledger(place.newFile()), more);

describe('the start of an accompaniment, as the ledger remembers it', () => {
  it('makes the same start after an exit the same entry: a mistake taken back, not a return', async () => {
    const here = await desk();
    await declareAll([opening], here);
    await declareAll([closing], here);
    const [again] = results(await declareAll([opening], here));
    expect(again).toMatchObject({ reference: `D-${person.index}.1`, entryNumber: 1, version: 3, status: 'open' });
    expect(again?.outcome.kind).toBe('declared');
    expect((await place.state()).accompaniments.map(({ reference }) => reference)).toEqual([`D-${person.index}.1`]);
  });

  it('is taken for a closing whose line does not repeat it', async () => {
    const here = await desk();
    await declareAll([opening], here);
    const { entryDate: _start, ...record } = closing.record;
    const silent = { ...closing, record };
    const [closed] = results(await declareAll([silent], here));
    expect(closed).toMatchObject({ status: 'closed', version: 2, problems: [], outcome: { kind: 'declared' } });
    expect((await place.state()).accompaniments[0]?.declaration).toMatchObject({ statut: 'CLOS' });
  });

  it('is remembered where the convention does not let it leave', async () => {
    const without = (fields: string[]) => fields.filter((field) => field !== 'entryDate');
    const file = place.newFile();
    const here = deskOn(place, await place.ledger(file), { convention: conventionWith('open', 'give', without) });
    const [opened] = results(await declareAll([opening], here));
    expect(opened?.cut).toContain('entryDate');
    expect(rows(file, 'select entry_date from intents')).toEqual([{ entry_date: opening.record.entryDate }]);
  });
});
