import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { Engine } from './engine';
import { asPostgresProblem, isPassing } from './postgresProblem';

/** A database on a PostgreSQL server, shared by several workers: n8n's own `postgres` credential has these fields. */
export interface PostgresPlace {
  readonly postgres: {
    readonly host: string;
    /** Default: 5432. */
    readonly port?: number;
    readonly database: string;
    readonly user: string;
    /** Default: what the environment (`PGPASSWORD`) or `~/.pgpass` says. */
    readonly password?: string;
    /** As `node:tls` takes it; `true`: encrypted, and the server's certificate checked. Default: false. */
    readonly ssl?: boolean | { readonly rejectUnauthorized?: boolean; readonly ca?: string };
  };
}

const PORT = 5432;
/** Connections of one process; writes share one. */
const CONNECTIONS = 4;
const CONNECT_MS = 10_000;
/** A server that is asked and says nothing for so long is gone. */
const ANSWER_MS = 60_000;
const LOCK_MS = 5_000;

/** Any number that all of ours share: who makes or changes tables holds this lock. */
const MIGRATION_LOCK = 7_543_590_1;

/** Opens a schema of its own in a database; the first query connects. A commit is on the server's disk before it is answered. */
export function openPostgres<Tables>({ postgres }: PostgresPlace, schema: string): Engine<Tables> {
  const { host, port = PORT, database, user, password, ssl = false } = postgres;
  const settings = [`set search_path to "${schema}"`, 'set synchronous_commit to on', `set lock_timeout to ${LOCK_MS}`];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: async () => {
        // Only who has a server loads its client.
        const { Pool } = await import('pg');
        const pool = new Pool({
          host,
          port,
          database,
          user,
          ...(password === undefined ? {} : { password }),
          ssl,
          max: CONNECTIONS,
          connectionTimeoutMillis: CONNECT_MS,
          query_timeout: ANSWER_MS,
          keepAlive: true,
          allowExitOnIdle: true,
          application_name: 'plie-france-travail',
        });
        // A connection that breaks while nobody uses it: the next query hears of it.
        pool.on('error', () => undefined);
        pool.on('connect', (client) => client.on('error', () => undefined));
        return pool;
      },
      onCreateConnection: async (connection) => {
        for (const setting of settings) await connection.executeQuery(CompiledQuery.raw(setting));
      },
    }),
  });
  const name = `${host}:${port}/${database}`;
  return {
    db,
    asProblem: (error) => asPostgresProblem(error, name),
    isPassing,
    beforeMigrating: (trx) => makeSchema(trx, schema),
    sweep: async () => undefined,
  };
}

/** One at a time; a schema that the server's administrator has made is taken as it is. */
async function makeSchema<Tables>(trx: Transaction<Tables>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`.execute(trx);
  const found = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(trx);
  if (found.rows.length === 0) await trx.schema.createSchema(schema).execute();
}
