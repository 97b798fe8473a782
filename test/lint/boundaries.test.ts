import { Linter } from 'eslint';
import { join } from 'node:path';
import { parser } from 'typescript-eslint';
import boundaries from '../../scripts/lint/boundaries.cjs';

const ROOT = join(__dirname, '..', '..');
const linter = new Linter({ cwd: ROOT });

/** The messages that the boundary rules give for one line of code in a file of a room. */
function lint(filePath: string, code: string): string[] {
  const config = [{ files: ['**/*.ts'], languageOptions: { parser } }, ...boundaries] as Linter.Config[];
  return linter.verify(code, config, { filename: join(ROOT, filePath) }).map((message) => message.message);
}

describe('who may import whom', () => {
  const forbidden: [string, string][] = [
    ['src/identity/x.ts', "import axios from 'axios'; axios;"],
    ['src/intake/x.ts', "import { readFileSync } from 'node:fs'; readFileSync;"],
    ['src/convention/x.ts', "import { NodeOperationError } from 'n8n-workflow'; NodeOperationError;"],
    ['src/accompaniment/x.ts', "import { openGateway } from '../exchange'; openGateway;"],
    ['src/exchange/x.ts', "import { openLedger } from '../ledger'; openLedger;"],
    ['src/ledger/x.ts', "import { openGateway } from '../exchange'; openGateway;"],
    ['src/delivery/x.ts', "import { x } from '../exchange/httpClient'; x;"],
    ['src/exchange/deep/x.ts', "import { x } from '../../ledger/ledger'; x;"],
    ['src/watch/x.ts', 'export const now = new Date();'],
    ['src/referral/x.ts', 'export const now = Date.now();'],
    ['src/identity/y.ts', 'export const chance = Math.random();'],
    ['sandbox/x.ts', "import { openGateway } from '../src/exchange'; openGateway;"],
    ['nodes/Foo/x.ts', "import axios from 'axios'; axios;"],
    ['nodes/Foo/x.ts', "import { x } from '../../src/exchange/httpClient'; x;"],
  ];
  it.each(forbidden)('refuses in %s: %s', (file, code) => {
    expect(lint(file, code)).not.toEqual([]);
  });

  const allowed: [string, string][] = [
    ['src/delivery/x.ts', "import { openGateway } from '../exchange'; openGateway;"],
    ['src/intake/x.ts', "import { checkNir } from '../identity'; checkNir;"],
    ['src/exchange/x.ts', "import axios from 'axios'; axios;"],
    ['src/accompaniment/x.ts', "export const dated = new Date('2026-11-24');"],
    ['sandbox/x.ts', "import { checkNir } from '../src/identity'; checkNir;"],
    ['nodes/Foo/x.ts', "import { openGateway } from '../../src/exchange'; openGateway;"],
  ];
  it.each(allowed)('lets pass in %s: %s', (file, code) => {
    expect(lint(file, code)).toEqual([]);
  });
});
