import type { WordingEntries } from '../wording';

/** What the room `intake` says. */
export const intakeEntries = {} as const satisfies WordingEntries;
