import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Everything that this package keeps lies in one folder of n8n's user folder. */
const OWN_FOLDER = 'plie-france-travail';

/** Path of a file that this package keeps in n8n's user folder. */
export function ownFile(context: IExecuteFunctions, name: 'ledger.sqlite' | 'referrals.sqlite' | 'marks'): string {
  return join(userFolder(context), OWN_FOLDER, name);
}

/**
 * n8n's user folder. n8n tells a node's storage path (`<user folder>/storage/<node type>`); an n8n that does not is asked
 * by the environment, as n8n-core itself does.
 */
function userFolder(context: IExecuteFunctions): string {
  const storage = context.helpers.getStoragePath?.();
  const end = storage?.lastIndexOf(`${sep}storage${sep}`) ?? -1;
  if (storage && end > 0) return storage.slice(0, end);
  return folderOfEnvironment();
}

/** Our folder in n8n's user folder where no node runs: in the test of a credential. */
export function instanceFolder(): string {
  return join(folderOfEnvironment(), OWN_FOLDER);
}

function folderOfEnvironment(): string {
  return join(process.env.N8N_USER_FOLDER ?? homedir(), '.n8n');
}
