import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Store } from './store';

const FORMAT = 1;

/** The maps of a store, by name: they are kept as lists of pairs. */
const MAPS = ['accompaniments', 'keptAnswers', 'referrals', 'stops', 'orientations', 'appointments'] as const;

/** Empties a store: nothing was ever declared. */
export function clearStore(store: Store): void {
  for (const name of MAPS) store[name].clear();
  store.photo = undefined;
}

/** Keeps a store in a file, so that a sandbox that starts again still knows what it was told. */
export interface Keeper {
  /** Fills the store from the file. False when there is none, or it is another population's. */
  load(store: Store): boolean;
  /** Saves soon; many changes in a row make one save. */
  changed(): void;
  /** Saves now, if there is anything to save. */
  close(): void;
}

/** @param path where the state is kept; without it nothing is */
export function createKeeper(path: string | undefined, seed: number, store: Store): Keeper {
  let pending: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(pending);
    pending = undefined;
    if (path !== undefined) writeWhole(path, serialised(store, seed));
  };
  return {
    load: (target) => path !== undefined && existsSync(path) && fill(target, readKept(path), seed),
    changed: () => {
      if (path === undefined) return;
      pending ??= setTimeout(save, 300).unref();
    },
    close: () => {
      if (pending !== undefined) save();
    },
  };
}

type Kept = { format: number; seed: number; startedOn: string; photo?: Store['photo'] } & Record<
  (typeof MAPS)[number],
  [never, never][]
>;

function serialised(store: Store, seed: number): string {
  const maps = Object.fromEntries(MAPS.map((name) => [name, [...store[name]]]));
  return JSON.stringify({ format: FORMAT, seed, startedOn: store.startedOn, photo: store.photo, ...maps });
}

/** @throws Error with a sentence in French when the file is not one of ours */
function readKept(path: string): Kept {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  } catch {
    throw new Error(`l'état gardé dans ${path} ne se lit pas ; supprimez ce fichier pour repartir de zéro`);
  }
}

function fill(store: Store, kept: Kept, seed: number): boolean {
  if (kept.format !== FORMAT || kept.seed !== seed) return false;
  clearStore(store);
  store.startedOn = kept.startedOn;
  store.photo = kept.photo;
  for (const name of MAPS) {
    const map = store[name] as Map<never, never>;
    for (const [key, value] of kept[name]) map.set(key, value);
  }
  return true;
}

/** A crash in the middle leaves the old file whole. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
