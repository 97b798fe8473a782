import { declareAll, previewDeclarations } from '../../src/delivery';
import { translate } from '../../src/wording';
import {
  bench,
  convention,
  conventionWith,
  declarations,
  deskOn,
  free,
  kinds,
  lineOf,
  lines,
  results,
  rows,
  someone,
  type Bench,
} from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench();
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const fresh = async () => {
  const file = place.newFile();
  return { file, ledger: await place.ledger(file) };
};

describe('declaring a list', () => {
  it('tells each line how it ended, in the order of the lines, and sends each declaration once', async () => {
    const { ledger, file } = await fresh();
    const certified = ({ certified: yes }: { certified: boolean }) => yes;
    const list = [
      lineOf(free(0)),
      lineOf(someone('elsewhere', certified)),
      lineOf(someone('unknown')),
      lineOf(someone('several')),
      lineOf(someone('forbidden')),
      lineOf(someone('free', ({ certified: yes }) => !yes)),
      lineOf(someone('struckOff', certified)),
      lineOf(free(1), { franceTravailNumber: '' }),
      { ...lineOf(free(2)), problems: [{ code: 'identity.nir.key', field: 'nir' as const }] },
      lineOf(free(4), { lastMeetingDate: '2026-11-10' }),
      lineOf(free(3)),
      lineOf(free(4)),
    ].map((line, index) => ({ ...line, index }));
    const since = await place.watch();
    const progress: number[] = [];
    const run = await declareAll(list, deskOn(place, ledger), { onProgress: (done) => progress.push(done) });

    expect(kinds(run)).toEqual([
      'declared',
      'alreadyAccompanied',
      'notFound',
      expect.stringMatching(/ambiguous|unavailable/),
      'forbidden',
      'ambiguous',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'declared',
      'rejected',
    ]);
    expect(results(run).map(({ index }) => index)).toEqual(list.map(({ index }) => index));
    expect(progress).toEqual(list.map((_, position) => position + 1));
    const messages = results(run).map(({ outcome }) => outcome.message.code);
    expect(messages[5]).toBe('delivery.notCertified');
    expect(messages[7]).toBe('delivery.noFranceTravailNumber');
    expect(messages[8]).toBe('identity.nir.key');
    expect([messages[9], messages[11]]).toEqual(['delivery.secondLine', 'delivery.secondLine']);
    expect(results(run)[1]?.outcome).toMatchObject({
      organism: { label: expect.any(String) },
      since: expect.any(String),
    });

    const said = declarations(await since());
    expect(said.filter(({ committed }) => committed)).toHaveLength(2);
    expect(said).toHaveLength(4);
    expect(results(run)[0]).toMatchObject({
      version: 1,
      entryNumber: 1,
      franceTravailReference: expect.stringMatching(/^FTA-/),
    });
    // Every crossing left a line: the declarations that went out, and each look-up.
    const journal = rows(file, `select operation, outcome from journal order by rowid`);
    expect(journal.filter(({ operation }) => operation === 'open')).toHaveLength(4);
    expect(journal.filter(({ operation }) => operation === 'lookUp')).toHaveLength(8);
  });

  it('says nothing, and asks nothing, when the list is unchanged', async () => {
    const { ledger } = await fresh();
    const list = lines([free(0), free(1), free(2)]);
    await declareAll(list, deskOn(place, ledger));
    const since = await place.watch();
    const run = await declareAll(list, deskOn(place, ledger));
    expect(kinds(run)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(results(run)[0]).toMatchObject({ version: 1, franceTravailReference: expect.stringMatching(/^FTA-/) });
    expect(await since()).toEqual([]);
  });

  it('says a change under a higher version, an exit, and a return as a new accompaniment', async () => {
    const { ledger } = await fresh();
    const person = free(0);
    const desk = deskOn(place, ledger);
    await declareAll([lineOf(person)], desk);
    const changed = await declareAll(
      [{ ...lineOf(person, { lastMeetingDate: '2026-11-20' }), operation: 'update' }],
      desk,
    );
    expect(results(changed)[0]).toMatchObject({ version: 2, outcome: { kind: 'declared' } });
    const exit = { exitDate: '2026-11-21', exitReason: 'durableJob' };
    const closed = await declareAll([{ ...lineOf(person, exit), operation: 'close' }], desk);
    expect(results(closed)[0]).toMatchObject({ version: 3, status: 'closed', outcome: { kind: 'declared' } });
    const returned = await declareAll([lineOf(person, { entryDate: '2026-11-23' })], desk);
    expect(results(returned)[0]).toMatchObject({ version: 1, entryNumber: 2, reference: `D-${person.index}.2` });
    expect((await place.state()).accompaniments).toHaveLength(2);
  });

  it('takes a person who is not certified only when it is told to', async () => {
    const { ledger } = await fresh();
    const person = someone('free', ({ certified }) => !certified);
    const run = await declareAll([lineOf(person)], deskOn(place, ledger, { acceptUncertified: true }));
    expect(kinds(run)).toEqual(['declared']);
  });

  it('looks up by NIR only where the convention lists NIR and birth date', async () => {
    const { ledger } = await fresh();
    const list = [lineOf(free(0), { franceTravailNumber: '' })];
    expect(kinds(await declareAll(list, deskOn(place, ledger)))).toEqual(['rejected']);
    const wider = conventionWith('lookUp', 'give', (fields) => [...fields, 'nir', 'birthDate']);
    const run = await declareAll(list, deskOn(place, ledger, { convention: wider }));
    expect(results(run)[0]).toMatchObject({ outcome: { kind: 'declared' }, identifiers: ['nir'] });
    expect(JSON.stringify(run)).not.toContain(list[0]?.record.nir);
  });
});

describe('before anything is sent, one sentence', () => {
  const list = lines([free(0), free(1)]);

  it.each([
    ['a secret that is wrong', { clientSecret: 'faux' }, 'exchange.token.wrongSecret'],
    [
      'a sandbox that is not running',
      { apiBase: 'http://127.0.0.1:9/partenaire', tokenUrl: 'http://127.0.0.1:9/token' },
      'exchange.token.nobodyListens',
    ],
  ])('%s', async (_what, change, code) => {
    const { ledger, file } = await fresh();
    const run = await declareAll(list, deskOn(place, ledger, { place: { ...place.sandbox, ...change } }));
    expect(run).toMatchObject({ kind: 'refused', problem: { code } });
    expect(rows(file, 'select count(*) as n from intents')).toEqual([{ n: 0 }]);
  });

  it('a convention that has ended', async () => {
    const { ledger } = await fresh();
    const since = await place.watch();
    const ended = convention((canvas) => (canvas.validTo = '2026-10-31'));
    const run = await declareAll(list, deskOn(place, ledger, { convention: ended }));
    expect(run).toMatchObject({ kind: 'refused', problem: { code: 'convention.expired' } });
    expect(await since()).toEqual([]);
  });

  it('a journal whose secret has changed', async () => {
    const { ledger, file } = await fresh();
    await declareAll(list, deskOn(place, ledger));
    const since = await place.watch();
    const run = await declareAll(list, deskOn(place, await place.ledger(file, { secret: 'une autre phrase' })));
    expect(run).toMatchObject({ kind: 'refused', problem: { code: 'ledger.secretChanged' } });
    expect(await since()).toEqual([]);
  });

  it('a flow that the convention does not provide for, named in words, line by line', async () => {
    const { ledger } = await fresh();
    const since = await place.watch();
    const narrow = convention(
      (canvas) => (canvas.flows = canvas.flows.filter(({ operation }) => operation !== 'open')),
    );
    const run = await declareAll(list, deskOn(place, ledger, { convention: narrow }));
    expect(kinds(run)).toEqual(['blockedByConvention', 'blockedByConvention']);
    const { code, params } = results(run)[0]!.outcome.message;
    expect(translate('fr', code, params)).toContain(
      'ne prévoit pas l’ouverture d’un accompagnement vers France Travail',
    );
    expect(await since()).toEqual([]);
  });

  it('a convention that does not list the id, of which the reference is made', async () => {
    const { ledger } = await fresh();
    const anonymous = conventionWith('open', 'give', (fields) => fields.filter((field) => field !== 'id'));
    const run = await declareAll(list, deskOn(place, ledger, { convention: anonymous }));
    expect(results(run)[0]?.outcome).toMatchObject({
      kind: 'blockedByConvention',
      message: { code: 'delivery.idNotListed' },
    });
  });
});

describe('dry run', () => {
  it('shows what would leave and what is cut, without a call and without writing', async () => {
    const { ledger, file } = await fresh();
    const narrow = conventionWith('open', 'give', (fields) => fields.filter((field) => field !== 'referentEmail'));
    const desk = deskOn(place, ledger, { convention: narrow });
    await declareAll([lineOf(free(1))], desk);
    const before = JSON.stringify(rows(file, 'select * from scopes').concat(rows(file, 'select * from journal')));
    const since = await place.watch();
    const list = [
      lineOf(free(0)),
      lineOf(free(1)),
      lineOf(free(2), { franceTravailNumber: '' }),
      lineOf(free(3)),
      lineOf(free(3)),
    ];
    const run = results(await previewDeclarations(list, desk));

    expect(run.map(({ would }) => would)).toEqual(['send', 'nothing', 'stop', 'stop', 'stop']);
    expect(run[0]).toMatchObject({
      reference: `D-${free(0).index}.1`,
      version: 1,
      status: 'open',
      identifiers: ['franceTravailNumber'],
      cut: ['birthDate', 'nir', 'referentEmail'],
      stays: ['birthName', 'firstNames', 'stage', 'comment'],
    });
    expect(run[0]?.leaves.map(({ field }) => field)).toEqual([
      'structure',
      'structureCode',
      'role',
      'referentName',
      'referentFirstName',
      'entryDate',
      'lastMeetingDate',
      'rsaBeneficiary',
    ]);
    expect(run[2]?.outcome?.message.code).toBe('delivery.noFranceTravailNumber');
    expect(JSON.stringify(run)).not.toContain(list[0]!.record.nir);
    expect(await since()).toEqual([]);
    expect(JSON.stringify(rows(file, 'select * from scopes').concat(rows(file, 'select * from journal')))).toBe(before);
  });
});
