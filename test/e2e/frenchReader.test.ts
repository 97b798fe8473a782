import { globSync } from 'node:fs';
import { join } from 'node:path';

import type { Instance } from '../../scripts/instance';
import french from '../../src/wording/n8nEditor.fr.json';
import { committedReferences, readAccessLog } from './harness/accessLog';
import { Reader } from './harness/reader';
import { START_MS, startTestInstance } from './harness/testInstance';

const NODE = 'Déclarer un accompagnement';
const CHECK = 'Vérifier les doublons';

let instance: Instance;
let reader: Reader;

beforeAll(async () => {
  instance = await startTestInstance();
  reader = await Reader.sitDown(instance);
}, START_MS);

afterAll(async () => {
  await reader?.leave();
  await instance?.stop();
});

const declaredSoFar = (): number => committedReferences(readAccessLog(instance.accessLog)).length;
const templateNamed = (name: string): string => instance.templates.find((one) => one.name === name)?.id ?? '';
const outputText = (): Promise<string> => reader.editor.getByTestId('output-panel').innerText();
const nowAtFranceTravail = (): Promise<string> => reader.franceTravail.locator('#now').innerText();

/** One afternoon of a person who reads only French, in the order in which she lives it. */
describe('a person who reads only French', () => {
  let before = '';

  it('looks at what France Travail knows before', async () => {
    await reader.lookAtFranceTravail();
    before = await nowAtFranceTravail();
    await reader.takePicture(reader.franceTravail, '1-france-travail-avant');
    expect(before).toMatch(/\d/);
  });

  it('signs in and opens « Déclarer nos accompagnements »', async () => {
    await reader.signIn();
    await reader.takePicture(reader.editor, '2-entrer');
    await reader.enter();
    await reader.takePicture(reader.editor, '3-les-modeles');
    await reader.openWorkflow(templateNamed('Déclarer nos accompagnements'), NODE);
    await reader.takePicture(reader.editor, '4-declarer-nos-accompagnements');
  });

  it('finds the editor in French: every word that we hand over is one that n8n asks for', async () => {
    const english = new Set(await reader.wordsOfEditor('en'));
    expect(Object.keys(french).filter((key) => !english.has(key))).toEqual([]);
    expect(await reader.wordsOfEditor('fr')).toEqual(expect.arrayContaining(Object.keys(french)));
    expect(await reader.editor.getByTestId('execute-workflow-button').first().innerText()).toBe('Exécuter le workflow');
  });

  it('presses play and sees first what would leave: nothing has left', async () => {
    await reader.play();
    await reader.takePicture(reader.editor, '5-apercu');
    await reader.openNode(NODE);
    await reader.takePicture(reader.editor, '6-ce-qui-partirait');
    expect(await outputText()).toMatch(/Aperçu.*rien n.est parti/);
    expect(declaredSoFar()).toBe(0);
  });

  it('switches sending on, presses play again and sees the counts', async () => {
    await reader.editor.getByTestId('parameter-input-send').locator('.el-switch, [role=switch]').first().click();
    await reader.takePicture(reader.editor, '7-envoi-active');
    await reader.closeNode();
    await reader.play();
    await reader.takePicture(reader.editor, '8-envoye');
    await reader.openNode(NODE);
    await reader.takePicture(reader.editor, '9-les-resultats');
    for (const output of ['Déclarés', 'Déjà accompagnés', 'En attente', 'À corriger', 'Rapport']) {
      expect(await outputText()).toContain(output);
    }
    expect(await outputText()).toMatch(/Déclarés : \d+/);
    expect(declaredSoFar()).toBeGreaterThan(80);
  });

  it('reads what is to be corrected, line by line', async () => {
    await reader.showOutput('À corriger');
    await reader.takePicture(reader.editor, '10-a-corriger');
    expect(await outputText()).toMatch(/P02311/);
    await reader.closeNode();
  });

  it('opens the report: one page that needs no network', async () => {
    const [file = ''] = globSync('rapport-*.html', { cwd: instance.place.files });
    await reader.openPage(join(instance.place.files, file));
    await reader.takePictures('16-rapport', '17-rapport-imprime');
    expect(await reader.franceTravail.locator('h1').innerText()).toBe('Nos accompagnements et France Travail');
  });

  it('lets the instance be watched: on time, now that a list was sent', async () => {
    await reader.openWorkflow(templateNamed('Surveillance'), 'Dernier envoi');
    await reader.play();
    await reader.takePicture(reader.editor, '18-surveillance');
    await reader.openNode('Dernier envoi');
    expect(await outputText()).toMatch(/À jour \(1 élément\)/);
    await reader.closeNode();
  });

  it('sees that France Travail knows these people now, before and after side by side', async () => {
    await reader.lookAtFranceTravail();
    await reader.takePicture(reader.franceTravail, '11-france-travail-apres');
    expect(await nowAtFranceTravail()).not.toBe(before);
    expect(Number(await reader.franceTravail.locator('#stopped').innerText())).toBeGreaterThan(0);
  });

  it('checks people before taking them in: three lists go into one node, by their names', async () => {
    await reader.openWorkflow(templateNamed('Vérifier les doublons avant d’inscrire'), CHECK);
    await reader.takePicture(reader.editor, '12-verifier-les-doublons');
    for (const label of ['À vérifier', 'Déjà connus', 'Réponses']) {
      expect(await reader.node(CHECK).innerText()).toContain(label);
    }
  });

  it('presses play, and reads to whom a person resembles, why, and what to do', async () => {
    await reader.play();
    await reader.takePicture(reader.editor, '13-doublons-trouves');
    await reader.openNode(CHECK);
    expect(await outputText()).toMatch(/Nouveaux : 3 · Doublons : 4 · À vérifier : 3/);
    await reader.takePicture(reader.editor, '14-nouveaux');
    await reader.closeNode();
    await reader.openNode('Lignes à vérifier');
    await reader.takePicture(reader.editor, '15-a-verifier');
    expect(await outputText()).toMatch(/A105[\s\S]*P0\d+/);
    await reader.closeNode();
  });
});
