import type { Kysely, Transaction } from 'kysely';
import type { Referral, ReferralDecision } from '../referral';
import type { Scope } from './ledger';
import { openSealed, type OpenOptions, type Shape } from './open';
import { REFERRAL_MIGRATIONS, type ReferralTable, type ReferralTables } from './referralTables';
import type { KeptReferral, ReferralStore, ReplayFilter } from './referralStore';
import { Scopes } from './scopes';
import type { Keys } from './sealing';

export type ReferralStoreOptions = OpenOptions & {
  /** Days after which a received referral is erased on opening. Default: 365. */
  readonly retentionDays?: number;
};

const SHAPE: Shape<ReferralTables> = { schema: 'plie_ft_referrals', migrations: REFERRAL_MIGRATIONS };

const DAY = 24 * 60 * 60 * 1000;

/**
 * Opens, or makes, the referral store in a SQLite file or a schema of a PostgreSQL database, and erases what is older than its retention.
 *
 * @throws LedgerProblem as `openLedger`.
 */
export async function openReferralStore(options: ReferralStoreOptions): Promise<ReferralStore> {
  const { clock = () => new Date(), retentionDays = 365 } = options;
  const { engine, keys } = await openSealed(options, SHAPE);
  const store = new SqlReferralStore({ db: engine.db, asProblem: engine.asProblem, keys, clock });
  await store.purge(new Date(clock().getTime() - retentionDays * DAY));
  return store;
}

interface Parts {
  readonly db: Kysely<ReferralTables>;
  readonly keys: Keys;
  readonly clock: () => Date;
  readonly asProblem: (error: unknown) => unknown;
}

class SqlReferralStore implements ReferralStore {
  readonly #scopes: Scopes;

  constructor(private readonly parts: Parts) {
    this.#scopes = new Scopes(parts.keys);
  }

  keep(scope: Scope, referrals: readonly Referral[]): Promise<readonly KeptReferral[]> {
    return this.#write(scope, async (trx, scopeId, at) => {
      const fresh: KeptReferral[] = [];
      for (const referral of referrals) {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('referrals')
          .values(this.#row(scopeId, referral, at))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows) fresh.push({ referral, receivedAt: at });
      }
      return fresh;
    });
  }

  pendingAcknowledgement(scope: Scope): Promise<readonly KeptReferral[]> {
    return this.#read(scope, async (db, scopeId) => {
      const rows = await db
        .selectFrom('referrals')
        .selectAll()
        .where('scope_id', '=', scopeId)
        .where('acknowledged_at', 'is', null)
        .orderBy('received_at')
        .orderBy('id')
        .orderBy('version')
        .execute();
      return rows.map((row) => this.#kept(row));
    });
  }

  markAcknowledged(
    scope: Scope,
    receipts: readonly { readonly id: string; readonly version: number }[],
  ): Promise<void> {
    return this.#write(scope, async (trx, scopeId, at) => {
      for (const { id, version } of receipts) {
        await trx
          .updateTable('referrals')
          .set({ acknowledged_at: at })
          .where('scope_id', '=', scopeId)
          .where('id', '=', id)
          .where('version', '=', version)
          .where('acknowledged_at', 'is', null)
          .execute();
      }
    });
  }

  markAnswered(scope: Scope, id: string, decision: ReferralDecision): Promise<void> {
    return this.#write(scope, async (trx, scopeId, at) => {
      await trx
        .updateTable('referrals')
        .set({ decision, answered_at: at })
        .where('scope_id', '=', scopeId)
        .where('id', '=', id)
        .execute();
    });
  }

  keyOfAnswer(scope: Scope, id: string, digest: string, freshKey: string): Promise<string> {
    return this.#write(scope, async (trx, scopeId, at) => {
      await trx
        .insertInto('answers')
        .values({ scope_id: scopeId, referral_id: id, digest, idempotency_key: freshKey, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { idempotency_key: key } = await trx
        .selectFrom('answers')
        .select('idempotency_key')
        .where('scope_id', '=', scopeId)
        .where('referral_id', '=', id)
        .where('digest', '=', digest)
        .executeTakeFirstOrThrow();
      return key;
    });
  }

  forgetKeyOfAnswer(scope: Scope, id: string, digest: string): Promise<void> {
    return this.#write(scope, async (trx, scopeId) => {
      await trx
        .deleteFrom('answers')
        .where('scope_id', '=', scopeId)
        .where('referral_id', '=', id)
        .where('digest', '=', digest)
        .execute();
    });
  }

  async replay(scope: Scope, { since, ids }: ReplayFilter = {}): Promise<readonly KeptReferral[]> {
    if (ids?.length === 0) return [];
    return this.#read(scope, async (db, scopeId) => {
      let query = db
        .selectFrom('referrals')
        .selectAll()
        .where('scope_id', '=', scopeId)
        .where('acknowledged_at', 'is not', null);
      if (since !== undefined) query = query.where('received_at', '>=', new Date(since).toISOString());
      if (ids !== undefined) query = query.where('id', 'in', ids);
      const rows = await query.orderBy('received_at').orderBy('id').orderBy('version').execute();
      // Rows come by version within one id and time: the last one of an id is its latest.
      const latest = new Map<string, ReferralTable>();
      for (const row of rows) if ((latest.get(row.id)?.version ?? 0) <= row.version) latest.set(row.id, row);
      return [...latest.values()].map((row) => this.#kept(row));
    });
  }

  async purge(before: Date): Promise<number> {
    try {
      const { numDeletedRows } = await this.parts.db
        .deleteFrom('referrals')
        .where('received_at', '<', before.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    } catch (error) {
      throw this.parts.asProblem(error);
    }
  }

  close(): Promise<void> {
    return this.parts.db.destroy();
  }

  #row(scopeId: string, referral: Referral, at: string): ReferralTable {
    const { id, version, state } = referral;
    return {
      scope_id: scopeId,
      id,
      version,
      state,
      sealed: this.parts.keys.seal(JSON.stringify(referral), boundOf(scopeId, id, version)),
      received_at: at,
      acknowledged_at: null,
      decision: null,
      answered_at: null,
    };
  }

  #kept(row: ReferralTable): KeptReferral {
    const referral = JSON.parse(
      this.parts.keys.open(row.sealed, boundOf(row.scope_id, row.id, row.version)),
    ) as Referral;
    const { received_at: receivedAt, acknowledged_at: acknowledgedAt, decision, answered_at: at } = row;
    return {
      referral,
      receivedAt,
      ...(acknowledgedAt === null ? {} : { acknowledgedAt }),
      ...(decision === null || at === null ? {} : { answered: { decision: decision as ReferralDecision, at } }),
    };
  }

  async #read<T>(scope: Scope, query: (db: Kysely<ReferralTables>, scopeId: string) => Promise<T>): Promise<T> {
    try {
      const { db } = this.parts;
      return await query(db, await this.#scopes.check(db, scope));
    } catch (error) {
      throw this.parts.asProblem(error);
    }
  }

  async #write<T>(
    scope: Scope,
    work: (trx: Transaction<ReferralTables>, scopeId: string, at: string) => Promise<T>,
  ): Promise<T> {
    const at = this.parts.clock().toISOString();
    try {
      return await this.parts.db
        .transaction()
        .execute(async (trx) => work(trx, await this.#scopes.enter(trx, scope, at), at));
    } catch (error) {
      throw this.parts.asProblem(error);
    }
  }
}

/** A sealed content belongs to its row: it cannot be read in another's place. */
function boundOf(scopeId: string, id: string, version: number): string {
  return `${scopeId} ${version} ${id}`;
}
