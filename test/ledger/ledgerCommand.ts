import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The command as a person calls it, in French. */
export function ledgerCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- our own command, as npm calls it
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'scripts/ledger/main.ts'), ...args],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', ...env } },
  );
  return { status, stdout, stderr };
}
