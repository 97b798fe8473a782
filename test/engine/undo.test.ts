import type { IDataObject } from 'n8n-workflow';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { createWorld } from '../../sandbox/world';
import { allItems, jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';

const PEOPLE = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);

function row(nth: number, change: IDataObject = {}): IDataObject {
  return {
    'N° de dossier': `U-${nth}`,
    'Identifiant France Travail': PEOPLE[nth]!.ftNumber,
    "Date d'entrée": '03/02/2026',
    ...change,
  };
}

describe('undoing a run, in the node', () => {
  let bench: Bench;
  const operate = (operation: string, items: readonly IDataObject[], parameters: IDataObject = {}) =>
    tryNode({
      node: new DeclareAccompaniment(),
      parameters: {
        operation,
        send: true,
        listDate: '2026-11-24T00:00:00',
        absence: 'report',
        whichRun: 'last',
        fields: { mappingMode: 'autoMapInputData', value: null },
        options: {},
        ...parameters,
      },
      items,
      credentials: bench.credentials,
    });
  beforeEach(async () => {
    bench = await openBench({ readLagMs: 0 });
  });
  afterEach(() => bench.sandbox.close());
  afterAll(removeUserFolder);

  it('shows first, then cancels what was opened; each item names the run, and none a person', async () => {
    const list = [row(0), row(1)];
    const sent = await operate('synchronise', list);
    const run = jsonOf(sent, 0)[0]?.run;
    expect(run).toEqual(expect.any(String));

    const shown = await operate('undo', list, { send: false });
    expect(jsonOf(shown, 0)).toMatchObject([
      { id: 'U-0', dryRun: true, would: 'send', operation: 'undo', undoing: 'cancel', status: 'cancelled' },
      { id: 'U-1', undoing: 'cancel' },
    ]);
    expect(shown.hints(NODE).map(({ message }) => message)).toContainEqual(expect.stringContaining(String(run)));

    const undone = await operate('undo', list, { whichRun: 'named', runName: run });
    expect(jsonOf(undone, 0)).toMatchObject([
      { id: 'U-0', outcome: 'declared', undoing: 'cancel' },
      { id: 'U-1', outcome: 'declared' },
    ]);
    expect(undone.items(NODE, 0)[0]?.pairedItem).toEqual([]);
    for (const { ftNumber } of PEOPLE.slice(0, 2)) expect(JSON.stringify(allItems(undone))).not.toContain(ftNumber);
  });

  it('says what to give it: the people, and the number of the run', async () => {
    await operate('synchronise', [row(0)]);
    const nobody = await operate('undo', [{}]);
    expect(jsonOf(nobody, 3)).toMatchObject([{ id: 'U-0', outcome: 'rejected', undoing: 'stop' }]);
    expect(jsonOf(nobody, 3)[0]?.message).toMatch(/^L’identifiant France Travail de cette personne n’est pas gardé/);
    const unnamed = await operate('undo', [row(0)], { whichRun: 'named', runName: ' ' });
    expect(unnamed.error?.message).toMatch(/^Le « Numéro de l’envoi » à annuler manque/);
    const unknown = await operate('undo', [row(0)], { whichRun: 'named', runName: 'inconnu' });
    expect(unknown.error?.message).toMatch(/^L’envoi « inconnu » n’a rien dit/);
  });
});
