import type { Transaction } from 'kysely';
import { seal } from './chain';
import { hashOfEntry } from './journal';
import { insertCrossings } from './settling';
import type { LedgerTables } from './tables';

/** The journal's own words for what is done to the ledger itself: entries of ours among the crossings. */
export const PURGE = 'purge';
export const FORGET = 'forget';

/** What was done to the ledger, by nobody in particular, about nobody in particular. */
export interface Deed {
  readonly id: string;
  readonly at: string;
  readonly operation: typeof PURGE | typeof FORGET;
  readonly scopeId?: string;
  readonly code?: string;
}

/** Enters a deed in the journal and seals it at once, with everything that is open. */
export async function enterDeed(trx: Transaction<LedgerTables>, deed: Deed): Promise<void> {
  const says = {
    id: deed.id,
    at: deed.at,
    scope_id: deed.scopeId ?? '',
    operation: deed.operation,
    direction: 'none',
    fields: '[]',
    outcome: 'erased',
    code: deed.code ?? null,
    convention_id: '',
    convention_sha256: '',
    correlation_id: deed.id,
  };
  await insertCrossings(trx, [{ ...says, hash: hashOfEntry(says), seal: null }]);
  await seal(trx, [deed.id], deed.at);
}

/** What the entry of a purge keeps in its code: with which seal the chain begins from now on, and why so early. */
export function codeOfPurge(firstKeptSeal: number, reason?: string): string {
  return `seal ${firstKeptSeal}${reason ? `, ${reason}` : ''}`;
}

/** The reverse of {@link codeOfPurge}. */
export function firstKeptSealOf(code: string | null): number | undefined {
  const match = /^seal (\d+)(?:,|$)/.exec(code ?? '');
  return match ? Number(match[1]) : undefined;
}
