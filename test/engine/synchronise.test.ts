import type { IDataObject } from 'n8n-workflow';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { createWorld } from '../../sandbox/world';
import { allItems, jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';

const [DECLARED, , , TO_CORRECT] = [0, 1, 2, 3] as const;
const PEOPLE = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);

/** A line of a PLIE's export about the n-th person, as a spreadsheet hands it over. */
function row(nth: number, change: IDataObject = {}): IDataObject {
  const person = PEOPLE[nth]!;
  return {
    'N° de dossier': `S-${nth}`,
    Nom: person.birthName,
    Prénom: person.firstNames,
    'Identifiant France Travail': person.ftNumber,
    "Date d'entrée": '03/02/2026',
    'Référent de parcours': 'Camille RÉFÉRENTE-FICTIVE',
    ...change,
  };
}

const LEFT = { 'Date de sortie': '20/11/2026', 'Motif de sortie': 'CDI' };

describe('synchronising our list', () => {
  let bench: Bench;
  const synchronise = (items: readonly IDataObject[], parameters: IDataObject = {}, file: IDataObject = {}) =>
    tryNode({
      node: new DeclareAccompaniment(),
      parameters: {
        operation: 'synchronise',
        send: true,
        listDate: '2026-11-24T00:00:00',
        absence: 'report',
        fields: { mappingMode: 'autoMapInputData', value: null },
        options: {},
        ...parameters,
      },
      items,
      file,
      credentials: bench.credentials,
    });
  const shown = (items: readonly IDataObject[]) =>
    items.map(({ id, change, outcome }) => [id, change, outcome].join(' '));
  const calls = async () => (await bench.sandbox.log()).length;

  // A France Travail of its own for each test; its port is part of the ledger's key.
  beforeEach(async () => {
    bench = await openBench({ readLagMs: 0 });
  });
  afterEach(() => bench.sandbox.close());
  afterAll(removeUserFolder);

  it('opens everybody the first time; the second time nothing is asked and nothing is sent', async () => {
    const list = [row(0), row(1), row(2)];
    const first = await synchronise(list);
    expect(first.error).toBeUndefined();
    expect(shown(jsonOf(first, DECLARED))).toEqual(['S-0 open declared', 'S-1 open declared', 'S-2 open declared']);
    const before = await calls();
    const second = await synchronise(list);
    expect(shown(jsonOf(second, DECLARED))).toEqual([
      'S-0 nothing unchanged',
      'S-1 nothing unchanged',
      'S-2 nothing unchanged',
    ]);
    expect(await calls()).toBe(before);
  });

  it('shows first what would be said, and sends nothing', async () => {
    const result = await synchronise([row(0), row(1, { 'Suspension du': '02/11/2026' })], { send: false });
    expect(jsonOf(result, DECLARED)).toMatchObject([
      { id: 'S-0', dryRun: true, would: 'send', change: 'open', operation: 'synchronise', reference: 'S-0.1' },
      { id: 'S-1', dryRun: true, would: 'send', change: 'open', status: 'suspended' },
    ]);
    expect(result.hints(NODE).map(({ message }) => message)).toContain(
      'À ouvrir : 2 · à modifier : 0 · à suspendre : 0 · à reprendre : 0 · à clore : 0 · rien à dire : 0 · absents de la liste : 0.',
    );
    expect(await bench.sandbox.log()).toEqual([]);
  });

  it('says each change as what it is: a référent, a pause, an exit, a return', async () => {
    await synchronise([row(0), row(1), row(2), row(3)]);
    const then = await synchronise([
      row(0, { 'Référent de parcours': 'Andrée MODELAGE' }),
      row(1, { 'Suspension du': '02/11/2026' }),
      row(2, LEFT),
      row(3),
    ]);
    expect(shown(jsonOf(then, DECLARED))).toEqual([
      'S-0 change declared',
      'S-1 suspend declared',
      'S-2 close declared',
      'S-3 nothing unchanged',
    ]);
    const back = await synchronise([row(0), row(1), row(2, { "Date d'entrée": '23/11/2026' }), row(3)]);
    expect(jsonOf(back, DECLARED)).toMatchObject([
      { change: 'change' },
      { change: 'resume', status: 'open' },
      { change: 'open', reference: 'S-2.2', version: 1 },
      { change: 'nothing' },
    ]);
  });

  it('names who has vanished from the list, paired with no line, and tells France Travail nothing', async () => {
    await synchronise([row(0), row(1)]);
    const before = await calls();
    const result = await synchronise([row(0)]);
    expect(jsonOf(result, TO_CORRECT)).toMatchObject([{ id: 'S-1', change: 'absent', outcome: 'rejected' }]);
    expect(jsonOf(result, TO_CORRECT)[0]?.message).toMatch(/^France Travail sait cette personne accompagnée/);
    const [item] = result.items(NODE, TO_CORRECT);
    expect(item?.pairedItem).toEqual([]);
    expect(item?.json).not.toHaveProperty('line');
    expect(await calls()).toBe(before);
  });

  it('closes who has vanished, where that means an exit', async () => {
    const close = { absence: 'close', absenceReason: 'moved', absenceDate: '2026-11-23T00:00:00', guard: 10 };
    await synchronise([row(0), row(1)], close);
    const result = await synchronise([row(0)], close);
    expect(shown(jsonOf(result, DECLARED))).toEqual(['S-0 nothing unchanged', 'S-1 close declared']);
    expect(JSON.stringify(allItems(result))).not.toContain(PEOPLE[1]!.ftNumber);
  });

  it('stops a halved export in one sentence: nothing of the run is sent', async () => {
    const close = { absence: 'close', absenceReason: 'moved', absenceDate: '', guard: 10 };
    const all = Array.from({ length: 12 }, (_, nth) => row(nth));
    await synchronise(all, close);
    const before = await calls();
    const half = [...all.slice(0, 6), row(13)];
    const result = await synchronise(half, close);
    expect(result.error?.message).toMatch(/^Garde-fou : 6 accompagnements sur 12 seraient clos/);
    const shownFirst = await synchronise(half, { ...close, send: false });
    expect(shownFirst.hints(NODE).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Garde-fou : 6 accompagnements sur 12/),
    );
    expect(await calls()).toBe(before);
  });

  it('wants the date of the export, and lets none be overwritten by an older one', async () => {
    const undated = await synchronise([row(0)], { listDate: '' });
    expect(undated.error?.message).toMatch(/^La date de l’export manque/);
    const wrong = await synchronise([row(0)], { listDate: 'hier' });
    expect(wrong.error?.message).toMatch(/^La « Date de l’export » du nœud n’est pas une date/);
    expect(await bench.sandbox.log()).toEqual([]);
    await synchronise([row(0)]);
    const before = await calls();
    const older = await synchronise([row(0), row(1)], { listDate: '2026-11-20' });
    expect(older.error?.message).toMatch(/^Un export plus récent, du 24\/11\/2026, a déjà été synchronisé/);
    expect(await calls()).toBe(before);
  });

  it.each([
    ['in its name', { fileName: 'export_24-11-2026.csv' }],
    ['of its last change', { fileName: 'export.csv', size: 812, modifyTime: '2026-11-23T23:30:00.000Z' }],
  ])('takes the date from the file: the one %s, and says which', async (_, file) => {
    const result = await synchronise([row(0)], { listDate: '', send: false }, file);
    expect(result.error).toBeUndefined();
    const hints = result.hints(NODE).map(({ message }) => message);
    expect(hints).toContain('Date de l’export, lue sur le fichier : 24/11/2026.');
    expect(hints.filter((hint) => hint.startsWith('La date de l’export manque'))).toEqual([]);
  });

  it('takes the date that was filled in before that of the file', async () => {
    await synchronise([row(0)]);
    const older = await synchronise([row(0)], { listDate: '2026-11-20' }, { fileName: 'export-2026-11-24.csv' });
    expect(older.error?.message).toMatch(/^Un export plus récent, du 24\/11\/2026/);
    const olderFile = await synchronise([row(0)], { listDate: '' }, { fileName: 'export-2026-11-20.csv' });
    expect(olderFile.error?.message).toMatch(/^Un export plus récent, du 24\/11\/2026/);
  });
});
