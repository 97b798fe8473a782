import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Bundler {
  build(options: object): Promise<unknown>;
}

/**
 * Puts a worker and all it loads into one file: a thousand of them are started, and reading three hundred files would be
 * most of what they do.
 * @param root the checkout
 * @param to whole path of the file that is written
 */
export async function bundleWorker(root: string, to: string): Promise<void> {
  // tsx, which runs our scripts, has brought its bundler.
  const bundler = createRequire(require.resolve('tsx'))('esbuild') as Bundler;
  await bundler.build({
    entryPoints: [join(root, 'scripts/chaos/worker.ts')],
    outfile: to,
    bundle: true,
    platform: 'node',
    target: 'node24',
    external: ['pg-native', 'n8n-workflow'],
    logLevel: 'error',
  });
}
