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

/** Lanes share the structure and have their own people and ledgers: who waits to read back keeps nobody else waiting. */
export const LANES = 8;

/** An unknown server is given time; not the half minute of the profile, which a thousand kills would make into hours. */
const LIMITS = { timeoutMs: 10_000 };

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
  const lanes = lanesOf(server, readPeople(participants), ground, house, options.seed);
  await runStorm(lanes, ground, options);
  const { intents, journal } = await readLedgers(lanes.map(({ order }) => order.ledger));
  const keys = lanes.flatMap(({ order }) => readKeys(order.keysFile));
  if (out !== undefined) writeFileSync(out, believed(intents, keys));
  const stored = await readAllBack(gatewayTo(server, lanes[0]!.order.profile), keys);
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

function lanesOf(
  server: Server,
  people: readonly PivotRecord[],
  ground: Ground,
  house: LedgerHouse,
  seed: number,
): readonly Lane[] {
  const ledgerSecret = randomBytes(24).toString('base64url');
  const count = Math.min(LANES, people.length);
  return Array.from({ length: count }, (_, nth): Lane => {
    const keys = nth % 2 === 0;
    const lots = nth % 4 < 2;
    return {
      name: `${keys ? 'keys' : 'read-back'}, ${lots ? 'lots' : 'single calls'} (${nth + 1})`,
      people: people.filter((__, position) => position % count === nth),
      seed: seed + nth,
      order: {
        server,
        profile: { keys, lots, limits: LIMITS },
        ledger: house.place(nth),
        ledgerSecret,
        keysFile: join(ground.folder, `keys-${nth}.jsonl`),
      },
    };
  });
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
