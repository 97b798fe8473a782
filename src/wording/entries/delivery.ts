import type { WordingEntries } from '../wording';

/** What the room `delivery` says. */
export const deliveryEntries = {} as const satisfies WordingEntries;
