import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { startInstance, terminalReport, type Instance } from '../../../scripts/instance';

/** What an instance may take to come up: n8n is installed first where the cache is empty. */
export const START_MS = 25 * 60_000;

export const ROOT = resolve(__dirname, '../../..');

/** A folder for one instance; the test removes it. */
export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'plie-e2e-'));

/** An instance on free ports, in a folder that stays when it stops. */
export async function startIn(data: string): Promise<Instance> {
  return await startInstance(
    {
      root: ROOT,
      report: terminalReport(),
      locale: 'fr',
      data,
      n8nPort: 0,
      sandboxPort: 0,
      // Referrals come when a test sends one.
      sandboxOptions: ['--referral-every', '0'],
    },
    new AbortController().signal,
  );
}

/** An instance of its own for one test file, in a folder that goes when it stops. */
export async function startTestInstance(): Promise<Instance> {
  const data = newDataFolder();
  const remove = (): void => rmSync(data, { recursive: true, force: true });
  try {
    const instance = await startIn(data);
    return { ...instance, stop: () => instance.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
