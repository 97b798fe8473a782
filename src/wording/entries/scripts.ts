import bootstrap from './bootstrap.json';
import type { WordingEntries } from '../wording';

/** What the commands say. `bootstrap.json` holds what they say before anything is installed, so it is plain JSON. */
export const scriptsEntries = {
  ...bootstrap,
} satisfies WordingEntries;
