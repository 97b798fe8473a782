import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The n8n that `npm start` and the end-to-end tests run; its cache is keyed by it. */
export const N8N_VERSION = '2.40.7';

const CACHE_NAME = 'n8n-nodes-plie-france-travail';

/** Where things are kept, all outside the checkout. */
export interface Place {
  /** What survives from one checkout to another. */
  readonly cache: string;
  /** One n8n program, shared by all instances. */
  readonly n8n: string;
  /** One instance: its data, its files, what is needed to run it again. */
  readonly data: string;
  /** The only folder that the instance's workflows may read and write; also where it runs. */
  readonly files: string;
  /** Where n8n installs community packages. */
  readonly packages: string;
}

export interface PlaceOptions {
  readonly root: string;
  readonly cache?: string | undefined;
  readonly data?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

function defaultCache(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), CACHE_NAME);
}

/** The folders of an instance; those that n8n compares paths with are made, and named without links. */
export function placeOf({ root, cache, data, env = process.env }: PlaceOptions): Place {
  const wantedCache = resolve(cache ?? env['PLIE_CACHE'] ?? defaultCache(env));
  const ofCheckout = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const wantedData = resolve(data ?? join(wantedCache, 'instances', ofCheckout));
  mkdirSync(wantedCache, { recursive: true });
  mkdirSync(wantedData, { recursive: true });
  const realCache = realpathSync(wantedCache);
  const realData = realpathSync(wantedData);
  return {
    cache: realCache,
    n8n: join(realCache, `n8n-${N8N_VERSION}`),
    data: realData,
    files: join(realData, 'fichiers'),
    packages: join(realData, '.n8n/nodes'),
  };
}
