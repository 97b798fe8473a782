import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Ledger } from './ledger';
import { migrate, type Migration, type WithMeta } from './migrate';
import { asLedgerProblem, LedgerProblem } from './problem';
import { deriveKeys, type Keys, type RandomBytes } from './sealing';
import { emptyWriteAheadLog, openSqlite, type SqliteFile } from './sqlite';
import { SqlLedger } from './sqlLedger';
import { LEDGER_MIGRATIONS, type LedgerTables } from './tables';

export interface OpenOptions extends SqliteFile {
  /** Field of the credential; encrypts what is in the air and keys every hash. Never stored. */
  readonly secret: string;
  /** Default: the clock of the machine. */
  readonly clock?: () => Date;
  /** Default: the system's random bytes. */
  readonly random?: RandomBytes;
}

/**
 * Opens, or makes, the ledger in a SQLite file (made with its folder, readable by its owner only).
 *
 * @throws LedgerProblem when it cannot be written, is damaged, newer than this package, or has no secret.
 */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const { db, keys } = await openSealed<LedgerTables>(options, LEDGER_MIGRATIONS);
  const { clock = () => new Date(), file } = options;
  return new SqlLedger({ db, keys, clock, uuid: randomUUID, asProblem: (error) => asLedgerProblem(error, file) });
}

/** Opens a file, brings it to the newest shape and derives its keys. */
export async function openSealed<Tables extends WithMeta>(
  options: OpenOptions,
  migrations: readonly Migration<Tables>[],
): Promise<{ db: Kysely<Tables>; keys: Keys }> {
  const { secret, random = randomBytes } = options;
  if (secret.trim() === '') throw new LedgerProblem('ledger.secretMissing');
  const { db, salt } = await openDatabase(options, migrations, random);
  return { db, keys: await deriveKeys(secret, salt, random) };
}

/** A database at its newest shape. */
export interface OpenedDatabase<Tables> {
  readonly db: Kysely<Tables>;
  readonly salt: string;
  /** Turns what the engine throws into a `LedgerProblem`. */
  readonly asProblem: (error: unknown) => unknown;
  /** After an erasure: nothing of what was erased stays in a log beside the rows. */
  readonly sweep: () => Promise<void>;
}

/** Opens a file and brings it to the newest shape, for who needs no secret. @throws LedgerProblem */
export async function openDatabase<Tables extends WithMeta>(
  place: SqliteFile,
  migrations: readonly Migration<Tables>[],
  random: RandomBytes = randomBytes,
): Promise<OpenedDatabase<Tables>> {
  const asProblem = (error: unknown) => asLedgerProblem(error, place.file);
  let db: Kysely<Tables> | undefined;
  try {
    db = openSqlite<Tables>(place);
    const salt = await migrate(db, migrations, () => random(16).toString('hex'));
    const opened = db;
    return { db, salt, asProblem, sweep: () => emptyWriteAheadLog(opened) };
  } catch (error) {
    await db?.destroy();
    throw asProblem(error);
  }
}
