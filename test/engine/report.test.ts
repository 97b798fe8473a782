import { unzipSync } from 'fflate';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { createWorld } from '../../sandbox/world';
import { jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';

const [ON_TIME, LATE, REPORT] = [0, 1, 4] as const;
const PEOPLE = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
const NIR = '184125999912336';

function row(nth: number, change: IDataObject = {}): IDataObject {
  const person = PEOPLE[nth]!;
  return {
    'N° de dossier': `R-${nth}`,
    Nom: person.birthName,
    Prénom: person.firstNames,
    'N° de sécurité sociale': NIR,
    'Identifiant France Travail': person.ftNumber,
    "Date d'entrée": '03/02/2026',
    'Référent de parcours': 'Camille RÉFÉRENTE-FICTIVE',
    ...change,
  };
}

const contentOf = (item: INodeExecutionData | undefined, file: string): Buffer =>
  Buffer.from(item?.binary?.[file]?.data ?? '', 'base64');
const workbook = (item: INodeExecutionData | undefined, file: string): string =>
  Object.values(unzipSync(contentOf(item, file)))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');

describe('the report of a list that is synchronised', () => {
  let bench: Bench;
  const play = (parameters: IDataObject, items: readonly IDataObject[] = [{}]) =>
    tryNode({
      node: new DeclareAccompaniment(),
      parameters: { fields: { mappingMode: 'autoMapInputData', value: null }, options: {}, ...parameters },
      items,
      credentials: bench.credentials,
    });
  const synchronise = (items: readonly IDataObject[], send: boolean) =>
    play({ operation: 'synchronise', send, listDate: '2026-11-24T00:00:00', absence: 'report' }, items);

  beforeAll(async () => {
    bench = await openBench({ readLagMs: 0 });
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  const list = [row(0), row(1), row(2, { 'Identifiant France Travail': '' })];

  it('is late as long as no list was sent, a dry run is none', async () => {
    await synchronise(list, false);
    const result = await play({ operation: 'lastRun', maxDays: 8 });
    expect(jsonOf(result, ON_TIME)).toEqual([]);
    expect(jsonOf(result, LATE)).toMatchObject([{ late: true }]);
    expect(jsonOf(result, LATE)[0]?.message).toMatch(/aucune liste n’a encore été envoyée/);
  });

  it('comes behind the four outputs, one item with a page and two workbooks; first of a dry run', async () => {
    const result = await synchronise(list, false);
    const items = result.items(NODE, REPORT);
    expect(items).toHaveLength(1);
    expect(items[0]?.json).toMatchObject({ dryRun: true, counts: { lines: 3, open: 2, toCorrect: 1 } });
    expect(Object.values(items[0]?.binary ?? {}).map(({ fileName }) => fileName)).toEqual([
      expect.stringMatching(/^rapport-\d{4}-\d\d-\d\d\.html$/),
      'lignes-a-corriger.xlsx',
      'sans-identifiant.xlsx',
    ]);
    expect(contentOf(items[0], 'report').toString()).toContain('Aperçu');
    expect(contentOf(items[0], 'report').toString()).toContain('Aucune liste n’a encore été envoyée');
  });

  it('has her own columns without the NIR, and the people without a number by référent', async () => {
    const [item] = (await synchronise(list, true)).items(NODE, REPORT);
    expect(item?.json).toMatchObject({ dryRun: false, counts: { lines: 3, open: 2, toCorrect: 1 } });
    const [lines, numbers] = [workbook(item, 'toCorrect'), workbook(item, 'withoutNumber')];
    expect(lines).toMatch(/Référent de parcours/);
    expect(lines).toContain(PEOPLE[2]!.birthName);
    expect(numbers).toContain('R-2');
    expect(numbers).not.toContain('R-1');
    const page = contentOf(item, 'report').toString();
    for (const text of [JSON.stringify(item?.json), page, lines, numbers]) expect(text).not.toContain(NIR);
    expect(lines).not.toContain('sécurité sociale</t>');
    for (const person of PEOPLE.slice(0, 3)) expect(page).not.toContain(person.birthName);
  });

  it('is late after a run that France Travail did not answer', async () => {
    const down = await openBench({ readLagMs: 0 });
    await fetch(`${down.sandbox.adminUrl}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'unavailable', seconds: 120 }),
    });
    const there = (parameters: IDataObject, items: readonly IDataObject[]) =>
      tryNode({
        node: new DeclareAccompaniment(),
        parameters: { fields: { mappingMode: 'autoMapInputData', value: null }, options: {}, ...parameters },
        items,
        credentials: down.credentials,
      });
    await there({ operation: 'synchronise', send: true, listDate: '2026-11-24', absence: 'report' }, [row(3)]);
    const watched = await there({ operation: 'lastRun', maxDays: 8 }, [{}]);
    await down.sandbox.close();
    expect(jsonOf(watched, LATE)).toMatchObject([{ late: true }]);
  });

  it('is on time once a list was sent, and shows that run in the next report', async () => {
    const result = await play({ operation: 'lastRun', maxDays: 8 });
    expect(jsonOf(result, LATE)).toEqual([]);
    expect(jsonOf(result, ON_TIME)).toMatchObject([{ late: false, days: 0, counts: { open: 2 } }]);
    const [item] = (await synchronise(list, false)).items(NODE, REPORT);
    expect(
      contentOf(item, 'report')
        .toString()
        .match(/<th scope="row">/g),
    ).toHaveLength(1);
  });
});
