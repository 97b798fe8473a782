import type { WordingEntries } from '../wording';

/** What the room `referral` says. */
export const referralEntries = {} as const satisfies WordingEntries;
