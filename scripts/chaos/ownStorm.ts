import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Lane, LaneEnd } from './lane';
import type { LedgerHouse } from './ledgers';
import { readKeys, readLedgers } from './ledgerRows';
import { listAt } from './lives';
import { matched, type Verdict } from './matching';
import { dayNamed, listsOf, startOwnServer, STORM_LIMITS, STORM_READ_BACK, type OwnServer } from './ownServers';
import { runStorm, type Ground, type StormOptions } from './storm';

/** People on each list. */
const LIST = 60;

/**
 * A storm against two servers of our own: one that honours idempotency keys, one that does not. At each of them two
 * structures are at work, one by lots and one by single calls.
 */
export async function ownStorm(ground: Ground, house: LedgerHouse, options: StormOptions): Promise<Verdict> {
  const servers = await Promise.all(
    [true, false].map((keys) => startOwnServer(ground.root, ground.folder, options.seed, keys)),
  );
  try {
    const lanes = lanesOf(servers, ground, house, options.seed);
    const ends = await runStorm(lanes, ground, options);
    return await verdictOf(servers, lanes, ends);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

function lanesOf(servers: readonly OwnServer[], ground: Ground, house: LedgerHouse, seed: number): readonly Lane[] {
  const plans = servers.flatMap(({ keys, servers: structures }) =>
    structures.map((server, nth) => ({ server, keys, lots: nth === 0 })),
  );
  const lists = listsOf(plans.length, LIST);
  const ledgerSecret = randomBytes(24).toString('base64url');
  return plans.map(({ server, keys, lots }, nth) => ({
    name: `${keys ? 'keys' : 'read-back'}, ${lots ? 'lots' : 'single calls'}`,
    people: lists[nth] ?? [],
    seed: seed + nth,
    profiles: [{ keys, lots, limits: STORM_LIMITS, readBack: STORM_READ_BACK }],
    order: {
      server,
      ledger: house.place(nth),
      ledgerSecret,
      keysFile: join(ground.folder, `keys-${nth}.jsonl`),
    },
  }));
}

async function verdictOf(
  servers: readonly OwnServer[],
  lanes: readonly Lane[],
  ends: readonly LaneEnd[],
): Promise<Verdict> {
  const { intents, journal } = await readLedgers(lanes.map(({ order }) => order.ledger));
  const held = await Promise.all(servers.map((server) => server.held()));
  return matched({
    log: servers.flatMap((server) => server.log()),
    intents,
    journal,
    keys: lanes.flatMap(({ order }) => readKeys(order.keysFile)),
    wanted: new Map(ends.flatMap(wantedBy)),
    held: new Map(held.flatMap((one) => [...one])),
  });
}

function wantedBy({ lane, round }: LaneEnd): readonly (readonly [string, string])[] {
  return listAt(lane.people, lane.seed, round).map(({ id = '', exitDate, suspensionFrom, lastMeetingDate }) => [
    id,
    dayNamed(exitDate, suspensionFrom, lastMeetingDate),
  ]);
}
