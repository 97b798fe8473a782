import type { WordingEntries } from '../wording';

/** What the room `exchange` says. */
export const exchangeEntries = {} as const satisfies WordingEntries;
