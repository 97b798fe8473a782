import type { WordingEntries } from '../wording';

/** What the room `demo` says. */
export const demoEntries = {} as const satisfies WordingEntries;
