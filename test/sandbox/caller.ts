import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server';
import { createWorld, fullNir, type Person, type World } from '../../sandbox/world';

/** What came back, as it stood on the wire. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** Parsed, or `undefined` when the body is no JSON. */
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test reads what the wire gave
  readonly headers: Headers;
}

export interface Wanted {
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly personToken?: string;
  readonly key?: string;
  /** Replaces or (with `null`) removes headers. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export const ALL_SCOPES = [
  'api_rechercher-usagerv2 rechercheusager profil_accedant',
  'api_interface-communev1 accompagnement prescription',
  'api_contrat-usagerv2 statutcontratusager',
  'api_informations-administrativesv1 informationsadministrativesusager',
  'api_orientationusagerv2 lireorientationusager decisionorientationusager',
  'api_activites-operationnellesv2 activitesCD referentielCD',
  'api_rendez-vous-partenairev1 gererRDV',
].join(' ');

export const WORLD: World = createWorld(5901);

const started: Sandbox[] = [];
// A test that fails halfway must not leave a server behind, which would keep the whole run from ending.
afterAll(() => Promise.all(started.map((sandbox) => sandbox.close())));

/** A sandbox that ends with the test file at the latest. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ quota: null, ...options });
  started.push(sandbox);
  return sandbox;
}

/** A caller that knows nothing: it sends what it is told and hands back what came. */
export class Caller {
  private constructor(
    private readonly sandbox: Sandbox,
    private readonly accessToken: string,
  ) {}

  static async connect(sandbox: Sandbox, scope = ALL_SCOPES, client = sandbox.clientId): Promise<Caller> {
    const reply = await requestToken(sandbox, { scope, client_id: client });
    return new Caller(sandbox, String(reply.json?.access_token));
  }

  async call(method: string, path: string, wanted: Wanted = {}): Promise<Reply> {
    const body = wanted.rawBody ?? (wanted.body === undefined ? undefined : JSON.stringify(wanted.body));
    const headers: Record<string, string | null> = {
      authorization: `Bearer ${this.accessToken}`,
      'pa-nom-agent': 'TRAITEMENT-NUIT',
      'pa-prenom-agent': 'TRAITEMENT-NUIT',
      'pa-identifiant-agent': 'BATCH',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(wanted.personToken === undefined ? {} : { 'ft-jeton-usager': wanted.personToken }),
      ...(wanted.key === undefined ? {} : { 'Idempotency-Key': wanted.key }),
      ...wanted.headers,
    };
    const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
    const url = path.startsWith('/') ? this.sandbox.apiBase + path : path;
    return replyOf(
      await fetch(url, { method, headers: sent, redirect: 'manual', ...(body === undefined ? {} : { body }) }),
    );
  }

  lookUp(person: Person): Promise<Reply> {
    const body = { dateNaissance: person.birthDate, nir: fullNir(person) };
    return this.call('POST', '/rechercher-usager/v2/usagers/par-datenaissance-et-nir', { body });
  }

  lookUpByNumber(numeroFranceTravail: string): Promise<Reply> {
    return this.call('POST', '/rechercher-usager/v2/usagers/par-numero-francetravail', {
      body: { numeroFranceTravail },
    });
  }

  async tokenOf(person: Person): Promise<string> {
    return String((await this.lookUp(person)).json?.jetonUsager);
  }

  /** Declares an open accompaniment, `changes` apart. */
  async declare(
    person: Person,
    reference: string,
    changes: Record<string, unknown> = {},
    key = keyOf(reference, changes),
  ): Promise<Reply> {
    const body = {
      structure: { code: this.sandbox.structureCode },
      statut: 'OUVERT',
      dateDebut: '2026-03-02',
      version: 1,
      ...changes,
    };
    const personToken = await this.tokenOf(person);
    return this.call('PUT', `/interface-commune/v1/accompagnements/${reference}`, { body, personToken, key });
  }
}

function keyOf(reference: string, changes: Record<string, unknown>): string {
  return `key-${reference}-${String(changes['version'] ?? 1)}`.padEnd(20, '0');
}

export async function requestToken(
  sandbox: Sandbox,
  changes: Record<string, string> = {},
  url = sandbox.tokenUrl,
): Promise<Reply> {
  const form = {
    grant_type: 'client_credentials',
    client_id: sandbox.clientId,
    client_secret: sandbox.clientSecret,
    scope: ALL_SCOPES,
    ...changes,
  };
  return replyOf(await fetch(url, { method: 'POST', body: new URLSearchParams(form) }));
}

export async function admin(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<Reply> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return replyOf(await fetch(`${sandbox.adminUrl}${path}`, { method, ...sent }));
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, text, json: parsed(text), headers: response.headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first person of the world that fits. */
export function someone(fits: (person: Person) => boolean): Person {
  const person = WORLD.people.find(fits);
  if (person === undefined) throw new Error('nobody fits');
  return person;
}

/** Someone whom France Travail is going to chase and whose declaration goes through; `rank` for another. */
export function chased(rank = 0): Person {
  const person = WORLD.people.filter((one) => one.situation === 'free' && one.certified && one.relance !== undefined)[
    rank
  ];
  if (person === undefined) throw new Error('nobody is left');
  return person;
}
