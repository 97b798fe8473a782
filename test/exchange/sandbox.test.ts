import { startSandbox, type Sandbox } from '../../sandbox/server';
import { createWorld, type Person } from '../../sandbox/world';
import type { Situation } from '../../sandbox/world/person';
import { CancelledError, type Gateway } from '../../src/exchange';
import type { Declaration } from '../../src/accompaniment';
import { fastWire, findPerson, gatewayTo, type Place } from './support';

const world = createWorld(5901);
const someone = (situation: Situation, fits: (person: Person) => boolean = () => true): Person => {
  const person = world.people.find((one) => one.situation === situation && fits(one));
  if (person === undefined) throw new Error(`nobody is ${situation}`);
  return person;
};

const declaration = (
  reference: string,
  version: number,
  more: Partial<Declaration> = {},
): Declaration & { version: number } => ({
  operation: 'open',
  participantId: 'P-0001',
  entryNumber: 1,
  reference,
  status: 'open',
  version,
  ...more,
  fields: {
    structureCode: 'PLI5901',
    structure: 'PLIE d’Exempleville',
    role: 'REFERENT',
    entryDate: '2026-09-01',
    referentName: 'Figurant',
    referentPhone: '03 20 00 00 00',
    rsaBeneficiary: 'yes',
    ...more.fields,
  },
});

describe('against the sandbox', () => {
  let sandbox: Sandbox;
  let place: Place;
  let gateway: Gateway;
  let keys = 0;
  const key = (): string => `cle-idempotence-${(keys += 1)}`;

  beforeAll(async () => {
    sandbox = await startSandbox({ readLagMs: 0, quota: null, today: '2026-11-24' });
    place = sandbox;
    gateway = gatewayTo(place);
  });
  afterAll(() => sandbox.close());

  const order = async (fault: object): Promise<void> => {
    const answer = await fetch(`${sandbox.adminUrl}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    expect(answer.status).toBe(200);
  };
  afterEach(() => fetch(`${sandbox.adminUrl}/faults`, { method: 'DELETE' }));

  describe('do you know this person?', () => {
    const byNumber = (person: Person): ReturnType<Gateway['lookUp']> =>
      gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: person.ftNumber });

    it('keeps certified and not certified apart', async () => {
      expect(await byNumber(someone('free', ({ certified }) => certified))).toMatchObject({
        kind: 'found',
        certified: true,
      });
      expect(await byNumber(someone('free', ({ certified }) => !certified))).toMatchObject({
        kind: 'found',
        certified: false,
      });
    });

    it('finds by NIR and birth date', async () => {
      const { nir, birthDate } = someone('free');
      expect(await gateway.lookUp({ kind: 'nir', nir, birthDate })).toMatchObject({ kind: 'found' });
    });

    it('never confuses not found, several, no token, forbidden and a service that fails', async () => {
      const unknown = await gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: '99999999999' });
      const several = await byNumber(someone('several', ({ habits }) => !habits.silentWhenSeveral));
      const silent = await byNumber(someone('several', ({ habits }) => habits.silentWhenSeveral));
      const forbidden = await byNumber(someone('forbidden'));
      const failing = await byNumber(someone('noAddress'));
      expect([unknown, several, silent, forbidden, failing].map(({ kind }) => kind)).toEqual([
        'notFound',
        'several',
        'unclear',
        'forbidden',
        'unavailable',
      ]);
      expect(
        [unknown, several, silent, forbidden, failing].map((answer) =>
          'outcome' in answer ? answer.outcome.code : '',
        ),
      ).toEqual(['S002', 'S003', 'HTTP 204', 'R002', 'R998']);
    });

    it('refuses a malformed number without calling it unknown', async () => {
      const answer = await gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: '12' });
      expect(answer).toMatchObject({ kind: 'rejected', outcome: { code: 'R997' } });
    });
  });

  describe('the life of an accompaniment', () => {
    const person = someone('free', ({ relance }) => relance !== undefined);

    it('is opened, suspended, resumed, updated and closed; reminders stop; each version is read back as it was said', async () => {
      const handle = await findPerson(gateway, person.ftNumber);
      const life: [Partial<Declaration>, string][] = [
        [{}, 'open'],
        [{ operation: 'suspend', status: 'suspended', fields: { suspensionFrom: '2026-10-01' } }, 'suspended'],
        [{ operation: 'resume' }, 'open'],
        [{ operation: 'update', fields: { lastMeetingDate: '2026-11-02' } }, 'open'],
        [
          { operation: 'close', status: 'closed', fields: { exitDate: '2026-11-20', exitReason: 'durableJob' } },
          'closed',
        ],
      ];
      for (const [index, [said, status]] of life.entries()) {
        const prepared = gateway.prepareDeclaration(declaration('P-0001.1', index + 1, said));
        const { outcome } = await gateway.declare(prepared, key(), handle);
        expect(outcome).toMatchObject({
          kind: 'declared',
          code: 'S000',
          franceTravailReference: expect.stringMatching(/^FTA-/),
        });
        expect(outcome.remindersStopped).toBe(status !== 'closed');
        expect(await gateway.readBack('P-0001.1', prepared)).toMatchObject({
          kind: 'stored',
          version: index + 1,
          status,
          sameContent: true,
          fields: { entryDate: '2026-09-01', referentPhone: '0320000000', rsaBeneficiary: 'yes', ...said.fields },
        });
      }
    });

    it('is cancelled', async () => {
      const handle = await findPerson(gateway, someone('free', ({ index }) => index > 300).ftNumber);
      const open = gateway.prepareDeclaration(declaration('P-0002.1', 1));
      await gateway.declare(open, key(), handle);
      const cancel = gateway.prepareDeclaration(
        declaration('P-0002.1', 2, { operation: 'cancel', status: 'cancelled' }),
      );
      expect((await gateway.declare(cancel, key(), handle)).outcome.kind).toBe('declared');
      expect(await gateway.readBack('P-0002.1', open)).toMatchObject({ status: 'cancelled', sameContent: false });
    });

    it('is not there when nobody declared it', async () => {
      expect(await gateway.readBack('P-0404.1')).toEqual({ kind: 'nothing' });
    });

    it('gives the first answer again for the same key, and 409 with the stored version for an old version', async () => {
      const handle = await findPerson(gateway, someone('free', ({ index }) => index > 400).ftNumber);
      const first = gateway.prepareDeclaration(declaration('P-0003.1', 3));
      const sameKey = key();
      await gateway.declare(first, sameKey, handle);
      expect((await gateway.declare(first, sameKey, handle)).outcome.kind).toBe('declared');
      const late = gateway.prepareDeclaration(declaration('P-0003.1', 2));
      expect(await gateway.declare(late, key(), handle)).toMatchObject({
        outcome: { kind: 'unclear', code: 'VERSION_PERIMEE', message: { code: 'exchange.staleVersion' } },
        staleAgainstVersion: 3,
      });
      const other = gateway.prepareDeclaration(declaration('P-0003.1', 4));
      expect((await gateway.declare(other, sameKey, handle)).outcome).toMatchObject({
        kind: 'unclear',
        code: 'CLE_REUTILISEE',
      });
    });

    it('says who accompanies already, since when', async () => {
      const elsewhere = someone('elsewhere');
      const handle = await findPerson(gateway, elsewhere.ftNumber);
      const { outcome } = await gateway.declare(gateway.prepareDeclaration(declaration('P-0005.1', 1)), key(), handle);
      expect(outcome).toMatchObject({
        kind: 'alreadyAccompanied',
        code: 'S015',
        organism: { code: elsewhere.other?.organism.code, label: elsewhere.other?.organism.label },
        since: elsewhere.other?.since,
      });
    });

    it('is refused for a reason each', async () => {
      const cases: [Situation, Partial<Declaration>, string, string][] = [
        ['merged', {}, 'notFound', 'S007'],
        ['struckOff', {}, 'rejected', 'S008'],
        ['incomplete', {}, 'rejected', 'S009'],
        ['free', { fields: { entryDate: '2027-02-01' } }, 'deferred', 'S024'],
        ['free', { operation: 'close', status: 'closed', fields: { exitDate: '2026-08-01' } }, 'rejected', 'S026'],
        ['free', { fields: { structureCode: 'ZZZ9999' } }, 'rejected', 'S032'],
        ['free', { fields: { structureCode: 'MLX5901' } }, 'forbidden', 'S041'],
        ['free', { operation: 'close', status: 'closed' }, 'rejected', 'R030'],
        ['free', { fields: { lastMeetingDate: '2026-12-24' } }, 'rejected', 'R040'],
      ];
      for (const [index, [situation, said, kind, code]] of cases.entries()) {
        const handle = await findPerson(
          gateway,
          someone(situation, (one) => one.index > 500 || situation !== 'free').ftNumber,
        );
        const { outcome } = await gateway.declare(
          gateway.prepareDeclaration(declaration(`P-01${index}.1`, 1, said)),
          key(),
          handle,
        );
        expect([situation, outcome.kind, outcome.code]).toEqual([situation, kind, code]);
        if (code.startsWith('R0')) expect(outcome.message.params?.['field']).toMatch(/^date/);
      }
    });
  });

  it('says who accompanies a person now: nobody, another organism, ourselves', async () => {
    const free = someone('free', ({ index }) => index > 700);
    const handle = await findPerson(gateway, free.ftNumber);
    expect(await gateway.readAccompaniments(handle)).toEqual({ kind: 'ok', value: [] });
    await gateway.declare(gateway.prepareDeclaration(declaration('P-0700.1', 1)), key(), handle);
    expect(await gateway.readAccompaniments(handle)).toMatchObject({
      value: [
        { organism: { code: 'PLIE' }, status: 'open', since: '2026-09-01', role: 'REFERENT', reference: 'P-0700.1' },
      ],
    });
    const elsewhere = someone('elsewhere');
    expect(await gateway.readAccompaniments(await findPerson(gateway, elsewhere.ftNumber))).toMatchObject({
      value: [{ organism: { code: elsewhere.other?.organism.code }, role: 'REFERENT', since: elsewhere.other?.since }],
    });
  });

  it('fetches referrals page by page, acknowledges them, and answers', async () => {
    const small = gatewayTo(place, fastWire(), {}, { pageSize: 2 });
    const all = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await small.listReferrals(cursor);
      if (page.kind === 'failed') throw new Error(page.outcome.code);
      all.push(...page.value.referrals);
      cursor = page.value.nextCursor;
      more = cursor !== undefined;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all[0]).toMatchObject({
      state: 'toHandle',
      person: { franceTravailNumber: expect.stringMatching(/^\d{11}$/) },
    });

    const [first, second] = all;
    if (first === undefined || second === undefined) throw new Error('no referrals');
    const receipts = [first, second].map(({ id, version }) => ({ id, version }));
    expect(await small.acknowledgeReferrals([...receipts, { id: 'inconnue', version: 1 }])).toEqual({
      kind: 'ok',
      value: { acknowledged: [first.id, second.id], unknown: ['inconnue'] },
    });
    const again = await small.listReferrals();
    expect(again.kind === 'ok' && again.value.referrals.map(({ id }) => id)).not.toContain(first.id);

    const decision = { decisionDate: '2026-11-24' };
    expect(
      await small.answerReferral(
        { referralId: first.id, decision: 'accept', ...decision, referent: { referentName: 'Figurant' } },
        key(),
      ),
    ).toMatchObject({ kind: 'declared' });
    const refusal = { referralId: second.id, decision: 'refuse', ...decision } as const;
    expect(await small.answerReferral({ ...refusal, reason: 'alreadyAccompanied' }, key())).toMatchObject({
      kind: 'declared',
    });
    expect(await small.answerReferral(refusal, key())).toMatchObject({ kind: 'rejected', code: 'NO_REASON' });
    expect(
      await small.answerReferral({ referralId: 'inconnue', decision: 'absent', ...decision }, key()),
    ).toMatchObject({
      kind: 'rejected',
      code: 'PRESCRIPTION_INCONNUE',
    });
  });

  describe('when the other side has a bad day', () => {
    const declareOne = async (
      reference: string,
      wire = fastWire(),
      limits = {},
    ): Promise<{ kind: string; code: string | undefined }> => {
      const own = gatewayTo(place, wire, {}, limits);
      const handle = await findPerson(own, someone('free', ({ index }) => index > 900).ftNumber);
      const { outcome } = await own.declare(
        own.prepareDeclaration(declaration(reference, 1, { fields: { role: 'PARTENAIRE' } })),
        key(),
        handle,
      );
      return { kind: outcome.kind, code: outcome.code };
    };
    const operations = ['declarerAccompagnement'];

    it('waits as long as it is asked to, and gets through', async () => {
      await order({ kind: 'unavailable', count: 2, operations, waitMs: 3000 });
      const wire = fastWire();
      expect(await declareOne('P-0800.1', wire)).toEqual({ kind: 'declared', code: 'S000' });
      expect(wire.waits.filter((wait) => wait > 2000 && wait <= 3000)).toHaveLength(2);
    });

    it('gives up after the attempts of the profile: unavailable, never declared', async () => {
      await order({ kind: 'unavailable', operations });
      expect(await declareOne('P-0801.1')).toEqual({ kind: 'unavailable', code: 'R999' });
    });

    it('repeats with the same key when the answer is lost after the commit: said once, known as declared', async () => {
      await order({ kind: 'answerLostAfterCommit', count: 1, operations });
      expect(await declareOne('P-0802.1')).toEqual({ kind: 'declared', code: 'S000' });
      const written = (await sandbox.log())
        .flatMap((entry) => entry.declarations)
        .filter(({ reference }) => reference === 'P-0802.1');
      expect(written.map(({ committed }) => committed)).toEqual([true, false]);
      expect(new Set(written.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    });

    it.each([
      ['answerLostAfterCommit', 'unclear', 'ECONNRESET'],
      ['truncatedJson', 'unclear', 'ECONNRESET'],
      ['emptyBody', 'unclear', 'HTTP 201'],
      ['htmlWith200', 'unclear', 'HTTP 200'],
      ['serverError', 'unclear', 'HTTP 500'],
      ['unknownCode', 'unclear', 'S777'],
      ['loginRedirect', 'unavailable', 'HTTP 302'],
      ['tooManyRequests', 'unavailable', expect.any(String)],
    ])('takes %s for %s, whatever stands behind it', async (kind, outcome, code) => {
      await order({ kind, operations });
      expect(await declareOne(`P-${kind}.1`)).toEqual({ kind: outcome, code });
    });

    it('does not wait for ever for a slow or dripping answer', async () => {
      await order({ kind: 'slow', ms: 1200, operations });
      expect(await declareOne('P-0803.1', fastWire(), { timeoutMs: 150, attempts: 2 })).toEqual({
        kind: 'unclear',
        code: 'TIMEOUT',
      });
      await fetch(`${sandbox.adminUrl}/faults`, { method: 'DELETE' });
      await order({ kind: 'dripping', pauseMs: 60, operations });
      expect(await declareOne('P-0804.1', fastWire(), { timeoutMs: 300, attempts: 1 })).toEqual({
        kind: 'unclear',
        code: 'TIMEOUT',
      });
    });

    it('takes a new token when the one it had is revoked', async () => {
      const own = gatewayTo(place);
      const handle = await findPerson(own, someone('free', ({ index }) => index > 1000).ftNumber);
      await order({ kind: 'tokenExpired' });
      const { outcome } = await own.declare(own.prepareDeclaration(declaration('P-0805.1', 1)), key(), handle);
      expect(outcome.kind).toBe('declared');
    });

    it('stops at once when the execution is cancelled, in the middle of a call', async () => {
      await order({ kind: 'slow', ms: 1200, operations });
      const stop = new AbortController();
      const ended = declareOne('P-0806.1', fastWire({ signal: stop.signal }));
      setTimeout(() => stop.abort(), 100);
      await expect(ended).rejects.toBeInstanceOf(CancelledError);
    });
  });

  describe('with the profile of what is published', () => {
    let published: Gateway;
    beforeAll(() => {
      published = gatewayTo(place, fastWire(), { profileId: 'lpe' });
    });

    it('says before anything is sent that it declares nothing', async () => {
      const before = (await sandbox.log()).length;
      const prepared = published.prepareDeclaration(declaration('P-0900.1', 1));
      expect(await published.declare(prepared, key())).toEqual({
        outcome: {
          kind: 'unavailable',
          code: 'NOT_OFFERED',
          retryable: false,
          message: { code: 'exchange.notOffered', params: { code: 'NOT_OFFERED', operation: 'open', profile: 'lpe' } },
        },
      });
      expect(published.fieldsOf('open')).toEqual([]);
      expect(await published.readBack('P-0900.1')).toMatchObject({ kind: 'failed', outcome: { code: 'NOT_OFFERED' } });
      expect(await published.acknowledgeReferrals([{ id: 'x', version: 1 }])).toMatchObject({ kind: 'failed' });
      expect((await sandbox.log()).length).toBe(before);
    });

    it('reads who accompanies from the open orientation', async () => {
      const elsewhere = someone('elsewhere', ({ other }) => other?.organism.code === 'ML');
      expect(await published.readAccompaniments(await findPerson(published, elsewhere.ftNumber))).toMatchObject({
        kind: 'ok',
        value: [
          {
            organism: { code: 'ML', label: 'Mission locale' },
            status: 'open',
            since: elsewhere.other?.since,
            role: 'REFERENT',
          },
        ],
      });
      const free = someone('free', ({ awaitsOrientation }) => !awaitsOrientation);
      expect(await published.readAccompaniments(await findPerson(published, free.ftNumber))).toEqual({
        kind: 'ok',
        value: [],
      });
    });

    it('reads the registration, and does not take a functional error with 200 for one', async () => {
      const given = someone('free', ({ habits }) => habits.registration === 'given');
      const none = someone('free', ({ habits }) => habits.registration === 'none');
      const notManaged = someone('free', ({ habits }) => habits.registration === 'notManaged');
      const read = async (person: Person): ReturnType<Gateway['readRegistration']> =>
        published.readRegistration(await findPerson(published, person.ftNumber));
      expect(await read(given)).toEqual({
        kind: 'ok',
        value: { status: 'registered', label: 'Inscrit à France Travail' },
      });
      expect(await read(none)).toMatchObject({ kind: 'failed', outcome: { kind: 'notFound', code: 'HTTP 204' } });
      expect(await read(notManaged)).toMatchObject({
        kind: 'failed',
        outcome: { kind: 'notFound', code: 'ERT_200_FONCT' },
      });
    });

    it('lists the activities of both families as referrals, and decides on one', async () => {
      const all = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await published.listReferrals(cursor);
        if (page.kind === 'failed') throw new Error(page.outcome.code);
        all.push(...page.value.referrals);
        cursor = page.value.nextCursor;
        more = cursor !== undefined;
      }
      const waiting = world.people.filter(({ awaitsOrientation }) => awaitsOrientation).length;
      expect(all).toHaveLength(waiting);
      expect(all[0]).toMatchObject({
        id: expect.stringMatching(/^ACT382:/),
        version: 1,
        state: 'toHandle',
        path: 'PSP',
      });

      const number = all[0]?.person.franceTravailNumber ?? '';
      const person = await findPerson(published, number);
      const answer = { referralId: all[0]?.id ?? '', decisionDate: '2026-11-24' };
      expect(await published.answerReferral({ ...answer, decision: 'absent' }, key(), person)).toMatchObject({
        code: 'NOT_OFFERED',
      });
      expect(await published.answerReferral({ ...answer, decision: 'accept' }, key())).toMatchObject({
        code: 'NO_PERSON',
      });
      const refused = { ...answer, decision: 'refuse', reason: 'alreadyAccompanied' } as const;
      expect(await published.answerReferral(refused, key(), person)).toMatchObject({
        kind: 'declared',
        code: 'HTTP 201',
      });
      expect(await published.answerReferral(refused, key(), person)).toMatchObject({
        kind: 'rejected',
        code: 'HTTP 400',
      });
    });
  });

  it('had no request refused as malformed that it could have known to be', async () => {
    const log = await sandbox.log();
    const malformed = log.filter(({ status, code }) => status === 400 && code === 'REQUETE_INVALIDE');
    expect(malformed).toEqual([]);
    expect(log.filter(({ contract }) => contract === false)).toEqual([]);
  });
});
