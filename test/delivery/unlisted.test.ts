import { declareAll } from '../../src/delivery';
import { bench, deskOn, free, lineOf, results, rows, withoutKeys, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const line = lineOf(free(0));

async function outcomeUnder(faults: readonly object[], more: Parameters<typeof deskOn>[2] = {}) {
  const file = place.newFile();
  const ledger = await place.ledger(file);
  for (const fault of faults) await place.fault({ operations: ['declarerAccompagnement'], ...fault });
  const [result] = results(await declareAll([line], deskOn(place, ledger, more)));
  await place.calm();
  return { outcome: result!.outcome, file, ledger };
}

const ODD = { kind: 'unknownCode', code: 'S777' };
const HTML = { kind: 'htmlWith200' };
const DEAF = { kind: 'unavailable', operations: ['lireAccompagnement'] };

describe('an answer that the profile does not know keeps its own words', () => {
  it.each([
    ['an unlisted code', ODD, 'exchange.unlisted.unavailable', 'S777', undefined],
    ['a web page with 200', HTML, 'exchange.unreadable.unavailable', 'HTTP 200', undefined],
    ['an unlisted code, where keys are not honoured', ODD, 'exchange.unlisted.unavailable', 'S777', withoutKeys],
    ['a web page, where keys are not honoured', HTML, 'exchange.unreadable.unavailable', 'HTTP 200', withoutKeys],
  ])('%s, when the read-back shows that nothing was taken', async (_what, fault, message, code, profile) => {
    const { outcome, file, ledger } = await outcomeUnder([fault], profile ? { profile } : {});
    expect(outcome).toMatchObject({ kind: 'unavailable', message: { code: message }, code, retryable: true });
    // Journalled under the same code, and said anew by the next run.
    expect(rows(file, 'select outcome, code from intents')).toEqual([{ outcome: 'unavailable', code }]);
    const [again] = results(await declareAll([line], deskOn(place, ledger)));
    expect(again).toMatchObject({ version: 2, outcome: { kind: 'declared' } });
  });

  it.each([
    ['an unlisted code', ODD, 'exchange.unlisted.unclear', 'S777'],
    ['a web page with 200', HTML, 'exchange.unreadable.unclear', 'HTTP 200'],
  ])('%s, when nothing can be read back', async (_what, fault, message, code) => {
    const { outcome } = await outcomeUnder([fault, DEAF]);
    expect(outcome).toMatchObject({ kind: 'unclear', message: { code: message }, code });
  });

  it('and one whose connection was lost before it arrived is said not to have arrived, with its code', async () => {
    const { ledger } = await outcomeUnder([]);
    const desk = deskOn(place, ledger, { profile: withoutKeys });
    const lost = { kind: 'unclear', message: { code: 'exchange.lost.unclear' }, code: 'ECONNRESET', retryable: true };
    const declare = async () => ({ outcome: lost as never });
    const changed = lineOf(free(0), { lastMeetingDate: '2026-11-20' });
    const [result] = results(await declareAll([changed], { ...desk, gateway: { ...desk.gateway, declare } }));
    expect(result?.outcome).toMatchObject({
      kind: 'unavailable',
      message: { code: 'delivery.notTaken' },
      code: 'ECONNRESET',
    });
  });
});
