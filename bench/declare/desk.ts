import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandboxServer, type SandboxServer } from '../../scripts/instance/sandboxServer';
import { createWorld, type Person } from '../../sandbox/world';
import { prepareDeclaration } from '../../src/accompaniment';
import { CANVAS, parseConvention, type Convention } from '../../src/convention';
import type { DeclarationDesk, DeclarationLine } from '../../src/delivery';
import {
  checkAccess,
  openGateway,
  systemWire,
  type Gateway,
  type LookUp,
  type Profile,
  type Wire,
} from '../../src/exchange';
import type { PivotRecord } from '../../src/fields';
import { openLedger, type Ledger } from '../../src/ledger';

export const ROOT = join(__dirname, '../..');
/** No secret at all: it opens a sandbox. */
const SANDBOX_SECRET = 'bac-a-sable-seulement';

/** Certified people whom a declaration reaches. */
export const PEOPLE: readonly Person[] = createWorld(5901).people.filter(
  ({ situation, certified }) => situation === 'free' && certified,
);

/** A sandbox in a process of its own, over TLS with the certificate of this run. */
export async function startServer(folder: string, options: readonly string[] = []): Promise<SandboxServer> {
  const calm = ['--latency', '0', '--read-lag', '0', '--referral-every', '0'];
  const tls = ['--tls-cert', String(process.env['BENCH_CERT']), '--tls-key', String(process.env['BENCH_KEY'])];
  const quota = options.includes('--quota') ? [] : ['--quota', 'off'];
  const accessLog = join(folder, 'access.jsonl');
  return startSandboxServer({ root: ROOT, port: 0, accessLog, options: [...calm, ...tls, ...quota, ...options] });
}

/** The shipped profile at the pace of the machine; other limits where a measure wants them. */
export function unpaced(profile: Profile, limits: Partial<Profile['limits']> = {}): Profile {
  const fast = { rate: { calls: 100_000, perSeconds: 1, burst: 1_000 }, parallel: 16 };
  return { ...profile, limits: { ...profile.limits, ...fast, ...limits } };
}

export function gatewayTo(
  server: SandboxServer,
  wire: Wire = systemWire(),
  change: (profile: Profile) => Profile = unpaced,
): Gateway {
  const { apiBase: apiBaseUrl, tokenUrl, clientId } = server;
  const checked = checkAccess({ apiBaseUrl, tokenUrl, clientId, clientSecret: SANDBOX_SECRET });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return openGateway({ ...checked.access, profile: change(checked.access.profile) }, wire);
}

export function deskOf(gateway: Gateway, ledger: Ledger): DeclarationDesk {
  const { clock, sleep } = systemWire();
  return {
    gateway,
    ledger,
    convention: convention(),
    clock,
    sleep,
    uuid: randomUUID,
    // A partner may accompany beside others: a few people stand for many references.
    structure: { structureCode: 'PLI5901', role: 'PARTENAIRE' },
    today: new Date().toISOString().slice(0, 10),
    prepare: prepareDeclaration,
  };
}

function convention(): Convention {
  const parsed = parseConvention(CANVAS, (text) => createHash('sha256').update(text).digest('hex'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.convention;
}

export function recordOf(nth: number, change: PivotRecord = {}): PivotRecord {
  const person = PEOPLE[nth % PEOPLE.length]!;
  return {
    id: `B-${nth}`,
    franceTravailNumber: person.ftNumber,
    entryDate: '2026-02-03',
    referentName: 'RÉFÉRENTE-FICTIVE',
    referentFirstName: 'Camille',
    referentEmail: 'camille.referente@example.org',
    rsaBeneficiary: nth % 2 === 0 ? 'yes' : 'no',
    lastMeetingDate: '2026-02-10',
    ...change,
  };
}

export function linesOf(count: number, from = 0): DeclarationLine[] {
  return Array.from({ length: count }, (_, nth) => ({ index: nth, operation: 'open', record: recordOf(from + nth) }));
}

/** Looks everybody up once, and answers from there: what is measured afterwards is the declarations alone. */
export async function withPeopleKnown(gateway: Gateway): Promise<Gateway> {
  const known = new Map<string, LookUp>();
  const waiting = [...PEOPLE];
  const worker = async (): Promise<void> => {
    for (let person = waiting.pop(); person; person = waiting.pop()) {
      const identifier = { kind: 'franceTravailNumber', franceTravailNumber: person.ftNumber } as const;
      known.set(person.ftNumber, await gateway.lookUp(identifier));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return {
    ...gateway,
    lookUp: async (identifier) => {
      const found = identifier.kind === 'franceTravailNumber' ? known.get(identifier.franceTravailNumber) : undefined;
      return found ?? gateway.lookUp(identifier);
    },
  };
}

/** A folder and a durable ledger for one measure; both go at its end. */
export async function withLedger<T>(work: (ledger: Ledger, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-declare-'));
  const ledger = await openLedger({ file: join(folder, 'ledger.sqlite'), secret: 'phrase de mesure' });
  try {
    return await work(ledger, folder);
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line of the page. */
export interface Measure {
  readonly measure: string;
  readonly found: string;
  readonly target: string;
  readonly reached: boolean;
}

export const round = (value: number, digits = 0): string => value.toFixed(digits);

/** Milliseconds of CPU that a process has used so far, its kernel's share included (proc(5): 100 ticks a second). */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
