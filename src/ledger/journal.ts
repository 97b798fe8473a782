import { createHash } from 'node:crypto';
import { canonicalJson, type ConventionOperation, type Direction } from '../convention';
import type { PivotField } from '../fields';
import type { Scope } from './ledger';
import type { JournalTable } from './tables';

/** One crossing of the border, as the audit journal keeps it: which fields, never which person. */
export interface Crossing {
  readonly scope: Scope;
  readonly operation: ConventionOperation;
  readonly direction: Direction;
  readonly fields: readonly PivotField[];
  /** An outcome kind, or the kind of an answer (`found`, `stored`…). */
  readonly outcome: string;
  readonly code?: string;
  readonly convention: { readonly id: string; readonly sha256: string };
  readonly correlationId: string;
}

/** The row of a crossing, with the hash that later seals chain. */
export function journalRow(crossing: Crossing, id: string, at: string, scopeId: string): JournalTable {
  const row = {
    id,
    at,
    scope_id: scopeId,
    operation: crossing.operation,
    direction: crossing.direction,
    fields: JSON.stringify(crossing.fields),
    outcome: crossing.outcome,
    code: crossing.code ?? null,
    convention_id: crossing.convention.id,
    convention_sha256: crossing.convention.sha256,
    correlation_id: crossing.correlationId,
  };
  return { ...row, hash: hashOfEntry(row), seal: null };
}

/** sha-256 over everything that an entry says (RFC 8785). */
export function hashOfEntry(says: Omit<JournalTable, 'hash' | 'seal'>): string {
  return createHash('sha256')
    .update(canonicalJson({ ...says }))
    .digest('hex');
}
