import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asLedgerProblem } from './problem';

/**
 * What lies beside a ledger and is not restored with it: the highest number of a run that this machine has seen, one small
 * file a structure. A ledger whose numbers lie behind is an older copy, or a new one.
 */
export interface Marks {
  /** 0 where nothing was seen. */
  read(scopeId: string): number;
  write(scopeId: string, number: number): void;
}

/** Marks in a folder, made when the first is written. Both throw a `LedgerProblem` when the folder is out of order. */
export function marksIn(folder: string): Marks {
  return {
    read: (scopeId) => {
      try {
        const number = Number(readFileSync(join(folder, scopeId), 'utf8'));
        return Number.isInteger(number) && number > 0 ? number : 0;
      } catch (error) {
        if ((error as { code?: unknown }).code === 'ENOENT') return 0;
        throw asLedgerProblem(error, folder);
      }
    },
    write: (scopeId, number) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const path = join(folder, scopeId);
        writeFileSync(`${path}.new`, String(number), { mode: 0o600, flush: true });
        renameSync(`${path}.new`, path);
      } catch (error) {
        throw asLedgerProblem(error, folder);
      }
    },
  };
}

/** Where no folder was named: nothing is seen, nothing is kept. */
export const NO_MARKS: Marks = { read: () => 0, write: () => undefined };
