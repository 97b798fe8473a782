import type { Transaction } from 'kysely';
import type { Scope } from './ledger';
import type { Lease, Leases, Taken } from './leases';
import type { WithLeases } from './leaseTable';
import { scopeIdOf } from './rows';
import type { Scopes } from './scopes';
import type { LedgerTables } from './tables';

const LONGEST_MS = 60 * 60 * 1000;

export interface LeaseParts {
  readonly scopes: Scopes;
  readonly clock: () => Date;
  /** The ledger's own way to the database. */
  readonly write: <T>(work: (trx: Transaction<LedgerTables>) => Promise<T>) => Promise<T>;
}

/** Leases behind Kysely: each change is one statement that looks and writes at once. */
export class SqlLeases implements Leases {
  constructor(private readonly parts: LeaseParts) {}

  take(scope: Scope, holder: string, milliseconds: number): Promise<Taken> {
    return this.#write(async (trx, now) => {
      const until = later(now, milliseconds);
      const scopeId = await this.parts.scopes.enter(trx as unknown as Transaction<LedgerTables>, scope, now);
      const taken = await trx
        .insertInto('leases')
        .values({ scope_id: scopeId, holder, fence: 1, until_at: until })
        .onConflict((conflict) =>
          conflict
            .column('scope_id')
            .doUpdateSet(({ ref, eb }) => ({
              holder: ref('excluded.holder'),
              until_at: ref('excluded.until_at'),
              fence: eb('leases.fence', '+', 1),
            }))
            .where(({ or, eb }) =>
              or([eb('leases.until_at', '<=', now), eb('leases.until_at', '>', later(now, LONGEST_MS))]),
            ),
        )
        .returning('fence')
        .executeTakeFirst();
      if (taken) return { kind: 'taken', lease: { scope, holder, fence: taken.fence, until } };
      const other = await trx
        .selectFrom('leases')
        .select(['holder', 'until_at'])
        .where('scope_id', '=', scopeId)
        .executeTakeFirstOrThrow();
      return { kind: 'heldElsewhere', holder: other.holder, until: other.until_at };
    });
  }

  renew(lease: Lease, milliseconds: number): Promise<Lease | undefined> {
    return this.#write(async (trx, now) => {
      const until = later(now, milliseconds);
      return (await this.#end(trx, lease, until)) ? { ...lease, until } : undefined;
    });
  }

  async release(lease: Lease): Promise<void> {
    await this.#write((trx, now) => this.#end(trx, lease, now, ''));
  }

  /** Moves the end of a lease that is still ours. */
  async #end(
    trx: Transaction<WithLeases>,
    { scope, holder, fence }: Lease,
    until: string,
    newHolder = holder,
  ): Promise<boolean> {
    const { numUpdatedRows } = await trx
      .updateTable('leases')
      .set({ until_at: until, holder: newHolder })
      .where('scope_id', '=', scopeIdOf(scope))
      .where('holder', '=', holder)
      .where('fence', '=', fence)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  #write<T>(work: (trx: Transaction<WithLeases>, now: string) => Promise<T>): Promise<T> {
    return this.parts.write((trx) => work(trx as unknown as Transaction<WithLeases>, this.parts.clock().toISOString()));
  }
}

function later(now: string, milliseconds: number): string {
  if (!(milliseconds > 0 && milliseconds <= LONGEST_MS)) throw new RangeError('a lease lasts an hour at most');
  return new Date(new Date(now).getTime() + milliseconds).toISOString();
}
