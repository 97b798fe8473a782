import type { IDataObject } from 'n8n-workflow';
import { allItems, jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';
import { DedupCheck } from '../../nodes/DedupCheck/DedupCheck.node';
import { decide } from '../../nodes/DedupCheck/decide';
import type { PersonCheck } from '../../src/delivery';
import { CANVAS } from '../../src/convention';
import { createWorld, fullNir, type Person } from '../../sandbox/world';

const FIELDS = { mappingMode: 'autoMapInputData', value: null };
const SEED = 7;
const [NEW, DUPLICATE, REVIEW] = [0, 1, 2] as const;

/** The proposed canvas, with the NIR and the birth date listed for the look-up. */
function listingNir(): string {
  const canvas = CANVAS as { flows: { operation: string; direction: string; fields: string[] }[] };
  const flows = canvas.flows.map((flow) =>
    flow.operation === 'lookUp' && flow.direction === 'give'
      ? { ...flow, fields: [...flow.fields, 'nir', 'birthDate'] }
      : flow,
  );
  return JSON.stringify({ ...canvas, flows });
}

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
  const one = (who: (person: Person) => boolean): Person => {
    const found = people.find(who);
    if (!found) throw new Error('the sandbox has nobody like that');
    return found;
  };
  const free = one(({ situation, certified }) => situation === 'free' && certified).ftNumber;
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
      { id: 'LIBRE', decision: 'new', state: 'foundCertified', organism: '', doubleAccompaniment: false },
    ]);
    const review = Object.fromEntries(jsonOf(state, REVIEW).map(({ id, state: known }) => [id, known]));
    expect(review).toMatchObject({ COURT: 'notAsked', SANS: 'notAsked', DOUBLE: 'notFound' });
  });

  it('names who accompanies already, since when, and whether it is a double accompaniment in our role', async () => {
    const referent = one(({ situation, certified }) => situation === 'elsewhere' && certified);
    const partner = one(({ situation, certified }) => situation === 'partner' && certified);
    const result = await check([item('DOUBLE', referent.ftNumber), item('AUTRE', partner.ftNumber)]);
    expect(jsonOf(result, DUPLICATE)).toMatchObject([
      {
        id: 'DOUBLE',
        doubleAccompaniment: true,
        organism: referent.other?.structure.label,
        since: referent.other?.since,
      },
    ]);
    expect(jsonOf(result, DUPLICATE)[0]?.message).toMatch(/^Déjà accompagnée par .+ depuis le \d\d\/\d\d\/\d{4}/);
    expect(jsonOf(result, NEW)).toMatchObject([
      { id: 'AUTRE', doubleAccompaniment: false, organism: partner.other?.structure.label },
    ]);
  });

  it.each<[string, string, (person: Person) => boolean]>([
    ['foundCertified', 'new', ({ situation, certified }) => situation === 'free' && certified],
    ['foundUncertified', 'review', ({ situation, certified }) => situation === 'free' && !certified],
    ['notFound', 'review', ({ situation }) => situation === 'unknown'],
    ['several', 'review', ({ situation, habits }) => situation === 'several' && !habits.silentWhenSeveral],
    ['forbidden', 'review', ({ situation }) => situation === 'forbidden'],
    ['unavailable', 'review', ({ situation }) => situation === 'noAddress'],
  ])('keeps the state %s apart, with its own sentence; it goes to %s', async (state, decision, who) => {
    const result = await check([item('X', one(who).ftNumber)]);
    const [json] = allItems(result, 3).map((found) => found.json);
    expect(json).toMatchObject({ id: 'X', state, decision });
    expect(String(json?.stateMessage)).toMatch(/^.{20,}\.$/);
    expect(json?.doubleAccompaniment).toBe(state.startsWith('found') ? false : null);
  });

  it('asks by the France Travail number first, and by NIR only where the convention lists it', async () => {
    const person = one(({ situation, certified }) => situation === 'free' && certified);
    const withNir = { 'N° de dossier': 'N', NIR: fullNir(person), 'Date de naissance': person.birthDate };
    expect(jsonOf(await check([withNir]), REVIEW)).toMatchObject([{ state: 'notAsked', askedWith: '' }]);
    const both = { ...withNir, 'Identifiant France Travail': person.ftNumber };
    expect(jsonOf(await check([both]), NEW)).toMatchObject([{ askedWith: 'franceTravailNumber' }]);
    const listed = await tryNode({
      node: new DedupCheck(),
      parameters: { against: 'franceTravail', fields: FIELDS, options: {} },
      items: [withNir],
      credentials: { ...bench.credentials, sharingConvention: { source: 'json', convention: listingNir() } },
    });
    expect(jsonOf(listed, NEW)).toMatchObject([{ state: 'foundCertified', askedWith: 'nir' }]);
  });

  it('pairs every item, and gives no name and no NIR back', async () => {
    const items = [item('A', free), { ...item('B', free), Nom: 'Diarra-Fictive', NIR: '183028999948144' }];
    const result = await check(items);
    for (const { json, pairedItem } of allItems(result, 3)) expect(pairedItem).toEqual({ item: Number(json.line) - 1 });
    expect(JSON.stringify(allItems(result, 3))).not.toMatch(/Diarra|183028999948/);
    expect(result.hints(NODE)[0]?.message).toMatch(/^Nouveaux : \d · Doublons : \d · À vérifier : \d\.$/);
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
