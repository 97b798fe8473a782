import type { Moment } from '../moment';
import type { Client, KeptAnswer, Store } from '../store';

/** How long a key gives its first answer again: 7 days, as the contract says. */
export const KEY_LIFE_MS = 7 * 86_400_000;

/** The answer that this caller's key was first given, or nothing when the key is new or forgotten. */
export function keptAnswer(store: Store, client: Client, key: string, moment: Moment): KeptAnswer | undefined {
  const kept = store.keptAnswers.get(name(client, key));
  if (kept === undefined || moment.real - kept.at > KEY_LIFE_MS) return undefined;
  return kept;
}

export function keepAnswer(store: Store, client: Client, key: string, kept: KeptAnswer): void {
  store.keptAnswers.set(name(client, key), kept);
}

function name(client: Client, key: string): string {
  return `${client.id}/${key}`;
}
