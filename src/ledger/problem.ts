import type { Problem } from '../fields';

/** Why a ledger cannot be used. Each ends the same way for the user: no journal, no send. */
export type LedgerProblemCode =
  | 'ledger.secretMissing'
  | 'ledger.secretChanged'
  | 'ledger.notWritable'
  | 'ledger.diskFull'
  | 'ledger.leaseLost'
  | 'ledger.locked'
  | 'ledger.damaged'
  | 'ledger.newer'
  | 'ledger.serverGone'
  | 'ledger.serverRefused'
  | 'ledger.failed';

/** Thrown when nothing can be written or read back: the caller must not send. Holds nothing personal and no secret. */
export class LedgerProblem extends Error {
  override readonly name = 'LedgerProblem';
  readonly problem: Problem;

  constructor(
    readonly code: LedgerProblemCode,
    params: Readonly<Record<string, string | number>> = {},
    /** Technical code: `SQLITE 13`, `EACCES`. */
    readonly technicalCode?: string,
  ) {
    super(technicalCode ? `${code} (${technicalCode})` : code);
    this.problem = { code, params };
  }
}

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that a user can do something about. */
const BY_SQLITE_CODE: Readonly<Record<number, LedgerProblemCode>> = {
  3: 'ledger.notWritable',
  5: 'ledger.locked',
  6: 'ledger.locked',
  8: 'ledger.notWritable',
  11: 'ledger.damaged',
  13: 'ledger.diskFull',
  14: 'ledger.notWritable',
  23: 'ledger.notWritable',
  26: 'ledger.damaged',
};

const BY_SYSTEM_CODE: Readonly<Record<string, LedgerProblemCode>> = {
  EACCES: 'ledger.notWritable',
  EPERM: 'ledger.notWritable',
  EROFS: 'ledger.notWritable',
  ENOTDIR: 'ledger.notWritable',
  EISDIR: 'ledger.notWritable',
  EEXIST: 'ledger.notWritable',
  ENOENT: 'ledger.notWritable',
  ENOSPC: 'ledger.diskFull',
  EDQUOT: 'ledger.diskFull',
};

/**
 * Turns what the engine throws into a `LedgerProblem`. The engine's own sentence stays out: it can quote values. An error
 * that comes from neither SQLite nor the file system is a bug of ours and passes as it is.
 */
export function asLedgerProblem(error: unknown, file: string): unknown {
  // Not by class: errors of Node's own modules are of another realm in tests and in sandboxes.
  if (error instanceof LedgerProblem || typeof error !== 'object' || error === null) return error;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  if (typeof errcode === 'number') {
    // Extended codes carry the primary one in their lowest byte.
    return new LedgerProblem(BY_SQLITE_CODE[errcode & 0xff] ?? 'ledger.failed', { file }, `SQLITE ${errcode}`);
  }
  const known = typeof code === 'string' ? BY_SYSTEM_CODE[code] : undefined;
  return known ? new LedgerProblem(known, { file }, String(code)) : error;
}
