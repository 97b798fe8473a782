import type { WordingEntries } from '../wording';

/** What the room `credentials` says. */
export const credentialsEntries = {} as const satisfies WordingEntries;
