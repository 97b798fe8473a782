import { declareAll, openSendings, settleByHand, type DeclarationDesk } from '../../src/delivery';
import {
  bench,
  declarations,
  deskOn,
  free,
  kinds,
  lineOf,
  results,
  rows,
  withoutKeysNorReadBack,
  type Bench,
} from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const line = lineOf(free(0));
const reference = `${line.record.id!}.1`;

/** A France Travail that honours no keys, cannot be read back, and whose answer was lost. */
async function parked(profile = withoutKeysNorReadBack): Promise<DeclarationDesk & { file: string }> {
  const file = place.newFile();
  const desk = deskOn(place, await place.ledger(file), { profile });
  await place.fault({ kind: 'answerLostAfterCommit', operations: ['declarerAccompagnement'] });
  await place.fault({ kind: 'unavailable', operations: ['lireAccompagnement'] });
  expect(kinds(await declareAll([line], desk))).toEqual(['unclear']);
  await place.calm();
  return { ...desk, file };
}

const states = async (desk: DeclarationDesk) => results(await openSendings(desk)).map(({ state }) => state);

describe('settling by hand what can be neither repeated nor read back', () => {
  it('shows it, and nothing more is sent about it until a person has answered', async () => {
    const desk = await parked();
    expect(results(await openSendings(desk))).toMatchObject([
      { reference, state: 'parked', operation: 'open', version: 1 },
    ]);
    const since = await place.watch();
    expect(kinds(await declareAll([line], desk))).toEqual(['unclear']);
    expect(declarations(await since())).toEqual([]);
  });

  it('"France Travail has it": it counts as told, and the journal says that a person said so', async () => {
    const desk = await parked();
    const said = results(await settleByHand([{ reference, answer: 'held' }], desk));
    expect(said).toMatchObject([{ reference, state: 'held' }]);
    expect(await states(desk)).toEqual([]);
    expect(kinds(await declareAll([line], desk))).toEqual(['unchanged']);
    const journal = rows(desk.file, `select outcome from journal where code = 'HAND'`);
    expect(journal).toEqual([{ outcome: 'declared' }]);
  });

  it('"it does not": it is said again, under the next version', async () => {
    const desk = await parked();
    await place.reset();
    await settleByHand([{ reference, answer: 'notHeld' }], desk);
    const again = await declareAll([line], desk);
    expect(results(again)[0]).toMatchObject({ version: 2, outcome: { kind: 'declared' } });
  });

  it('takes no answer that contradicts another, nor one about something that settles itself or does not wait', async () => {
    const desk = await parked();
    const both = await settleByHand(
      [
        { reference, answer: 'held' },
        { reference, answer: 'notHeld' },
        { reference: 'X.1', answer: 'held' },
      ],
      desk,
    );
    expect(results(both)).toMatchObject([{ state: 'contradictory' }]);
    expect(both).toMatchObject({ notes: [{ code: 'delivery.settledByHand.unknown', params: { reference: 'X.1' } }] });
    expect(await states(desk)).toEqual(['parked']);

    await place.reset();
    const itself = await parked((profile) => profile);
    expect(results(await settleByHand([{ reference, answer: 'notHeld' }], itself))).toMatchObject([
      { state: 'waiting' },
    ]);
    expect(kinds(await declareAll([line], itself))).toEqual(['declared']);
  });
});
