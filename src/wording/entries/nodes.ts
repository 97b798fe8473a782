import type { WordingEntries } from '../wording';

/** What the room `nodes` says. */
export const nodesEntries = {} as const satisfies WordingEntries;
