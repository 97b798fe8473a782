import { createHmac, randomUUID } from 'node:crypto';
import type { Person, World } from '../world';

export interface PersonTokens {
  issue(person: Person, now: number): string;
  /** The person of a token that is ours and not yet old, else nothing. */
  read(token: string, now: number): Person | undefined;
}

/**
 * Perishable person tokens: base64 JSON with an `expire` in epoch milliseconds, as at France Travail. They hold no
 * identity; the person stands in `data`, signed, so that tokens survive a restart and cost no memory.
 * @param lifeMs how long a token lives; a day at France Travail
 */
export function createPersonTokens(world: World, lifeMs: number): PersonTokens {
  const sign = (text: string): string =>
    createHmac('sha256', `sandbox ${world.seed}`).update(text).digest('hex').slice(0, 32);
  return {
    issue: (person, now) => {
      const uuid = randomUUID();
      const expire = now + lifeMs;
      const subject = `${person.index.toString(36)}.${uuid}`;
      const data = `${subject}.${sign(`${subject}.${expire}`)}`;
      const token = { vers: '0.1', uuid, expire, type: '/partenaire', data };
      return Buffer.from(JSON.stringify(token)).toString('base64');
    },
    read: (token, now) => {
      const { data, expire } = parseToken(token);
      const [index = '', uuid = '', signature = ''] = data.split('.');
      if (expire <= now || signature !== sign(`${index}.${uuid}.${expire}`)) return undefined;
      return world.people[parseInt(index, 36)];
    },
  };
}

function parseToken(token: string): { data: string; expire: number } {
  try {
    const parsed = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as {
      data?: unknown;
      expire?: unknown;
    } | null;
    return { data: String(parsed?.data ?? ''), expire: Number(parsed?.expire ?? 0) };
  } catch {
    return { data: '', expire: 0 };
  }
}
