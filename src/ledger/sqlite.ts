import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
} from 'kysely';

/**
 * The last two are for speed alone: keyed hashes fall all over their indexes, which 32 MiB hold for a large structure; and
 * a page that was written often since is copied out of the log once, every 16 MiB of it.
 */
const PRAGMAS = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'secure_delete=ON',
  'foreign_keys=ON',
  'cache_size=-32768',
  'wal_autocheckpoint=4096',
];

export interface SqliteFile {
  readonly file: string;
  /** Milliseconds to wait for another process that is writing. Default: 5,000. */
  readonly busyTimeout?: number;
  /** Upper bound of the file, in pages of 4 KiB; the disk is then "full". Default: none. */
  readonly maxPages?: number;
}

/**
 * Opens a file through the SQLite that Node carries (no native module), behind Kysely. `synchronous=FULL`: after a commit
 * the rows survive a power cut; `secure_delete`: what is erased is overwritten.
 *
 * @throws what `node:fs` and `node:sqlite` throw; the caller turns it into a `LedgerProblem`.
 */
export function openSqlite<Tables>({ file, busyTimeout = 5_000, maxPages }: SqliteFile): Kysely<Tables> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: busyTimeout });
  const dialect = new NodeSqliteDialect(database);
  let settled = false;
  try {
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
    if (maxPages !== undefined) database.exec(`PRAGMA max_page_count=${Math.trunc(maxPages)}`);
    chmodSync(file, 0o600);
    settled = true;
  } finally {
    if (!settled) database.close();
  }
  return new Kysely<Tables>({ dialect });
}

/** What was overwritten in the file still lies in the log, until it is emptied; a reader that is busy puts that off. */
export async function emptyWriteAheadLog<Tables>(db: Kysely<Tables>): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
}

type SqliteStatement = ReturnType<SqliteDatabase['prepare']>;

/** Statements kept ready; the ledger has some twenty, and a few more by the length of their lists. */
const KEPT = 100;

/** Kysely was written against better-sqlite3; Node's own module differs in these few points. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const ready = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = ready.get(sql);
      if (known) return known;
      const statement = asKyselyStatement(database.prepare(sql));
      if (ready.size >= KEPT) ready.clear();
      ready.set(sql, statement);
      return statement;
    },
  };
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as readonly SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as readonly SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as readonly SQLInputValue[])),
  };
}

/** Takes the write lock at the beginning: a transaction that reads first could not become a writer beside another one. */
class ImmediateDriver extends SqliteDriver {
  constructor(
    database: SqliteDatabase,
    private readonly source: DatabaseSync,
  ) {
    super({ database });
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** On a full disk SQLite may have rolled back by itself; to do it again is an error, which would hide the true one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.source.isTransaction !== false) await super.rollbackTransaction(connection);
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(private readonly source: DatabaseSync) {
    const database = asKyselyDatabase(source);
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database, this.source);
  }
}
