import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instanceFolder } from './userFolder';

/** Where an admin lays profiles of their own, in n8n's user folder. */
const PROFILES = 'profiles';

/** A file name without a path: a credential must not be able to read elsewhere. */
const FILE_NAME = /^[\w][\w.-]*\.json$/;

/**
 * The text of an admin's own profile: what was pasted, or the content of the file that was named (`mon-profil.json`, in
 * `plie-france-travail/profiles` of n8n's user folder). Undefined when that file cannot be read.
 */
export function profileText(pasted: string): string | undefined {
  if (!FILE_NAME.test(pasted)) return pasted;
  try {
    return readFileSync(join(instanceFolder(), PROFILES, pasted), 'utf8');
  } catch {
    return undefined;
  }
}
