import { closeSync, openSync, writeSync } from 'node:fs';
import type { Trace } from '../answer';

/**
 * One request and its end. The honest proof that is held against a client's journal: written by the other side, when
 * the answer is out or lost. No NIR, no token, no name.
 */
export interface LogEntry {
  readonly n: number;
  /** Real clock, ISO 8601 with `Z`: when the request came, and how long until its end. */
  readonly at: string;
  readonly ms: number;
  readonly method: string;
  /** Path with its blanks left blank (`/partenaire/…/{referenceExterne}`); the plain path outside the contracts. */
  readonly route: string;
  readonly operation: string | null;
  readonly api: string | null;
  readonly client: string | null;
  /** `null`: nothing went out. */
  readonly status: number | null;
  readonly code: string | null;
  /** One entry a declaration: one in a single call, up to 100 in a lot. */
  readonly declarations: readonly Trace[];
  /** The state has changed. */
  readonly committed: boolean;
  readonly correlation: string | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** `answered`; `lost`: cut by the sandbox; `clientGone`: the client hung up first. */
  readonly end: 'answered' | 'lost' | 'clientGone';
  readonly faults: readonly string[];
  /** False when the answer is not as the contract says (gateway answers and faults are not judged: `null`). */
  readonly contract: boolean | null;
  readonly count: number | null;
}

export interface AccessLog {
  write(entry: Omit<LogEntry, 'n'>): void;
  /** Entries in memory whose number is above `after`, oldest first. */
  since(after: number): readonly LogEntry[];
  onEntry(listener: (entry: LogEntry) => void): () => void;
  close(): void;
}

const KEPT_IN_MEMORY = 50_000;

/** @param path where the JSON lines go, appended; without it they stay in memory */
export function createAccessLog(path: string | undefined): AccessLog {
  const file = path === undefined ? undefined : openSync(path, 'a', 0o600);
  const entries: LogEntry[] = [];
  const listeners = new Set<(entry: LogEntry) => void>();
  let last = 0;
  return {
    write: (entry) => {
      last += 1;
      const numbered = { n: last, ...entry };
      entries.push(numbered);
      if (entries.length > KEPT_IN_MEMORY) entries.shift();
      if (file !== undefined) writeSync(file, `${JSON.stringify(numbered)}\n`);
      for (const listener of listeners) listener(numbered);
    },
    since: (after) => entries.filter(({ n }) => n > after),
    onEntry: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      if (file !== undefined) closeSync(file);
    },
  };
}
