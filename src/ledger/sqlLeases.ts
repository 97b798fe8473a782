import type { Transaction } from 'kysely';
import type { Scope } from './ledger';
import type { Lease, Leases, Taken } from './leases';
import type { WithLeases } from './leaseTable';
import { scopeIdOf } from './rows';
import type { Scopes } from './scopes';
import type { LedgerTables } from './tables';
import { isGone, thisWorker } from './worker';

const LONGEST_MS = 60 * 60 * 1000;

export interface LeaseParts {
  readonly scopes: Scopes;
  readonly clock: () => Date;
  /** The ledger's own way to the database. */
  readonly write: <T>(work: (trx: Transaction<LedgerTables>) => Promise<T>) => Promise<T>;
}

/** Leases behind Kysely: each change is one statement that looks and writes at once. */
export class SqlLeases implements Leases {
  readonly #worker = thisWorker();
  /** Leases of our own that could not be given back: the database had gone away. Nobody works under them any more. */
  readonly #left = new Set<string>();

  constructor(private readonly parts: LeaseParts) {}

  take(scope: Scope, holder: string, milliseconds: number): Promise<Taken> {
    return this.#write(async (trx, now) => {
      const until = later(now, milliseconds);
      const scopeId = await this.parts.scopes.enter(trx as unknown as Transaction<LedgerTables>, scope, now);
      const taken = await trx
        .insertInto('leases')
        .values({ scope_id: scopeId, holder: this.#named(holder), fence: 1, until_at: until })
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
        .selectAll()
        .where('scope_id', '=', scopeId)
        .executeTakeFirstOrThrow();
      const { worker, run } = partsOf(other.holder);
      if (!isGone(worker) && !this.#left.has(`${other.holder} ${other.fence}`))
        return { kind: 'heldElsewhere', holder: run, until: other.until_at };
      // Who had it was killed, or could not give it back, and will not come back for it.
      const fence = other.fence + 1;
      const left = await trx
        .updateTable('leases')
        .set({ holder: this.#named(holder), until_at: until, fence })
        .where('scope_id', '=', scopeId)
        .where('fence', '=', other.fence)
        .executeTakeFirst();
      if (left.numUpdatedRows > 0n) return { kind: 'taken', lease: { scope, holder, fence, until } };
      return { kind: 'heldElsewhere', holder: run, until: other.until_at };
    });
  }

  renew(lease: Lease, milliseconds: number): Promise<Lease | undefined> {
    return this.#write(async (trx, now) => {
      const until = later(now, milliseconds);
      return (await this.#end(trx, lease, until)) ? { ...lease, until } : undefined;
    });
  }

  async release(lease: Lease): Promise<void> {
    // Before every moment: a clock that is set back finds it free all the same.
    this.#left.add(`${this.#named(lease.holder)} ${lease.fence}`);
    await this.#write((trx) => this.#end(trx, lease, '', ''));
    this.#left.delete(`${this.#named(lease.holder)} ${lease.fence}`);
  }

  /** Whether a lease is still whose it says: to be asked in the transaction that depends on it, which nobody can then overtake. */
  async holds(trx: Transaction<LedgerTables>, { scope, holder, fence }: Lease): Promise<boolean> {
    const { numUpdatedRows } = await (trx as unknown as Transaction<WithLeases>)
      .updateTable('leases')
      // Nothing is changed: on a server, the row is locked until the commit.
      .set({ fence })
      .where('scope_id', '=', scopeIdOf(scope))
      .where('holder', '=', this.#named(holder))
      .where('fence', '=', fence)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Moves the end of a lease that is still ours. */
  async #end(
    trx: Transaction<WithLeases>,
    { scope, holder, fence }: Lease,
    until: string,
    newHolder = this.#named(holder),
  ): Promise<boolean> {
    const { numUpdatedRows } = await trx
      .updateTable('leases')
      .set({ until_at: until, holder: newHolder })
      .where('scope_id', '=', scopeIdOf(scope))
      .where('holder', '=', this.#named(holder))
      .where('fence', '=', fence)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** With the process in front, so that who comes after a crash need not wait for the end of the lease. */
  #named(run: string): string {
    return `${this.#worker}#${run}`;
  }

  #write<T>(work: (trx: Transaction<WithLeases>, now: string) => Promise<T>): Promise<T> {
    return this.parts.write((trx) => work(trx as unknown as Transaction<WithLeases>, this.parts.clock().toISOString()));
  }
}

function later(now: string, milliseconds: number): string {
  if (!(milliseconds > 0 && milliseconds <= LONGEST_MS)) throw new RangeError('a lease lasts an hour at most');
  return new Date(new Date(now).getTime() + milliseconds).toISOString();
}

function partsOf(holder: string): { worker: string; run: string } {
  const at = holder.indexOf('#');
  return { worker: holder.slice(0, Math.max(0, at)), run: holder.slice(at + 1) };
}
