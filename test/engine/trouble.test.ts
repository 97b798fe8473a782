import type { IDataObject } from 'n8n-workflow';
import { allItems, jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { CANVAS } from '../../src/convention';

const FIELDS = { mappingMode: 'autoMapInputData', value: null };
const LINE = { 'N° de dossier': 'P1', 'Identifiant France Travail': '99900000001', "Date d'entrée": '01/09/2026' };

describe('what stops a run is one sentence, before anything is sent', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  const declare = (access: IDataObject, convention: IDataObject = {}, more: object = {}) =>
    tryNode({
      node: new DeclareAccompaniment(),
      parameters: { operation: 'open', send: true, fields: FIELDS, options: {} },
      items: [LINE],
      credentials: {
        franceTravailApi: { ...bench.credentials.franceTravailApi, ...access } as never,
        sharingConvention: { ...bench.credentials.sharingConvention, ...convention } as never,
      },
      ...more,
    });
  const withoutOpen = JSON.stringify({
    ...(CANVAS as object),
    flows: (CANVAS as { flows: { operation: string }[] }).flows.filter(({ operation }) => operation !== 'open'),
  });

  it.each<[string, IDataObject, IDataObject, RegExp]>([
    ['a credential without secret', { clientSecret: '' }, {}, /n’a pas de secret/],
    ['a secret that is not right', { clientSecret: 'faux' }, {}, /France Travail/],
    ['no structure code', { structureCode: '' }, {}, /Code de la structure/],
    ['no ledger key', { ledgerSecret: '' }, {}, /Clé du registre/],
    ['a profile of one’s own that is not there', { profile: 'custom' }, {}, /Profil \(JSON\)/],
    [
      'a profile that does not parse',
      { profile: 'custom', customProfile: '{"id": 1}' },
      {},
      /^Profil d’échange : format : /,
    ],
    ['a host that is not in the profile', { apiBaseUrl: 'https://example.org/partenaire' }, {}, /example\.org/],
    ['a convention that cannot be read', {}, { source: 'json', convention: '{' }, /^Convention de partage : .*JSON/],
  ])('%s', async (_, access, convention, sentence) => {
    const { error } = await declare(access, convention);
    expect(error?.message).toMatch(sentence);
    expect(error?.message).not.toMatch(/\n|undefined|\{/);
  });

  it('a sandbox that does not run', async () => {
    const other = await openBench();
    await other.sandbox.close();
    const { apiBaseUrl, tokenUrl } = other.credentials.franceTravailApi as { apiBaseUrl: string; tokenUrl: string };
    const { error } = await declare({ apiBaseUrl, tokenUrl });
    expect(error?.message).toMatch(/127\.0\.0\.1/);
    expect((error as { description?: string }).description).toMatch(/ECONNREFUSED/);
  });

  it('a list of which no column is recognised: it does not pass for empty lines', async () => {
    const { error } = await declare({}, {}, { items: [{ Foo: 'a', Bar: 'b' }] });
    expect(error?.message).toMatch(/^Aucune colonne de la liste n’a été reconnue/);
  });

  it('a convention that does not allow the flow: each line says so, nothing leaves', async () => {
    const before = (await bench.sandbox.log()).length;
    const result = await declare({}, { source: 'json', convention: withoutOpen });
    expect(jsonOf(result, 3)).toMatchObject([{ id: 'P1', outcome: 'blockedByConvention' }]);
    expect(jsonOf(result, 3)[0]?.message).toMatch(/ouverture d’un accompagnement/);
    expect((await bench.sandbox.log()).slice(before).filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('boxes that are ticked make a convention too', async () => {
    const ticked = { identifiers: ['franceTravailNumber'], declared: ['id', 'structureCode', 'entryDate'] };
    const result = await declare(
      {},
      { source: 'choose', title: 'La nôtre', ...ticked },
      {
        parameters: { operation: 'open', send: false, fields: FIELDS, options: {} },
      },
    );
    const [shown] = jsonOf(result, 0);
    expect(Object.keys(shown?.leaves as object)).toEqual(['Code structure', "Date d'entrée"]);
    expect(shown?.cut).toEqual(expect.arrayContaining(['Structure', 'Rôle']));
  });

  it('with "continue on fail", becomes an item for every line, paired, where what must be looked at leaves', async () => {
    const result = await declare({ ledgerSecret: '' }, {}, { continueOnFail: true });
    expect(result.error).toBeUndefined();
    expect(result.items(NODE, 3)).toMatchObject([{ json: { line: 1 }, pairedItem: { item: 0 } }]);
    expect(String(jsonOf(result, 3)[0]?.error)).toMatch(/Clé du registre/);
    expect(allItems(result)).toHaveLength(1);
  });

  it('an expression that fails names the line, not the value', async () => {
    const fields = {
      mappingMode: 'defineBelow',
      value: { id: "={{ $('Nulle part').item.json.nir }}" },
      matchingColumns: [],
      schema: [],
    };
    const { error } = await declare({}, {}, { parameters: { operation: 'open', send: false, fields, options: {} } });
    expect(error?.message).toMatch(/^Ligne 1 : /);
  });

  it('never tells a secret', async () => {
    const secret = 'un-secret-tres-reconnaissable';
    const results = [
      await declare({ clientSecret: secret }),
      await declare({ clientSecret: secret, apiBaseUrl: 'https://example.org' }),
      await declare({ ledgerSecret: secret, clientSecret: secret, tokenUrl: 'http://127.0.0.1:1/x' }),
    ];
    for (const { run, error } of results) {
      expect(error).toBeDefined();
      const kept = { ...run.data.resultData, error: { ...error, message: error?.message, stack: error?.stack } };
      expect(JSON.stringify(kept)).not.toContain(secret);
    }
  });

  it('can be stopped while it runs: what has not begun is not begun', async () => {
    const slow = await openBench();
    await fetch(`${slow.sandbox.adminUrl}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'slow', ms: 400, seconds: 30 }),
    });
    const controller = new AbortController();
    const running = tryNode({
      node: new DeclareAccompaniment(),
      parameters: { operation: 'open', send: true, fields: FIELDS, options: {} },
      items: Array.from({ length: 200 }, (_, index) => ({ ...LINE, 'N° de dossier': `S${index}` })),
      credentials: slow.credentials,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 600);
    const { run } = await running;
    const asked = (await slow.sandbox.log()).length;
    await slow.sandbox.close();
    expect(run.status).toBe('canceled');
    expect(asked).toBeLessThan(100);
  });
});
