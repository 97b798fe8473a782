import type { Habits, Person } from '../world';

/**
 * One moment in the spellings that France Travail uses for it: `Z`, `+01:00` or `.000+00:00`.
 * @param at ISO 8601 with `Z`
 */
export function spelledMoment(at: string, spelling: Habits['dateTime']): string {
  const milliseconds = Date.parse(at);
  if (spelling === 'millis') return `${new Date(milliseconds).toISOString().slice(0, -1)}+00:00`;
  if (spelling === 'Z') return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
  return `${new Date(milliseconds + 3_600_000).toISOString().slice(0, 19)}+01:00`;
}

/** "No value" for a nullable text, as this person's file says it; spread into the answer. */
export function nothing(key: string, spelling: Habits['nothing']): Record<string, null | 'null'> {
  if (spelling === 'absent') return {};
  return { [key]: spelling === 'null' ? null : 'null' };
}

/** A message as this person's file gives it: some come padded with blanks. */
export function paddedFor(person: Person, text: string): string {
  return person.habits.padded ? text.padEnd(60) : text;
}
