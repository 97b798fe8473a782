import { checkPeople, checkPerson, declareAll, readStatus } from '../../src/delivery';
import { bench, conventionWith, deskOn, free, lineOf, results, someone, TODAY, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());

const newDesk = async (options = {}) => deskOn(place, await place.ledger(place.newFile()), options);
const certified = ({ certified: yes }: { certified: boolean }) => yes;

describe('asking about people', () => {
  it('keeps the answers apart: not found is not forbidden, and neither is free', async () => {
    const people = [
      free(0),
      someone('free', ({ certified: yes }) => !yes),
      someone('unknown'),
      someone('several', ({ habits }) => !habits.silentWhenSeveral),
      someone('several', ({ habits }) => habits.silentWhenSeveral),
      someone('forbidden'),
      someone('noAddress'),
    ];
    const lines = [...people.map((person) => lineOf(person)), lineOf(free(1), { franceTravailNumber: '' })];
    const run = results(await checkPeople(lines, await newDesk()));
    expect(run.map(({ known }) => known)).toEqual([
      'certified',
      'uncertified',
      'notFound',
      'several',
      'unclear',
      'forbidden',
      'unavailable',
      'notAsked',
    ]);
    expect(run[0]?.accompaniments).toEqual({ kind: 'known', own: [], others: [] });
    for (const { known, accompaniments } of run.slice(2))
      expect([known, accompaniments.kind]).toEqual([known, 'notAsked']);
  });

  it('says who accompanies, since when, in which role, and tells our own apart', async () => {
    const desk = await newDesk();
    const partner = someone('partner', certified);
    await declareAll([lineOf(partner)], desk);
    const [theirs, ours] = results(await checkPeople([lineOf(someone('elsewhere', certified)), lineOf(partner)], desk));
    const other = someone('elsewhere', certified).other!;
    expect(theirs?.accompaniments).toMatchObject({
      own: [],
      others: [
        {
          organism: { code: other.organism.code },
          since: other.since,
          role: 'REFERENT',
          structure: { code: other.structure.code },
        },
      ],
    });
    expect(ours?.accompaniments).toMatchObject({
      own: [{ role: 'REFERENT', reference: `D-${partner.index}.1` }],
      others: [{ role: 'PARTENAIRE' }],
    });
  });

  it('does not ask what the convention does not list, and says which line is missing', async () => {
    const number = conventionWith('lookUp', 'receive', () => []);
    const without = { ...number, flows: number.flows.filter(({ operation }) => operation !== 'readAccompaniments') };
    const since = await place.watch();
    const check = await checkPerson(lineOf(free(0)).record, await newDesk({ convention: without }));
    expect(check).toMatchObject({
      known: 'certified',
      accompaniments: { kind: 'notAsked', reason: { code: 'convention.blocked.readAccompaniments.receive' } },
    });
    expect(check).not.toHaveProperty('franceTravailNumber');
    expect((await since()).filter(({ operation }) => operation === 'lireAccompagnementsUsager')).toEqual([]);

    const noLookUp = { ...without, flows: without.flows.filter(({ operation }) => operation !== 'lookUp') };
    expect(await checkPerson(lineOf(free(0)).record, await newDesk({ convention: noLookUp }))).toMatchObject({
      known: 'notAsked',
      reason: { code: 'convention.blocked.lookUp.give' },
    });
  });

  it('tells one sentence when nobody listens', async () => {
    const desk = await newDesk({
      place: { apiBase: 'http://127.0.0.1:9/partenaire', tokenUrl: 'http://127.0.0.1:9/token' },
    });
    expect(await checkPerson(lineOf(free(0)).record, desk)).toMatchObject({
      known: 'unavailable',
      reason: { code: 'exchange.token.nobodyListens' },
    });
  });
});

describe('reading the status of an accompaniment', () => {
  it('gives what France Travail holds, as told or not, cut down to the convention', async () => {
    // A server of its own: one that holds something already asks a new ledger to reconcile first.
    const own = await bench({ readLagMs: 0 });
    const desk = deskOn(own, await own.ledger(own.newFile()));
    const person = free(9);
    await declareAll([lineOf(person)], desk);
    const id = `D-${person.index}`;
    const lines = [
      { index: 0, participantId: id },
      { index: 1, participantId: 'jamais-dit' },
      { index: 2, participantId: '' },
    ];
    const [held, nothing, missing] = results(await readStatus(lines, desk));
    expect(held).toMatchObject({
      reference: `${id}.1`,
      entryNumber: 1,
      answer: { kind: 'stored', status: 'open', version: 1, asTold: true, fields: { entryDate: '2026-02-03' } },
    });
    expect(nothing?.answer).toEqual({ kind: 'nothing' });
    expect(missing?.answer).toMatchObject({ kind: 'failed', outcome: { message: { code: 'delivery.noReference' } } });

    const narrow = conventionWith('readStatus', 'receive', () => ['entryDate']);
    const [cut] = results(await readStatus([lines[0]!], { ...desk, convention: narrow }));
    expect(cut?.answer).toMatchObject({ fields: { entryDate: '2026-02-03' } });
    expect(Object.keys((cut?.answer as { fields: object }).fields)).toEqual(['entryDate']);

    const other = deskOn(own, await own.ledger(own.newFile()), { today: TODAY });
    const [unknown] = results(await readStatus([lines[0]!], other));
    expect(unknown?.answer).toMatchObject({ kind: 'stored', asTold: false });
    await own.close();
  });

  it('is refused, in words, where the convention does not list it', async () => {
    const canvas = conventionWith('readStatus', 'receive', () => []);
    const without = { ...canvas, flows: canvas.flows.filter(({ operation }) => operation !== 'readStatus') };
    expect(
      await readStatus([{ index: 0, participantId: 'D-1' }], await newDesk({ convention: without })),
    ).toMatchObject({
      kind: 'refused',
      problem: { code: 'convention.blocked.readStatus.receive' },
    });
  });
});
