import { declareAll, type DeclarationDesk } from '../../src/delivery';
import type { Profile } from '../../src/exchange';
import { bench, deskOn, free, kinds, lines, results, rows, withoutKeys, withoutListing, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const list = lines(Array.from({ length: 40 }, (_, nth) => free(nth)));

const fresh = async () => {
  const file = place.newFile();
  return { file, ledger: await place.ledger(file) };
};

/** Runs the list, one line at a time, and says what each line was told and how many calls France Travail saw. */
async function runUnder(fault: object, profile: (one: Profile) => Profile = (one) => one) {
  const { ledger } = await fresh();
  const since = await place.watch();
  await place.fault(fault);
  const desk = deskOn(place, ledger, { parallel: 1, profile: (one) => withoutListing(profile(one)) });
  const run = await declareAll(list, desk);
  await place.calm();
  const codes = results(run).map(({ outcome }) => outcome.message.code);
  return { run, codes, calls: (await since()).length, desk };
}

const impatient = (profile: Profile): Profile => ({
  ...profile,
  limits: { ...profile.limits, timeoutMs: 500, attempts: 2 },
});

describe('a France Travail that takes nothing any more spares the rest of the list', () => {
  it.each([
    ['is closed (503) for every line', { kind: 'unavailable', retryAfter: 'none' }, 'exchange.closedForNow'],
    ['is busy (429) for every line', { kind: 'tooManyRequests', retryAfter: '0' }, 'exchange.tooManyRequests'],
  ])('when it %s', async (_what, fault, own) => {
    const { run, codes, calls, desk } = await runUnder(fault);
    expect(codes.slice(0, 5)).toEqual(Array<string>(5).fill(own));
    expect(codes.slice(5)).toEqual(Array<string>(35).fill('delivery.circuitOpen'));
    expect(calls).toBeLessThanOrEqual(5 * desk.gateway.profile.limits.attempts + 1);
    expect(run).toMatchObject({ notes: [{ code: 'delivery.circuitOpen', params: { count: 5 } }] });
  });

  it('when it never answers in time, for declarations too: what may have arrived stays unclear', async () => {
    const slow = { kind: 'slow', ms: 1500, operations: ['declarerAccompagnement'] };
    const { run, codes } = await runUnder(slow, impatient);
    expect(kinds(run).slice(0, 6)).toEqual([...Array<string>(5).fill('unclear'), 'unavailable']);
    expect(codes.at(-1)).toBe('delivery.circuitOpen');
  });

  it.each([
    ['ten minutes', 'tooManyRequests', '600', 'delivery.askedToWait.minutes', { minutes: 10 }],
    ['thirty years', 'unavailable', '1e9', 'delivery.askedToWait.days', undefined],
  ])('at once, when it asks for %s, longer than the profile waits', async (_what, kind, retryAfter, code, params) => {
    const { run, codes, calls } = await runUnder({ kind, retryAfter });
    expect(codes.slice(1)).toEqual(Array<string>(39).fill(code));
    expect(run).toMatchObject({ notes: [{ code, ...(params ? { params } : {}) }] });
    expect(calls).toBeLessThanOrEqual(2);
  });

  it('at once, when it refuses the access even with a fresh token (401)', async () => {
    const { run, codes, calls } = await runUnder({ kind: 'unknownCode', status: 401, code: 'ACCES_REVOQUE' });
    expect(codes[0]).toBe('exchange.accessRefused');
    expect(codes.slice(1)).toEqual(Array<string>(39).fill('delivery.accessRefused'));
    expect(run).toMatchObject({ notes: [{ code: 'delivery.accessRefused' }] });
    expect(calls).toBeLessThanOrEqual(4);
  });

  it('and not because of a short bad moment: an answer in between begins the count anew', async () => {
    const { codes } = await runUnder({ kind: 'unavailable', retryAfter: '0', count: 16 });
    expect(codes.filter((code) => code === 'exchange.closedForNow')).toHaveLength(4);
    expect(codes.at(-1)).toBe('exchange.outcome.declared');
  });
});

describe('an access that is refused after something old was settled', () => {
  it('gives every line its end: counts add up to the list', async () => {
    const { ledger, file } = await fresh();
    const [first, ...others] = list.slice(0, 5);
    await crash(deskOn(place, ledger, { profile: withoutKeys }), [first!]);
    const desk = deskOn(place, ledger, { profile: withoutKeys });
    const readBack: typeof desk.gateway.readBack = async (...asked) => {
      const read = await desk.gateway.readBack(...asked);
      // The token's life ends here, and no other is to be had.
      await place.fault({ kind: 'unavailable', operations: ['token'] });
      await desk.sleep(1_600_000);
      return read;
    };
    const run = await declareAll([first!, ...others], { ...desk, gateway: { ...desk.gateway, readBack } });
    await place.calm();
    expect(kinds(run)).toEqual(['declared', ...Array<string>(4).fill('unavailable')]);
    expect(results(run).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(results(run)[1]?.outcome).toMatchObject({
      message: { code: 'exchange.token.closedForNow' },
      code: 'HTTP 503',
      retryable: true,
    });
    expect(run).toMatchObject({
      notes: [{ code: 'delivery.note.settledEarlier' }, { code: 'exchange.token.closedForNow' }],
    });
    expect(rows(file, 'select count(*) as n from intents')).toEqual([{ n: 1 }]);
  });
});

/** A run that is killed after France Travail has taken the declaration. */
async function crash(desk: DeclarationDesk, some: typeof list) {
  const declare: typeof desk.gateway.declare = async (...call) => {
    await desk.gateway.declare(...call);
    throw new Error('killed');
  };
  await expect(declareAll(some, { ...desk, gateway: { ...desk.gateway, declare } })).rejects.toThrow('killed');
}
