import type { ServerResponse } from 'node:http';
import type { AccessLog } from '../gateway/accessLog';
import { linesOf, type Line } from './sentences';

const LINES_KEPT = 300;

/** Keeps the last calls in words, and tells open pages that there is something new. */
export interface PageFeed {
  /** Latest first. */
  lines(): readonly Line[];
  subscribe(response: ServerResponse): void;
  changed(): void;
  close(): void;
}

export function createPageFeed(log: AccessLog): PageFeed {
  const readers = new Set<ServerResponse>();
  let kept: Line[] = [];
  let pending: NodeJS.Timeout | undefined;

  // Calls come by the dozen; a page that is told four times a second has enough.
  const changed = (): void => {
    if (readers.size === 0) return;
    pending ??= setTimeout(() => {
      pending = undefined;
      for (const reader of readers) reader.write('event: changed\ndata: 1\n\n');
    }, 250);
  };
  const unsubscribe = log.onEntry((entry) => {
    kept = [...linesOf(entry).reverse(), ...kept].slice(0, LINES_KEPT);
    changed();
  });

  return {
    lines: () => kept,
    subscribe: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 2000\n\n');
      readers.add(response);
      response.once('close', () => readers.delete(response));
    },
    changed,
    close: () => {
      unsubscribe();
      clearTimeout(pending);
      for (const reader of readers) reader.end();
    },
  };
}
