import type { Declaration } from '../../src/accompaniment';
import type { LotAnswer, LotItem } from '../../src/exchange';
import { fastWire, findPerson, FOUND, gatewayTo } from './support';
import { startScripted, type Reply, type ScriptedServer } from './scriptedServer';

let reply: Reply = { status: 500 };
let server: ScriptedServer;
beforeAll(async () => {
  server = await startScripted({ api: ({ url }) => (url.endsWith('/lot') ? reply : FOUND) });
});
afterAll(() => server.close());

const references = ['P-1.1', 'P-2.1', 'P-3.1'];
const declaration = (reference: string): Declaration & { version: number } => ({
  operation: 'open',
  participantId: reference,
  reference,
  entryNumber: 1,
  status: 'open',
  version: 1,
  fields: { structureCode: 'PLI5901', entryDate: '2026-02-03' },
});

async function sayLot(wire = fastWire(), limits = {}): Promise<LotAnswer> {
  const gateway = gatewayTo(server, wire, {}, limits);
  const lot: LotItem[] = [];
  for (const [nth, reference] of references.entries()) {
    lot.push({
      prepared: gateway.prepareDeclaration(declaration(reference)),
      idempotencyKey: `cle-d-idempotence-${nth}`,
      person: await findPerson(gateway),
    });
  }
  return gateway.declareLot(lot);
}

const taken = (referenceExterne: string, more: object = {}) => ({
  referenceExterne,
  codeSortie: 'S000',
  httpStatus: 201,
  referenceFranceTravail: `FTA-${referenceExterne}`,
  ...more,
});
const kindsOf = (answer: LotAnswer) =>
  answer.kind === 'answered' ? answer.answers.map(({ outcome }) => outcome.kind) : answer.kind;

describe('a lot', () => {
  it('carries each declaration with its own reference, key and person token', async () => {
    reply = { status: 200, json: { resultats: references.map((reference) => taken(reference)) } };
    const answer = await sayLot();
    const body = JSON.parse(server.seen.at(-1)!.body) as { declarations: Record<string, unknown>[] };
    expect(body.declarations.map(({ referenceExterne, cleIdempotence }) => [referenceExterne, cleIdempotence])).toEqual(
      references.map((reference, nth) => [reference, `cle-d-idempotence-${nth}`]),
    );
    expect(body.declarations[0]).toMatchObject({
      jetonUsager: FOUND.json.jetonUsager,
      declaration: { statut: 'OUVERT' },
    });
    expect(answer).toMatchObject({
      kind: 'answered',
      answers: references.map((reference) => ({
        outcome: { kind: 'declared', franceTravailReference: `FTA-${reference}` },
      })),
    });
  });

  const first = taken('P-1.1');
  it.each([
    ['a result that is missing', [first, taken('P-2.1')], ['declared', 'declared', 'unclear']],
    ['results in another order', [first, taken('P-3.1'), taken('P-2.1')], ['declared', 'unclear', 'unclear']],
    [
      'a code that nobody knows',
      [first, taken('P-2.1', { codeSortie: 'S777' }), taken('P-3.1')],
      ['declared', 'unclear', 'declared'],
    ],
    [
      'a success code on a failure',
      [first, taken('P-2.1', { httpStatus: 500 }), taken('P-3.1')],
      ['declared', 'unclear', 'declared'],
    ],
    [
      'a stale version',
      [first, taken('P-2.1', { codeSortie: 'VERSION_PERIMEE', httpStatus: 409, versionCourante: 4 }), taken('P-3.1')],
      ['declared', 'unclear', 'declared'],
    ],
    ['one that is no object', [first, null, 'S000'], ['declared', 'unclear', 'unclear']],
    ['no result at all', [], ['unclear', 'unclear', 'unclear']],
  ])('never reads %s as success', async (_what, resultats, expected) => {
    reply = { status: 200, json: { resultats } };
    expect(kindsOf(await sayLot())).toEqual(expected);
  });

  it('hands on the version that stands there, of the line that it speaks of', async () => {
    const stale = taken('P-2.1', { codeSortie: 'VERSION_PERIMEE', httpStatus: 409, versionCourante: 4 });
    reply = { status: 200, json: { resultats: [first, stale, taken('P-3.1')] } };
    const answer = await sayLot();
    expect(answer.kind === 'answered' && answer.answers.map((one) => one.staleAgainstVersion)).toEqual([
      undefined,
      4,
      undefined,
    ]);
  });

  it.each([
    [200, { resultats: 'S000' }, 'failed', 'unclear'],
    [200, undefined, 'failed', 'unclear'],
    [502, undefined, 'failed', 'unclear'],
    [403, { codeErreur: 'R001' }, 'failed', 'forbidden'],
    [400, { codeErreur: 'R010' }, 'refused', 'rejected'],
    [413, undefined, 'refused', 'rejected'],
  ])('ends as a whole with HTTP %i and %j: %s, %s', async (status, json, kind, outcome) => {
    reply = json === undefined ? { status } : { status, json };
    expect(await sayLot()).toMatchObject({ kind, outcome: { kind: outcome } });
  });

  it('is repeated under the same keys when France Travail is busy', async () => {
    const before = server.seen.length;
    let calls = 0;
    reply = (response) => {
      calls += 1;
      response.writeHead(calls < 3 ? 429 : 200, { 'content-type': 'application/json', 'retry-after': '1' });
      response.end(JSON.stringify(calls < 3 ? {} : { resultats: references.map((reference) => taken(reference)) }));
    };
    expect(kindsOf(await sayLot())).toEqual(['declared', 'declared', 'declared']);
    const bodies = server.seen
      .slice(before)
      .filter(({ url }) => url.endsWith('/lot'))
      .map(({ body }) => body);
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies).size).toBe(1);
  });
});
