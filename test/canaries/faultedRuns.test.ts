import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { FAULT_KINDS } from '../../sandbox/gateway/faultKinds';
import { createWorld, fullNir, type Person } from '../../sandbox/world';
import profile from '../../src/exchange/profiles/interface-commune.json';
import canvas from '../../src/convention/canvas.json';
import { allItems, NODE, openBench, removeUserFolder, tryNode, userFolder, type Bench } from '../engine/sandboxEngine';
import { ledgerCommand } from '../ledger/ledgerCommand';
import { holdsValidNir, printed, sweep, unpacked, type Finding } from './sweep';
import { tap, type Wiretap } from './wiretap';

const CLIENT_CANARY = 'canari-secret-client-7f3a91';
const LEDGER_CANARY = 'canari phrase du registre 55d0';
const NAMES = ['CANARI-FIGURANTE', 'Canarielle'] as const;
const OUTPUTS = 5;

const PEOPLE = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
const NIRS = PEOPLE.slice(0, 200).map(fullNir);

/** The profile with waits that a test can sit out. */
function patientProfile(): string {
  const { limits, capabilities } = profile;
  return JSON.stringify({
    ...profile,
    limits: {
      ...limits,
      timeoutMs: 400,
      connectTimeoutMs: 300,
      attempts: 2,
      backoff: { firstMs: 5, factor: 2, maxMs: 10 },
      maxRetryAfterSeconds: 1,
    },
    capabilities: { ...capabilities, readBack: { ...capabilities.readBack, lagMs: 10, slowestCommitMs: 10 } },
  });
}

/** The canvas, under which people are found by their NIR as well. */
function conventionWithNir(): string {
  const flows = canvas.flows.map((flow) =>
    flow.operation === 'lookUp' && flow.direction === 'give'
      ? { ...flow, fields: [...flow.fields, 'nir', 'birthDate'] }
      : flow,
  );
  return JSON.stringify({ ...canvas, flows });
}

function row(id: string, person: Person, change: IDataObject = {}): IDataObject {
  return {
    'N° de dossier': id,
    Nom: NAMES[0],
    Prénom: NAMES[1],
    'Date de naissance': person.birthDate,
    NIR: fullNir(person),
    "Date d'entrée": '03/02/2026',
    ...change,
  };
}

describe('after runs under every fault', () => {
  let bench: Bench;
  let wire: Wiretap;
  const told: string[] = [];
  const places = new Map<string, string>();

  const canaries = () =>
    new Map<string, string>([
      ...NIRS.map((nir): [string, string] => [nir, 'a NIR']),
      ...NAMES.map((name): [string, string] => [name, 'a name']),
      ...[...wire.tokens].map((token): [string, string] => [token, 'a token']),
      [CLIENT_CANARY, 'the client secret'],
      [LEDGER_CANARY, 'the ledger secret'],
    ]);

  beforeAll(async () => {
    const write = (chunk: unknown): boolean => told.push(String(chunk)) > 0;
    jest.spyOn(process.stdout, 'write').mockImplementation(write as never);
    jest.spyOn(process.stderr, 'write').mockImplementation(write as never);
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      jest
        .spyOn(console, level)
        .mockImplementation((...words: unknown[]) => void told.push(words.map(printed).join(' ')));
    }
    const structure = { code: 'PLI5901', label: "PLIE d'Exempleville" };
    bench = await openBench({
      readLagMs: 0,
      quota: null,
      clients: [{ id: 'plie-canari', secret: CLIENT_CANARY, structure }],
    });
    wire = await tap(bench.sandbox.url);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await wire.close();
    await bench.sandbox.close();
    await removeUserFolder();
  });

  const credentials = () => ({
    franceTravailApi: {
      ...bench.credentials.franceTravailApi,
      profile: 'custom',
      customProfile: patientProfile(),
      apiBaseUrl: `${wire.url}/partenaire`,
      tokenUrl: bench.sandbox.tokenUrl.replace(bench.sandbox.url, wire.url),
      ledgerSecret: LEDGER_CANARY,
    },
    sharingConvention: { source: 'json', convention: conventionWithNir() },
  });

  const order = async (method: string, fault: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${bench.sandbox.url}/admin/faults`, { method, headers, body: JSON.stringify(fault) });
    if (!answer.ok) throw new Error(await answer.text());
  };

  async function run(place: string, items: readonly IDataObject[]): Promise<INodeExecutionData[]> {
    const result = await tryNode({
      node: new DeclareAccompaniment(),
      parameters: {
        operation: 'synchronise',
        send: true,
        listDate: '2026-11-24T00:00:00',
        absence: 'report',
        fields: { mappingMode: 'autoMapInputData', value: null },
        options: {},
      },
      items,
      credentials: credentials(),
    });
    const out = allItems(result, OUTPUTS);
    places.set(`${place}: items`, printed(out.map(({ binary: _, ...item }) => item)));
    places.set(`${place}: hints`, printed(result.hints(NODE)));
    // What n8n keeps of the execution; what stands before our node is the user's own list.
    places.set(`${place}: execution`, printed(withoutFiles(result.run.data.resultData.runData[NODE])));
    places.set(`${place}: error`, printed(result.error));
    for (const { binary = {} } of out) {
      for (const [name, { data }] of Object.entries(binary)) {
        const bytes = Buffer.from(data, 'base64');
        places.set(
          `${place}: file ${name}`,
          bytes.subarray(0, 2).toString() === 'PK' ? unpacked(bytes) : bytes.toString(),
        );
      }
    }
    return out;
  }

  const kinds = Object.keys(FAULT_KINDS);
  const quick: Readonly<Record<string, object>> = {
    slow: { ms: 600 },
    slowAnswer: { ms: 600 },
    stalled: { ms: 600 },
    dripping: { pauseMs: 5 },
    poisonRecord: { oneIn: 1 },
  };

  it.each(kinds)('%s: nothing of a person and no secret is in what comes out', async (kind) => {
    const at = 3 * kinds.indexOf(kind);
    const list = [0, 1, 2].map((nth) => row(`C-${at + nth}`, PEOPLE[at + nth]!));
    await order('POST', { kind, ...quick[kind] });
    await run(`${kind}, faulted`, list);
    await order('DELETE', {});
    const out = await run(`${kind}, after it`, list);
    expect(out.length).toBeGreaterThan(0);
    expect(found()).toEqual([]);
  });

  it('a sign-in that is refused, or an answer of the gateway to it', async () => {
    for (const kind of ['forbidden', 'htmlWith200', 'serverError', 'truncatedJson']) {
      await order('POST', { kind: 'tokenExpired' });
      await order('POST', { kind, operations: ['token'] });
      await run(`token: ${kind}`, [row('C-900', PEOPLE[180]!)]);
      await order('DELETE', {});
    }
    expect(found()).toEqual([]);
  });

  it('a NIR in a wrong place is not shown either', async () => {
    await run('NIR as id', [row(NIRS[181]!, PEOPLE[181]!), row('C-901', PEOPLE[182]!, { NIR: `${NIRS[182]!}0` })]);
    expect(found()).toEqual([]);
  });

  it('the ledger, its log, and what is exported of it', async () => {
    const folder = join(userFolder, '.n8n', 'plie-france-travail');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.map(({ name }) => name)).toContain('ledger.sqlite');
    for (const { name, parentPath } of files) places.set(name, readFileSync(join(parentPath, name), 'latin1'));
    const env = { N8N_USER_FOLDER: userFolder, PLIE_LEDGER_SECRET: LEDGER_CANARY };
    const { stdout, stderr } = ledgerCommand(['export', '--ledger', join(folder, 'ledger.sqlite')], env);
    places.set('ledger export', `${stdout}\n${stderr}`);
    expect(stdout.length).toBeGreaterThan(1000);
    expect(found()).toEqual([]);
  });

  it('what was printed, and the addresses that were called', () => {
    places.set('printed', told.join('\n'));
    places.set('addresses', wire.addresses.join('\n'));
    expect(wire.addresses.length).toBeGreaterThan(100);
    expect(wire.tokens.size).toBeGreaterThan(10);
    expect(found()).toEqual([]);
  });

  it('finds each canary that is planted on purpose, and a NIR that was not', () => {
    for (const [canary, kind] of canaries()) {
      const planted = new Map([['here', printed({ deep: [{ error: new Error(`x ${canary} y`) }] })]]);
      expect(sweep(planted, canaries())).toContain(`${kind} in here`);
    }
    const nir = NIRS[0]!;
    expect(holdsValidNir(`saw ${nir.replace(/^(.)(..)(..)(..)(...)(...)/, '$1 $2 $3 $4 $5 $6 ')} there`)).toBe(true);
    const wrongKey = String((Number(nir.slice(13)) % 97) + 1).padStart(2, '0');
    expect(holdsValidNir(`saw ${nir.slice(0, 13)}${wrongKey} there`)).toBe(false);
  });

  /** What was found since it was asked last. Names stand in one place: her own columns, in the workbook of her own lines. */
  function found(): readonly Finding[] {
    const findings = new Set(sweep(places, canaries()));
    places.clear();
    return [...findings].filter((one) => !/^a name in .*: file toCorrect$/.test(one));
  }
});

/** Files stand in the places by themselves, unpacked. */
function withoutFiles(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'binary' ? undefined : inner)) ?? 'null');
}
