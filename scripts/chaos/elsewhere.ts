import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gateway } from '../../src/exchange';
import type { PivotRecord } from '../../src/fields';
import { applyMapping, mapHeaders, readAll, readTable } from '../../src/intake';
import type { Server } from '../demo/arguments';
import { problem } from '../terminal';
import type { Lane } from './lane';
import type { LedgerHouse } from './ledgers';
import { readKeys, readLedgers } from './ledgerRows';
import { matchedByReading, type IntentRow, type Verdict } from './matching';
import type { KeyLine } from './orders';
import { gatewayTo } from './workerDesk';
import { runStorm, type Ground, type StormOptions } from './storm';

/** An unknown server is given time; not the half minute of the profile, which a thousand kills would make into hours. */
const LIMITS = { timeoutMs: 5_000 };

/** Workers take turns: keys are counted on by every other one, lots by two of four. */
const PROFILES: Lane['profiles'] = [
  { keys: true, lots: true, limits: LIMITS },
  { keys: false, lots: true, limits: LIMITS },
  { keys: true, lots: false, limits: LIMITS },
  { keys: false, lots: false, limits: LIMITS },
];

export interface Elsewhere {
  readonly server: Server;
  readonly participants: string;
  readonly out?: string;
}

/**
 * A storm against another server of the contracts. Nobody lets us see its log: what stands there at the end is read back,
 * and what we believe is written down for those who can see more.
 */
export async function stormElsewhere(
  { server, participants, out }: Elsewhere,
  ground: Ground,
  house: LedgerHouse,
  options: StormOptions,
): Promise<Verdict> {
  // One at a time speaks for a structure.
  const lane: Lane = {
    name: 'elsewhere',
    people: readPeople(participants),
    seed: options.seed,
    profiles: PROFILES,
    order: {
      server,
      ledger: house.place(0),
      ledgerSecret: randomBytes(24).toString('base64url'),
      keysFile: join(ground.folder, 'keys.jsonl'),
    },
  };
  await runStorm([lane], ground, options);
  const { intents, journal } = await readLedgers([lane.order.ledger]);
  const keys = readKeys(lane.order.keysFile);
  if (out !== undefined) writeFileSync(out, believed(intents, keys));
  const stored = await readAllBack(gatewayTo(server, PROFILES[0]), keys);
  return matchedByReading({ intents, journal, keys, stored });
}

/** The people of a list, by what identifies them; their lives are ours to invent. */
function readPeople(path: string): readonly PivotRecord[] {
  const reading = readTable(readFileSync(path));
  if (reading.status === 'unreadable') throw problem(reading.problem.code, reading.problem.params);
  const { headers, rows } = reading.table;
  const mapping = mapHeaders(headers, rows.slice(0, 200));
  const today = new Date().toISOString().slice(0, 10);
  const lines = readAll(
    rows.map((row, index) => ({ raw: applyMapping(mapping, row), line: index + 1 })),
    { today },
  );
  const people = new Map<string, PivotRecord>();
  for (const line of lines) {
    if (line.kind !== 'participant') continue;
    const { id, nir, birthDate, franceTravailNumber } = line.record;
    if (!id || people.has(id) || (!franceTravailNumber && !(nir && birthDate))) continue;
    people.set(id, {
      id,
      ...(nir && birthDate ? { nir, birthDate } : {}),
      ...(franceTravailNumber ? { franceTravailNumber } : {}),
    });
  }
  if (people.size === 0) throw problem('chaos.noReadableLine', { path });
  return [...people.values()];
}

/** The version that stands under each reference; nothing where none does, or where nobody answers. */
async function readAllBack(gateway: Gateway, keys: readonly KeyLine[]): Promise<ReadonlyMap<string, number>> {
  await new Promise((resolve) => setTimeout(resolve, gateway.profile.capabilities.readBack?.lagMs ?? 0));
  const stored = new Map<string, number>();
  for (const reference of new Set(keys.map((line) => line.reference))) {
    const read = await gateway.readBack(reference);
    if (read.kind === 'stored') stored.set(reference, read.version);
  }
  return stored;
}

/** `reference,version,outcome`: one line a reference, its last settled outcome. */
export function believed(intents: readonly IntentRow[], keys: readonly KeyLine[]): string {
  const references = new Map(keys.map(({ key, reference }) => [key, reference]));
  const last = new Map<string, IntentRow>();
  for (const intent of intents) {
    const reference = references.get(intent.key);
    if (reference === undefined || !intent.settled || intent.outcome === 'unchanged') continue;
    if ((last.get(reference)?.version ?? 0) < intent.version) last.set(reference, intent);
  }
  const lines = [...last].sort().map(([reference, { version, outcome }]) => `${reference},${version},${outcome ?? ''}`);
  return `${['reference,version,outcome', ...lines].join('\n')}\n`;
}
