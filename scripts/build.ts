import { buildPackage } from './build/buildPackage';
import { say, tell } from './terminal';

async function main(): Promise<void> {
  const result = await buildPackage(process.cwd(), () => tell('run.waiting'));
  if (result.kind === 'failed') {
    const file = 'file' in result ? result.file : '';
    process.stderr.write(`${say(result.code, { file })}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${say('build.done', { files: result.files })}\n`);
}

void main();
