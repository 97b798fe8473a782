import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../sandbox/world';
import { bundleWorker } from './bundle';
import { runLane, type Lane, type LaneEnd } from './lane';
import type { Goals, Tally } from './tally';

/** A folder that is gone at the end, and what a storm puts into it. */
export interface Ground {
  readonly root: string;
  readonly folder: string;
  readonly bundle: string;
  /** Of what Node has compiled. */
  readonly cache: string;
}

/** Prepares the ground. @param root the checkout */
export async function layGround(root: string): Promise<Ground & { clear(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const cache = join(folder, 'compiled');
  mkdirSync(cache);
  const bundle = join(folder, 'worker.cjs');
  await bundleWorker(root, bundle);
  return { root, folder, bundle, cache, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface StormOptions {
  readonly goals: Goals;
  readonly tally: Tally;
  readonly seed: number;
  readonly onTrouble: (lane: string, words: string) => void;
}

/** Runs all lanes at the same time, to their end. @throws when a worker ends by itself, and not as it should */
export async function runStorm(
  lanes: readonly Lane[],
  { bundle, cache }: Ground,
  { goals, tally, seed, onTrouble }: StormOptions,
): Promise<readonly LaneEnd[]> {
  return Promise.all(
    lanes.map((lane, nth) =>
      runLane(lane, { bundle, cache, goals, tally, onTrouble, random: seededRandom(seed, 77, nth) }),
    ),
  );
}
