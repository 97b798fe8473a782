import type { WordingEntries } from '../wording';

/** What the room `convention` says. */
export const conventionEntries = {} as const satisfies WordingEntries;
