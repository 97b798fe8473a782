import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { LedgerPlace } from './engine';
import type { Ledger } from './ledger';
import { openLedger, type OpenOptions } from './open';
import { openReferralStore, type ReferralStoreOptions } from './sqlReferralStore';
import type { ReferralStore } from './referralStore';

interface Held<T> {
  readonly opened: Promise<T>;
  readonly inode: number | undefined;
}

/** One opened store for each place and secret, kept over executions. Who takes one does not close it. */
export class Pool<T extends { close(): Promise<void> }, O extends OpenOptions> {
  readonly #held = new Map<string, Held<T>>();

  constructor(private readonly open: (options: O) => Promise<T>) {}

  /**
   * The store of a place; opened once. A file that was removed or replaced meanwhile is opened anew.
   *
   * @throws LedgerProblem when it cannot be opened; the next call tries again.
   */
  async at(options: O): Promise<T> {
    const name = nameOf(options);
    const held = this.#held.get(name);
    if (held && held.inode === inodeOf(options)) return held.opened;
    if (held) void closeQuietly(held.opened);
    // The file is made before the first await inside `open`.
    const opened = this.open(options);
    this.#held.set(name, { opened, inode: inodeOf(options) });
    opened.catch(() => this.#held.delete(name));
    return opened;
  }

  async closeAll(): Promise<void> {
    const all = [...this.#held.values()];
    this.#held.clear();
    await Promise.all(all.map(({ opened }) => closeQuietly(opened)));
  }
}

/** The ledgers of this process: with the referral stores, the one connection pool of the package. */
export const ledgers = new Pool<Ledger, OpenOptions>(openLedger);

/** The referral stores of this process. */
export const referralStores = new Pool<ReferralStore, ReferralStoreOptions>(openReferralStore);

async function closeQuietly(opened: Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    await (await opened).close();
  } catch {
    // It could not be opened, or is gone: there is nothing left to close.
  }
}

/** Nothing in the name is readable: a place can hold a password. */
function nameOf({ secret, ...options }: OpenOptions): string {
  const place = 'postgres' in options ? JSON.stringify(options.postgres) : options.file;
  return createHash('sha256')
    .update(JSON.stringify([place, secret]))
    .digest('hex');
}

/** A server has none: its connections come and go by themselves. */
function inodeOf(place: LedgerPlace): number | undefined {
  if ('postgres' in place) return undefined;
  try {
    return statSync(place.file).ino;
  } catch {
    return undefined;
  }
}
