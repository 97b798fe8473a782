import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/server';
import { admin, Caller, chased, openSandbox, type Reply } from './caller';

const LIST = '/interface-commune/v1/accompagnements';
const PARIS_HOUR_MS = 3_600_000;

let sandbox: Sandbox;
let caller: Caller;
beforeAll(async () => {
  sandbox = await openSandbox({ readLagMs: 0 });
});
beforeEach(async () => {
  await admin(sandbox, 'POST', '/reset');
  caller = await Caller.connect(sandbox);
});

const order = async (fault: Record<string, unknown>): Promise<void> => {
  expect(await admin(sandbox, 'POST', '/faults', fault)).toMatchObject({ status: 200 });
};
const read = (reference: string) => caller.call('GET', `${LIST}/${reference}`);
const declare = (nth: number, changes: Record<string, unknown> = {}, key?: string) =>
  caller.declare(chased(nth), `K${nth}.1`, changes, key).catch(() => 'connection lost' as const);
const DECLARING = { operations: ['declarerAccompagnement'] };

describe('an answer in place of the API: nothing is stored', () => {
  it.each([
    ['businessErrorWith200', { status: 200, json: { codeErreur: 'ERREUR_METIER', succes: true } }],
    ['forbidden', { status: 403, json: { error: 'insufficient_scope' } }],
  ])('%s', async (kind, answer) => {
    await order({ kind, ...DECLARING });
    expect(await declare(0)).toMatchObject(answer);
    expect((await read('K0.1')).status).toBe(404);
  });

  it('tokenStorm: a new token is dead by the next call, too', async () => {
    await order({ kind: 'tokenStorm', count: 2 });
    expect((await read('K0.1')).status).toBe(401);
    caller = await Caller.connect(sandbox);
    expect((await read('K0.1')).status).toBe(401);
    caller = await Caller.connect(sandbox);
    expect((await read('K0.1')).status).toBe(404);
  });
});

describe('an answer that is spoilt on its way: it is stored', () => {
  it.each([
    ['stalled', { ms: 20 }, 'connection lost'],
    ['noContent', {}, { status: 204, text: '' }],
    ['slowAnswer', { ms: 20 }, { status: 201, json: { codeSortie: 'S000' } }],
  ])('%s', async (kind, params, answer) => {
    await order({ kind, ...params, ...DECLARING });
    const heard = await declare(0);
    if (typeof answer === 'string') expect(heard).toBe(answer);
    else expect(heard).toMatchObject(answer);
    expect((await read('K0.1')).status).toBe(200);
  });
});

describe('an API that works in another way', () => {
  it('readsLag: what was written is not read yet', async () => {
    await declare(0);
    await order({ kind: 'readsLag', ms: 60_000 });
    expect((await read('K0.1')).status).toBe(404);
    await admin(sandbox, 'DELETE', '/faults');
    expect((await read('K0.1')).status).toBe(200);
  });

  it('keysIgnored: the same call under the same key is judged anew', async () => {
    await declare(0, {}, 'the-same-key-twice--');
    expect(await declare(0, {}, 'the-same-key-twice--')).toMatchObject({ status: 201 });
    await order({ kind: 'keysIgnored' });
    expect(await declare(0, {}, 'the-same-key-twice--')).toMatchObject({ status: 409 });
  });

  it('clockSkew: the clock that the caller sees goes ahead', async () => {
    await order({ kind: 'clockSkew', aheadMs: 48 * PARIS_HOUR_MS });
    const { headers } = await read('K0.1');
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(47 * PARIS_HOUR_MS);
  });

  it('poisonRecord: one falls over each time, the others pass', async () => {
    await order({ kind: 'poisonRecord', references: ['K1.1'] });
    const said = [await declare(0), await declare(1), await declare(1), await declare(2)];
    expect(said.map((reply) => (reply as Reply).status)).toEqual([201, 500, 500, 201]);
    expect((await read('K1.1')).status).toBe(404);
  });
});

describe('an answer that says it in other words', () => {
  beforeEach(() => declare(0));

  it('addedFields: unknown ones beside the known ones', async () => {
    const before = (await read('K0.1')).json;
    await order({ kind: 'addedFields' });
    const { json } = await read('K0.1');
    expect(json).toMatchObject({
      ...before,
      declaration: { ...before.declaration, versionSchema: 2 },
      indicateurNouveau: null,
    });
  });

  it('paddedFields: every text ends in blanks', async () => {
    await order({ kind: 'paddedFields' });
    expect((await read('K0.1')).json.declaration.statut).toBe('OUVERT'.padEnd(40));
  });

  it('nullWords: what is missing is the word', async () => {
    await order({ kind: 'nullWords' });
    expect((await read('K0.1')).json.declaration).toMatchObject({ dateFin: 'null', motifSortie: 'null' });
  });

  it('farDates: what has no end ends in 9999', async () => {
    await order({ kind: 'farDates' });
    expect((await read('K0.1')).json.declaration.dateFin).toBe('9999-12-31');
  });

  it('equalTimestamps and cursorAhead: after a page, the rest is passed over', async () => {
    await declare(1);
    await declare(2);
    const page = async () => (await caller.call('GET', `${LIST}?taille=1`)).json;
    const following = async (cursor: string) => {
      const { json } = await caller.call('GET', `${LIST}?taille=1&curseur=${encodeURIComponent(cursor)}`);
      return json.accompagnements;
    };
    expect(await following((await page()).curseur)).toHaveLength(1);
    for (const kind of ['equalTimestamps', 'cursorAhead']) {
      await order({ kind });
      expect(await following((await page()).curseur)).toEqual([]);
      await admin(sandbox, 'DELETE', '/faults');
    }
  });
});

describe('which calls a fault hits', () => {
  const hits = async (pattern: object): Promise<number[]> => {
    await order({ kind: 'serverError', ...pattern });
    const statuses: number[] = [];
    for (let nth = 0; nth < 24; nth += 1) statuses.push((await read(`K${nth}.1`)).status);
    await admin(sandbox, 'DELETE', '/faults');
    return statuses.flatMap((status, nth) => (status === 500 ? [nth] : []));
  };

  it('by chance: the same seed hits the same ones, another seed others', async () => {
    const first = await hits({ probability: 0.4, seed: 7 });
    expect(await hits({ probability: 0.4, seed: 7 })).toEqual(first);
    expect(await hits({ probability: 0.4, seed: 8 })).not.toEqual(first);
    expect(first.length).toBeGreaterThan(2);
    expect(first.length).toBeLessThan(20);
  });

  it('in turns: so many are hit, then so many are spared', async () => {
    expect(await hits({ burst: [2, 10] })).toEqual([0, 1, 12, 13]);
  });

  it('by record: one in so many, the same ones each time', async () => {
    const first = await hits({ oneIn: 4, seed: 3 });
    expect(await hits({ oneIn: 4, seed: 3 })).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(16);
  });
});

describe('a file of faults', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faults-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const written = (content: unknown): string => {
    const path = join(folder, 'faults.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  it('is in force from the start', async () => {
    const faultsPath = written([{ kind: 'serverError', operations: ['lireAccompagnement'], count: 1 }]);
    const own = await openSandbox({ faultsPath });
    const there = await Caller.connect(own);
    expect((await there.call('GET', `${LIST}/K0.1`)).status).toBe(500);
    expect((await there.call('GET', `${LIST}/K0.1`)).status).toBe(404);
  });

  it.each([
    ['no list', {}, 'une liste de pannes est attendue'],
    ['an unknown kind', [{ kind: 'slow' }, { kind: 'earthquake' }], 'panne 2 : Panne inconnue'],
    ['an option of another kind', [{ kind: 'serverError', ms: 5 }], 'panne 1 : ms : option inconnue'],
    ['a chance above one', [{ kind: 'serverError', probability: 2 }], 'panne 1 : probability'],
  ])('with %s is refused, and the place is named', async (_, content, words) => {
    await expect(openSandbox({ faultsPath: written(content) })).rejects.toThrow(words);
  });
});
