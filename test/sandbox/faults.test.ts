import { FAULT_KINDS } from '../../sandbox/gateway/faultKinds';
import type { Sandbox } from '../../sandbox/server';
import { admin, Caller, chased, openSandbox, type Reply } from './caller';

const keyFor = (reference: string): string => reference.padEnd(20, '-');

describe('faults on order', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  let now: number;
  beforeEach(async () => {
    now = Date.now();
    sandbox = await openSandbox({ readLagMs: 0, clock: () => now });
    caller = await Caller.connect(sandbox);
  });
  afterEach(() => sandbox.close());

  const order = (fault: Record<string, unknown>) => admin(sandbox, 'POST', '/faults', fault);
  const list = () => caller.call('GET', '/interface-commune/v1/accompagnements');

  /** Looks up first, so that the fault hits the declaration alone. */
  async function declareUnder(fault: Record<string, unknown>, reference: string): Promise<Reply | 'connection lost'> {
    const personToken = await caller.tokenOf(chased());
    await order({ operations: ['declarerAccompagnement'], count: 1, ...fault });
    const body = { structure: { code: 'PLI5901' }, statut: 'OUVERT', dateDebut: '2026-03-02', version: 1 };
    return caller
      .call('PUT', `/interface-commune/v1/accompagnements/${reference}`, {
        body,
        personToken,
        key: keyFor(reference),
      })
      .catch(() => 'connection lost' as const);
  }
  const isStored = async (reference: string) =>
    (await caller.call('GET', `/interface-commune/v1/accompagnements/${reference}`)).status === 200;

  it('503 for 20 s: every API call, with Retry-After, until the time is over', async () => {
    await order({ kind: 'unavailable', seconds: 20 });
    expect(await list()).toMatchObject({ status: 503, json: { codeErreur: 'R999' } });
    expect((await list()).headers.get('retry-after')).toBe('1');
    now += 20_001;
    expect((await list()).status).toBe(200);
  });

  it.each([
    ['seconds', '30'],
    ['date', null],
    ['none', undefined],
    ['0', '0'],
    ['-1', '-1'],
    ['1e9', '1e9'],
    ['nonsense', 'nonsense'],
  ])('429 with Retry-After as %s', async (retryAfter, expected) => {
    await order({ kind: 'tooManyRequests', count: 1, retryAfter, waitMs: 30_000 });
    const reply = await list();
    expect(reply.status).toBe(429);
    const wanted = expected === null ? new Date(now + 30_000).toUTCString() : (expected ?? null);
    expect(reply.headers.get('retry-after')).toBe(wanted);
    expect((await list()).status).toBe(200);
  });

  it('an answer lost after commit: the connection breaks, the declaration is stored, the key gives its answer', async () => {
    expect(await declareUnder({ kind: 'answerLostAfterCommit' }, 'F1.1')).toBe('connection lost');
    expect(await isStored('F1.1')).toBe(true);
    const line = (await sandbox.log()).find(({ declarations }) => declarations[0]?.reference === 'F1.1');
    expect(line).toMatchObject({ committed: true, end: 'lost', status: null, faults: ['answerLostAfterCommit'] });
    const again = await declareUnder({ kind: 'slow', ms: 1 }, 'F1.1');
    expect(again).toMatchObject({ status: 201, json: { codeSortie: 'S000' } });
  });

  it('a truncated answer: committed, unreadable', async () => {
    expect(await declareUnder({ kind: 'truncatedJson' }, 'F2.1')).toBe('connection lost');
    expect(await isStored('F2.1')).toBe(true);
  });

  it('an empty body, a wrong charset and a drip: committed each time', async () => {
    expect(await declareUnder({ kind: 'emptyBody' }, 'F3.1')).toMatchObject({ status: 201, text: '' });
    expect((await declareUnder({ kind: 'wrongCharset' }, 'F3.1')) as Reply).toMatchObject({
      text: expect.stringContaining('D\ufffdclaration'),
    });
    expect(await declareUnder({ kind: 'dripping', pauseMs: 1 }, 'F3.1')).toMatchObject({
      status: 201,
      json: { codeSortie: 'S000' },
    });
    expect(await isStored('F3.1')).toBe(true);
  });

  it.each([
    ['htmlWith200', { status: 200, json: undefined }],
    ['loginRedirect', { status: 302 }],
    ['unknownCode', { status: 200, json: { codeSortie: 'S777' } }],
    ['serverError', { status: 500, text: '' }],
  ])('%s: nothing is committed', async (kind, expected) => {
    expect(await declareUnder({ kind }, 'F4.1')).toMatchObject(expected);
    expect(await isStored('F4.1')).toBe(false);
    const line = (await sandbox.log()).find(({ operation }) => operation === 'declarerAccompagnement');
    expect(line).toMatchObject({
      committed: false,
      declarations: [{ reference: 'F4.1', version: 1, idempotencyKey: keyFor('F4.1') }],
    });
  });

  it('token expired: every token that is out there is dead, a new one works', async () => {
    await order({ kind: 'tokenExpired' });
    expect((await list()).status).toBe(401);
    caller = await Caller.connect(sandbox);
    expect((await list()).status).toBe(200);
  });

  it('can hit the token endpoint, and one operation alone', async () => {
    await order({ kind: 'unavailable', count: 1, operations: ['token'] });
    expect((await list()).status).toBe(200);
    expect(
      await Caller.connect(sandbox).then((late) => late.call('GET', '/interface-commune/v1/accompagnements')),
    ).toMatchObject({ status: 401 });
  });

  it('end when they are cleared, and an unknown one is refused with the list of those that exist', async () => {
    await order({ kind: 'unavailable' });
    expect((await admin(sandbox, 'GET', '/faults')).json).toHaveLength(1);
    await admin(sandbox, 'DELETE', '/faults');
    expect((await list()).status).toBe(200);
    const refused = await order({ kind: 'earthquake' });
    expect(refused.status).toBe(400);
    for (const kind of Object.keys(FAULT_KINDS)) expect(refused.json.message).toContain(kind);
    expect((await order({ kind: 'slow', count: -1 })).status).toBe(400);
  });
});
