import { createHash } from 'node:crypto';
import type { AccompanimentStatus, DeclarationOperation, OutcomeKind } from '../accompaniment';
import { canonicalJson } from '../convention';
import type { PivotField } from '../fields';
import type { Intent, NewIntent, Scope, Settlement, Told } from './ledger';
import type { Keys } from './sealing';
import type { IntentTable, ToldTable } from './tables';

/** What of an intent is encrypted: everything that says who. */
interface Sealed {
  readonly participantId: string;
  readonly reference: string;
  readonly body: string;
  readonly identifier?: string;
}

/** Outcomes after which France Travail holds, or will hold, what was said. */
const TOLD: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>(['declared', 'unchanged', 'sent']);

/** A run has one scope, and thousands of rows. */
const SCOPE_IDS = new WeakMap<Scope, string>();

/** Names a scope in every table. */
export function scopeIdOf(scope: Scope): string {
  const known = SCOPE_IDS.get(scope);
  if (known !== undefined) return known;
  const { profile, host, structure } = scope;
  const id = createHash('sha256')
    .update(canonicalJson([profile, host, structure]))
    .digest('hex')
    .slice(0, 32);
  SCOPE_IDS.set(scope, id);
  return id;
}

export function hashReference(keys: Keys, scopeId: string, reference: string): string {
  return keys.hash('reference', `${scopeId}\u0000${reference}`);
}

export function hashParticipant(keys: Keys, scopeId: string, participantId: string): string {
  return keys.hash('participant', `${scopeId}\u0000${participantId}`);
}

export function intentRow(intent: NewIntent, id: string, createdAt: string, keys: Keys): IntentTable {
  const scopeId = scopeIdOf(intent.scope);
  const { participantId, reference, body, identifier } = intent;
  const sealed: Sealed = { participantId, reference, body, ...(identifier === undefined ? {} : { identifier }) };
  return {
    id,
    scope_id: scopeId,
    reference_hash: hashReference(keys, scopeId, reference),
    participant_hash: hashParticipant(keys, scopeId, participantId),
    entry_number: intent.entryNumber,
    version: intent.version,
    operation: intent.operation,
    status: intent.status,
    entry_date: intent.entryDate ?? null,
    digest: intent.digest,
    idempotency_key: intent.idempotencyKey,
    sealed: keys.seal(JSON.stringify(sealed), id),
    fields: JSON.stringify(intent.fields),
    convention_id: intent.convention.id,
    convention_sha256: intent.convention.sha256,
    correlation_id: intent.correlationId,
    created_at: createdAt,
    settled_at: null,
    outcome: null,
    code: null,
  };
}

/** An intent that is not settled, decrypted. @throws LedgerProblem when the secret is another. */
export function intentOf(row: IntentTable & { sealed: string }, scope: Scope, keys: Keys): Intent {
  const sealed = JSON.parse(keys.open(row.sealed, row.id)) as Sealed;
  return {
    ...sealed,
    id: row.id,
    scope,
    entryNumber: row.entry_number,
    version: row.version,
    operation: row.operation as DeclarationOperation,
    status: row.status as AccompanimentStatus,
    ...(row.entry_date === null ? {} : { entryDate: row.entry_date }),
    digest: row.digest,
    idempotencyKey: row.idempotency_key,
    fields: JSON.parse(row.fields) as PivotField[],
    convention: { id: row.convention_id, sha256: row.convention_sha256 },
    correlationId: row.correlation_id,
    createdAt: row.created_at,
  };
}

/** The row that says what France Travail now holds; none when the outcome says that it took nothing. */
export function toldRow({ intent, outcome, version }: Settlement, at: string, keys: Keys): ToldTable | undefined {
  if (!TOLD.has(outcome.kind)) return undefined;
  const scopeId = scopeIdOf(intent.scope);
  const referenceHash = hashReference(keys, scopeId, intent.reference);
  const { participantId, reference } = intent;
  return {
    scope_id: scopeId,
    reference_hash: referenceHash,
    participant_hash: hashParticipant(keys, scopeId, participantId),
    sealed: keys.seal(JSON.stringify({ participantId, reference }), referenceHash),
    entry_number: intent.entryNumber,
    version: version ?? intent.version,
    status: intent.status,
    operation: intent.operation,
    digest: intent.digest,
    entry_date: intent.entryDate ?? null,
    france_travail_reference: outcome.franceTravailReference ?? null,
    outcome: outcome.kind,
    told_at: at,
  };
}

/** The PLIE's own id behind a row. @throws LedgerProblem when the secret is another. */
export function participantOf(row: Pick<ToldTable, 'sealed' | 'reference_hash'>, keys: Keys): string {
  return (JSON.parse(keys.open(row.sealed, row.reference_hash)) as { participantId: string }).participantId;
}

/** What was told, read back. @throws LedgerProblem when the secret is another. */
export function toldOf(row: ToldTable, keys: Keys): Told {
  const { reference } = JSON.parse(keys.open(row.sealed, row.reference_hash)) as { reference: string };
  return {
    reference,
    entryNumber: row.entry_number,
    version: row.version,
    status: row.status as AccompanimentStatus,
    operation: row.operation as DeclarationOperation,
    digest: row.digest,
    ...(row.entry_date === null ? {} : { entryDate: row.entry_date }),
    ...(row.france_travail_reference === null ? {} : { franceTravailReference: row.france_travail_reference }),
    outcome: row.outcome as OutcomeKind,
    toldAt: row.told_at,
  };
}
