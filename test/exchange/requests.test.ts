import { join } from 'node:path';
import fc from 'fast-check';
import { readContracts } from '../../sandbox/contract';
import { violationsIn } from '../../sandbox/gateway/admission';
import { ACCOMPANIMENT_STATUSES, DECLARATION_OPERATIONS, EXIT_REASONS } from '../../src/accompaniment';
import type { Gateway, PersonHandle } from '../../src/exchange';
import type { PivotRecord } from '../../src/fields';
import { REFERRAL_DECISIONS, REFUSAL_REASONS, type ReferralAnswer } from '../../src/referral';
import { fastWire, findPerson, FOUND, gatewayTo } from './support';
import { startScripted, type ScriptedServer, type Seen } from './scriptedServer';

/** The contracts themselves, not anybody's copy of them. */
const contracts = readContracts(join(__dirname, '../../../shared/contract'));

/** What the contract finds wrong with a request as it came over the wire. */
function violations(seen: Seen): string[] {
  const url = new URL(seen.url, 'http://localhost');
  const matched = contracts.match(seen.method, url.pathname);
  if (!('operation' in matched)) return [`no operation ${seen.method} ${url.pathname}`];
  const query = Object.fromEntries(url.searchParams);
  const body: unknown = seen.body === '' ? undefined : JSON.parse(seen.body);
  const found = violationsIn(matched.operation, { path: matched.path, query, headers: seen.headers, body });
  const agent = ['pa-nom-agent', 'pa-prenom-agent', 'pa-identifiant-agent'].filter(
    (name) => !/^[^|]+$/.test(seen.headers[name] ?? ''),
  );
  const alone = matched.operation.exactlyOneOf.filter((name) => name in query);
  return [
    ...found.map(({ where, what }) => `${matched.operation.id}: ${where} ${what}`),
    ...agent.map((name) => `${name} is wrong`),
    ...(matched.operation.exactlyOneOf.length > 0 && alone.length !== 1 ? ['not exactly one criterion'] : []),
  ];
}

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc.string({ unit: 'grapheme', maxLength: 200 });

/** Cleaned values, as intake hands them on, and some that it should not have let through. */
const pivot: fc.Arbitrary<PivotRecord> = fc
  .record(
    {
      structureCode: fc.constantFrom('PLI5901', '59998'),
      structure: text,
      role: fc.constantFrom('REFERENT', 'PARTENAIRE', 'autre'),
      entryDate: day,
      exitDate: day,
      suspensionFrom: day,
      exitReason: fc.constantFrom(...EXIT_REASONS, 'inconnu'),
      referentName: text,
      referentFirstName: text,
      referentEmail: fc.oneof(fc.constantFrom('prenom.nom@exemple.fr', ''), text),
      referentPhone: fc.oneof(fc.constantFrom('03 20 00 00 00', '+33.3.20.00.00.00', '0320', ''), text),
      rsaBeneficiary: fc.constantFrom('yes', 'no', ''),
      lastMeetingDate: day,
      // Never part of a declaration: these go to the look-up alone, or stay.
      nir: fc.constant('290037599900149'),
      franceTravailNumber: fc.constant('99000000017'),
      birthDate: day,
      birthName: text,
      comment: text,
      suspensionReason: text,
    },
    { requiredKeys: ['structureCode', 'entryDate'] },
  )
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

describe('every request that the client can build is valid against the contracts', () => {
  let server: ScriptedServer;
  let gateway: Gateway;
  let published: Gateway;
  let person: PersonHandle;
  let publishedPerson: PersonHandle;

  beforeAll(async () => {
    server = await startScripted({
      api: ({ url }) => (url.includes('rechercher-usager') ? FOUND : { status: 404, json: { codeErreur: 'X' } }),
    });
    gateway = gatewayTo(server, fastWire(), { agentName: 'Équipe | d’essai' });
    published = gatewayTo(server, fastWire(), { profileId: 'lpe' });
    person = await findPerson(gateway);
    publishedPerson = await findPerson(published);
  });
  afterAll(() => server.close());

  const last = (): Seen => {
    const seen = server.seen.at(-1);
    if (seen === undefined) throw new Error('nothing came');
    return seen;
  };

  it('look-ups', async () => {
    for (const one of [gateway, published]) {
      await one.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: '00000000017' });
      expect(violations(last())).toEqual([]);
      await one.lookUp({ kind: 'nir', nir: '2 90 03 7C 999 001', birthDate: '1990-03-14' });
      expect(violations(last())).toEqual(['RechercherUsagerParDateNaissanceEtNir: nir valeur refusée (pattern)']);
      await one.lookUp({ kind: 'nir', nir: '2 90 03 2A 999 001', birthDate: '1990-03-14' });
      expect(violations(last())).toEqual([]);
    }
  });

  it('declarations, whatever the line holds: and no identifier is among what they say', async () => {
    await fc.assert(
      fc.asyncProperty(
        pivot,
        fc.constantFrom(...DECLARATION_OPERATIONS),
        fc.constantFrom(...ACCOMPANIMENT_STATUSES),
        fc.integer({ min: 1, max: 100_000 }),
        fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
        async (fields, operation, status, version, reference) => {
          const prepared = gateway.prepareDeclaration({
            operation,
            status,
            version,
            reference,
            fields,
            participantId: 'P',
            entryNumber: 1,
          });
          await gateway.declare(prepared, 'cle-de-seize-caracteres', person);
          const seen = last();
          expect(violations(seen)).toEqual([]);
          expect(seen.body).toBe(prepared.body);
          expect(seen.body).not.toMatch(/290037599900149|99000000017/);
        },
      ),
      { numRuns: 300, seed: 5901 },
    );
  });

  it('reading back, who accompanies, registration', async () => {
    await gateway.readBack('P-0001.1');
    expect(violations(last())).toEqual([]);
    await gateway.readAccompaniments(person);
    expect(violations(last())).toEqual([]);
    await published.readAccompaniments(publishedPerson);
    expect(violations(last())).toEqual([]);
    expect(last().url).toContain('etatOrientation=OUVERT');
    await published.readRegistration(publishedPerson);
    expect(violations(last())).toEqual([]);
  });

  it('referrals: first page, next page, each list of the published profile, acknowledgements', async () => {
    for (const one of [gateway, published]) {
      for (const cursor of [undefined, '0:abc', '1:', '1:de&f']) {
        await one.listReferrals(cursor);
        expect(violations(last())).toEqual([]);
      }
    }
    await gateway.acknowledgeReferrals([{ id: 'PR-1', version: 2 }]);
    expect(violations(last())).toEqual([]);
  });

  it('acknowledges no more at once than the contract takes', async () => {
    const accepting = await startScripted({ api: () => ({ status: 200, json: { acquittes: ['x'], inconnus: [] } }) });
    const receipts = Array.from({ length: 1_001 }, (_, index) => ({ id: `PR-${index}`, version: 1 }));
    const answer = await gatewayTo(accepting).acknowledgeReferrals(receipts);
    expect(answer).toMatchObject({ kind: 'ok', value: { acknowledged: ['x', 'x', 'x'] } });
    expect(accepting.seen.map(({ body }) => (JSON.parse(body) as { accuses: unknown[] }).accuses.length)).toEqual([
      500, 500, 1,
    ]);
    expect(accepting.seen.flatMap(violations)).toEqual([]);
    await accepting.close();
  });

  it('answers to referrals', async () => {
    const answers = fc.record(
      {
        referralId: fc.string({ minLength: 1, maxLength: 40 }).filter((id) => !/^\.{1,2}$/.test(id)),
        decision: fc.constantFrom(...REFERRAL_DECISIONS),
        decisionDate: day,
        reason: fc.constantFrom(...REFUSAL_REASONS),
        comment: fc.string({ maxLength: 900 }),
        referent: pivot,
        firstMeetingAt: fc.constant('2026-12-01T10:00:00+01:00'),
      },
      { requiredKeys: ['referralId', 'decision', 'decisionDate', 'reason'] },
    );
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        await gateway.answerReferral(answer as ReferralAnswer, 'cle-de-seize-caracteres');
        expect(violations(last())).toEqual([]);
        if (answer.decision !== 'accept' && answer.decision !== 'refuse') return;
        await published.answerReferral(answer as ReferralAnswer, 'cle-de-seize-caracteres', publishedPerson);
        expect(violations(last())).toEqual([]);
      }),
      { numRuns: 200, seed: 5901 },
    );
  });

  it('says in words, where the published decision has no code, that the person is accompanied already', async () => {
    const refusal = {
      referralId: 'x',
      decision: 'refuse',
      decisionDate: '2026-11-24',
      reason: 'alreadyAccompanied',
    } as const;
    await published.answerReferral(refusal, 'cle-de-seize-caracteres', publishedPerson);
    expect(JSON.parse(last().body)).toMatchObject({
      motif_refus: 'AUTRE',
      commentaire_refus: 'Déjà accompagné par un autre organisme',
    });
    await published.answerReferral(
      { ...refusal, comment: 'À la mission locale' },
      'cle-de-seize-caracteres',
      publishedPerson,
    );
    expect(JSON.parse(last().body)).toMatchObject({ motif_refus: 'AUTRE', commentaire_refus: 'À la mission locale' });
  });

  it('never lets an id climb out of its path', async () => {
    const before = server.seen.length;
    for (const referralId of ['.', '..', '']) {
      const answer = { referralId, decision: 'accept', decisionDate: '2026-11-24' } as const;
      expect(await gateway.answerReferral(answer, 'cle-de-seize-caracteres')).toMatchObject({ kind: 'rejected' });
    }
    expect(server.seen.length).toBe(before);
    await gateway.answerReferral(
      { referralId: '../../x?y#z', decision: 'accept', decisionDate: '2026-11-24' },
      'cle-de-seize-caracteres',
    );
    expect(last().url).toBe('/partenaire/interface-commune/v1/prescriptions/..%2F..%2Fx%3Fy%23z/reponse');
  });

  it('keeps dates, codes and flags in the other side’s words, leaves what it cannot say and names it', () => {
    const prepared = gateway.prepareDeclaration({
      operation: 'close',
      status: 'closed',
      version: 7,
      reference: 'P-1.1',
      participantId: 'P-1',
      entryNumber: 1,
      fields: {
        structureCode: 'PLI5901',
        structure: 'é'.repeat(120),
        role: 'REFERENT',
        entryDate: '2026-01-05',
        exitDate: '2026-11-20',
        exitReason: 'reason-of-another-world',
        suspensionFrom: '2026-03-01',
        referentPhone: 'demander à l’accueil',
        rsaBeneficiary: 'no',
      },
    });
    expect(JSON.parse(prepared.body)).toEqual({
      structure: { code: 'PLI5901', libelle: 'é'.repeat(100) },
      statut: 'CLOS',
      roleStructure: 'REFERENT',
      dateDebut: '2026-01-05',
      dateFin: '2026-11-20',
      beneficiaireRsa: false,
      version: 7,
    });
    expect(prepared.problems).toEqual([
      { code: 'exchange.leftOut.unknownCode', field: 'exitReason', params: { field: 'motifSortie.code' } },
      { code: 'exchange.leftOut.unusable', field: 'referentPhone', params: { field: 'referent.telephone' } },
    ]);
  });

  it.each([
    ['hélène.dupont@plie.example', undefined],
    ['a..b@plie.example', undefined],
    ['a.@plie.example', undefined],
    ['.a@plie.example', undefined],
    ['a@b_c.fr', undefined],
    ['a@-plie.example', undefined],
    ['a@plié.example', undefined],
    ['a@plie', undefined],
    ['a@b@plie.example', undefined],
    [`${'a'.repeat(65)}@plie.example`, undefined],
    ["h.o'neill+rdv@sous-domaine.plie.example", "h.o'neill+rdv@sous-domaine.plie.example"],
  ])('sends no address that the contract would refuse, and says so: %s', (referentEmail, sent) => {
    const { body, problems = [] } = gateway.prepareDeclaration({
      operation: 'open',
      status: 'open',
      version: 1,
      reference: 'P-1.1',
      participantId: 'P-1',
      entryNumber: 1,
      fields: { structureCode: 'PLI5901', entryDate: '2026-01-05', referentEmail },
    });
    expect((JSON.parse(body) as { referent?: { email?: string } }).referent?.email).toBe(sent);
    expect(problems).toEqual(
      sent === undefined
        ? [{ code: 'exchange.leftOut.unusable', field: 'referentEmail', params: { field: 'referent.email' } }]
        : [],
    );
  });

  it('can carry an exit only where there is one', () => {
    expect(gateway.fieldsOf('open')).not.toEqual(expect.arrayContaining(['exitDate']));
    expect(gateway.fieldsOf('open')).not.toContain('suspensionFrom');
    expect(gateway.fieldsOf('suspend')).toContain('suspensionFrom');
    expect(gateway.fieldsOf('close')).toEqual(expect.arrayContaining(['exitDate', 'exitReason']));
    for (const operation of DECLARATION_OPERATIONS) {
      expect(gateway.fieldsOf(operation)).not.toEqual(expect.arrayContaining(['nir']));
      expect(gateway.fieldsOf(operation)).not.toEqual(expect.arrayContaining(['franceTravailNumber']));
    }
  });
});
