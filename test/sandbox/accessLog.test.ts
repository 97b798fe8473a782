import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullNir } from '../../sandbox/world';
import { admin, Caller, chased, openSandbox } from './caller';

const KEY = 'A1.1'.padEnd(20, '-');

describe('the access log', () => {
  it('has one line a request with its end, reference, version, key and whether it was committed; no NIR, no token, no name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-log-'));
    const accessLogPath = join(folder, 'access.jsonl');
    const sandbox = await openSandbox({ accessLogPath });
    const caller = await Caller.connect(sandbox);
    const person = chased();
    const personToken = await caller.tokenOf(person);
    const body = { structure: { code: 'PLI5901' }, statut: 'OUVERT', dateDebut: '2026-03-02', version: 4 };
    await caller.call('PUT', '/interface-commune/v1/accompagnements/A1.1', {
      body,
      personToken,
      key: KEY,
      headers: { 'x-correlation-id': 'run-7' },
    });
    await caller.lookUpByNumber(person.ftNumber);
    await sandbox.close();

    const text = readFileSync(accessLogPath, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    rmSync(folder, { recursive: true });
    expect(lines.map(({ operation }) => operation)).toEqual([
      'token',
      'RechercherUsagerParDateNaissanceEtNir',
      'declarerAccompagnement',
      'RechercherUsagerParNumeroFranceTravail',
    ]);
    expect(lines[2]).toMatchObject({
      method: 'PUT',
      route: '/partenaire/interface-commune/v1/accompagnements/{referenceExterne}',
      status: 201,
      code: 'S000',
      committed: true,
      end: 'answered',
      correlation: 'run-7',
      contract: true,
      declarations: [{ reference: 'A1.1', version: 4, idempotencyKey: KEY, committed: true }],
    });
    for (const secret of [
      person.nir,
      fullNir(person),
      person.ftNumber,
      personToken,
      person.birthName,
      sandbox.clientSecret,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('counts a caller that hangs up before its answer', async () => {
    const sandbox = await openSandbox();
    const caller = await Caller.connect(sandbox);
    await admin(sandbox, 'POST', '/faults', { kind: 'slow', ms: 150, count: 1 });
    const url = `${sandbox.apiBase}/interface-commune/v1/accompagnements`;
    await expect(fetch(url, { signal: AbortSignal.timeout(30) })).rejects.toThrow();
    expect((await sandbox.log()).at(-1)).toMatchObject({ end: 'clientGone', status: null });
    expect((await caller.call('GET', '/interface-commune/v1/accompagnements')).status).toBe(200);
    await sandbox.close();
  });

  it('can be asked for over HTTP, from a number on', async () => {
    const sandbox = await openSandbox();
    const caller = await Caller.connect(sandbox);
    await caller.lookUp(chased());
    const { json } = await admin(sandbox, 'GET', '/log?after=1');
    expect(json).toMatchObject([{ n: 2, code: 'S001' }]);
    await sandbox.close();
  });
});
