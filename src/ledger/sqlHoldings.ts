import type { Kysely, Transaction } from 'kysely';
import { chunks } from './chunks';
import type { Adoption, DueReason, Holding, Holdings, Standing } from './holdings';
import type { Lease } from './leases';
import type { Scope } from './ledger';
import type { Marks } from './marks';
import { LedgerProblem } from './problem';
import { hashParticipant, hashReference, participantOf, scopeIdOf, toldOf } from './rows';
import type { Scopes } from './scopes';
import type { Keys } from './sealing';
import { updateTold } from './settling';
import type { WithStandings } from './standingTable';
import type { LedgerTables, ToldTable } from './tables';

export interface HoldingsParts {
  readonly keys: Keys;
  readonly scopes: Scopes;
  readonly marks: Marks;
  /** ISO 8601. */
  readonly now: () => string;
  /** Whether a lease is still whose it says, in the transaction that depends on it. */
  readonly holds: (trx: Transaction<LedgerTables>, lease: Lease) => Promise<boolean>;
  /** The ledger's own ways to the database: what the engine throws is a `LedgerProblem` behind them. */
  readonly read: <T>(query: (db: Kysely<LedgerTables>) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (trx: Transaction<LedgerTables>) => Promise<T>) => Promise<T>;
}

const BEGUN = 'begun';

/** Holdings behind Kysely, in the ledger's own database; the marks lie beside it. */
export class SqlHoldings implements Holdings {
  constructor(private readonly parts: HoldingsParts) {}

  async check({ scope, fence }: Lease): Promise<Standing> {
    const scopeId = scopeIdOf(scope);
    const seen = this.parts.marks.read(scopeId);
    const standing = await this.parts.write(async (plain): Promise<Standing> => {
      const trx = withStandings(plain);
      await this.parts.scopes.enter(plain, scope, this.parts.now());
      const row = await trx.selectFrom('standings').select('state').where('scope_id', '=', scopeId).executeTakeFirst();
      if (row !== undefined && row.state !== BEGUN) return { kind: 'due', reason: row.state as DueReason };
      const empty = await knowsNobody(trx, scopeId);
      if (fence > seen) return { kind: row === undefined && empty ? 'new' : 'begun' };
      const reason: DueReason = empty ? 'lost' : 'restored';
      await this.#put(trx, scopeId, reason);
      return { kind: 'due', reason };
    });
    if (standing.kind !== 'due') this.parts.marks.write(scopeId, fence);
    return standing;
  }

  require(scope: Scope, reason: DueReason): Promise<void> {
    return this.parts.write(async (trx) => {
      await this.parts.scopes.enter(trx, scope, this.parts.now());
      await this.#put(withStandings(trx), scopeIdOf(scope), reason);
    });
  }

  async settled(lease: Lease): Promise<void> {
    const scopeId = scopeIdOf(lease.scope);
    await this.#underLease(lease, (trx) => this.#put(withStandings(trx), scopeId, BEGUN));
    this.parts.marks.write(scopeId, lease.fence);
  }

  all(scope: Scope): Promise<ReadonlyMap<string, Holding>> {
    return this.parts.read(async (db) => {
      const scopeId = await this.parts.scopes.check(db, scope);
      const rows = await db.selectFrom('told').selectAll().where('scope_id', '=', scopeId).execute();
      const open = await openReferences(db, scopeId);
      return new Map(
        rows.map((row): readonly [string, Holding] => {
          const told = toldOf(row, this.parts.keys);
          const participantId = participantOf(row, this.parts.keys);
          return [told.reference, { ...told, participantId, inTheAir: open.has(row.reference_hash) }];
        }),
      );
    });
  }

  adopt(lease: Lease, held: readonly Adoption[], gone: readonly string[]): Promise<void> {
    const scopeId = scopeIdOf(lease.scope);
    return this.#underLease(lease, async (trx) => {
      const open = await openReferences(trx, scopeId);
      const settledHash = (reference: string) => {
        const hash = hashReference(this.parts.keys, scopeId, reference);
        return open.has(hash) ? [] : [hash];
      };
      const rows = held.flatMap((one) => settledHash(one.reference).map((hash) => this.#rowOf(scopeId, hash, one)));
      const doomed = [...rows.map((row) => row.reference_hash), ...gone.flatMap(settledHash)];
      // What was believed may carry a higher number than what is held: it gives way all the same.
      for (const hashes of chunks(doomed)) {
        await trx.deleteFrom('told').where('scope_id', '=', scopeId).where('reference_hash', 'in', hashes).execute();
      }
      await updateTold(trx, rows);
    });
  }

  async #underLease(lease: Lease, work: (trx: Transaction<LedgerTables>) => Promise<void>): Promise<void> {
    const ours = await this.parts.write(async (trx) => {
      // No exception: what others write in the same commit has nothing to do with it.
      if (!(await this.parts.holds(trx, lease))) return false;
      await work(trx);
      return true;
    });
    if (!ours) throw new LedgerProblem('ledger.leaseLost', { structure: lease.scope.structure });
  }

  #rowOf(scopeId: string, referenceHash: string, held: Adoption): ToldTable {
    const { keys, now } = this.parts;
    const { participantId, reference, entryDate, franceTravailReference } = held;
    return {
      scope_id: scopeId,
      reference_hash: referenceHash,
      participant_hash: hashParticipant(keys, scopeId, participantId),
      sealed: keys.seal(JSON.stringify({ participantId, reference }), referenceHash),
      entry_number: held.entryNumber,
      version: held.version,
      status: held.status,
      operation: held.operation,
      digest: held.digest,
      entry_date: entryDate ?? null,
      france_travail_reference: franceTravailReference ?? null,
      outcome: 'declared',
      told_at: now(),
    };
  }

  async #put(trx: Transaction<WithStandings>, scopeId: string, state: string): Promise<void> {
    await trx
      .insertInto('standings')
      .values({ scope_id: scopeId, state, at: this.parts.now() })
      .onConflict((conflict) => conflict.column('scope_id').doUpdateSet({ state, at: this.parts.now() }))
      .execute();
  }
}

async function knowsNobody(db: Kysely<WithStandings>, scopeId: string): Promise<boolean> {
  for (const table of ['told', 'intents'] as const) {
    const row = await db
      .selectFrom(table)
      .select('scope_id')
      .where('scope_id', '=', scopeId)
      .limit(1)
      .executeTakeFirst();
    if (row) return false;
  }
  return true;
}

/** Hashes of the references about which something is in the air. */
async function openReferences(db: Kysely<LedgerTables>, scopeId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('intents')
    .select('reference_hash')
    .where('scope_id', '=', scopeId)
    .where('settled_at', 'is', null)
    .execute();
  return new Set(rows.map(({ reference_hash: hash }) => hash));
}

/** Kysely's types are invariant: a database that has more tables must be told so. */
function withStandings(db: Transaction<LedgerTables>): Transaction<WithStandings> {
  return db as unknown as Transaction<WithStandings>;
}
