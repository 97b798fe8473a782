import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEntry } from '../../sandbox/gateway/accessLog';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server';
import { createWorld, fullNir, type Person, type Situation } from '../../sandbox/world';
import { prepareDeclaration, type DeclarationOperation } from '../../src/accompaniment';
import { CANVAS, parseConvention, type Convention } from '../../src/convention';
import type { DeclarationDesk, DeclarationLine, LineResult, Run } from '../../src/delivery';
import { openGateway, type Gateway, type Profile } from '../../src/exchange';
import type { PivotRecord } from '../../src/fields';
import { openLedger, openReferralStore, type Ledger, type OpenOptions } from '../../src/ledger';
import { accessTo, fastWire, type Place } from '../exchange/support';

export const TODAY = '2026-11-24';
export const world = createWorld(5901);

/** The n-th invented person in a situation. */
export function someone(situation: Situation, fits: (person: Person) => boolean = () => true, nth = 0): Person {
  const person = world.people.filter((one) => one.situation === situation && fits(one))[nth];
  if (!person) throw new Error(`nobody is ${situation}`);
  return person;
}

/** Free, certified people, whom a declaration reaches. */
export function free(nth = 0): Person {
  return someone('free', ({ certified }) => certified, nth);
}

/** A cleaned line about a person, filled as lists are: with much that must not leave. */
export function lineOf(
  person: Person,
  change: PivotRecord = {},
  index = 0,
): DeclarationLine & { operation: DeclarationOperation } {
  const record: PivotRecord = {
    id: `D-${person.index}`,
    birthName: person.birthName,
    firstNames: person.firstNames,
    birthDate: person.birthDate,
    nir: fullNir(person),
    franceTravailNumber: person.ftNumber,
    entryDate: '2026-02-03',
    referentName: 'RÉFÉRENTE-FICTIVE',
    referentFirstName: 'Camille',
    referentEmail: 'camille.referente@example.org',
    rsaBeneficiary: person.rsa ? 'yes' : 'no',
    lastMeetingDate: '2026-11-02',
    comment: 'COMMENTAIRE-QUI-RESTE',
    stage: 'ÉTAPE-QUI-RESTE',
    ...change,
  };
  return { index, operation: 'open', record };
}

export function lines(people: readonly Person[], change: PivotRecord = {}): DeclarationLine[] {
  return people.map((person, index) => lineOf(person, change, index));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The canvas, changed by a test. */
export function convention(change: (canvas: Canvas) => void = () => undefined): Convention {
  const canvas = structuredClone(CANVAS) as Canvas;
  change(canvas);
  const parsed = parseConvention(canvas, sha256);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.convention;
}

export interface Canvas {
  title: string;
  validTo?: string;
  flows: { operation: string; direction: string; fields: string[] }[];
}

/** The canvas with fields taken out of, or put into, one line. */
export function conventionWith(
  operation: string,
  direction: string,
  fields: (listed: string[]) => string[],
): Convention {
  return convention(({ flows }) => {
    for (const flow of flows) {
      if (flow.operation === operation && flow.direction === direction) flow.fields = fields(flow.fields);
    }
  });
}

/** One France Travail of its own, one folder of its own. */
export async function bench(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ today: TODAY, quota: null, ...options });
  const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  const opened: { close(): Promise<void> }[] = [];
  let files = 0;
  const keep = <T extends { close(): Promise<void> }>(one: T): T => {
    opened.push(one);
    return one;
  };
  return {
    sandbox,
    folder,
    newFile: () => join(folder, `ledger-${(files += 1)}.sqlite`),
    ledger: async (file: string, more: Partial<OpenOptions> = {}) =>
      keep(await openLedger({ file, secret: 'phrase', ...more })),
    store: async (file: string) => keep(await openReferralStore({ file, secret: 'phrase' })),
    fault: (fault: object) => order(sandbox, 'POST', '/admin/faults', fault),
    calm: () => order(sandbox, 'DELETE', '/admin/faults', {}),
    reset: () => order(sandbox, 'POST', '/admin/reset', {}),
    state: async () => (await (await fetch(`${sandbox.url}/admin/state`)).json()) as SandboxState,
    /** What has happened at France Travail since this call. */
    watch: async () => {
      const before = (await sandbox.log()).length;
      return async () => (await sandbox.log()).slice(before);
    },
    close: async () => {
      await Promise.all(opened.map((one) => one.close()));
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Bench = Awaited<ReturnType<typeof bench>>;

export interface SandboxState {
  readonly accompaniments: readonly {
    readonly reference: string;
    readonly writes: number;
    readonly declaration: { readonly version: number; readonly statut: string } & Record<string, unknown>;
  }[];
}

async function order(sandbox: Sandbox, method: string, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox.url}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

export interface DeskOptions extends Partial<DeclarationDesk> {
  readonly profile?: (profile: Profile) => Profile;
  readonly place?: Place;
  readonly signal?: AbortSignal;
}

/** A desk on the bench: a real gateway over HTTP, a wire on which waiting takes no time. `waits` holds what was slept. */
export function deskOn(
  { sandbox }: Bench,
  ledger: Ledger,
  options: DeskOptions = {},
): DeclarationDesk & { waits: number[] } {
  const { profile = (one) => one, place = sandbox, signal, ...desk } = options;
  const wire = fastWire(signal ? { signal } : {});
  const access = accessTo({
    ...place,
    clientId: sandbox.clientId,
    clientSecret: place.clientSecret ?? sandbox.clientSecret,
  });
  const gateway: Gateway = openGateway({ ...access, profile: profile(access.profile) }, wire);
  return {
    gateway,
    ledger,
    convention: convention(),
    clock: wire.clock,
    sleep: wire.sleep,
    uuid: randomUUID,
    structure: { structureCode: sandbox.structureCode, structure: "PLIE d'Exempleville", role: 'REFERENT' },
    today: TODAY,
    prepare: prepareDeclaration,
    ...desk,
    waits: wire.waits,
  };
}

/** A profile of a France Travail that does not list what it holds: a new ledger begins without a question. */
export function withoutListing(profile: Profile): Profile {
  const { listing: _listing, ...capabilities } = profile.capabilities;
  return { ...profile, capabilities };
}

/** A profile of a France Travail that honours no idempotency keys. */
export function withoutKeys(profile: Profile): Profile {
  const { idempotencyKey: _key, ...capabilities } = profile.capabilities;
  const { declare } = profile.operations;
  return { ...profile, capabilities, operations: { ...profile.operations, declare: { ...declare!, repeat: 'never' } } };
}

/** …and that cannot be read back either. */
export function withoutKeysNorReadBack(profile: Profile): Profile {
  const { readBack: _readBack, ...capabilities } = withoutKeys(profile).capabilities;
  return { ...withoutKeys(profile), capabilities };
}

export function results<T>(run: Run<T>): readonly T[] {
  if (run.kind === 'refused') throw new Error(`refused: ${run.problem.code} ${run.code ?? ''}`);
  return run.results;
}

export function kinds(run: Run<LineResult>): string[] {
  return results(run).map(({ outcome }) => outcome.kind);
}

/** The declarations of an access log, in the order in which they came. */
export function declarations(log: readonly LogEntry[]) {
  const declaring = ['declarerAccompagnement', 'declarerLot'];
  return log.filter(({ operation }) => declaring.includes(operation ?? '')).flatMap((entry) => entry.declarations);
}

/** Rows of a ledger, as somebody else reads them. */
export function rows(file: string, query: string): Record<string, unknown>[] {
  const other = new DatabaseSync(file, { readOnly: true });
  const found = other.prepare(query).all() as Record<string, unknown>[];
  other.close();
  return found;
}
