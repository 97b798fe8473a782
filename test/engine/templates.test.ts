import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INode, INodeType, IWorkflowSettings } from 'n8n-workflow';
import { openBench, removeUserFolder, type Bench } from './sandboxEngine';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { DedupCheck } from '../../nodes/DedupCheck/DedupCheck.node';
import { FetchReferrals } from '../../nodes/FetchReferrals/FetchReferrals.node';
import { runWorkflow } from '../../scripts/demo/engine';
import { readTable } from '../../src/intake';
import { peopleToCheck } from '../../sandbox/samples/toCheck';

interface Template {
  readonly id: string;
  readonly name: string;
  readonly nodes: (INode & { readonly disabled?: boolean })[];
  readonly connections: IConnections;
  readonly settings: IWorkflowSettings;
}

const root = join(__dirname, '../..');
const FILES = globSync('workflows/*.json', { cwd: root }).sort();
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Template;
const PACK = 'n8n-nodes-plie-france-travail.';
const OURS: Readonly<Record<string, INodeType>> = {
  declareAccompaniment: new DeclareAccompaniment(),
  fetchReferrals: new FetchReferrals(),
  dedupCheck: new DedupCheck(),
};

describe.each(FILES.map((file) => [file, read(file)] as const))('%s', (file, template) => {
  const ours = template.nodes.filter(({ type }) => type.startsWith(PACK));
  const notes = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');

  it('has an id of its own, so that it can be imported twice', () => {
    expect(template.id).toMatch(/^[A-Za-z0-9]{16}$/);
    expect(new Set(FILES.map((one) => read(one).id)).size).toBe(FILES.length);
    const ids = template.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('saves no execution: they hold people', () => {
    expect(template.settings).toMatchObject({
      saveDataSuccessExecution: 'none',
      saveDataErrorExecution: 'none',
      saveManualExecutions: false,
      saveExecutionProgress: false,
    });
  });

  it('carries no credential, no absolute path, no pinned item', () => {
    expect(template.nodes.filter((node) => node.credentials)).toEqual([]);
    expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/"(?:\/|[A-Z]:\\\\)[\w/\\-]+\.(?:csv|xlsx)"/);
    expect((template as { pinData?: object }).pinData ?? {}).toEqual({});
  });

  it('has a schedule that is switched off, a button, and sends nothing as it comes', () => {
    const schedules = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
    expect(schedules.length).toBeGreaterThan(0);
    expect(schedules.every(({ disabled }) => disabled === true)).toBe(true);
    expect(template.nodes.map(({ type }) => type)).toContain('n8n-nodes-base.manualTrigger');
    for (const { parameters } of ours) expect(parameters.send ?? false).toBe(false);
  });

  it('explains each step in French, and every node lies on a note', () => {
    expect(notes.length).toBeGreaterThanOrEqual(4);
    for (const { parameters } of notes) expect(parameters.content).toMatch(/^# |^## \d · /);
    const inside = ({ position: [x, y] }: INode) =>
      notes.some(({ position: [left, top], parameters: { width, height } }) => {
        return x >= left && x + 96 <= left + Number(width) && y >= top && y + 96 <= top + Number(height);
      });
    const outside = template.nodes.filter((node) => !notes.includes(node) && !inside(node));
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('fits on a screen, and no two nodes lie on each other', () => {
    const right = Math.max(...notes.map(({ position, parameters }) => position[0] + Number(parameters.width)));
    const left = Math.min(...notes.map(({ position }) => position[0]));
    expect(right - left).toBeLessThanOrEqual(1500);
    const nodes = template.nodes.filter((node) => !notes.includes(node));
    for (const [index, one] of nodes.entries()) {
      for (const other of nodes.slice(index + 1)) {
        const apart =
          Math.abs(one.position[0] - other.position[0]) >= 120 || Math.abs(one.position[1] - other.position[1]) >= 100;
        expect([one.name, other.name, apart]).toEqual([one.name, other.name, true]);
      }
    }
  });

  it('names only nodes, operations and outputs that exist', () => {
    const names = new Set(template.nodes.map(({ name }) => name));
    for (const [from, { main = [] }] of Object.entries(template.connections)) {
      expect(names).toContain(from);
      for (const link of main.flatMap((links) => links ?? [])) expect(names).toContain(link.node);
      const node = ours.find(({ name }) => name === from);
      const known = node?.parameters.operation === 'synchronise' ? 5 : 3;
      if (node) expect(main.length).toBeLessThanOrEqual(known);
    }
    for (const { type, parameters } of ours) {
      const { properties } = OURS[type.slice(PACK.length)]?.description ?? { properties: [] };
      const [choice] = properties;
      const values = choice?.options?.map((one) => 'value' in one && one.value);
      expect(values).toContain(parameters[choice?.name ?? '']);
      expect(Object.keys(parameters).filter((name) => !properties.some((one) => one.name === name))).toEqual([]);
    }
  });
});

/**
 * Stands where a node of n8n's own would, and hands its items on. What those nodes really do is seen end to end, in
 * test/e2e; here it is our nodes inside the template that run.
 */
const standIn = (outputs: number): INodeType => ({
  description: {
    displayName: 'stand-in',
    name: 'standIn',
    group: ['transform'],
    version: 1,
    description: '',
    defaults: {},
    inputs: ['main'],
    outputs: Array.from({ length: outputs }, () => 'main' as const),
    properties: [],
  },
  async execute() {
    return await Promise.resolve([this.getInputData(), ...Array.from({ length: outputs - 1 }, () => [])]);
  },
});

describe('the templates in the engine', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  const play = async (file: string, pinned: Record<string, readonly IDataObject[]> = {}, send = false) => {
    const template = read(file);
    const nodes = template.nodes.map((node) => ({
      ...node,
      typeVersion: 1,
      parameters:
        'send' in node.parameters ? { ...node.parameters, send } : node.type.startsWith(PACK) ? node.parameters : {},
    }));
    const types = Object.fromEntries(
      nodes
        .filter(({ type }) => !type.startsWith(PACK))
        .map(({ type }) => [type, standIn(/switch|filter/.test(type) ? 2 : 1)]),
    );
    return await runWorkflow({
      nodes,
      connections: template.connections,
      settings: template.settings,
      types: {
        ...types,
        ...Object.fromEntries(Object.entries(OURS).map(([name, node]) => [`${PACK}${name}`, node])),
      },
      credentials: bench.credentials,
      pinned: { Lancer: [{}], ...pinned },
      start: 'Lancer',
    });
  };

  it('declare: dry first, then for real, the five outputs wired; watched: late before, on time after', async () => {
    const list = [
      { 'N° participant': 'P1', 'Identifiant France Travail': '09991749295', "Date d'entrée PLIE": '05/05/2024' },
      { 'N° participant': 'P2', 'Identifiant France Travail': '123', "Date d'entrée PLIE": '05/05/2024' },
    ];
    const [file, watch] = ['workflows/declarer-nos-accompagnements.json', 'workflows/surveillance.json'];
    const pinned = { 'Lire la liste': [{ fileName: 'liste-2026-01-31.csv' }], 'Ouvrir le CSV': list };
    const dry = await play(file, pinned);
    expect(dry.error).toBeUndefined();
    expect(dry.items('Déclarés')[0]?.json).toMatchObject({ id: 'P1', dryRun: true });
    expect(dry.items('Lignes à corriger')[0]?.json).toMatchObject({ id: 'P2' });
    expect(Object.keys(dry.items('Ranger la page')[0]?.binary ?? {})).toEqual(['report', 'toCorrect', 'withoutNumber']);
    expect((await bench.sandbox.log()).filter(({ committed }) => committed)).toEqual([]);
    expect((await play(watch)).items('Liste en retard')[0]?.json).toMatchObject({ late: true });
    const sent = await play(file, pinned, true);
    expect(sent.items('Déclarés')[0]?.json).toMatchObject({ id: 'P1', outcome: 'declared' });
    expect((await play(watch)).items('À jour')[0]?.json).toMatchObject({ late: false });
    const older = { ...pinned, 'Lire la liste': [{ fileName: 'liste-2026-01-30.csv' }] };
    expect((await play(file, older, true)).error?.message).toMatch(/plus récent/);
    const undated = { ...pinned, 'Lire la liste': [{ fileName: 'liste.csv' }] };
    expect((await play(file, undated, true)).error?.message).toMatch(/date de l’export manque/);
  });

  it('receive, then answer', async () => {
    const received = await play('workflows/recevoir-les-prescriptions.json');
    expect(received.items('Liste des prescriptions').length).toBeGreaterThan(0);
    const answered = await play('workflows/repondre-aux-prescriptions.json', {}, true);
    expect(answered.items('Réponse prise').length).toBeGreaterThan(0);
    expect(answered.items('Réponse prise')[0]?.json).toMatchObject({ outcome: 'declared', decision: 'accept' });
  });

  it('check for duplicates: the samples go where their page says, and an answer changes where', async () => {
    const { lines, answers } = peopleToCheck();
    const inputs = {
      'Ouvrir la liste': tableOf('personnes-a-inscrire.csv'),
      'Ouvrir notre base': tableOf('participants-exemple.csv'),
      'Ouvrir les réponses': tableOf('reponses.csv'),
    };
    const file = 'workflows/verifier-les-doublons.json';
    const checked = await play(file, inputs);
    expect(checked.error).toBeUndefined();
    const outputs = ['Nouveaux', 'Doublons', 'À vérifier'];
    const where = outputs.flatMap((name, output) =>
      checked.items('Vérifier les doublons', output).map(({ json }) => [json.id, name] as const),
    );
    const expected = lines.map(({ line, output }) => [line.id, output] as const);
    expect(Object.fromEntries(where)).toEqual(Object.fromEntries(expected));
    const unanswered = await play(file, { ...inputs, 'Ouvrir les réponses': [] });
    const toReview = unanswered.items('Vérifier les doublons', 2).map(({ json }) => json);
    const [{ id, candidate } = { id: '', candidate: '' }] = answers;
    expect(toReview.find((json) => json.id === id)).toMatchObject({ candidateId: candidate });
  });
});

/** A sample list, as n8n's own node hands it over. */
function tableOf(file: string): IDataObject[] {
  const reading = readTable(readFileSync(join(root, 'workflows/samples', file)));
  if (reading.status !== 'table') throw new Error(`${file} cannot be read`);
  const { headers, rows } = reading.table;
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}
