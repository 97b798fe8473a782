import type { WordingEntries } from '../wording';

/** What the room `ledger` says. */
export const ledgerEntries = {} as const satisfies WordingEntries;
