import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import {
  openLedger,
  openReferralStore,
  openUpkeep,
  type Ledger,
  type ReferralStore,
  type ReferralStoreOptions,
  type Upkeep,
} from '../../src/ledger';
import { folder, SECRET } from './parts';
import { postgresServer, type PostgresServer } from './postgresServer';

/** A ledger's database of its own, seen from inside and from outside. */
export interface Home {
  open(more?: { secret?: string; clock?: () => Date }): Promise<Ledger>;
  store(more?: Partial<Pick<ReferralStoreOptions, 'secret' | 'clock' | 'retentionDays'>>): Promise<ReferralStore>;
  upkeep(clock?: () => Date): Promise<Upkeep>;
  /** Rows read, or changed, by somebody who is not the ledger. */
  sql(query: string): Promise<Record<string, unknown>[]>;
  /** All that somebody finds who takes the database away. */
  dump(): Promise<string>;
}

export interface Engine {
  readonly name: string;
  start(): Promise<void>;
  home(): Promise<Home>;
  stop(): Promise<void>;
}

function sqliteEngine(): Engine {
  const place = folder();
  let count = 0;
  return {
    name: 'SQLite',
    start: async () => undefined,
    home: async () => {
      const file = place.file(`home-${(count += 1)}.sqlite`);
      return {
        open: (more) => openLedger({ file, secret: SECRET, ...more }),
        store: (more) => openReferralStore({ file, secret: SECRET, ...more }),
        upkeep: (clock) => openUpkeep({ file }, clock),
        sql: async (query) => {
          const other = new DatabaseSync(file);
          try {
            return other.prepare(query).all() as Record<string, unknown>[];
          } finally {
            other.close();
          }
        },
        dump: async () =>
          ['', '-wal', '-shm']
            .map((end) => `${file}${end}`)
            .filter((path) => existsSync(path))
            .map((path) => readFileSync(path, 'latin1'))
            .join(''),
      };
    },
    stop: async () => place.remove(),
  };
}

function postgresEngine(): Engine {
  let server: PostgresServer | undefined;
  return {
    name: 'PostgreSQL',
    start: async () => {
      server = await postgresServer();
    },
    home: async () => {
      const own = server!;
      const place = await own.database();
      return {
        open: (more) => openLedger({ ...place, secret: SECRET, ...more }),
        store: (more) => openReferralStore({ ...place, secret: SECRET, ...more }),
        upkeep: (clock) => openUpkeep(place, clock),
        sql: (query) => own.sql(place, query),
        dump: async () => own.dump(place),
      };
    },
    stop: async () => server?.remove(),
  };
}

/** Every engine that a ledger can lie in; what holds for one holds for all. */
export const ENGINES: readonly Engine[] = [sqliteEngine(), postgresEngine()];
