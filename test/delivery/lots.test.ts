import { declareAll, scopeOf, type DeclarationDesk } from '../../src/delivery';
import type { Gateway, Profile } from '../../src/exchange';
import {
  bench,
  declarations,
  deskOn,
  free,
  kinds,
  lineOf,
  lines,
  results,
  rows,
  someone,
  withoutKeys,
  type Bench,
} from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const people = Array.from({ length: 230 }, (_, nth) => free(nth));
const hundred = lines(people.slice(0, 100));

const fresh = async () => {
  const file = place.newFile();
  return { file, ledger: await place.ledger(file) };
};

/** The gateway with one method watched or replaced. */
function changed(desk: DeclarationDesk, change: (gateway: Gateway) => Partial<Gateway>): DeclarationDesk {
  return { ...desk, gateway: { ...desk.gateway, ...change(desk.gateway) } };
}

/** Every declaration that France Travail took is one that we journalled as taken, and none was taken twice. */
async function matched(file: string, log: Awaited<ReturnType<Bench['sandbox']['log']>>, count: number) {
  const committed = declarations(log).filter((one) => one.committed);
  expect(new Set(committed.map(({ reference, version }) => `${reference} ${version}`)).size).toBe(committed.length);
  expect(committed).toHaveLength(count);
  expect(rows(file, `select count(*) as n from told where outcome = 'declared'`)).toEqual([{ n: count }]);
  expect(rows(file, 'select count(*) as n from intents where settled_at is null')).toEqual([{ n: 0 }]);
}

describe('a long list', () => {
  it('leaves in lots of a hundred, each line with an end of its own, in the order of the list', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    const run = await declareAll(lines(people), deskOn(place, ledger));
    expect(kinds(run)).toEqual(people.map(() => 'declared'));
    expect(results(run).map(({ participantId }) => participantId)).toEqual(people.map(({ index }) => `D-${index}`));
    const log = await since();
    const lots = log.filter(({ operation }) => operation === 'declarerLot');
    // Several are under way at the same time: which comes first is nobody's affair.
    expect(lots.map(({ declarations: said }) => said.length).sort((left, right) => right - left)).toEqual([
      100, 100, 30,
    ]);
    expect(log.filter(({ operation }) => operation === 'declarerAccompagnement')).toEqual([]);
    expect(lots.every(({ contract }) => contract === true)).toBe(true);
    await matched(file, log, people.length);
  });

  it('leaves line by line where the profile has no lots, and where it is short', async () => {
    const { ledger } = await fresh();
    const since = await place.watch();
    const withoutLots = (profile: Profile): Profile => {
      const { lots: _lots, ...capabilities } = profile.capabilities;
      return { ...profile, capabilities };
    };
    expect(kinds(await declareAll(hundred.slice(0, 20), deskOn(place, ledger, { profile: withoutLots })))).toHaveLength(
      20,
    );
    await declareAll(lines(people.slice(20, 25)), deskOn(place, ledger));
    const log = await since();
    expect(log.filter(({ operation }) => operation === 'declarerLot')).toEqual([]);
    expect(declarations(log)).toHaveLength(25);
  });

  it('has its intents on disk in one commit before the lot leaves, and its ends in one after', async () => {
    const { ledger, file } = await fresh();
    const steps: string[] = [];
    const desk = changed(deskOn(place, ledger), (gateway) => ({
      declareLot: async (lot) => {
        const [{ n }] = rows(file, 'select count(*) as n from intents where outcome is null') as [{ n: number }];
        steps.push(`${n} on disk`);
        const answer = await gateway.declareLot(lot);
        steps.push(`${String(lot.length)} answered`);
        return answer;
      },
    }));
    const record: typeof ledger.record = (intents) => {
      steps.push(`record ${intents.length}`);
      return ledger.record(intents);
    };
    const settle: typeof ledger.settle = (settlements) => {
      steps.push(`settle ${settlements.length}`);
      return ledger.settle(settlements);
    };
    const watched = Object.assign(Object.create(ledger) as typeof ledger, { record, settle });
    for (const name of ['note', 'unsettled', 'ready', 'told', 'latestEntries', 'highestVersions'] as const)
      Object.assign(watched, { [name]: ledger[name].bind(ledger) });
    await declareAll(hundred, { ...desk, ledger: watched });
    expect(steps).toEqual(['record 100', '100 on disk', '100 answered', 'settle 100']);
  });
});

describe('inside a lot', () => {
  it('each line has the end that a call of its own would have had', async () => {
    const accompanied = someone('elsewhere', ({ certified }) => certified);
    const strangers = [
      lineOf(accompanied),
      lineOf(people[98]!, { entryDate: '2026-02-03', exitDate: '2026-01-01' }),
      lineOf(people[99]!, { franceTravailNumber: '99999999999', nir: '' }),
    ];
    const odd = strangers.map((line, nth) => ({
      ...line,
      index: 97 + nth,
      ...(nth === 1 ? { operation: 'close' as const } : {}),
    }));
    const list = [...lines(people.slice(0, 97)), ...odd];
    const alone = await declareAll(list, deskOn(place, (await fresh()).ledger, { parallel: 8 }));
    await place.reset();
    const { ledger } = await fresh();
    const together = await declareAll(list, deskOn(place, ledger));
    const ends = (run: typeof alone) => results(run).map(({ outcome: { kind, code } }) => `${kind} ${code ?? ''}`);
    expect(ends(together)).toEqual(ends(alone));
    expect(new Set(kinds(together))).toEqual(new Set(['declared', 'alreadyAccompanied', 'rejected', 'notFound']));
  });

  it('one line that makes France Travail refuse the whole lot costs nobody else: 99 are declared', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    const desk = changed(deskOn(place, ledger), (gateway) => ({
      prepareDeclaration: (declaration) => {
        const prepared = gateway.prepareDeclaration(declaration);
        if (declaration.participantId !== `D-${people[41]!.index}`) return prepared;
        return { ...prepared, body: JSON.stringify({ ...JSON.parse(prepared.body), poison: '__proto__' }) };
      },
    }));
    const run = await declareAll(hundred, desk);
    expect(kinds(run).filter((kind) => kind === 'declared')).toHaveLength(99);
    expect(results(run)[41]?.outcome).toMatchObject({ kind: 'rejected', message: { code: 'exchange.invalidRequest' } });
    await matched(file, await since(), 99);
  });

  it('a line that another execution is saying at this moment is left to it', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    const runs = await Promise.all([
      declareAll(hundred, deskOn(place, ledger)),
      declareAll(hundred, deskOn(place, await place.ledger(file))),
    ]);
    for (const run of runs)
      expect(kinds(run).filter((kind) => kind !== 'declared' && kind !== 'unchanged')).toEqual([]);
    await matched(file, await since(), 100);
  });

  it('a version that France Travail finds stale is read back, as for a single call', async () => {
    const { ledger } = await fresh();
    await declareAll(lines(people.slice(200, 201)), deskOn(place, ledger));
    await place.reset();
    await declareAll(hundred.slice(0, 1), deskOn(place, (await fresh()).ledger));
    // A ledger that has heard nothing of the other says version 1 again.
    const run = await declareAll(hundred, deskOn(place, ledger));
    expect(results(run)[0]?.outcome.message.code).toBe('delivery.foundTaken');
    expect(new Set(kinds(run))).toEqual(new Set(['declared']));
  });
});

describe('a lot without a readable answer', () => {
  const cases = [
    ['lost after France Travail has taken it', { kind: 'answerLostAfterCommit' }],
    ['cut off', { kind: 'truncatedJson' }],
    ['an HTML page with 200', { kind: 'htmlWith200' }],
    ['empty', { kind: 'emptyBody' }],
  ] as const;
  it.each(cases)('(%s) is settled line by line under the same keys: each declared once', async (_what, fault) => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await place.fault({ ...fault, operations: ['declarerLot'] });
    const run = await declareAll(hundred, deskOn(place, ledger));
    await place.calm();
    expect(kinds(run)).toEqual(hundred.map(() => 'declared'));
    const log = await since();
    await matched(file, log, 100);
    const keys = new Map<string, Set<string>>();
    for (const { reference = '', idempotencyKey = '' } of declarations(log)) {
      keys.set(reference, (keys.get(reference) ?? new Set()).add(idempotencyKey));
    }
    expect([...keys.values()].every(({ size }) => size === 1)).toBe(true);
  });

  it('is read back where keys are not honoured, and nothing is said twice', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await place.fault({ kind: 'answerLostAfterCommit', count: 1, operations: ['declarerLot'] });
    const noKeys = (profile: Profile): Profile => {
      const without = withoutKeys(profile);
      const { declareLot } = without.operations;
      return { ...without, operations: { ...without.operations, declareLot: { ...declareLot!, repeat: 'never' } } };
    };
    const run = await declareAll(hundred, deskOn(place, ledger, { profile: noKeys }));
    expect(new Set(results(run).map(({ outcome }) => outcome.message.code))).toEqual(new Set(['delivery.foundTaken']));
    await matched(file, await since(), 100);
  });

  it('whose process died is settled by the next run', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    const dying = changed(deskOn(place, ledger), (gateway) => ({
      declareLot: async (lot) => {
        await gateway.declareLot(lot);
        throw new Error('killed');
      },
    }));
    await expect(declareAll(hundred, dying)).rejects.toThrow('killed');
    expect(await ledger.unsettled(scopeOf(dying))).toHaveLength(100);
    const run = await declareAll(hundred, deskOn(place, ledger));
    expect(new Set(kinds(run))).toEqual(new Set(['declared']));
    await matched(file, await since(), 100);
  });
});

describe('lots and a France Travail that takes nothing any more', () => {
  it('count a failed lot as one call, and spare the rest of the list after five', async () => {
    const { ledger } = await fresh();
    const small = (profile: Profile): Profile => ({
      ...profile,
      capabilities: { ...profile.capabilities, lots: { ...profile.capabilities.lots!, max: 10 } },
    });
    await place.fault({ kind: 'unavailable', retryAfter: 'none', operations: ['declarerLot'] });
    const run = await declareAll(hundred, deskOn(place, ledger, { profile: small }));
    await place.calm();
    const codes = results(run).map(({ outcome }) => outcome.message.code);
    // Two lots are under way at the same time: the sixth may be in the air already.
    expect(codes.filter((code) => code === 'exchange.closedForNow').length).toBeGreaterThanOrEqual(50);
    expect(codes.filter((code) => code === 'exchange.closedForNow').length).toBeLessThanOrEqual(60);
    expect(codes.at(-1)).toBe('delivery.circuitOpen');
  });
});
