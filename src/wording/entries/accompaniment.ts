import type { WordingEntries } from '../wording';

/** What the room `accompaniment` says. */
export const accompanimentEntries = {} as const satisfies WordingEntries;
