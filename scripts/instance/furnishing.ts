import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { say } from '../terminal';
import { EditorApi, type Owner, type WorkflowFile, type WorkflowNode } from './editorApi';
import { PACKAGE_NAME } from './pack';
import type { Place } from './place';
import type { SandboxServer } from './sandboxServer';

/** The secret of the sandbox's first client: no secret at all, it opens a sandbox. */
const SANDBOX_SECRET = 'bac-a-sable-seulement';
const OWNER_EMAIL = 'plie@example.org';

/** What an instance must remember from one start to the next. It stands in a file that only its user may read. */
interface Memory {
  readonly password: string;
  readonly ledgerSecret: string;
  readonly credentials?: Readonly<Record<string, string>>;
  readonly apiBase?: string;
}

/** Marks a folder as an instance of ours: only such a folder is ever deleted. */
export const MEMORY_FILE = 'instance.json';

function readMemory(place: Place): Memory {
  const file = join(place.data, MEMORY_FILE);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  const memory = {
    // n8n asks for eight characters, a capital and a digit.
    password: `Plie-${randomBytes(4).toString('hex')}-1`,
    ledgerSecret: randomBytes(24).toString('base64url'),
  };
  writeMemory(place, memory);
  return memory;
}

function writeMemory(place: Place, memory: Memory): void {
  writeFileSync(join(place.data, MEMORY_FILE), `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
}

/** Puts the sample lists where workflows may read them; a file that is there already is the user's. */
function layOutSamples(root: string, place: Place): void {
  mkdirSync(place.files, { recursive: true });
  for (const sample of globSync('workflows/samples/*.{csv,xlsx}', { cwd: root })) {
    cpSync(join(root, sample), join(place.files, basename(sample)), { force: false, errorOnExist: false });
  }
}

function accessTo(sandbox: SandboxServer, ledgerSecret: string): Record<string, string> {
  return {
    profile: 'interface-commune',
    apiBaseUrl: sandbox.apiBase,
    tokenUrl: sandbox.tokenUrl,
    clientId: sandbox.clientId,
    clientSecret: SANDBOX_SECRET,
    structureCode: sandbox.structureCode,
    structureLabel: "PLIE d'Exempleville",
    role: 'REFERENT',
    ledgerSecret,
  };
}

/** The two credentials, by type. Those that exist are left alone, but for the address of a sandbox that moved. */
async function layInCredentials(
  api: EditorApi,
  sandbox: SandboxServer,
  memory: Memory,
): Promise<Record<string, string>> {
  const known = memory.credentials ?? {};
  const wanted = {
    franceTravailApi: { name: say('start.credential.access'), data: accessTo(sandbox, memory.ledgerSecret) },
    sharingConvention: { name: say('start.credential.convention'), data: { source: 'canvas' } },
  };
  const ids: Record<string, string> = {};
  for (const [type, { name, data }] of Object.entries(wanted)) {
    const existing = known[type] ? await api.readCredential(known[type]) : undefined;
    ids[type] = existing && known[type] ? known[type] : await api.createCredential(name, type, data);
    const moved = type === 'franceTravailApi' && memory.apiBase !== sandbox.apiBase;
    if (existing && moved && existing.data['apiBaseUrl'] === memory.apiBase) {
      const { apiBase: apiBaseUrl, tokenUrl } = sandbox;
      await api.changeCredential(ids[type], { ...existing, data: { ...existing.data, apiBaseUrl, tokenUrl } });
    }
  }
  return ids;
}

/** Templates carry no credential: in this instance, each of our nodes gets the two that wait here. */
async function withCredentials(
  api: EditorApi,
  node: WorkflowNode,
  ids: Readonly<Record<string, string>>,
): Promise<WorkflowNode> {
  if (!node.type.startsWith(`${PACKAGE_NAME}.`)) return node;
  const types = await api.credentialsOf(node.type, node.typeVersion);
  const entries = types.flatMap((type) => {
    const id = ids[type];
    const name = say(type === 'franceTravailApi' ? 'start.credential.access' : 'start.credential.convention');
    return id === undefined ? [] : [[type, { id, name }] as const];
  });
  return entries.length === 0
    ? node
    : { ...node, credentials: { ...node.credentials, ...Object.fromEntries(entries) } };
}

/** The templates as their files hold them, in the order of their names. */
export function readTemplates(root: string): WorkflowFile[] {
  return globSync('workflows/*.json', { cwd: root })
    .sort()
    .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Partial<WorkflowFile>)
    .filter((file): file is WorkflowFile => Array.isArray(file.nodes) && file.connections !== undefined);
}

async function importTemplates(
  api: EditorApi,
  root: string,
  ids: Readonly<Record<string, string>>,
): Promise<Template[]> {
  const imported: Template[] = [];
  for (const template of readTemplates(root)) {
    const existing = template.id === undefined ? undefined : await api.readWorkflow(template.id);
    if (existing) {
      imported.push({ id: existing.id, name: template.name });
      continue;
    }
    const nodes = await Promise.all(template.nodes.map((node) => withCredentials(api, node, ids)));
    imported.push({ id: await api.createWorkflow({ ...template, nodes }), name: template.name });
  }
  return imported;
}

export interface Template {
  readonly id: string;
  readonly name: string;
}

/** What waits inside an instance. */
export interface Furnishing {
  readonly owner: Owner;
  readonly api: EditorApi;
  readonly credentials: Readonly<Record<string, string>>;
  readonly templates: readonly Template[];
}

/** Before n8n starts: the folder that it runs in, with the sample lists. */
export function prepareFiles(root: string, place: Place): void {
  readMemory(place);
  layOutSamples(root, place);
}

/**
 * Puts in what waits inside: the owner, two credentials, the templates. What is there already, and what the user made
 * of it, stays.
 */
export async function furnish(root: string, place: Place, url: string, sandbox: SandboxServer): Promise<Furnishing> {
  const memory = readMemory(place);
  const owner = { email: OWNER_EMAIL, password: memory.password };
  const api = new EditorApi(url);
  if (!(await api.hasOwner())) await api.createOwner(owner, { firstName: 'PLIE', lastName: "d'Exempleville" });
  const signedIn = await api.signIn(owner);
  // The user changed the password: the instance is theirs, nothing is put in.
  if (!signedIn)
    return { owner: { ...owner, password: '' }, api, credentials: memory.credentials ?? {}, templates: [] };
  const credentials = await layInCredentials(api, sandbox, memory);
  writeMemory(place, { ...memory, credentials, apiBase: sandbox.apiBase });
  return { owner, api, credentials, templates: await importTemplates(api, root, credentials) };
}
