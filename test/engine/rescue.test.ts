import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { createWorld } from '../../sandbox/world';
import { ledgers } from '../../src/ledger';
import { jsonOf, NODE, openBench, removeUserFolder, tryNode, userFolder, type Bench } from './sandboxEngine';

const PEOPLE = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
const LIST = [0, 1].map((nth) => ({
  'N° de dossier': `R-${nth}`,
  'Identifiant France Travail': PEOPLE[nth]!.ftNumber,
  "Date d'entrée": '03/02/2026',
}));

describe('a ledger that was lost', () => {
  let bench: Bench;
  const operate = (operation: string, items: readonly IDataObject[], parameters: IDataObject = {}) =>
    tryNode({
      node: new DeclareAccompaniment(),
      parameters: {
        operation,
        send: true,
        listDate: '2026-11-24T00:00:00',
        absence: 'report',
        fields: { mappingMode: 'autoMapInputData', value: null },
        options: {},
        ...parameters,
      },
      items,
      credentials: bench.credentials,
    });
  beforeAll(async () => {
    bench = await openBench({ readLagMs: 0 });
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  it('sends nothing until it was reconciled; after that an unchanged list costs nothing', async () => {
    await operate('synchronise', LIST);
    await ledgers.closeAll();
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(userFolder, '.n8n', 'plie-france-travail', `ledger.sqlite${end}`), { force: true });
    }
    const refused = await operate('synchronise', LIST);
    expect(refused.error?.message).toMatch(/^Le registre est vide, alors que des envois sont déjà partis d’ici/);

    const shown = await operate('reconcile', [{}], { adopt: false });
    expect(jsonOf(shown, 3)).toMatchObject([
      { id: 'R-0', difference: 'notKnownHere', adopted: false, franceTravail: { version: 1, status: 'open' } },
      { id: 'R-1', difference: 'notKnownHere' },
    ]);
    expect((await operate('synchronise', LIST)).error?.message).toMatch(/^Le registre est vide/);

    const adopted = await operate('reconcile', [{}], { adopt: true });
    expect(jsonOf(adopted, 0)).toMatchObject([{ adopted: true }, { adopted: true }]);
    expect(adopted.hints(NODE).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^D’accord des deux côtés : 0 · repris dans le registre : 2/),
    );
    const calls = (await bench.sandbox.log()).length;
    expect(jsonOf(await operate('synchronise', LIST), 0)).toMatchObject([{ change: 'nothing' }, { change: 'nothing' }]);
    expect((await bench.sandbox.log()).length).toBe(calls);
  });

  it('settles by hand: nothing waits, and an answer about nothing is told', async () => {
    const nothing = await operate('settle', [{}]);
    expect(nothing.hints(NODE).map(({ message }) => message)).toEqual([
      'À vérifier auprès de France Travail : 0 · éclaircis au prochain envoi : 0 · réglés : 0.',
    ]);
    const strange = await operate('settle', [{ reference: 'X.1', answer: 'oui' }]);
    expect(strange.hints(NODE).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Aucun envoi n’attend de réponse sous la référence « X.1 »/),
    );
  });
});
