import type { Gateway } from '../../src/exchange';
import type { Outcome } from '../../src/accompaniment';
import { translate } from '../../src/wording';
import { fastWire, findPerson, FOUND, gatewayTo } from './support';
import { startScripted, type Reply, type ScriptedServer } from './scriptedServer';

/** Kind, message (below `exchange.`) and whether the same call can help later. */
type Expected = readonly [kind: string, message: string, retryable: boolean];

type Row = readonly [status: number, body: unknown, expected: Expected];

const html = '<!doctype html><title>Maintenance</title>';
const spring = {
  timestamp: '2026-11-24T10:00:00.000+00:00',
  status: 400,
  error: 'Bad Request',
  message: 'x',
  path: '/interne',
};
const problem = { type: 'https://exemple.fr/erreurs/quota', title: 'Quota', status: 429 };

const waf = '<html><title>Request Rejected</title>Support ID: 1</html>';

/** What any operation may be told by the gateway in front of it. */
const GATEWAY: readonly Row[] = [
  [401, { codeErreur: 'X' }, ['unavailable', 'accessRefused', true]],
  [401, undefined, ['unavailable', 'accessRefused', true]],
  [403, { error: 'insufficient_scope', error_description: 'x' }, ['forbidden', 'callerNotAllowed', false]],
  [429, problem, ['unavailable', 'tooManyRequests', true]],
  [429, undefined, ['unavailable', 'tooManyRequests', true]],
  [503, { codeErreur: 'R999' }, ['unavailable', 'closedForNow', true]],
  [503, html, ['unavailable', 'closedForNow', true]],
];

/** Answers that no row speaks of, when nothing can have been written. */
const UNLISTED_READ: readonly Row[] = [
  [200, html, ['unavailable', 'unreadable.unavailable', true]],
  [200, '{"cut": "of', ['unavailable', 'unreadable.unavailable', true]],
  [200, undefined, ['unavailable', 'unreadable.unavailable', true]],
  [200, { codeSortie: 'S777' }, ['unavailable', 'unlisted.unavailable', true]],
  // A wall in front of France Travail is not France Travail: it judges neither the line nor the access.
  [400, waf, ['unavailable', 'unlisted.unavailable', true]],
  [403, waf, ['unavailable', 'unlisted.unavailable', true]],
  [403, '"Forbidden"', ['unavailable', 'unlisted.unavailable', true]],
  [302, html, ['unavailable', 'redirected', false]],
  [307, undefined, ['unavailable', 'redirected', false]],
  [418, { message: 'x' }, ['unavailable', 'unlisted.unavailable', true]],
  [502, html, ['unavailable', 'unlisted.unavailable', true]],
];

/** The same answers, when something may have been written. */
const UNLISTED_WRITE: readonly Row[] = [
  [200, html, ['unclear', 'unreadable.unclear', true]],
  [200, '{"cut": "of', ['unclear', 'unreadable.unclear', true]],
  [200, undefined, ['unclear', 'unreadable.unclear', true]],
  [200, { codeSortie: 'S777' }, ['unclear', 'unlisted.unclear', true]],
  [200, { codeSortie: 's000' }, ['unclear', 'unlisted.unclear', true]],
  [200, { message: 'S000' }, ['unclear', 'unlisted.unclear', true]],
  [202, { codeSortie: 'S000' }, ['unclear', 'unlisted.unclear', true]],
  [204, undefined, ['unclear', 'unreadable.unclear', true]],
  [400, waf, ['unclear', 'unlisted.unclear', true]],
  [403, waf, ['unclear', 'unlisted.unclear', true]],
  [403, undefined, ['unclear', 'unlisted.unclear', true]],
  [302, html, ['unavailable', 'redirected', false]],
  [405, problem, ['unclear', 'unlisted.unclear', true]],
  [500, undefined, ['unclear', 'unlisted.unclear', true]],
  [502, html, ['unclear', 'unlisted.unclear', true]],
  [504, undefined, ['unclear', 'unlisted.unclear', true]],
];

const LOOK_UP: readonly Row[] = [
  [
    200,
    { codeRetour: 'S002', topIdentiteCertifiee: 'null', jetonUsager: 'null' },
    ['notFound', 'outcome.notFound', false],
  ],
  [200, { codeRetour: 'S003' }, ['ambiguous', 'outcome.ambiguous', false]],
  [200, { codeRetour: 'S001', topIdentiteCertifiee: 'O', jetonUsager: null }, ['unclear', 'noPersonToken', false]],
  [200, { codeRetour: 'S001', topIdentiteCertifiee: 'O', jetonUsager: 'null' }, ['unclear', 'noPersonToken', false]],
  [200, { codeRetour: 'S001', topIdentiteCertifiee: 'O' }, ['unclear', 'noPersonToken', false]],
  [204, undefined, ['unclear', 'noPersonToken', false]],
  [400, { codeRetour: 'R997' }, ['rejected', 'invalidRequest', false]],
  [403, { codeRetour: 'R001' }, ['forbidden', 'callerNotAllowed', false]],
  [403, { codeRetour: 'R002' }, ['forbidden', 'personNotAttached', false]],
  [500, { codeRetour: 'R998' }, ['unavailable', 'serviceBehindFailed', true]],
  [503, { codeRetour: 'R999' }, ['unavailable', 'closedForNow', true]],
  [400, { codeRetour: 'S002' }, ['unavailable', 'unlisted.unavailable', true]],
  [404, { codeRetour: 'S002' }, ['unavailable', 'unlisted.unavailable', true]],
  [200, { codeRetour: 'R002' }, ['unavailable', 'unlisted.unavailable', true]],
  ...GATEWAY.filter(([status]) => status !== 401),
  ...UNLISTED_READ,
];

const REFUSALS: readonly Row[] = [200, 201].flatMap((status): Row[] => [
  [status, { codeSortie: 'S007' }, ['notFound', 'outcome.notFound', false]],
  [status, { codeSortie: 'S008' }, ['rejected', 'struckOff', false]],
  [status, { codeSortie: 'S009' }, ['rejected', 'registrationIncomplete', false]],
  [status, { codeSortie: 'S015' }, ['alreadyAccompanied', 'outcome.alreadyAccompanied', false]],
  [status, { codeSortie: 'S024' }, ['deferred', 'outcome.deferred', true]],
  [status, { codeSortie: 'S026' }, ['rejected', 'endBeforeStart', false]],
  [status, { codeSortie: 'S032' }, ['rejected', 'unknownStructure', false]],
  [status, { codeSortie: 'S041' }, ['forbidden', 'structureNotAllowed', false]],
  [status, { codeSortie: 'R010', champ: 'dateFin' }, ['rejected', 'fieldRefused', false]],
  [status, { codeSortie: 'R055' }, ['rejected', 'fieldRefused', false]],
  [status, { codeSortie: 'R099' }, ['rejected', 'fieldRefused', false]],
  [status, { codeSortie: 'E500' }, ['unavailable', 'technicalFailure', true]],
  [status, { codeSortie: 'R009' }, ['unclear', 'unlisted.unclear', true]],
  [status, { codeSortie: 'R100' }, ['unclear', 'unlisted.unclear', true]],
  [status, { codeSortie: 'R0100' }, ['unclear', 'unlisted.unclear', true]],
  [status, { codeSortie: 'S051' }, ['unclear', 'unlisted.unclear', true]],
]);

const DECLARE: readonly Row[] = [
  [200, { codeSortie: 'S000' }, ['declared', 'outcome.declared', false]],
  [201, { codeSortie: 'S000   ' }, ['declared', 'outcome.declared', false]],
  ...REFUSALS,
  [400, { codeErreur: 'REQUETE_INVALIDE' }, ['rejected', 'invalidRequest', false]],
  [400, { codeErreur: 'JETON_USAGER_INVALIDE' }, ['unavailable', 'personTokenExpired', true]],
  [403, { codeErreur: 'R001' }, ['forbidden', 'callerNotAllowed', false]],
  [403, { codeErreur: 'R002' }, ['forbidden', 'personNotAttached', false]],
  [409, { codeErreur: 'VERSION_PERIMEE', versionCourante: 3 }, ['unclear', 'staleVersion', false]],
  [422, { codeErreur: 'CLE_REUTILISEE' }, ['unclear', 'keyReused', false]],
  [400, { codeSortie: 'S000' }, ['rejected', 'invalidRequest', false]],
  [409, { codeSortie: 'S000' }, ['unclear', 'unlisted.unclear', true]],
  [409, { codeErreur: 'AUTRE' }, ['unclear', 'unlisted.unclear', true]],
  ...GATEWAY,
  ...UNLISTED_WRITE,
];

const ANSWER: readonly Row[] = [
  [200, { codeSortie: 'S000' }, ['declared', 'outcome.declared', false]],
  [200, { codeSortie: 'S051' }, ['rejected', 'referralClosed', false]],
  [200, { codeSortie: 'R060' }, ['rejected', 'fieldRefused', false]],
  [200, { codeSortie: 'E500' }, ['unavailable', 'technicalFailure', true]],
  [400, { codeErreur: 'REQUETE_INVALIDE' }, ['rejected', 'invalidRequest', false]],
  [404, { codeErreur: 'PRESCRIPTION_INCONNUE' }, ['rejected', 'unknownReferral', false]],
  [404, html, ['unclear', 'unlisted.unclear', true]],
  [422, { codeErreur: 'CLE_REUTILISEE' }, ['unclear', 'keyReused', false]],
  ...GATEWAY,
  ...UNLISTED_WRITE,
];

const PUBLISHED_ANSWER: readonly Row[] = [
  [201, undefined, ['declared', 'outcome.declared', false]],
  [201, {}, ['declared', 'outcome.declared', false]],
  [201, { codeErreur: 'ERT_200_FONCT' }, ['unclear', 'unlisted.unclear', true]],
  [400, spring, ['rejected', 'invalidRequest', false]],
  ...GATEWAY,
  ...UNLISTED_WRITE,
];

const READ_BACK: readonly Row[] = [
  [400, { codeErreur: 'REQUETE_INVALIDE' }, ['rejected', 'invalidRequest', false]],
  // A web page that says 404 is no proof that nothing is stored.
  [404, html, ['unavailable', 'unlisted.unavailable', true]],
  [404, { type: 'about:blank', title: 'Not Found', status: 404 }, ['unavailable', 'unlisted.unavailable', true]],
  [200, {}, ['unavailable', 'unlisted.unavailable', true]],
  [200, { declaration: {}, version: 1 }, ['unavailable', 'unreadable.unavailable', true]],
  [200, { declaration: { statut: 'EN_SOMMEIL' }, version: 1 }, ['unavailable', 'unreadable.unavailable', true]],
  ...GATEWAY,
  ...UNLISTED_READ,
];

const WHO: readonly Row[] = [
  [400, { codeErreur: 'JETON_USAGER_INVALIDE' }, ['unavailable', 'personTokenExpired', true]],
  [400, { codeErreur: 'REQUETE_INVALIDE' }, ['rejected', 'invalidRequest', false]],
  [403, { codeErreur: 'R002' }, ['forbidden', 'personNotAttached', false]],
  [200, {}, ['unavailable', 'unlisted.unavailable', true]],
  // Somebody whose state we cannot read is not nobody.
  [
    200,
    { accompagnements: [{ organisme: { code: 'ML' }, statut: 'EN_SOMMEIL' }] },
    ['unavailable', 'unreadable.unavailable', true],
  ],
  [200, { accompagnements: ['?'] }, ['unavailable', 'unreadable.unavailable', true]],
  ...GATEWAY,
  ...UNLISTED_READ,
];

const PUBLISHED_WHO: readonly Row[] = [
  [400, spring, ['rejected', 'invalidRequest', false]],
  [500, undefined, ['unavailable', 'serviceBehindFailed', true]],
  [200, {}, ['unavailable', 'unlisted.unavailable', true]],
  ...GATEWAY,
  ...UNLISTED_READ,
];

const REGISTRATION: readonly Row[] = [
  [204, undefined, ['notFound', 'noRegistration', false]],
  [200, { codeErreur: 'ERT_200_FONCT', codeHttp: 200 }, ['notFound', 'populationNotManaged', false]],
  [500, html, ['unavailable', 'serviceBehindFailed', true]],
  [200, { m_contrat: {} }, ['unavailable', 'unlisted.unavailable', true]],
  ...GATEWAY,
  ...UNLISTED_READ,
];

const LIST: readonly Row[] = [
  [400, { codeErreur: 'REQUETE_INVALIDE' }, ['rejected', 'invalidRequest', false]],
  [200, {}, ['unavailable', 'unlisted.unavailable', true]],
  ...GATEWAY,
  ...UNLISTED_READ,
];

const PUBLISHED_LIST: readonly Row[] = [
  [400, { code: 'PARAM_INCOHERENT', message: 'x', details: {} }, ['rejected', 'invalidRequest', false]],
  [400, [{ code: 'PARAM_INCOHERENT', message: 'x', details: 'y' }], ['rejected', 'invalidRequest', false]],
  [500, undefined, ['unavailable', 'serviceBehindFailed', true]],
  // Version 1 was a bare list.
  [200, [], ['unavailable', 'unlisted.unavailable', true]],
  ...GATEWAY,
  ...UNLISTED_READ,
];

const ACKNOWLEDGE: readonly Row[] = [
  [400, { codeErreur: 'REQUETE_INVALIDE' }, ['rejected', 'invalidRequest', false]],
  [200, {}, ['unclear', 'unlisted.unclear', true]],
  ...GATEWAY,
  ...UNLISTED_WRITE.filter(([, body]) => body === undefined || body === html || body === waf),
];

describe('what each answer means, code by code', () => {
  let server: ScriptedServer;
  let reply: Reply;
  let gateways: Record<'interface-commune' | 'lpe', Gateway>;

  beforeAll(async () => {
    server = await startScripted({
      api: ({ url }) => (url.includes('rechercher-usager') && steady ? FOUND : reply),
    });
    gateways = { 'interface-commune': gatewayTo(server), lpe: gatewayTo(server, fastWire(), { profileId: 'lpe' }) };
  });
  afterAll(() => server.close());

  /** True while the look-up is only a means to get a person token. */
  let steady = true;

  const failure = (answer: { outcome?: Outcome } | { kind: string }): Outcome => {
    if ('outcome' in answer && answer.outcome !== undefined) return answer.outcome;
    throw new Error(`no outcome: ${JSON.stringify(answer)}`);
  };
  const prepared = { operation: 'open', reference: 'P-1.1', version: 1, body: '{}' } as const;
  const answerOf = { referralId: 'PR-1', decision: 'accept', decisionDate: '2026-11-24' } as const;
  const key = 'cle-de-seize-caracteres';

  const operations: [string, keyof typeof gateways, readonly Row[], (gateway: Gateway) => Promise<Outcome>][] = [
    [
      'look-up',
      'interface-commune',
      LOOK_UP,
      async (gateway) =>
        failure(await gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: '99000000017' })),
    ],
    [
      'look-up',
      'lpe',
      LOOK_UP,
      async (gateway) => failure(await gateway.lookUp({ kind: 'nir', nir: '2900375999001', birthDate: '1990-03-14' })),
    ],
    [
      'declare',
      'interface-commune',
      DECLARE,
      async (gateway) => (await gateway.declare(prepared, key, await findPerson(gateway))).outcome,
    ],
    ['read back', 'interface-commune', READ_BACK, async (gateway) => failure(await gateway.readBack('P-1.1'))],
    [
      'who accompanies',
      'interface-commune',
      WHO,
      async (gateway) => failure(await gateway.readAccompaniments(await findPerson(gateway))),
    ],
    [
      'who accompanies',
      'lpe',
      PUBLISHED_WHO,
      async (gateway) => failure(await gateway.readAccompaniments(await findPerson(gateway))),
    ],
    [
      'registration',
      'lpe',
      REGISTRATION,
      async (gateway) => failure(await gateway.readRegistration(await findPerson(gateway))),
    ],
    ['list of referrals', 'interface-commune', LIST, async (gateway) => failure(await gateway.listReferrals())],
    ['list of referrals', 'lpe', PUBLISHED_LIST, async (gateway) => failure(await gateway.listReferrals())],
    [
      'acknowledgement',
      'interface-commune',
      ACKNOWLEDGE,
      async (gateway) => failure(await gateway.acknowledgeReferrals([{ id: 'PR-1', version: 1 }])),
    ],
    ['answer to a referral', 'interface-commune', ANSWER, (gateway) => gateway.answerReferral(answerOf, key)],
    [
      'answer to a referral',
      'lpe',
      PUBLISHED_ANSWER,
      async (gateway) => gateway.answerReferral(answerOf, key, await findPerson(gateway)),
    ],
  ];

  describe.each(operations)('%s (%s)', (what, profile, rows, run) => {
    it.each(
      rows.map(([status, body, expected]) => [status, JSON.stringify(body) ?? 'no body', expected, body] as const),
    )('%i %s', async (status, _shown, [kind, message, retryable], body) => {
      reply =
        typeof body === 'object' ? { status, json: body } : { status, text: typeof body === 'string' ? body : '' };
      steady = what !== 'look-up';
      const outcome = await run(gateways[profile]);
      expect([outcome.kind, outcome.message.code, outcome.retryable]).toEqual([kind, `exchange.${message}`, retryable]);
      const sentence = translate('fr', outcome.message.code, outcome.message.params);
      expect(sentence).not.toMatch(/\{\w+\}|exchange\./);
    });
  });

  it('every row of the shipped outcome tables is among those above', () => {
    const tested = new Set(
      operations.flatMap(([, profile, rows]) => rows.map(([, body]) => `${profile}:${codeIn(body)}`)),
    );
    const listed = Object.entries(gateways).flatMap(([id, { profile }]) =>
      Object.values(profile.operations).flatMap(({ outcomes }) =>
        outcomes.flatMap(({ code }) =>
          code === undefined || code === '*' || code === 'S001' ? [] : [`${id}:${code}`],
        ),
      ),
    );
    expect([...new Set(listed)].filter((one) => !tested.has(one))).toEqual([]);
  });

  it('knows an empty list from no answer', async () => {
    steady = true;
    reply = { status: 200, json: { accompagnements: [] } };
    expect(
      await gateways['interface-commune'].readAccompaniments(await findPerson(gateways['interface-commune'])),
    ).toEqual({ kind: 'ok', value: [] });
    reply = { status: 204 };
    expect(await gateways['interface-commune'].listReferrals()).toEqual({ kind: 'ok', value: { referrals: [] } });
    reply = { status: 404, json: { codeErreur: 'REFERENCE_INCONNUE' } };
    expect(await gateways['interface-commune'].readBack('P-1.1')).toEqual({ kind: 'nothing' });
  });

  it('counts a referral that it cannot read, and hands on the others', async () => {
    const good = {
      identifiant: 'PR-2',
      version: 1,
      etat: 'A_TRAITER',
      dateCreation: '2026-11-24T10:00:00',
      usager: { numeroFranceTravail: '99000000017' },
    };
    reply = {
      status: 200,
      json: {
        prescriptions: [{ identifiant: 'PR-1' }, { ...good, etat: 'REVEE', identifiant: 'PR-3' }, good],
        encore: true,
      },
    };
    expect(await gateways['interface-commune'].listReferrals()).toEqual({
      kind: 'ok',
      value: {
        referrals: [
          {
            id: 'PR-2',
            version: 1,
            state: 'toHandle',
            createdAt: '2026-11-24T10:00:00Z',
            prescriber: {},
            person: { franceTravailNumber: '99000000017' },
          },
        ],
        unreadable: 2,
      },
    });
  });

  it('shows neither free text nor anything that could be a person where a code is expected', async () => {
    for (const code of ['Mme Figurant est déjà suivie', '290037599900149', 'x'.repeat(200)]) {
      reply = { status: 200, json: { codeSortie: code } };
      const { outcome } = await gateways['interface-commune'].declare(
        prepared,
        key,
        await findPerson(gateways['interface-commune']),
      );
      expect(outcome).toMatchObject({ kind: 'unclear', code: 'UNREADABLE_CODE' });
      expect(JSON.stringify(outcome)).not.toContain(code);
    }
  });
});

function codeIn(body: unknown): string {
  const one = (Array.isArray(body) ? body[0] : body) as Record<string, unknown> | null | undefined;
  if (typeof one !== 'object' || one === null) return '';
  return String(one['codeSortie'] ?? one['codeRetour'] ?? one['codeErreur'] ?? one['code'] ?? '').trim();
}
