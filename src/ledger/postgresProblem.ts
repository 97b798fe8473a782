import { LedgerProblem, type LedgerProblemCode } from './problem';

/** SQLSTATE, whole or by its class (https://www.postgresql.org/docs/15/errcodes-appendix.html). */
const BY_STATE: Readonly<Record<string, LedgerProblemCode>> = {
  '08': 'ledger.serverGone',
  '25006': 'ledger.serverRefused',
  '28': 'ledger.serverRefused',
  '3D000': 'ledger.serverRefused',
  '3F000': 'ledger.serverRefused',
  '40': 'ledger.locked',
  '42501': 'ledger.serverRefused',
  '53': 'ledger.serverGone',
  '53100': 'ledger.diskFull',
  '55P03': 'ledger.locked',
  '57P': 'ledger.serverGone',
  '58': 'ledger.failed',
  XX001: 'ledger.damaged',
  XX002: 'ledger.damaged',
};

/** What the client says itself, without a code. Source: node-postgres 8 (`pg/lib/client.js`, `pg-pool/index.js`). */
const GONE =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e|Query read timeout)/i;
const REFUSED = /^(SASL|The server does not support SSL)/;

/** Node's own codes for a certificate that is not believed. */
const CERTIFICATE = /CERT|_VERIFY_|^ERR_TLS/;

const STATE = /^[0-9A-Z]{5}$/;
const SYSTEM = /^E[A-Z_]+$/;

/** Turns what the PostgreSQL client throws into a `LedgerProblem`; the server's own sentence stays out: it can quote values. */
export function asPostgresProblem(error: unknown, name: string): unknown {
  if (error instanceof LedgerProblem || typeof error !== 'object' || error === null) return error;
  const { code, severity, message } = error as { code?: unknown; severity?: unknown; message?: unknown };
  const file = { file: name };
  if (typeof code === 'string' && severity !== undefined && STATE.test(code)) {
    const known = [code, code.slice(0, 3), code.slice(0, 2)].find((state) => state in BY_STATE);
    return new LedgerProblem(known ? BY_STATE[known]! : 'ledger.failed', file, `SQLSTATE ${code}`);
  }
  // Of a host with several addresses, Node says what happened to each.
  const { errors } = error as { errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return asPostgresProblem(errors[0], name);
  if (typeof code === 'string' && CERTIFICATE.test(code)) return new LedgerProblem('ledger.serverRefused', file, code);
  if (typeof code === 'string' && SYSTEM.test(code)) return new LedgerProblem('ledger.serverGone', file, code);
  if (typeof message === 'string' && GONE.test(message)) return new LedgerProblem('ledger.serverGone', file);
  if (typeof message === 'string' && REFUSED.test(message)) return new LedgerProblem('ledger.serverRefused', file);
  return error;
}

/** Two workers in each other's way: the same again, at once, goes through. */
export function isPassing(error: unknown): boolean {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown };
  return code === '40P01' || code === '40001';
}
