import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { DICTIONARY } from '../../src/wording';

const NODES = ['DeclareAccompaniment', 'FetchReferrals', 'DedupCheck'] as const;
const CREDENTIALS = ['FranceTravailApi', 'SharingConvention'] as const;
const LOCALES = ['fr', 'en'] as const;
const root = join(__dirname, '../..');

const loaded = new Map<string, unknown>();

/** Loads a class as n8n does in an instance of this language; once, because the classes are not changed by the tests. */
function load<T>(path: string, name: string, locale: string): T {
  const key = `${name} ${locale}`;
  if (!loaded.has(key)) loaded.set(key, loadAnew(path, name, locale));
  return loaded.get(key) as T;
}

function loadAnew(path: string, name: string, locale: string): unknown {
  let instance: unknown;
  process.env.N8N_DEFAULT_LOCALE = locale;
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded anew in each language, which `import` does once
    const module = require(path) as Record<string, new () => unknown>;
    const Loaded = module[name];
    if (!Loaded) throw new Error(`${path} exports no ${name}`);
    instance = new Loaded();
  });
  return instance;
}

const node = (name: string, locale: string): INodeTypeDescription =>
  load<INodeType>(`../../nodes/${name}/${name}.node`, name, locale).description;
const credential = (name: string, locale: string): ICredentialType =>
  load<ICredentialType>(`../../credentials/${name}.credentials`, name, locale);

/** n8n tests its own credentials itself. */
const isOurs = ({ name }: { readonly name: string }) => name !== 'postgres';

/** Everything in a description that a user reads. */
function wordsOf(properties: readonly INodeProperties[]): string[] {
  return properties
    .flatMap((property) => [
      property.displayName,
      property.description ?? '',
      property.placeholder ?? '',
      property.hint ?? '',
      ...(property.options ?? []).flatMap((option) =>
        'values' in option
          ? [option.displayName, ...wordsOf(option.values)]
          : 'type' in option
            ? wordsOf([option as INodeProperties])
            : [
                option.name,
                'description' in option ? (option.description ?? '') : '',
                'action' in option ? (option.action ?? '') : '',
              ],
      ),
    ])
    .filter((text) => text !== '');
}

/** Names and values: what stands in workflows of others. */
function valuesOf(properties: readonly INodeProperties[]): unknown[] {
  return properties.map((property) => ({
    name: property.name,
    type: property.type,
    default: property.default,
    ...(property.options
      ? {
          options: property.options.map((option) =>
            'values' in option
              ? { name: option.name, values: valuesOf(option.values) }
              : 'type' in option
                ? valuesOf([option as INodeProperties])[0]
                : option.value,
          ),
        }
      : {}),
  }));
}

/** Outputs but for their words. */
const withoutNames = (outputs: unknown): string => JSON.stringify(outputs).replace(/displayName[^,}]*/g, '');

describe('what n8n shows of the nodes', () => {
  it.each(NODES.flatMap((name) => LOCALES.map((locale) => [name, locale] as const)))(
    '%s says nothing in %s that the dictionary does not say',
    (name, locale) => {
      const dictionary = new Set(Object.values(DICTIONARY).map((entry) => entry[locale]));
      const { displayName, description, outputNames = [], defaults, properties } = node(name, locale);
      const said = [displayName, description, String(defaults.name), ...outputNames, ...wordsOf(properties)];
      expect(said.filter((text) => !dictionary.has(text))).toEqual([]);
    },
  );

  it.each(NODES)('%s has a label, and a description where a label is not enough, for every parameter', (name) => {
    const { properties } = node(name, 'fr');
    expect(properties.filter(({ displayName }) => displayName.trim() === '')).toEqual([]);
    const silent = properties.filter(({ type, description, options }) => {
      const explained = (options ?? []).every((option) => 'value' in option && Boolean(option.description));
      return type !== 'notice' && type !== 'collection' && !description && !explained;
    });
    expect(silent.map((property) => property.name)).toEqual([]);
  });

  it.each(NODES)('%s is the same in both languages but for its words', (name) => {
    const [french, english] = [node(name, 'fr'), node(name, 'en')];
    expect(valuesOf(french.properties)).toEqual(valuesOf(english.properties));
    expect(withoutNames(french.outputs)).toEqual(withoutNames(english.outputs));
    expect(french.displayName).not.toBe(english.displayName);
  });

  it.each(NODES)('%s keeps names, option values and defaults: templates of others depend on them', (name) => {
    const { name: type, outputs, credentials: all = [], properties } = node(name, 'fr');
    const credentials = all.map(({ displayName: _, ...credential }) => credential);
    expect({ type, outputs, credentials, properties: valuesOf(properties) }).toMatchSnapshot();
  });

  it('keeps the order of the outputs, with French names; a list that is synchronised has its report behind them', () => {
    const outputs = String(node('DeclareAccompaniment', 'fr').outputs);
    const [, others = '', usual = ''] = /\((\{.+\})\)\[.+?\] \?\? (\[.+\]) \}\}/.exec(outputs) ?? [];
    const named = (list: unknown) => (list as { displayName: string }[]).map(({ displayName }) => displayName);
    const lists = Object.entries(JSON.parse(others) as Record<string, unknown>).map(([name, list]) => [
      name,
      named(list),
    ]);
    const four = ['Déclarés', 'Déjà accompagnés', 'En attente', 'À corriger'];
    expect(named(JSON.parse(usual))).toEqual(four);
    expect(Object.fromEntries(lists)).toEqual({ synchronise: [...four, 'Rapport'], lastRun: ['À jour', 'En retard'] });
    const rest = NODES.filter((name) => name !== 'DeclareAccompaniment');
    const names = Object.fromEntries(rest.map((name) => [name, node(name, 'fr').outputNames]));
    expect(names).toEqual({
      FetchReferrals: ['Prescriptions', 'En attente', 'À corriger'],
      DedupCheck: ['Nouveaux', 'Doublons', 'À vérifier'],
    });
  });

  it('does not send unless it is told to', () => {
    for (const name of ['DeclareAccompaniment', 'FetchReferrals']) {
      const send = node(name, 'fr').properties.find((property) => property.name === 'send');
      expect(send).toMatchObject({ type: 'boolean', default: false, noDataExpression: true });
    }
  });

  it.each(NODES)('%s has a light and a dark icon, and a codex file that n8n finds it by', (name) => {
    const { icon, name: type } = node(name, 'fr');
    const files = Object.values(icon as Record<string, string>).map((file) => file.replace('file:', ''));
    expect(files).toHaveLength(2);
    for (const file of files) expect(existsSync(join(root, 'nodes', name, file))).toBe(true);
    const codex = JSON.parse(readFileSync(join(root, `nodes/${name}/${name}.node.json`), 'utf8')) as {
      node: string;
      alias: string[];
    };
    expect(codex.node).toBe(`n8n-nodes-plie-france-travail.${type}`);
    expect(codex.alias).toContain('PLIE');
  });

  it('does not load the comparisons, and with them the frequencies of names, when n8n starts', () => {
    jest.isolateModules(() => {
      jest.doMock('../../src/identity/linkage', () => {
        throw new Error('loaded at the start');
      });
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded apart from the other tests, as n8n does at its start
      expect(() => require('../../nodes/DedupCheck/DedupCheck.node') as unknown).not.toThrow();
    });
    jest.dontMock('../../src/identity/linkage');
  });

  it('has as many inputs as the comparison has lists, named in the language of the instance', () => {
    const { inputs } = node('DedupCheck', 'fr');
    const byComparison = JSON.parse(/\((\{.+\})\)\[/.exec(String(inputs))?.[1] ?? '{}') as Record<
      string,
      (string | { displayName: string })[]
    >;
    const names = Object.entries(byComparison).map(([name, list]) => [
      name,
      list.map((input) => (typeof input === 'string' ? input : input.displayName)),
    ]);
    expect(Object.fromEntries(names)).toEqual({
      franceTravail: ['main'],
      secondInput: ['À vérifier', 'Déjà connus', 'Réponses'],
      within: ['À vérifier', 'Réponses'],
      all: ['À vérifier', 'Déjà connus', 'Réponses'],
    });
    expect(String(node('DedupCheck', 'en').inputs)).toContain('"displayName":"Answers"');
  });

  it('shows the operation under the name on the canvas, in the language of the instance', () => {
    expect(node('DeclareAccompaniment', 'fr').subtitle).toContain('"open":"Ouvrir"');
    expect(node('DeclareAccompaniment', 'en').subtitle).toContain('"open":"Open"');
  });

  it('lets a language model look, not act', () => {
    const usable = NODES.filter((name) => node(name, 'fr').usableAsTool);
    expect(usable).toEqual(['DedupCheck']);
  });
});

describe('what n8n shows of the credentials', () => {
  it.each(CREDENTIALS.flatMap((name) => LOCALES.map((locale) => [name, locale] as const)))(
    '%s says nothing in %s that the dictionary does not say',
    (name, locale) => {
      const dictionary = new Set(Object.values(DICTIONARY).map((entry) => entry[locale]));
      const { displayName, properties: all } = credential(name, locale);
      // The canvas in words is put together from the names of fields.
      const properties = all.filter((property) => property.name !== 'canvasNotice');
      expect([displayName, ...wordsOf(properties)].filter((text) => !dictionary.has(text))).toEqual([]);
    },
  );

  it.each(CREDENTIALS)('%s keeps names, option values and defaults', (name) => {
    expect(valuesOf(credential(name, 'fr').properties)).toMatchSnapshot();
  });

  it('hides secrets, and leaves empty what a network may fill in for everyone', () => {
    const { properties } = credential('FranceTravailApi', 'fr');
    const hidden = properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name);
    expect(hidden).toEqual(['clientSecret', 'ledgerSecret']);
    const filled = properties.filter((property) => property.default !== '').map(({ name }) => name);
    expect(filled).toEqual(['profile', 'role', 'stopEverything']);
  });

  it('says in words what the proposed canvas lets pass, and what it does not', () => {
    const notice = credential('SharingConvention', 'fr').properties.find(({ name }) => name === 'canvasNotice');
    expect(notice?.displayName).toMatch(/Pour retrouver la personne :<\/b> Identifiant France Travail\./);
    expect(notice?.displayName).not.toMatch(/sécurité sociale|\{|fields\./);
  });

  it('is tested by the nodes that use it', () => {
    for (const name of NODES) {
      for (const { testedBy } of (node(name, 'fr').credentials ?? []).filter(isOurs))
        expect(testedBy).toMatch(/^test(Access|Convention)$/);
    }
  });

  it('stands in package.json, where n8n looks', () => {
    const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      n8n: { nodes: string[]; credentials: string[] };
    };
    expect(n8n.nodes).toEqual(NODES.map((name) => `dist/nodes/${name}/${name}.node.js`));
    expect(n8n.credentials).toEqual(CREDENTIALS.map((name) => `dist/credentials/${name}.credentials.js`));
  });
});
