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
 * A PostgreSQL of our own.
 * @param databases lanes of different structures share one; lanes of one structure need one each
 * @throws Error with a sentence when the machine has no PostgreSQL
 */
export async function postgresHouse(databases: number): Promise<LedgerHouse> {
  const server = await postgresServer();
  const places: LedgerPlace[] = [];
  for (let nth = 0; nth < databases; nth += 1) places.push(await server.database());
  return { place: (nth) => places[nth % places.length]!, close: () => server.remove() };
}
