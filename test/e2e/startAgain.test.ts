import { rmSync } from 'node:fs';

import type { Instance } from '../../scripts/instance';
import { newDataFolder, startIn, START_MS } from './harness/testInstance';

let data = '';
let running: Instance | undefined;

beforeAll(() => {
  data = newDataFolder();
});

afterAll(async () => {
  await running?.stop();
  rmSync(data, { recursive: true, force: true });
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const accessOf = async ({ api, credentials }: Instance) => {
  const id = credentials['franceTravailApi'] ?? '';
  return { id, type: 'franceTravailApi', ...(await api.readCredential(id)), name: '' };
};

describe('an instance that is stopped and started again', () => {
  let first: Instance;

  it(
    'lets nobody start it twice, and leaves no process behind when it stops',
    async () => {
      first = running = await startIn(data);
      await expect(startIn(data)).rejects.toThrow(/tourne déjà|already running/);
      await first.api.changeWorkflow(first.templates[0]?.id ?? '', { name: 'Mes accompagnements' });
      await first.stop();
      running = undefined;
      expect([first.n8n.pid, first.sandbox.pid].filter(isAlive)).toEqual([]);
    },
    START_MS,
  );

  it(
    'keeps what the user made of it, imports nothing twice, and finds the sandbox where it is now',
    async () => {
      const again = (running = await startIn(data));
      expect(again.owner).toEqual(first.owner);
      expect(again.credentials).toEqual(first.credentials);
      expect(again.templates.map(({ id }) => id)).toEqual(first.templates.map(({ id }) => id));
      expect(await again.api.readWorkflow(first.templates[0]?.id ?? '')).toMatchObject({ name: 'Mes accompagnements' });
      expect(again.sandbox.url).not.toBe(first.sandbox.url);
      expect(await again.api.testCredential(await accessOf(again))).toMatchObject({ status: 'OK' });
    },
    START_MS,
  );

  it('says so when n8n ends by itself', async () => {
    const pid = running?.n8n.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    expect(await running?.ended).toMatchObject({ who: 'n8n' });
  });
});
