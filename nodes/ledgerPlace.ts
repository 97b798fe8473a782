import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import type { LedgerPlace } from '../src/ledger';
import { refusal, type NodeRun } from './nodeRun';
import { ownFile } from './userFolder';
import type { Words } from './words';

/** Where what was said is kept. Option values: stable. */
const PLACES = ['userFolder', 'postgres'] as const;

type OwnFile = 'ledger.sqlite' | 'referrals.sqlite';

/** The parameter that chooses. Not an expression: two places are two memories, which must be read on the screen. */
export function ledgerPlaceProperty(words: Words, show?: Record<string, string[]>): INodeProperties {
  return {
    displayName: words('nodes.ledgerPlace'),
    name: 'ledgerPlace',
    type: 'options',
    noDataExpression: true,
    default: 'userFolder',
    description: words('nodes.ledgerPlace.description'),
    ...(show ? { displayOptions: { show } } : {}),
    options: PLACES.map((value) => ({
      name: words(`nodes.ledgerPlace.${value}`),
      value,
      description: words(`nodes.ledgerPlace.${value}.description`),
    })),
  };
}

/**
 * Where the node's ledger, or its referrals, lie.
 *
 * @throws NodeOperationError with one sentence: a file where several machines would each have one of their own, or a way to
 * a server that we do not offer.
 */
export async function readLedgerPlace(run: NodeRun, file: OwnFile): Promise<LedgerPlace> {
  if (run.context.getNodeParameter('ledgerPlace', 0, 'userFolder') === 'postgres') return await readServer(run);
  if (isQueueMode()) throw refusal(run, { code: 'nodes.error.queueMode' });
  return { file: ownFile(run.context, file) };
}

async function readServer(run: NodeRun): Promise<LedgerPlace> {
  const fields = await run.context.getCredentials('postgres');
  if (fields.sshTunnel === true) throw refusal(run, { code: 'nodes.error.sshTunnel' });
  const [host, database, user] = ['host', 'database', 'user'].map((name) => text(fields, name));
  if (!host || !database || !user) throw refusal(run, { code: 'nodes.error.postgresIncomplete' });
  const port = Number(fields.port);
  const password = fields.password;
  return {
    postgres: {
      host,
      database,
      user,
      ...(Number.isInteger(port) && port > 0 ? { port } : {}),
      ...(typeof password === 'string' && password !== '' ? { password } : {}),
      ssl: encryptionOf(fields),
    },
  };
}

/** As n8n's own Postgres node reads these two fields (`nodes-base/nodes/Postgres/transport`). */
function encryptionOf(fields: ICredentialDataDecryptedObject): boolean | { readonly rejectUnauthorized: false } {
  if (fields.allowUnauthorizedCerts === true) return { rejectUnauthorized: false };
  return fields.ssl !== undefined && fields.ssl !== 'disable';
}

function text(fields: ICredentialDataDecryptedObject, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * Whether executions go to workers. n8n tells no node; its setting is `EXECUTIONS_MODE`, and `n8n worker` is in queue mode
 * without it.
 */
function isQueueMode(): boolean {
  return process.env.EXECUTIONS_MODE?.trim() === 'queue' || process.argv[2] === 'worker';
}
