import type { WordingEntries } from '../wording';

/** What the room `identity` says. */
export const identityEntries = {} as const satisfies WordingEntries;
