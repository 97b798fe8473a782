import type { IDataObject } from 'n8n-workflow';
import { allItems, jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';
import { DedupCheck } from '../../nodes/DedupCheck/DedupCheck.node';
import { decide } from '../../nodes/DedupCheck/decide';
import type { PersonCheck } from '../../src/delivery';
import { createWorld } from '../../sandbox/world';

const FIELDS = { mappingMode: 'autoMapInputData', value: null };
const SEED = 7;
const [NEW, DUPLICATE, REVIEW] = [0, 1, 2] as const;

describe('looking people up at France Travail', () => {
  let bench: Bench;
  const check = (items: readonly IDataObject[], options: IDataObject = {}) =>
    tryNode({
      node: new DedupCheck(),
      parameters: { against: 'franceTravail', fields: FIELDS, options },
      items,
      credentials: bench.credentials,
    });
  const people = createWorld(SEED).people;
  const free =
    people.find((person) => person.situation === 'free' && person.certified && person.other === undefined)?.ftNumber ??
    '';
  const item = (id: string, number: string) => ({ 'N° de dossier': id, 'Identifiant France Travail': number });

  beforeAll(async () => {
    bench = await openBench({ seed: SEED });
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  it('tells apart: free, accompanied elsewhere, unknown, not asked', async () => {
    const state = await check([
      item('LIBRE', free),
      item('DOUBLE', '99900000000'),
      item('COURT', '123'),
      { 'N° de dossier': 'SANS' },
    ]);
    expect(state.error).toBeUndefined();
    expect(jsonOf(state, NEW)).toMatchObject([
      { id: 'LIBRE', decision: 'new', known: 'certified', doubleAccompaniment: false },
    ]);
    const review = Object.fromEntries(jsonOf(state, REVIEW).map(({ id, known }) => [id, known]));
    expect(review).toMatchObject({ COURT: 'notAsked', SANS: 'notAsked', DOUBLE: 'notFound' });
  });

  it('names who accompanies already, and since when', async () => {
    const accompanied = people.find(({ other }) => other?.role === 'REFERENT');
    expect(accompanied).toBeDefined();
    const result = await check([item('DOUBLE', accompanied?.ftNumber ?? '')]);
    expect(jsonOf(result, DUPLICATE)).toMatchObject([{ id: 'DOUBLE', doubleAccompaniment: true }]);
    expect(jsonOf(result, DUPLICATE)[0]?.message).toMatch(/^Déjà accompagnée par .+ depuis le \d\d\/\d\d\/\d{4}/);
  });

  it('pairs every item, and gives no name and no NIR back', async () => {
    const items = [item('A', free), { ...item('B', free), Nom: 'Diarra-Fictive', NIR: '183028999948144' }];
    const result = await check(items);
    for (const { json, pairedItem } of allItems(result, 3)) expect(pairedItem).toEqual({ item: Number(json.line) - 1 });
    expect(JSON.stringify(allItems(result, 3))).not.toMatch(/Diarra|183028999948/);
    expect(result.hints(NODE)[0]?.message).toMatch(/^Nouveaux : \d · Doublons : \d · À vérifier : \d\.$/);
  });
});

describe('comparing with a second list', () => {
  const compare = (items: readonly IDataObject[], second?: readonly IDataObject[]) =>
    tryNode({
      node: new DedupCheck(),
      parameters: { against: 'secondInput', fields: FIELDS, options: {} },
      items,
      ...(second ? { second } : {}),
    });
  const known = [
    {
      'N° participant': 'K1',
      Nom: 'FIGURANT',
      Prénom: 'Rokia',
      'Date de naissance': '22/01/2001',
      'Identifiant France Travail': '99900000017',
    },
    { 'N° participant': 'K2', Nom: 'MANNEQUIN', Prénom: 'Cédric', 'Date de naissance': '07/08/1999' },
  ];

  it('sorts new people, duplicates and doubts, with reasons and the candidate', async () => {
    const result = await compare(
      [
        {
          id: 'N1',
          birthName: 'Figurant',
          firstNames: 'Rokia',
          birthDate: '2001-01-22',
          franceTravailNumber: '99900000017',
        },
        { id: 'N2', birthName: 'INCONNU', firstNames: 'Paul', birthDate: '1980-02-03' },
        { id: 'N3', birthName: 'Mannequin', firstNames: 'Cedric', birthDate: '1999-08-07' },
      ],
      known,
    );
    expect(jsonOf(result, DUPLICATE)).toMatchObject([{ id: 'N1', candidates: [{ id: 'K1' }] }]);
    expect(jsonOf(result, NEW)).toMatchObject([{ id: 'N2', candidates: [] }]);
    expect(jsonOf(result, REVIEW)).toMatchObject([{ id: 'N3', candidates: [{ id: 'K2' }] }]);
    for (const { json } of allItems(result, 3))
      expect((json.reasons as string[]).every((reason) => /\s/.test(reason))).toBe(true);
  });

  it('says so when nothing is connected', async () => {
    const { error } = await compare([{ id: 'N1' }]);
    expect(error?.message).toMatch(/deuxième entrée/);
  });
});

describe('the decision about a person', () => {
  const options = { role: 'REFERENT', acceptUncertified: false };
  const free = { kind: 'known', own: [], others: [] } as const;
  const notAsked = { kind: 'notAsked', reason: { code: 'delivery.personNotFound' } } as const;
  const other = {
    organism: { code: 'ML', label: 'Mission locale' },
    status: 'open',
    since: '2026-01-02',
    role: 'REFERENT',
  } as const;

  it.each(['notFound', 'several', 'forbidden', 'rejected', 'notAsked', 'unavailable', 'unclear'] as const)(
    '%s is never "free"',
    (known) => {
      expect(decide({ known, accompaniments: notAsked }, options).decision).toBe('review');
    },
  );

  it.each<[string, PersonCheck, string]>([
    ['certified and with nobody', { known: 'certified', accompaniments: free }, 'new'],
    ['not certified', { known: 'uncertified', accompaniments: free }, 'review'],
    ['with somebody in our role', { known: 'certified', accompaniments: { ...free, others: [other] } }, 'duplicate'],
    [
      'with a partner',
      { known: 'certified', accompaniments: { ...free, others: [{ ...other, role: 'PARTENAIRE' }] } },
      'new',
    ],
    ['with us already', { known: 'certified', accompaniments: { ...free, own: [other] } }, 'duplicate'],
    ['accompaniments not asked', { known: 'certified', accompaniments: notAsked }, 'review'],
  ])('%s', (_, check, decision) => {
    expect(decide(check, options).decision).toBe(decision);
  });
});
