import type { WordingEntries } from '../wording';

/** What the room `scripts` says. */
export const scriptsEntries = {} as const satisfies WordingEntries;
