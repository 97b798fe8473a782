import { existsSync, readFileSync } from 'node:fs';

import type { LogEntry } from '../../../sandbox/gateway/accessLog';

/** What reached France Travail so far, as it wrote it down itself. */
export function readAccessLog(file: string): LogEntry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LogEntry);
}

/** References whose state an API call has changed, one entry for each time. */
export function committedReferences(entries: readonly LogEntry[]): string[] {
  return entries
    .flatMap(({ declarations }) => declarations)
    .filter(({ committed }) => committed)
    .map(({ reference }) => reference ?? '');
}
