import type { Migration, WithMeta } from './migrate';
import type { WithScopes } from './scopes';

/** A referral that was received. `sealed` holds all of it: who, by whom, why. */
export interface ReferralTable {
  scope_id: string;
  id: string;
  version: number;
  state: string;
  sealed: string;
  received_at: string;
  acknowledged_at: string | null;
  decision: string | null;
  answered_at: string | null;
}

/** The key of an answer that is in the air. */
export interface AnswerTable {
  scope_id: string;
  referral_id: string;
  digest: string;
  idempotency_key: string;
  created_at: string;
}

export interface ReferralTables extends WithMeta, WithScopes {
  referrals: ReferralTable;
  answers: AnswerTable;
}

const first: Migration<ReferralTables> = async (db) => {
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
    .createTable('referrals')
    .addColumn('scope_id', 'text', (column) => column.notNull().references('scopes.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('acknowledged_at', 'text')
    .addColumn('decision', 'text')
    .addColumn('answered_at', 'text')
    .addPrimaryKeyConstraint('referrals_key', ['scope_id', 'id', 'version'])
    .execute();
  await db.schema.createIndex('referrals_by_time').on('referrals').columns(['received_at']).execute();
  await db.schema
    .createTable('answers')
    .addColumn('scope_id', 'text', (column) => column.notNull().references('scopes.id'))
    .addColumn('referral_id', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answers_key', ['scope_id', 'referral_id', 'digest'])
    .execute();
};

/** In order; a released step is never changed. */
export const REFERRAL_MIGRATIONS: readonly Migration<ReferralTables>[] = [first];
