import { randomUUID } from 'node:crypto';

/**
 * A fresh UUID (version 7, RFC 9562) whose order is that of time: rows that are written together lie together in the
 * index of their ids, instead of each in a page of its own.
 */
export function sortableUuid(now: Date): string {
  const milliseconds = Math.max(0, now.getTime()).toString(16).padStart(12, '0');
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8, 12)}-7${randomUUID().slice(15)}`;
}
