import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { LedgerPlace } from '../../src/ledger';
import type { IntentRow } from './matching';
import type { KeyLine } from './orders';

const INTENTS = 'select idempotency_key, version, operation, outcome, settled_at from intents';
/** Ends of declarations: `unclear` is none. */
const ENDS = `select operation, outcome, count(*) as lines from journal
  where direction = 'give' and outcome <> 'unclear'
    and operation in ('open', 'update', 'suspend', 'resume', 'close', 'cancel')
  group by operation, outcome`;

/** The rows of a ledger, read by somebody who is not the ledger. */
export interface LedgerRows {
  readonly intents: readonly IntentRow[];
  /** By operation and outcome. */
  readonly journal: ReadonlyMap<string, number>;
}

/** Reads the ledgers of a storm; lanes that share a database are read once. */
export async function readLedgers(places: readonly LedgerPlace[]): Promise<LedgerRows> {
  const different = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  const read = await Promise.all(different.map(readLedger));
  const journal = new Map<string, number>();
  for (const [name, lines] of read.flatMap((one) => [...one.journal])) {
    journal.set(name, (journal.get(name) ?? 0) + lines);
  }
  return { intents: read.flatMap(({ intents }) => intents), journal };
}

async function readLedger(place: LedgerPlace): Promise<LedgerRows> {
  const ask = 'postgres' in place ? asking(place.postgres) : askingFile(place.file);
  const intents = await ask(INTENTS);
  const ends = await ask(ENDS);
  return {
    intents: intents.map((row) => ({
      key: String(row['idempotency_key']),
      version: Number(row['version']),
      operation: String(row['operation']),
      outcome: row['outcome'] === null ? null : String(row['outcome']),
      settled: row['settled_at'] !== null,
    })),
    journal: new Map(
      ends.map((row) => [`${String(row['operation'])} ${String(row['outcome'])}`, Number(row['lines'])]),
    ),
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function askingFile(file: string) {
  return async (query: string): Promise<Rows> => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return database.prepare(query).all();
    } finally {
      database.close();
    }
  };
}

function asking({ host, port, database, user, password }: Extract<LedgerPlace, { postgres: unknown }>['postgres']) {
  return async (query: string): Promise<Rows> => {
    const client = new Client({ host, port, database, user, password });
    await client.connect();
    try {
      await client.query('set search_path to plie_ft_ledger');
      return (await client.query(query)).rows as Rows;
    } finally {
      await client.end();
    }
  };
}

/** The file of keys; its last line may be half a one, of a worker that was killed while it wrote. */
export function readKeys(file: string): readonly KeyLine[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as KeyLine];
      } catch {
        return [];
      }
    });
}
