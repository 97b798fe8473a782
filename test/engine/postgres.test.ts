import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject, INodeType } from 'n8n-workflow';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { DedupCheck } from '../../nodes/DedupCheck/DedupCheck.node';
import { FetchReferrals } from '../../nodes/FetchReferrals/FetchReferrals.node';
import { createWorld } from '../../sandbox/world';
import { postgresServer, type PostgresServer } from '../ledger/postgresServer';
import { jsonOf, openBench, removeUserFolder, tryNode, userFolder, type Bench } from './sandboxEngine';

const [DECLARED, , , TO_CORRECT] = [0, 1, 2, 3] as const;
const PEOPLE = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
const LIST = [0, 1].map((nth) => ({
  'N° de dossier': `P-${nth}`,
  Nom: PEOPLE[nth]!.birthName,
  Prénom: PEOPLE[nth]!.firstNames,
  'Identifiant France Travail': PEOPLE[nth]!.ftNumber,
  "Date d'entrée": '03/02/2026',
  'Référent de parcours': 'Camille RÉFÉRENTE-FICTIVE',
}));
const MAPPED = { mappingMode: 'autoMapInputData', value: null };
const SYNCHRONISE = { operation: 'synchronise', send: true, listDate: '2026-11-24', absence: 'report', fields: MAPPED };
const ledgerFile = join(userFolder, '.n8n', 'plie-france-travail', 'ledger.sqlite');

describe('a ledger in PostgreSQL, by n8n’s own credential', () => {
  let server: PostgresServer;
  let bench: Bench;
  let postgres: ICredentialDataDecryptedObject;

  beforeAll(async () => {
    server = await postgresServer();
  });
  beforeEach(async () => {
    bench = await openBench({ readLagMs: 0 });
    const { host, port, database, user, password } = (await server.database()).postgres;
    postgres = {
      ...{ host, port: port!, database, user, password: password! },
      ...{ ssl: 'disable', allowUnauthorizedCerts: false, sshTunnel: false, maxConnections: 100 },
    };
  });
  afterEach(() => bench.sandbox.close());
  afterAll(async () => {
    await removeUserFolder();
    await server.remove();
  });

  const run = (node: INodeType, parameters: IDataObject, more: IDataObject = {}) =>
    tryNode({
      node,
      parameters: { ledgerPlace: 'postgres', options: {}, ...parameters },
      items: LIST,
      credentials: { ...bench.credentials, postgres: { ...postgres, ...(more as ICredentialDataDecryptedObject) } },
    });
  const outcomes = (items: readonly IDataObject[]) =>
    items.map(({ id, outcome }) => `${String(id)} ${String(outcome)}`);

  it('declares, and finds everybody unchanged the second time; no file is made', async () => {
    const first = await run(new DeclareAccompaniment(), SYNCHRONISE);
    expect(first.error).toBeUndefined();
    expect(outcomes(jsonOf(first, DECLARED))).toEqual(['P-0 declared', 'P-1 declared']);
    const calls = (await bench.sandbox.log()).length;
    const second = await run(new DeclareAccompaniment(), SYNCHRONISE);
    expect(outcomes(jsonOf(second, DECLARED))).toEqual(['P-0 unchanged', 'P-1 unchanged']);
    expect(await bench.sandbox.log()).toHaveLength(calls);
    expect(existsSync(ledgerFile)).toBe(false);
  });

  it('keeps referrals there, and a check for duplicates its journal', async () => {
    const taken = await run(new FetchReferrals(), { operation: 'fetch', returnAll: true });
    expect(taken.error).toBeUndefined();
    const checked = await run(new DedupCheck(), { against: 'franceTravail', fields: MAPPED });
    expect(checked.error).toBeUndefined();
    const { host, port, database, user, password } = postgres;
    const place = { postgres: { host, port, database, user, password } } as Parameters<PostgresServer['sql']>[0];
    expect(await server.sql(place, 'select 1 from plie_ft_referrals.scopes')).not.toEqual([]);
    expect(await server.sql(place, 'select 1 from plie_ft_ledger.journal')).not.toEqual([]);
    expect(existsSync(ledgerFile)).toBe(false);
  });

  it.each([
    ['a tunnel', { sshTunnel: true }, 'L’accès PostgreSQL passe par un tunnel SSH'],
    ['no user', { user: ' ' }, 'manque l’hôte, la base ou l’utilisateur'],
    ['a wrong password', { password: 'faux' }, 'rien n’est envoyé'],
    ['encryption that the server does not offer', { ssl: 'require' }, 'rien n’est envoyé'],
    ['the same, its certificate taken as it is', { allowUnauthorizedCerts: true }, 'rien n’est envoyé'],
  ])('refuses %s in words, and sends nothing', async (_, change, words) => {
    const result = await run(new DeclareAccompaniment(), SYNCHRONISE, change);
    expect(result.error?.message).toContain(words);
    expect(result.error?.message).not.toContain(String(postgres.password));
    expect(await bench.sandbox.log()).toEqual([]);
  });

  it('goes on without loss after the server went away between two runs', async () => {
    await run(new DeclareAccompaniment(), SYNCHRONISE);
    await server.kill();
    const gone = await run(new DeclareAccompaniment(), SYNCHRONISE);
    expect(gone.error?.message).toContain('plus rien n’est envoyé');
    await server.start();
    const back = await run(new DeclareAccompaniment(), SYNCHRONISE);
    expect(outcomes(jsonOf(back, DECLARED))).toEqual(['P-0 unchanged', 'P-1 unchanged']);
  });

  describe('where n8n shares the work between workers', () => {
    const { argv } = process;
    afterEach(() => {
      delete process.env.EXECUTIONS_MODE;
      process.argv = argv;
    });

    it.each([
      ['its setting says so', () => (process.env.EXECUTIONS_MODE = 'queue')],
      ['this is a worker', () => (process.argv = ['node', 'n8n', 'worker'])],
    ])('refuses a file: %s', async (_, arrange) => {
      arrange();
      const refused = await run(new DeclareAccompaniment(), { ...SYNCHRONISE, ledgerPlace: 'userFolder' });
      expect(refused.error?.message).toContain('mode « queue »');
      expect(refused.error?.message).toContain('PostgreSQL');
      expect(await bench.sandbox.log()).toEqual([]);
      const allowed = await run(new DeclareAccompaniment(), SYNCHRONISE);
      expect(outcomes(jsonOf(allowed, DECLARED))).toEqual(['P-0 declared', 'P-1 declared']);
      expect(jsonOf(allowed, TO_CORRECT)).toEqual([]);
    });
  });
});
