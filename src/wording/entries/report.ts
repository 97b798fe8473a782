import type { WordingEntries } from '../wording';

/** What the room `report` says. */
export const reportEntries = {} as const satisfies WordingEntries;
