import { readPath } from './jsonPath';
import type { Profile } from './profileSchema';

/**
 * The business code in a body, by the shapes that the profile lists, in its order; nothing for HTML, plain text or an
 * empty body (they are no JSON, so `json` is undefined). A code is a short text without blanks: the code goes into
 * sentences and logs, so nothing else may pass for one.
 */
export function businessCodeOf(profile: Profile, json: unknown): string | undefined {
  for (const shape of profile.businessCode) {
    if (shape.beside !== undefined && readPath(json, shape.beside) === undefined) continue;
    const code = asCode(readPath(json, shape.path));
    if (code !== undefined) return code;
  }
  return undefined;
}

function asCode(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  if (text === '' || text === 'null' || text === 'about:blank') return undefined;
  return /^[\w.:/#-]{1,80}$/.test(text) && !/\d{11}/.test(text) ? text : 'UNREADABLE_CODE';
}
