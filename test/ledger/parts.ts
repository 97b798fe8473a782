import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../src/accompaniment';
import type { NewIntent, Scope } from '../../src/ledger';

export const SECRET = 'une longue phrase que personne ne devine';
export const SCOPE: Scope = { profile: 'interface-commune', host: '127.0.0.1:8787', structure: 'PLI5901' };

/** A participant who does not exist: commune 999, France Travail number 0999…, a surname that says so. */
export const PERSON = { id: 'D-ZEBULON-77', nir: '184125999912341', number: '09990000042', referent: 'FICTIVEMENT' };

export const DECLARED: Outcome = {
  kind: 'declared',
  message: { code: 'exchange.taken' },
  code: 'S000',
  retryable: false,
  franceTravailReference: 'FT-1',
};
export const UNCLEAR: Outcome = {
  kind: 'unclear',
  message: { code: 'exchange.unclear' },
  code: 'ECONNRESET',
  retryable: true,
};
export const REJECTED: Outcome = {
  kind: 'rejected',
  message: { code: 'exchange.rejected' },
  code: 'R010',
  retryable: false,
};

export function intent(change: Partial<NewIntent> = {}): NewIntent {
  return {
    scope: SCOPE,
    participantId: PERSON.id,
    reference: `${PERSON.id}-1`,
    entryNumber: 1,
    version: 1,
    operation: 'open',
    status: 'open',
    entryDate: '2026-01-12',
    digest: 'd1',
    idempotencyKey: randomUUID(),
    body: JSON.stringify({ statut: 'OUVERT', referent: { nom: PERSON.referent } }),
    identifier: JSON.stringify({ kind: 'nir', nir: PERSON.nir, birthDate: '1984-12-03' }),
    fields: ['id', 'referentName'],
    convention: { id: 'c', sha256: 'abc' },
    correlationId: 'run-1',
    ...change,
  };
}

/** A folder of its own for one test file, removed at the end. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'ledger-'));
  return {
    path,
    file: (name = 'ledger.sqlite') => join(path, name),
    /** Every byte that lies in the folder: databases, write-ahead logs, shared memory. */
    bytes: () => Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name)))).toString('latin1'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
