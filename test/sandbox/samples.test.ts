import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LINE_KINDS } from '../../sandbox/samples/kinds';
import { sampleLines } from '../../sandbox/samples/lines';
import { Caller, openSandbox } from './caller';

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, 'workflows/samples');
const SAMPLES = sampleLines();

describe('the sample lists', () => {
  it('are made again with the same bytes, and counted in their README as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-samples-'));
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'sandbox/samples/main.ts', folder], { cwd: ROOT });
    for (const file of ['participants-exemple.csv', 'personnes-a-inscrire.csv', 'reponses.csv', 'README.md']) {
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(FOLDER, file)))).toBe(true);
    }
    // A workbook carries the moment of its making: only its beginning is compared, that of a zip.
    expect(readFileSync(join(folder, 'participants-exemple.xlsx')).subarray(0, 4).toString('latin1')).toBe(
      'PK\u0003\u0004',
    );
    rmSync(folder, { recursive: true });
  });

  it('hold 120 participants, and every kind of dirt as often as it says', () => {
    const ids = new Set(SAMPLES.map(({ line }) => line.id).filter((id) => id !== ''));
    expect(ids.size).toBe(120);
    for (const { id, count } of LINE_KINDS) {
      expect({ id, count: SAMPLES.filter(({ kind }) => kind === id).length }).toEqual({
        id,
        count: id === 'twice' ? 2 * count : count,
      });
    }
  });

  it('are written as Excel in French does: BOM, semicolons, CRLF', () => {
    const text = readFileSync(join(FOLDER, 'participants-exemple.csv'), 'utf8');
    expect(text.startsWith('\ufeffN° participant;Civilité;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(SAMPLES.length + 2);
  });

  it('make the round trip: whom the list calls clean, the sandbox knows, certified, accompanied by nobody and about to be chased', async () => {
    const sandbox = await openSandbox();
    const caller = await Caller.connect(sandbox);
    const expected: Record<string, string> = {
      unknown: '200 S002',
      forbidden: '403 R002',
      noAddress: '500 R998',
      uncertified: '200 S001 N',
      lostZero: '400 R997',
      slipped: '400 R997',
    };
    for (const { kind, line } of SAMPLES) {
      if (kind === 'empty' || kind === 'several') continue;
      const number =
        typeof line.ftNumber === 'string'
          ? line.ftNumber
          : 'number' in line.ftNumber
            ? String(line.ftNumber.number)
            : '';
      const { status, json } = await caller.lookUpByNumber(number);
      const certified =
        typeof json?.topIdentiteCertifiee === 'string' && json.topIdentiteCertifiee !== 'null'
          ? ` ${json.topIdentiteCertifiee}`
          : '';
      expect({ id: line.id, kind, found: `${status} ${json?.codeRetour}${certified}` }).toEqual({
        id: line.id,
        kind,
        found: expected[kind] ?? '200 S001 O',
      });
    }
    await sandbox.close();
  });
});
