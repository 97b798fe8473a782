import { join } from 'node:path';
import type { LedgerPlace } from '../../src/ledger';
// The same server of Debian's as in the tests of the ledger.
import { postgresServer } from '../../test/ledger/postgresServer';

/** Where the lanes of a storm keep their ledgers. */
export interface LedgerHouse {
  /** For the n-th lane. */
  place(nth: number): LedgerPlace;
  close(): Promise<void>;
}

export function sqliteHouse(folder: string): LedgerHouse {
  return { place: (nth) => ({ file: join(folder, `ledger-${nth}.sqlite`) }), close: async () => undefined };
}

/**
 * A PostgreSQL of our own, with one database for all.
 * @throws Error with a sentence when the machine has no PostgreSQL
 */
export async function postgresHouse(): Promise<LedgerHouse> {
  const server = await postgresServer();
  const place = await server.database();
  return { place: () => place, close: () => server.remove() };
}
