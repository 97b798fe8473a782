import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { readTemplates, type Instance, type WorkflowFile } from '../../scripts/instance';
import { committedReferences, readAccessLog } from './harness/accessLog';
import { execute, jsonOf, type ExecutionResult } from './harness/execution';
import { ROOT, START_MS, startTestInstance } from './harness/testInstance';

const PACK = 'n8n-nodes-plie-france-travail';
const DECLARED = 0;
const ALREADY_ACCOMPANIED = 1;
const WAITING = 2;
const TO_CORRECT = 3;
const REPORT = 4;

let instance: Instance;

beforeAll(async () => {
  instance = await startTestInstance();
}, START_MS);

afterAll(async () => {
  await instance?.stop();
});

async function workflowNamed(name: string): Promise<WorkflowFile & { id: string }> {
  const template = instance.templates.find((one) => one.name.startsWith(name));
  const workflow = template && (await instance.api.readWorkflow(template.id));
  if (!workflow) throw new Error(`No template "${name}" in the instance`);
  return workflow;
}

const nodeOf = (workflow: WorkflowFile, type: string): WorkflowFile['nodes'][number] => {
  const node = workflow.nodes.find((one) => one.type === `${PACK}.${type}`);
  if (!node) throw new Error(`No node ${type} in "${workflow.name}"`);
  return node;
};

const manualTrigger = (workflow: WorkflowFile): string =>
  workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name ?? '';

/** The same workflow with one of its nodes' parameters changed, saved as the editor saves it. */
async function saveWith(workflow: WorkflowFile & { id: string }, type: string, parameters: IDataObject): Promise<void> {
  const changed = nodeOf(workflow, type).name;
  const nodes = workflow.nodes.map((node) =>
    node.name === changed ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
  );
  await instance.api.changeWorkflow(workflow.id, { nodes, connections: workflow.connections });
}

async function play(name: string): Promise<{ result: ExecutionResult; workflow: WorkflowFile & { id: string } }> {
  const workflow = await workflowNamed(name);
  return { workflow, result: await execute(instance.api, workflow, manualTrigger(workflow)) };
}

/** What stands in the instance's folder, under the first name that fits. */
function inFiles(pattern: string): string {
  const [name = ''] = globSync(pattern, { cwd: instance.place.files });
  return readFileSync(join(instance.place.files, name), 'utf8');
}

const logNow = () => readAccessLog(instance.accessLog);
const idsOf = (items: readonly IDataObject[]): string[] => items.map(({ id }) => String(id)).sort();

/** A declaration's reference is the participant's own id and the number of the accompaniment: `P02301.1`. */
const participantsOf = (references: readonly string[]): string[] =>
  references.map((reference) => reference.replace(/\.\d+$/, '')).sort();

/** The references of one operation of the contract, as France Travail wrote them down. */
const referencesOf = (operation: string): string[] =>
  logNow()
    .filter((entry) => entry.operation === operation && entry.status !== null && entry.status < 300)
    .flatMap(({ declarations }) => declarations.map(({ reference }) => reference ?? ''));

describe('the packed tarball, where n8n installs community packages', () => {
  it.each(['declareAccompaniment', 'fetchReferrals', 'dedupCheck'])(
    'gives the node %s its name of a package',
    async (node) => {
      expect(await instance.api.credentialsOf(`${PACK}.${node}`, 1)).toEqual(
        expect.arrayContaining(['franceTravailApi', 'sharingConvention']),
      );
    },
  );

  it.each(['franceTravailApi', 'sharingConvention'])('tests the credential %s', async (type) => {
    const id = instance.credentials[type] ?? '';
    const credential = await instance.api.readCredential(id);
    expect(await instance.api.testCredential({ ...credential, id, name: '', type })).toMatchObject({ status: 'OK' });
  });
});

describe('the templates', () => {
  const templates = readTemplates(ROOT).map((template) => [template.name, template] as const);

  it.each(templates)('%s: imports cleanly twice', async (_name, { id: _id, ...template }) => {
    const first = await instance.api.createWorkflow(template);
    const second = await instance.api.createWorkflow(template);
    expect(second).not.toBe(first);
  });

  it.each(templates)('%s: saves no execution, holds no credential and no path of a machine', (_name, template) => {
    expect(template.settings).toMatchObject({
      saveManualExecutions: false,
      saveDataSuccessExecution: 'none',
      saveDataErrorExecution: 'none',
    });
    expect(template.nodes.filter(({ credentials }) => credentials)).toEqual([]);
    expect(JSON.stringify(template)).not.toMatch(/"(\/|~|[A-Z]:\\\\)[^"]*"/);
  });
});

describe('Surveillance, before a list was sent', () => {
  it('says that it is late, and names nobody', async () => {
    const { result } = await play('Surveillance');
    expect(result.status).toBe('success');
    expect(jsonOf(result.nodes.get('Liste en retard'), 0)).toEqual([
      { Objet: 'France Travail : la liste n’est pas partie', Message: expect.stringMatching(/aucune liste/) },
    ]);
  });
});

describe('Déclarer nos accompagnements', () => {
  const name = 'Déclarer nos accompagnements';
  let preview: readonly IDataObject[] = [];
  let declared: readonly IDataObject[] = [];

  it('shows first what would leave, and nothing leaves', async () => {
    const { result, workflow } = await play(name);
    const declare = result.nodes.get(nodeOf(workflow, 'declareAccompaniment').name);
    preview = jsonOf(declare, DECLARED);
    expect(result.status).toBe('success');
    expect(preview.length).toBeGreaterThan(80);
    expect(inFiles('apercu.html')).toContain('Aperçu');
    expect(preview.every(({ dryRun }) => dryRun === true)).toBe(true);
    expect(committedReferences(logNow())).toEqual([]);
  });

  it('declares once sending is on; the access log of France Travail has the same people, once each', async () => {
    await saveWith(await workflowNamed(name), 'declareAccompaniment', { send: true });
    const { result, workflow } = await play(name);
    const declare = result.nodes.get(nodeOf(workflow, 'declareAccompaniment').name);
    declared = jsonOf(declare, DECLARED);
    expect(result.status).toBe('success');
    expect(declared.length).toBeGreaterThan(80);
    const told = declared.filter(({ outcome }) => outcome !== 'unchanged');
    expect(participantsOf(committedReferences(logNow()))).toEqual(idsOf(told));
    expect(jsonOf(declare, ALREADY_ACCOMPANIED)).toHaveLength(4);
    expect(jsonOf(declare, TO_CORRECT).length).toBeGreaterThan(10);
    expect(jsonOf(declare, WAITING).length).toBeLessThan(5);
    expect(jsonOf(declare, REPORT)).toMatchObject([{ dryRun: false, counts: { open: told.length } }]);
  });

  it('lays the page and the two workbooks beside the list; the page has the number of the run', () => {
    const page = inFiles('rapport-*.html');
    expect(page).toContain('Nos accompagnements et France Travail');
    expect(page).toContain(`envoi n° ${String(declared[0]?.['run'])}`);
    for (const workbook of ['lignes-a-corriger.xlsx', 'sans-identifiant.xlsx']) {
      expect(inFiles(workbook).slice(0, 2)).toBe('PK');
    }
  });

  it('is on time for Surveillance then', async () => {
    const { result } = await play('Surveillance');
    expect(jsonOf(result.nodes.get('À jour'), 0)).toMatchObject([{ late: false, days: 0 }]);
    expect(result.nodes.has('Liste en retard')).toBe(false);
  });

  it('says nothing twice when it is played again', async () => {
    const before = committedReferences(logNow());
    const { result } = await play(name);
    expect(result.status).toBe('success');
    expect(committedReferences(logNow())).toEqual(before);
    const [report] = jsonOf(result.nodes.get('Déclarer un accompagnement'), REPORT);
    expect(report).toMatchObject({ counts: { open: 0, change: 0, suspend: 0, resume: 0, close: 0 } });
  });

  it('lets no NIR, no person token and no secret into what it gives, nor into what n8n writes down', async () => {
    const { result } = await play(name);
    const ours = [...result.nodes.values()].map(({ hints }) => hints);
    expect(JSON.stringify([ours, declared, preview])).not.toMatch(/[12]\d{12}(\d\d)?|bac-a-sable-seulement/);
  });
});

describe('Recevoir les prescriptions, then Répondre aux prescriptions', () => {
  const EMITTED = 0;
  let received: readonly IDataObject[] = [];

  it('keeps what France Travail sends, then acknowledges it', async () => {
    const { result, workflow } = await play('Recevoir les prescriptions');
    received = jsonOf(result.nodes.get(nodeOf(workflow, 'fetchReferrals').name), EMITTED);
    expect(result.status).toBe('success');
    expect(received.length).toBeGreaterThan(5);
    expect(referencesOf('accuserReception').sort()).toEqual(idsOf(received));
  });

  it('is given nothing again', async () => {
    const { result, workflow } = await play('Recevoir les prescriptions');
    expect(jsonOf(result.nodes.get(nodeOf(workflow, 'fetchReferrals').name), EMITTED)).toEqual([]);
  });

  it('answers one referral once sending is on, and nothing before', async () => {
    const name = 'Répondre aux prescriptions';
    const { result: dry } = await play(name);
    expect(dry.status).toBe('success');
    expect(referencesOf('repondrePrescription')).toEqual([]);

    const workflow = await workflowNamed(name);
    const answering = workflow.nodes.find(({ parameters }) => parameters['operation'] === 'answer')?.name;
    const nodes = workflow.nodes.map((node) =>
      node.name === answering ? { ...node, parameters: { ...node.parameters, send: true } } : node,
    );
    await instance.api.changeWorkflow(workflow.id, { nodes, connections: workflow.connections });
    const { result } = await play(name);
    expect(result.status).toBe('success');
    expect(referencesOf('repondrePrescription')).toHaveLength(1);
    expect(idsOf(received)).toEqual(expect.arrayContaining(referencesOf('repondrePrescription')));
  });
});

describe('Vérifier les doublons avant d’inscrire', () => {
  const name = 'Vérifier les doublons avant d’inscrire';
  const [NEW, DUPLICATE, REVIEW] = [0, 1, 2] as const;

  it('sorts the people to take in, declares nobody, and lets no NIR out', async () => {
    const before = committedReferences(logNow());
    const { result, workflow } = await play(name);
    const check = result.nodes.get(nodeOf(workflow, 'dedupCheck').name);
    expect(result.status).toBe('success');
    expect(idsOf(jsonOf(check, NEW))).toEqual(['A101', 'A104', 'A106']);
    expect(idsOf(jsonOf(check, DUPLICATE))).toEqual(['A102', 'A103', 'A107', 'A109']);
    expect(jsonOf(check, REVIEW)).toContainEqual(expect.objectContaining({ id: 'A108', state: 'forbidden' }));
    expect(committedReferences(logNow())).toEqual(before);
    expect(JSON.stringify([...(check?.outputs ?? []), check?.hints])).not.toMatch(/[12]\d{12}(\d\d)?/);
  });

  it('respects the answers of the reader in the next run', async () => {
    const answers = ['N° de dossier;Candidat;Réponse', 'A105;P02324;même', 'A104;P02319;bof'].join('\r\n');
    writeFileSync(join(instance.place.files, 'reponses.csv'), answers);
    const { result, workflow } = await play(name);
    const check = result.nodes.get(nodeOf(workflow, 'dedupCheck').name);
    expect(idsOf(jsonOf(check, DUPLICATE))).toContain('A105');
    expect(idsOf(jsonOf(check, REVIEW))).toContain('A104');
    expect(check?.hints.join('\n')).toMatch(/Réponses, ligne 2 : « bof »/);
  });

  it('runs without a file of answers too', async () => {
    rmSync(join(instance.place.files, 'reponses.csv'));
    const { result, workflow } = await play(name);
    const check = result.nodes.get(nodeOf(workflow, 'dedupCheck').name);
    expect(result.status).toBe('success');
    expect(idsOf(jsonOf(check, REVIEW))).toEqual(expect.arrayContaining(['A104', 'A105']));
    expect(check?.hints.join('\n')).not.toMatch(/Réponses? /);
  });
});
