import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../../sandbox/gateway/accessLog';
import { DEFAULT_CLIENTS } from '../../sandbox/settings';
import { createWorld, type Person } from '../../sandbox/world';
import { partsOfReference } from '../../src/accompaniment';
import type { PivotRecord } from '../../src/fields';
import { startSandboxServer, type SandboxServer } from '../instance/sandboxServer';
import type { Server } from './orders';

const DECLARING = ['declarerAccompagnement', 'declarerLot'];
const READING = ['lireAccompagnement'];

/** Longer than a worker of ours waits for an answer, and shorter than what the profile of the storm says of commits. */
const SLOW_COMMIT_MS = 800;
const READ_LAG_MS = 200;

/** How a worker has to know the servers of a storm: it waits no longer than they need. */
export const STORM_LIMITS = {
  timeoutMs: 600,
  connectTimeoutMs: 500,
  attempts: 3,
  backoff: { firstMs: 20, factor: 2, maxMs: 100 },
  maxRetryAfterSeconds: 1,
  rate: { calls: 2000, perSeconds: 1, burst: 200 },
};
export const STORM_READ_BACK = { lagMs: 300, slowestCommitMs: 600 };

/** The weather of a storm's server. @param keys whether it honours idempotency keys */
function faultsOf(seed: number, keys: boolean): readonly object[] {
  return [
    { kind: 'answerLostAfterCommit', operations: DECLARING, probability: 0.05, seed },
    { kind: 'slow', ms: SLOW_COMMIT_MS, operations: DECLARING, probability: 0.01, seed: seed + 1 },
    { kind: 'slowAnswer', ms: 150, operations: DECLARING, probability: 0.05, seed: seed + 2 },
    { kind: 'truncatedJson', operations: DECLARING, probability: 0.01, seed: seed + 3 },
    { kind: 'htmlWith200', operations: DECLARING, probability: 0.005, seed: seed + 4 },
    { kind: 'unavailable', retryAfter: '0.1', burst: [2, 150] },
    { kind: 'tooManyRequests', retryAfter: '0.05', probability: 0.01, seed: seed + 5 },
    { kind: 'tokenStorm', burst: [1, 400] },
    { kind: 'readsLag', ms: READ_LAG_MS, operations: READING },
    ...(keys ? [] : [{ kind: 'keysIgnored' }]),
  ];
}

/** A France Travail of the storm, in a process of its own. */
export interface OwnServer {
  readonly keys: boolean;
  /** One a structure. */
  readonly servers: readonly Server[];
  log(): readonly LogEntry[];
  /** By participant: how the latest entry stands, in the words of `dayNamed`. */
  held(): Promise<ReadonlyMap<string, string>>;
  stop(): Promise<void>;
}

export async function startOwnServer(root: string, folder: string, seed: number, keys: boolean): Promise<OwnServer> {
  const name = keys ? 'with-keys' : 'without-keys';
  const accessLog = join(folder, `${name}.jsonl`);
  const faults = join(folder, `${name}-faults.json`);
  writeFileSync(faults, JSON.stringify(faultsOf(seed, keys)));
  const options = ['--quota', 'off', '--latency', '2', '--read-lag', '50', '--referral-every', '0', '--faults', faults];
  const sandbox = await startSandboxServer({ root, port: 0, accessLog, options });
  return {
    keys,
    servers: DEFAULT_CLIENTS.map(({ id, secret, structure }) => ({
      url: sandbox.apiBase,
      tokenUrl: sandbox.tokenUrl,
      clientId: id,
      clientSecret: secret,
      structureCode: structure.code,
    })),
    log: () => readLog(accessLog),
    held: () => readHeld(sandbox),
    stop: () => sandbox.stop(),
  };
}

function readLog(file: string): readonly LogEntry[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LogEntry);
}

interface HeldOne {
  readonly reference: string;
  readonly declaration: {
    readonly dateFin?: string;
    readonly dateSuspension?: string;
    readonly dateDernierEntretien?: string;
  };
}

async function readHeld({ adminUrl }: SandboxServer): Promise<ReadonlyMap<string, string>> {
  // The log is asked for first: it waits until nothing is in course.
  await fetch(`${adminUrl}/log?after=1000000000`);
  const answer = await fetch(`${adminUrl}/state`);
  const { accompaniments } = (await answer.json()) as { accompaniments: readonly HeldOne[] };
  const latest = new Map<string, { entryNumber: number; day: string }>();
  for (const { reference, declaration } of accompaniments) {
    const { participantId = reference, entryNumber = 0 } = partsOfReference(reference) ?? {};
    const other = latest.get(participantId);
    if (other && other.entryNumber > entryNumber) continue;
    const { dateFin, dateSuspension, dateDernierEntretien } = declaration;
    latest.set(participantId, { entryNumber, day: dayNamed(dateFin, dateSuspension, dateDernierEntretien) });
  }
  return new Map([...latest].map(([participantId, { day }]) => [participantId, day]));
}

/** What names a state: the day of its end, of its suspension, else of the last meeting. */
export function dayNamed(end?: string, suspension?: string, meeting?: string): string {
  if (end !== undefined) return `ended ${end}`;
  return suspension === undefined ? `met ${meeting ?? ''}` : `suspended ${suspension}`;
}

/** Whom a declaration reaches, in as many lists as wanted: nobody stands on two. */
export function listsOf(count: number, size: number): readonly (readonly PivotRecord[])[] {
  const people = createWorld(5901).people.filter(({ situation, certified }) => situation === 'free' && certified);
  return Array.from({ length: count }, (_, nth) => people.slice(nth * size, (nth + 1) * size).map(recordOf));
}

function recordOf({ index, ftNumber, rsa }: Person): PivotRecord {
  return {
    id: `T-${index}`,
    franceTravailNumber: ftNumber,
    rsaBeneficiary: rsa ? 'yes' : 'no',
    referentName: 'RÉFÉRENTE-FICTIVE',
    referentFirstName: 'Camille',
  };
}
