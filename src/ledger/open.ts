import { randomBytes } from 'node:crypto';
import { openEngine, type Engine, type LedgerPlace } from './engine';
import type { Ledger } from './ledger';
import { migrate, type Migration, type WithMeta } from './migrate';
import { marksIn, NO_MARKS } from './marks';
import { asLedgerProblem, LedgerProblem } from './problem';
import { deriveKeys, type Keys, type RandomBytes } from './sealing';
import { sortableUuid } from './sortableUuid';
import { SqlLedger } from './sqlLedger';
import { LEDGER_MIGRATIONS, type LedgerTables } from './tables';

export type OpenOptions = LedgerPlace & {
  /** Field of the credential; encrypts what is in the air and keys every hash. Never stored. */
  readonly secret: string;
  /** Folder of what lies beside the ledger and tells an older copy of it (`marks.ts`). Default: none, and nothing is told. */
  readonly marks?: string;
  /** Default: the clock of the machine. */
  readonly clock?: () => Date;
  /** Default: the system's random bytes. */
  readonly random?: RandomBytes;
};

/** What a room keeps in a database: its tables, and the name of its schema on a server. */
export interface Shape<Tables> {
  readonly schema: string;
  readonly migrations: readonly Migration<Tables>[];
}

export const LEDGER_SHAPE: Shape<LedgerTables> = { schema: 'plie_ft_ledger', migrations: LEDGER_MIGRATIONS };

/**
 * Opens, or makes, the ledger: in a SQLite file (made with its folder, readable by its owner only), or in a schema of a
 * PostgreSQL database.
 *
 * @throws LedgerProblem when it cannot be reached or written, is damaged, newer than this package, or has no secret.
 */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const { clock = () => new Date(), marks } = options;
  const { engine, keys } = await openSealed(options, LEDGER_SHAPE);
  return new SqlLedger({
    ...engine,
    keys,
    marks: marks === undefined ? NO_MARKS : marksIn(marks),
    clock,
    uuid: () => sortableUuid(clock()),
  });
}

/** Opens a database, brings it to the newest shape and derives its keys. */
export async function openSealed<Tables extends WithMeta>(
  options: OpenOptions,
  shape: Shape<Tables>,
): Promise<{ engine: Engine<Tables>; keys: Keys }> {
  const { secret, random = randomBytes } = options;
  if (secret.trim() === '') throw new LedgerProblem('ledger.secretMissing');
  const { engine, salt } = await openDatabase(options, shape, random);
  return { engine, keys: await deriveKeys(secret, salt, random) };
}

/** Opens a database and brings it to the newest shape, for who needs no secret. @throws LedgerProblem */
export async function openDatabase<Tables extends WithMeta>(
  place: LedgerPlace,
  { schema, migrations }: Shape<Tables>,
  random: RandomBytes = randomBytes,
): Promise<{ engine: Engine<Tables>; salt: string }> {
  const engine = opened<Tables>(place, schema);
  try {
    const salt = await migrate(engine, migrations, () => random(16).toString('hex'));
    return { engine, salt };
  } catch (error) {
    await engine.db.destroy();
    throw engine.asProblem(error);
  }
}

function opened<Tables>(place: LedgerPlace, schema: string): Engine<Tables> {
  try {
    return openEngine<Tables>(place, schema);
  } catch (error) {
    // A server is asked by the first query only: this was a file.
    throw 'file' in place ? asLedgerProblem(error, place.file) : error;
  }
}
