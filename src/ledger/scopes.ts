import type { Kysely, Transaction } from 'kysely';
import type { Scope } from './ledger';
import { LedgerProblem } from './problem';
import { scopeIdOf } from './rows';
import type { Keys } from './sealing';
import type { ScopeTable } from './tables';

/** Tables with the list of scopes: the ledger's and the referral store's. */
export interface WithScopes {
  scopes: ScopeTable;
}

/**
 * Knows a scope again, and a secret that is no longer the one it was begun with. The check is kept by scope: two structures
 * that share a database each have a secret of their own.
 */
export class Scopes {
  readonly #known = new Set<string>();

  constructor(private readonly keys: Keys) {}

  /** For reading: a scope that nobody has written yet has nothing to check. */
  async check<Tables extends WithScopes>(db: Kysely<Tables>, scope: Scope): Promise<string> {
    const id = scopeIdOf(scope);
    if (this.#known.has(id)) return id;
    const row = await selectScope(scopesIn(db), id);
    if (!row) return id;
    this.#compare(row, scope);
    this.remember(id);
    return id;
  }

  /** For writing: enters the scope when it is new. */
  async enter<Tables extends WithScopes>(db: Transaction<Tables>, scope: Scope, at: string): Promise<string> {
    const id = scopeIdOf(scope);
    if (this.#known.has(id)) return id;
    const trx = scopesIn(db);
    await trx
      .insertInto('scopes')
      .values({ id, ...pick(scope), secret_check: this.#checkOf(id), used_at: at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const row = await selectScope(trx, id);
    if (row) this.#compare(row, scope);
    return id;
  }

  /** To be called once a scope is surely in the database: what was entered can still be rolled back. */
  remember(id: string): void {
    this.#known.add(id);
  }

  #compare(row: Pick<ScopeTable, 'id' | 'secret_check'>, scope: Scope): void {
    if (row.secret_check !== this.#checkOf(row.id)) {
      throw new LedgerProblem('ledger.secretChanged', { structure: scope.structure });
    }
  }

  #checkOf(id: string): string {
    return secretCheckOf(this.keys, id);
  }
}

/** Tells whether a scope was begun with this secret. */
export function secretCheckOf(keys: Keys, scopeId: string): string {
  return keys.hash('check', scopeId).slice(0, 32);
}

/** Kysely's types are invariant: a database that has more tables must be told so. */
function scopesIn<Tables extends WithScopes>(db: Kysely<Tables>): Kysely<WithScopes> {
  return db as unknown as Kysely<WithScopes>;
}

function selectScope(db: Kysely<WithScopes>, id: string) {
  return db.selectFrom('scopes').select(['id', 'secret_check']).where('id', '=', id).executeTakeFirst();
}

function pick({ profile, host, structure }: Scope): Scope {
  return { profile, host, structure };
}
