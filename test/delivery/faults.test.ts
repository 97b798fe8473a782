import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { declareAll, scopeOf } from '../../src/delivery';
import type { Ledger } from '../../src/ledger';
import {
  bench,
  convention,
  conventionWith,
  declarations,
  deskOn,
  free,
  kinds,
  lineOf,
  lines,
  results,
  rows,
  withoutKeys,
  withoutKeysNorReadBack,
  withoutListing,
  type Bench,
} from './desk';

const people = [free(0), free(1), free(2), free(3)];
const list = lines(people);

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());

const fresh = async () => {
  const file = place.newFile();
  return { file, ledger: await place.ledger(file) };
};

/** Every declaration that France Travail took is one that we journalled as taken, and none was taken twice. */
async function matched(file: string, log: Awaited<ReturnType<Bench['sandbox']['log']>>) {
  const committed = declarations(log).filter((one) => one.committed);
  const names = committed.map(({ reference, version }) => `${reference} ${version}`);
  expect(new Set(names).size).toBe(names.length);
  const told = rows(file, `select count(*) as n from told where outcome = 'declared'`)[0]!['n'];
  expect(new Set(committed.map(({ reference }) => reference)).size).toBe(told);
}

describe('an answer that is lost after France Travail has taken the declaration', () => {
  it('is asked for again under the same key: declared once', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await place.fault({ kind: 'answerLostAfterCommit', count: 2, operations: ['declarerAccompagnement'] });
    expect(kinds(await declareAll(list, deskOn(place, ledger)))).toEqual(list.map(() => 'declared'));
    await matched(file, await since());
  });

  it('is read back in the same run, when it is lost every time', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await place.fault({ kind: 'answerLostAfterCommit', operations: ['declarerAccompagnement'] });
    const run = await declareAll([list[0]!], deskOn(place, ledger));
    await place.calm();
    expect(results(run)[0]?.outcome).toMatchObject({ kind: 'declared', message: { code: 'delivery.foundTaken' } });
    await matched(file, await since());
  });

  it('stays unclear while it is lost every time and cannot be read back, and is settled by the same key in the next run', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await place.fault({ kind: 'answerLostAfterCommit', operations: ['declarerAccompagnement'] });
    await place.fault({ kind: 'unavailable', operations: ['lireAccompagnement'] });
    const first = await declareAll([list[0]!], deskOn(place, ledger));
    expect(kinds(first)).toEqual(['unclear']);
    expect(rows(file, 'select outcome, sealed is not null as kept, settled_at from intents')).toEqual([
      { outcome: 'unclear', kept: 1, settled_at: null },
    ]);
    await place.calm();
    const second = await declareAll([list[0]!], deskOn(place, ledger));
    expect(kinds(second)).toEqual(['declared']);
    expect(second).toMatchObject({ notes: [{ code: 'delivery.note.settledEarlier', params: { count: 1 } }] });
    const said = declarations(await since());
    expect(new Set(said.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(said.filter(({ committed }) => committed)).toHaveLength(1);
    expect(rows(file, 'select outcome, sealed from intents')).toEqual([{ outcome: 'declared', sealed: null }]);
  });

  it('is read back where keys are not honoured, after everything must have landed', async () => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await place.fault({ kind: 'answerLostAfterCommit', count: 1, operations: ['declarerAccompagnement'] });
    const desk = deskOn(place, ledger, { profile: withoutKeys });
    const run = await declareAll([list[0]!], desk);
    expect(results(run)[0]?.outcome).toMatchObject({ kind: 'declared', message: { code: 'delivery.foundTaken' } });
    const { limits, capabilities } = desk.gateway.profile;
    const { lagMs, slowestCommitMs } = capabilities.readBack!;
    expect(Math.max(...desk.waits)).toBeGreaterThanOrEqual(limits.timeoutMs + slowestCommitMs + lagMs);
    expect(declarations(await since())).toHaveLength(1);
    await matched(file, await since());
  });

  it('is parked for a person where there is neither key nor read-back, and nothing new is said', async () => {
    const { ledger } = await fresh();
    const since = await place.watch();
    await place.fault({ kind: 'answerLostAfterCommit', count: 1, operations: ['declarerAccompagnement'] });
    const desk = () => deskOn(place, ledger, { profile: withoutKeysNorReadBack });
    expect(kinds(await declareAll([list[0]!], desk()))).toEqual(['unclear']);
    const changed = lineOf(people[0]!, { lastMeetingDate: '2026-11-20' });
    const run = await declareAll([changed], desk());
    expect(results(run)[0]?.outcome).toMatchObject({ kind: 'unclear', message: { code: 'delivery.parked' } });
    expect(declarations(await since())).toHaveLength(1);
  });
});

describe('an intent that a crash left without an outcome', () => {
  /** What a run leaves behind that was killed after the intent was on disk; `sent`: after the call had been taken. */
  async function crashed(ledger: Awaited<ReturnType<Bench['ledger']>>, sent: boolean, desk = deskOn(place, ledger)) {
    const scope = scopeOf(desk);
    let recorded: Awaited<ReturnType<typeof ledger.unsettled>> = [];
    const gateway: typeof desk.gateway = {
      ...desk.gateway,
      declare: async (...call) => {
        if (sent) await desk.gateway.declare(...call);
        recorded = await ledger.unsettled(scope);
        throw new Error('killed');
      },
    };
    await expect(declareAll([list[0]!], { ...desk, gateway })).rejects.toThrow('killed');
    expect(recorded).toHaveLength(1);
    return recorded[0]!;
  }

  it.each([
    ['before the call left', false],
    ['after France Travail had taken it', true],
  ])('%s: the next run says it under the same key, with the same body, once', async (_when, sent) => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    const intent = await crashed(ledger, sent);
    const run = await declareAll(list, deskOn(place, ledger));
    expect(kinds(run)).toEqual(list.map(() => 'declared'));
    const said = declarations(await since()).filter(({ reference }) => reference === intent.reference);
    expect(said.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
      sent ? [intent.idempotencyKey, intent.idempotencyKey] : [intent.idempotencyKey],
    );
    await matched(file, await since());
  });

  it.each([
    ['was not taken: it is said anew', false, 1],
    ['was taken: it is not said again', true, 1],
  ])('read back where keys are not honoured, it %s', async (_what, sent, times) => {
    const { ledger, file } = await fresh();
    const since = await place.watch();
    await crashed(ledger, sent, deskOn(place, ledger, { profile: withoutKeys }));
    const run = await declareAll([list[0]!], deskOn(place, ledger, { profile: withoutKeys }));
    expect(kinds(run)).toEqual(['declared']);
    expect(declarations(await since())).toHaveLength(times);
    await matched(file, await since());
  });

  it('outside the window of its key is read back, not repeated', async () => {
    const { ledger } = await fresh();
    const since = await place.watch();
    await crashed(ledger, true);
    const later = deskOn(place, ledger, { clock: () => new Date(Date.now() + 8 * 24 * 3_600_000) });
    const run = await declareAll([list[0]!], later);
    expect(results(run)[0]?.outcome).toMatchObject({ kind: 'declared', message: { code: 'delivery.foundTaken' } });
    expect(declarations(await since())).toHaveLength(1);
  });

  it('is not repeated when the convention has been narrowed since; it is read back', async () => {
    const { ledger } = await fresh();
    const since = await place.watch();
    await crashed(ledger, false);
    const narrow = conventionWith('open', 'give', (fields) => fields.filter((field) => field !== 'referentName'));
    const run = await declareAll([list[0]!], deskOn(place, ledger, { convention: narrow }));
    expect(kinds(run)).toEqual(['declared']);
    expect(declarations(await since())).toHaveLength(1);
    const [stored] = (await place.state()).accompaniments;
    expect(stored?.declaration['referent']).not.toHaveProperty('nom');
  });
});

describe('a version that France Travail holds already', () => {
  it('with the same content is as good as said: nothing is written', async () => {
    const first = await fresh();
    await declareAll([list[0]!], deskOn(place, first.ledger));
    // The ledger is lost; France Travail still knows.
    const second = await fresh();
    const run = await declareAll([list[0]!], deskOn(place, second.ledger, { profile: withoutListing }));
    expect(results(run)[0]).toMatchObject({ outcome: { kind: 'declared', message: { code: 'delivery.foundTaken' } } });
    expect((await place.state()).accompaniments).toMatchObject([{ writes: 1 }]);
    expect(kinds(await declareAll([list[0]!], deskOn(place, second.ledger, { profile: withoutListing })))).toEqual([
      'unchanged',
    ]);
  });

  it('with other content is replaced once, under the next version', async () => {
    const first = await fresh();
    for (const day of ['05', '06', '07']) {
      await declareAll([lineOf(people[0]!, { lastMeetingDate: `2026-11-${day}` })], deskOn(place, first.ledger));
    }
    const second = await fresh();
    const since = await place.watch();
    const run = await declareAll([list[0]!], deskOn(place, second.ledger, { profile: withoutListing }));
    expect(results(run)[0]).toMatchObject({ version: 4, outcome: { kind: 'declared' } });
    expect(declarations(await since()).map(({ version, code }) => [version, code])).toEqual([
      [1, 'VERSION_PERIMEE'],
      [4, 'S000'],
    ]);
    expect((await place.state()).accompaniments[0]?.declaration).toMatchObject({
      version: 4,
      dateDernierEntretien: '2026-11-02',
    });
  });

  it('and that somebody changes again meanwhile is left alone: no loop', async () => {
    const first = await fresh();
    await declareAll([lineOf(people[0]!, { lastMeetingDate: '2026-11-05' })], deskOn(place, first.ledger));
    const second = await fresh();
    const desk = deskOn(place, second.ledger, { profile: withoutListing });
    const stale = {
      outcome: {
        kind: 'unclear',
        message: { code: 'exchange.staleVersion' },
        code: 'VERSION_PERIMEE',
        retryable: false,
      },
    } as const;
    let calls = 0;
    const gateway = { ...desk.gateway, declare: async () => ({ ...stale, staleAgainstVersion: 10 * (calls += 1) }) };
    const run = await declareAll([list[0]!], { ...desk, gateway });
    expect(results(run)[0]?.outcome).toMatchObject({
      kind: 'unavailable',
      message: { code: 'delivery.contested' },
      code: 'VERSION_PERIMEE',
    });
    expect(calls).toBe(2);
    expect(await second.ledger.unsettled(scopeOf(desk))).toEqual([]);
  });
});

describe('two executions with the same list at the same time', () => {
  it.each(['in one process', 'in two processes'])('%s say each declaration once', async (who) => {
    const { ledger, file } = await fresh();
    const other = who === 'in one process' ? ledger : await place.ledger(file);
    const since = await place.watch();
    const many = lines(Array.from({ length: 12 }, (_, nth) => free(nth)));
    // Who comes second waits for the first, in real time.
    const inTime = (one: Ledger) => deskOn(place, one, { sleep: (ms) => pass(Math.min(ms, 50)) });
    const runs = await Promise.all([declareAll(many, inTime(ledger)), declareAll(many, inTime(other))]);
    for (const run of runs)
      expect(kinds(run).filter((kind) => kind !== 'declared' && kind !== 'unchanged')).toEqual([]);
    expect(declarations(await since()).filter(({ committed }) => committed)).toHaveLength(12);
    await matched(file, await since());
  });
});

describe('a run that cannot go on', () => {
  it('stops asking when nobody listens any more, and says so', async () => {
    const { ledger } = await fresh();
    const proxy = await dyingProxy(place.sandbox.port, 12);
    const address = (base: string) => base.replace(String(place.sandbox.port), String(proxy.port));
    const desk = deskOn(place, ledger, {
      parallel: 1,
      place: { apiBase: address(place.sandbox.apiBase), tokenUrl: address(place.sandbox.tokenUrl) },
    });
    const many = lines(Array.from({ length: 40 }, (_, nth) => free(nth)));
    const run = await declareAll(many, desk);
    const codes = results(run).map(({ outcome }) => outcome.message.code);
    expect(codes).toContain('exchange.outcome.declared');
    expect(codes.at(-1)).toBe('delivery.circuitOpen');
    expect(codes.filter((code) => code === 'exchange.fault.nobodyListens').length).toBeLessThanOrEqual(6);
    expect(run).toMatchObject({
      notes: expect.arrayContaining([expect.objectContaining({ code: 'delivery.circuitOpen' })]),
    });
  });

  it('begins nothing new when it is cancelled, and records what was in the air', async () => {
    const { ledger, file } = await fresh();
    const stop = new AbortController();
    const since = await place.watch();
    await place.fault({ kind: 'slow', ms: 400, operations: ['declarerAccompagnement'] });
    const desk = deskOn(place, ledger, { signal: stop.signal, parallel: 2 });
    const declare: typeof desk.gateway.declare = (...call) => {
      setTimeout(() => stop.abort(), 50);
      return desk.gateway.declare(...call);
    };
    const run = await declareAll(list, { ...desk, gateway: { ...desk.gateway, declare } }, { signal: stop.signal });
    await place.calm();
    const codes = results(run).map(({ outcome }) => outcome.message.code);
    expect(codes.slice(2)).toEqual(['delivery.notStarted', 'delivery.notStarted']);
    expect(
      codes.slice(0, 2).every((code) => code === 'delivery.cancelledInTheAir' || code === 'delivery.notStarted'),
    ).toBe(true);
    const again = await declareAll(list, deskOn(place, ledger));
    expect(kinds(again)).toEqual(list.map(() => 'declared'));
    await matched(file, await since());
  });

  it('that is cancelled before its first line sends nothing, and says so once', async () => {
    const { ledger } = await fresh();
    await declareAll([list[0]!], deskOn(place, ledger));
    const since = await place.watch();
    const signal = AbortSignal.abort();
    const run = await declareAll(list, deskOn(place, ledger, { signal }), { signal });
    const codes = results(run).map(({ outcome }) => outcome.message.code);
    expect(codes).toEqual(['delivery.unchanged', ...Array<string>(3).fill('delivery.notStarted')]);
    expect(run).toMatchObject({ notes: [{ code: 'delivery.note.cancelled' }] });
    expect(await since()).toEqual([]);
  });

  it('sends nothing once the journal cannot be written, and loses nothing', async () => {
    const file = place.newFile();
    await (await place.ledger(file)).ready(scopeOf(deskOn(place, await place.ledger(file))));
    const pages = Number(rows(file, 'select * from pragma_page_count')[0]!['page_count']);
    const narrow = await place.ledger(file, { maxPages: pages + 4 });
    const since = await place.watch();
    const many = lines(Array.from({ length: 40 }, (_, nth) => free(nth)));
    const run = await declareAll(many, deskOn(place, narrow, { parallel: 1 }));
    const codes = results(run).map(({ outcome }) => outcome.message.code);
    expect(codes.at(-1)).toBe('ledger.diskFull');
    const said = declarations(await since()).length;
    expect(said).toBeLessThan(40);
    expect(said).toBeLessThanOrEqual(Number(rows(file, 'select count(*) as n from intents')[0]!['n']));

    const again = await declareAll(many, deskOn(place, await place.ledger(file)));
    expect(kinds(again).filter((kind) => kind !== 'declared' && kind !== 'unchanged')).toEqual([]);
    await matched(file, await since());
  });

  it('keeps no declaration from leaving because the convention is wider than the list', async () => {
    const { ledger } = await fresh();
    const all = convention(({ flows }) => flows.forEach((flow) => flow.fields.push('email')));
    expect(kinds(await declareAll([list[0]!], deskOn(place, ledger, { convention: all })))).toEqual(['declared']);
  });
});

/** Passes bytes on until so many connections have been made, then refuses every one: nobody listens any more. */
async function dyingProxy(target: number, requests: number) {
  const sockets = new Set<Socket>();
  let seen = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      seen += (bytes.toString('latin1').match(/ HTTP\/1\.1\r\n/g) ?? []).length;
      if (seen > requests) {
        server.close();
        for (const socket of sockets) socket.destroy();
        return;
      }
      upstream.write(bytes);
    });
    upstream.pipe(client);
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port };
}
