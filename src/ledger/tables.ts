import { sql } from 'kysely';
import { leasesMigration } from './leaseTable';
import type { Migration, WithMeta } from './migrate';
import { runsMigration } from './runTable';
import { standingsMigration } from './standingTable';
import { toldListsMigration } from './toldListTables';

/** Whose state it is. `secret_check` recognises a secret that has changed. */
export interface ScopeTable {
  id: string;
  profile: string;
  host: string;
  structure: string;
  secret_check: string;
  used_at: string;
}

/** What was about to be said. `sealed` (participant, reference, body, identifier) is erased when it is settled. */
export interface IntentTable {
  id: string;
  scope_id: string;
  reference_hash: string;
  participant_hash: string;
  entry_number: number;
  version: number;
  operation: string;
  status: string;
  entry_date: string | null;
  digest: string;
  idempotency_key: string;
  sealed: string | null;
  fields: string;
  convention_id: string;
  convention_sha256: string;
  correlation_id: string;
  created_at: string;
  settled_at: string | null;
  outcome: string | null;
  code: string | null;
}

/** What France Travail holds as far as we know. `sealed` (participant, reference) lets the stock be listed by who has the secret. */
export interface ToldTable {
  scope_id: string;
  reference_hash: string;
  participant_hash: string;
  sealed: string;
  entry_number: number;
  version: number;
  status: string;
  operation: string;
  digest: string;
  entry_date: string | null;
  france_travail_reference: string | null;
  outcome: string;
  told_at: string;
}

/** The audit journal: no identity, no reference. */
export interface JournalTable {
  id: string;
  at: string;
  scope_id: string;
  operation: string;
  direction: string;
  fields: string;
  outcome: string;
  code: string | null;
  convention_id: string;
  convention_sha256: string;
  correlation_id: string;
  hash: string;
  /** Number of the seal that covers it; none while it is open. Not part of the hash. */
  seal: number | null;
}

/** A seal over entries of the audit journal, chained to the one before. `entries_hash` and `hash`: see `chain.ts`. */
export interface SealTable {
  number: number;
  from_at: string;
  to_at: string;
  entries: number;
  entries_hash: string;
  previous: string;
  sealed_at: string;
  hash: string;
}

export interface LedgerTables extends WithMeta {
  scopes: ScopeTable;
  intents: IntentTable;
  told: ToldTable;
  journal: JournalTable;
  seals: SealTable;
}

const first: Migration<LedgerTables> = async (db) => {
  await db.schema
    .createTable('scopes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('structure', 'text', (column) => column.notNull())
    .addColumn('secret_check', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('intents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scope_id', 'text', (column) => column.notNull().references('scopes.id'))
    .addColumn('reference_hash', 'text', (column) => column.notNull())
    .addColumn('participant_hash', 'text', (column) => column.notNull())
    .addColumn('entry_number', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('entry_date', 'text')
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('convention_id', 'text', (column) => column.notNull())
    .addColumn('convention_sha256', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('code', 'text')
    // Two executions that overlap cannot both say the same version of the same reference…
    .addUniqueConstraint('one_intent_a_version', ['scope_id', 'reference_hash', 'version'])
    .execute();
  // …and nobody says anything new about a reference while something is in the air.
  await db.schema
    .createIndex('one_open_intent_a_reference')
    .unique()
    .on('intents')
    .columns(['scope_id', 'reference_hash'])
    .where(sql.ref('settled_at'), 'is', null)
    .execute();
  await db.schema
    .createTable('told')
    .addColumn('scope_id', 'text', (column) => column.notNull().references('scopes.id'))
    .addColumn('reference_hash', 'text', (column) => column.notNull())
    .addColumn('participant_hash', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('entry_number', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('entry_date', 'text')
    .addColumn('france_travail_reference', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('told_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('told_key', ['scope_id', 'reference_hash'])
    .execute();
  await db.schema
    .createIndex('told_by_participant')
    .on('told')
    .columns(['scope_id', 'participant_hash', 'entry_number'])
    .execute();
  await db.schema
    .createTable('journal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('scope_id', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('convention_id', 'text', (column) => column.notNull())
    .addColumn('convention_sha256', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('journal_by_time').on('journal').columns(['at']).execute();
};

const seals: Migration<LedgerTables> = async (db) => {
  await db.schema.alterTable('journal').addColumn('seal', 'integer').execute();
  await db.schema.createIndex('journal_by_seal').on('journal').columns(['seal', 'at']).execute();
  await db.schema
    .createTable('seals')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('from_at', 'text', (column) => column.notNull())
    .addColumn('to_at', 'text', (column) => column.notNull())
    .addColumn('entries', 'integer', (column) => column.notNull())
    .addColumn('entries_hash', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('sealed_at', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
};

/** In order; a released step is never changed. */
export const LEDGER_MIGRATIONS: readonly Migration<LedgerTables>[] = [
  first,
  toldListsMigration,
  seals,
  leasesMigration,
  runsMigration,
  standingsMigration,
];
