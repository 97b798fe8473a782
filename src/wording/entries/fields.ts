import type { WordingEntries } from '../wording';

/** What the room `fields` says. */
export const fieldsEntries = {} as const satisfies WordingEntries;
