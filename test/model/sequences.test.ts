import fc from 'fast-check';
import { endOf } from './ending';
import { openHouse, Plie, type House, type Terms } from './house';
import * as living from './living';
import { Model } from './model';
import type { Death } from './mortal';
import * as sending from './sending';

/** Sequences in all; one seed, so that a red run can be told again. */
const SEQUENCES = Number(process.env['MODEL_SEQUENCES'] ?? 1000);
const SEED = Number(process.env['MODEL_SEED'] ?? 20261124);
const LONGEST = 24;
const PEOPLE = 3;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const DECLARING = ['declarerAccompagnement', 'declarerLot'];
const nth = fc.nat({ max: PEOPLE - 1 });
const some = fc.integer({ min: 1, max: 6 });

const deaths: fc.Arbitrary<Death> = fc.record({
  step: fc.constantFrom('record', 'declare', 'settle'),
  when: fc.constantFrom('before', 'after'),
  nth: fc.nat({ max: 2 }),
});

const lost = (count?: number) => ({
  kind: 'answerLostAfterCommit',
  operations: DECLARING,
  ...(count ? { count } : {}),
});
const READS_FAIL = { kind: 'unavailable', operations: ['lireAccompagnement'] };
const READS_LAG = { kind: 'readsLag', ms: 1900 };

const faults = fc.oneof(
  some.map((count) => [lost(count)]),
  some.map((count) => [lost(count), READS_LAG]),
  fc.constant([lost(), READS_FAIL]),
  some.map((count) => [{ kind: 'unavailable', operations: DECLARING, count }]),
  some.map((count) => [{ kind: 'truncatedJson', operations: DECLARING, count }, READS_LAG]),
  some.map((count) => [{ kind: 'tooManyRequests', count }]),
  fc.constant([{ kind: 'tokenExpired' }, READS_LAG]),
);

const KINDS = [
  ...[
    'add',
    'change',
    'hand over',
    'suspend',
    'resume',
    'close',
    'take the exit back',
    'remove',
    'put back',
    'come back',
  ],
  ...[
    'send',
    'send twice at once',
    'older export',
    'dry run',
    'undo last run',
    'reconcile',
    'lose the ledger, reconcile',
  ],
  ...['record', 'declare', 'settle'].flatMap((step) => [`die before ${step}`, `die after ${step}`]),
  ...['answerLostAfterCommit', 'unavailable', 'truncatedJson', 'tooManyRequests', 'tokenExpired'].map(
    (kind) => `send under ${kind}`,
  ),
];

/** How often each kind of event has happened, over all sequences. */
const happened = new Map<string, number>();

class Counted implements fc.AsyncCommand<Model, Plie> {
  constructor(private readonly command: fc.AsyncCommand<Model, Plie>) {}
  check = (model: Model) => this.command.check(model);
  run = async (model: Model, plie: Plie): Promise<void> => {
    const kind = String(this.command).split(/ \d|×/)[0]!;
    happened.set(kind, (happened.get(kind) ?? 0) + 1);
    await this.command.run(model, plie);
  };
  toString = () => String(this.command);
}

const commands = [
  fc.constant(living.add(PEOPLE)),
  nth.map(living.change),
  nth.map(living.handOver),
  nth.map(living.suspend),
  nth.map(living.resume),
  nth.map(living.close),
  nth.map(living.cancelExit),
  nth.map(living.remove),
  nth.map(living.putBack),
  nth.map(living.comeBack),
  fc.constant(new sending.Send()),
  fc.constant(new sending.Send()),
  fc.constant(new sending.SendTwiceAtOnce()),
  fc.constant(new sending.SendOlderExport()),
  fc.constant(new sending.DryRun()),
  fc.constant(new sending.UndoLastRun()),
  fc.constant(new sending.Reconcile()),
  fc.constant(new sending.LoseLedger()),
  deaths.map((death) => new sending.SendAndDie(death)),
  deaths.map((death) => new sending.SendAndDie(death)),
  faults.map((list) => new sending.SendInFaults(list)),
].map((one: fc.Arbitrary<fc.AsyncCommand<Model, Plie>>) => one.map((command) => new Counted(command)));

/** Without the bias to what is small: short lists of events say little, and shrinking makes them short anyhow. */
const sequences = fc.noBias(fc.commands(commands, { maxCommands: LONGEST, size: 'max' }));

const TERMS: readonly (readonly [string, Terms, number])[] = [
  ['keys, one call each', { keys: true, lots: false }, 0],
  ['keys, lots', { keys: true, lots: true }, 1],
  ['read back only, one call each', { keys: false, lots: false }, 2],
  ['read back only, lots', { keys: false, lots: true }, 3],
];

describe.each(TERMS)('what France Travail knows after any sequence of events (%s)', (_, terms, salt) => {
  it(
    'is what the model says, and each word of it was said once',
    () =>
      fc.assert(
        fc.asyncProperty(fc.boolean(), sequences, async (closesAbsent, sequence) => {
          const plie = new Plie(house, terms);
          const model = new Model(closesAbsent, terms.keys);
          await plie.begin();
          for (let first = 0; first < PEOPLE - 1; first += 1) living.addTo(model);
          try {
            await fc.asyncModelRun(() => ({ model, real: plie }), sequence);
            await endOf(model, plie);
          } finally {
            await plie.end();
          }
        }),
        { numRuns: Math.ceil(SEQUENCES / TERMS.length), seed: SEED + salt, includeErrorInReport: true },
      ),
    600_000,
  );
});

it('met every kind of event, again and again', () => {
  const rare = KINDS.filter((kind) => (happened.get(kind) ?? 0) < SEQUENCES / 50);
  expect(rare).toEqual([]);
});
