import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../src/convention';
import { openLedger, type Ledger } from '../../src/ledger';
import { ENGINES, type Home } from './engines';
import { DECLARED, folder, intent, PERSON, REJECTED, SCOPE, SECRET, UNCLEAR } from './parts';

describe.each(ENGINES)('what was said and heard, in $name', (engine) => {
  let home: Home;
  let ledger: Ledger;
  beforeAll(() => engine.start());
  beforeEach(async () => {
    home = await engine.home();
    ledger = await home.open();
  });
  afterEach(() => ledger.close());
  afterAll(() => engine.stop());

  it('remembers an intent until its outcome is known, over a restart', async () => {
    const [said] = await ledger.record([intent()]);
    await ledger.close();
    ledger = await home.open();
    expect(await ledger.unsettled(SCOPE)).toEqual([said]);
    expect((await ledger.told(SCOPE, ['D-ZEBULON-77-1'])).size).toBe(0);

    await ledger.settle([{ intent: said!, outcome: DECLARED }]);
    expect(await ledger.unsettled(SCOPE)).toEqual([]);
    const told = (await ledger.told(SCOPE, [said!.reference, 'nobody-1'])).get(said!.reference);
    expect(told).toMatchObject({
      reference: said!.reference,
      version: 1,
      status: 'open',
      digest: 'd1',
      outcome: 'declared',
    });
    expect(told).toMatchObject({ entryDate: '2026-01-12', franceTravailReference: 'FT-1', entryNumber: 1 });
  });

  it('keeps an unclear intent whole, key and body, to be repeated or read back', async () => {
    const [said] = await ledger.record([intent()]);
    await ledger.settle([{ intent: said!, outcome: UNCLEAR }]);
    expect(await ledger.unsettled(SCOPE)).toEqual([said]);
    expect(await home.sql('select outcome, code, settled_at from intents')).toEqual([
      { outcome: 'unclear', code: 'ECONNRESET', settled_at: null },
    ]);
  });

  it('does not take a refusal for something that France Travail was told', async () => {
    const [said] = await ledger.record([intent()]);
    await ledger.settle([{ intent: said!, outcome: REJECTED }]);
    expect((await ledger.told(SCOPE, [said!.reference])).size).toBe(0);
    expect(await ledger.unsettled(SCOPE)).toEqual([]);
    expect((await ledger.highestVersions(SCOPE, [said!.reference])).get(said!.reference)).toBe(1);
  });

  it('says nothing new about a reference while something about it is in the air', async () => {
    await ledger.record([intent()]);
    expect(await ledger.record([intent({ version: 2 }), intent({ reference: 'other-1' })])).toHaveLength(1);
  });

  it('lets one of two processes with the same list say a version, never both', async () => {
    const other = await home.open();
    const both = await Promise.all([ledger.record([intent()]), other.record([intent()])]);
    expect(both.flat()).toHaveLength(1);
    await other.close();
  });

  it('adopts the version that stands at France Travail, and never goes back', async () => {
    const [first] = await ledger.record([intent()]);
    await ledger.settle([{ intent: first!, outcome: DECLARED, version: 7 }]);
    const [late] = await ledger.record([intent({ version: 3, digest: 'late' })]);
    await ledger.settle([{ intent: late!, outcome: DECLARED }]);
    expect((await ledger.told(SCOPE, [first!.reference])).get(first!.reference)).toMatchObject({
      version: 7,
      digest: 'd1',
    });
    expect((await ledger.highestVersions(SCOPE, [first!.reference])).get(first!.reference)).toBe(7);
  });

  it('finds the latest entry of a participant who came back', async () => {
    const second = intent({ reference: `${PERSON.id}-2`, entryNumber: 2, status: 'suspended' });
    const said = await ledger.record([intent(), second, intent({ participantId: 'P2', reference: 'P2-1' })]);
    await ledger.settle(said.map((one) => ({ intent: one, outcome: DECLARED })));
    const latest = await ledger.latestEntries(SCOPE, [PERSON.id, 'P2', 'P3']);
    expect(latest.get(PERSON.id)).toMatchObject({ entryNumber: 2, reference: `${PERSON.id}-2`, status: 'suspended' });
    expect([...latest.keys()]).toEqual([PERSON.id, 'P2']);
  });

  it.each([
    ['another structure', { structure: 'PLI5902' }],
    ['the production host', { host: 'api.francetravail.io' }],
    ['another profile', { profile: 'lpe' }],
  ])('keeps what was told apart for %s', async (_who, change) => {
    const [said] = await ledger.record([intent()]);
    await ledger.settle([{ intent: said!, outcome: DECLARED }]);
    const elsewhere = { ...SCOPE, ...change };
    expect((await ledger.told(elsewhere, [said!.reference])).size).toBe(0);
    expect((await ledger.latestEntries(elsewhere, [PERSON.id])).size).toBe(0);
  });

  it('takes 1,200 at once, and answers for 1,200 at once', async () => {
    const many = Array.from({ length: 1200 }, (_, n) => intent({ participantId: `P${n}`, reference: `P${n}-1` }));
    const said = await ledger.record(many);
    await ledger.settle(said.map((one) => ({ intent: one, outcome: DECLARED })));
    expect(
      (
        await ledger.told(
          SCOPE,
          many.map(({ reference }) => reference),
        )
      ).size,
    ).toBe(1200);
    expect(
      (
        await ledger.latestEntries(
          SCOPE,
          many.map(({ participantId }) => participantId),
        )
      ).size,
    ).toBe(1200);
  });

  it('keeps in the audit journal a line for each outcome, with fields and convention, without anybody', async () => {
    const [said] = await ledger.record([intent()]);
    await ledger.settle([{ intent: said!, outcome: UNCLEAR }]);
    await ledger.settle([{ intent: said!, outcome: DECLARED }]);
    await ledger.note([
      {
        scope: SCOPE,
        operation: 'lookUp',
        direction: 'give',
        fields: ['franceTravailNumber'],
        outcome: 'found',
        convention: { id: 'c', sha256: 'abc' },
        correlationId: 'run-1',
      },
    ]);
    const lines = await home.sql('select * from journal order by at, operation desc, outcome desc');
    expect(lines.map(({ operation, outcome, code }) => [operation, outcome, code])).toEqual([
      ['open', 'unclear', 'ECONNRESET'],
      ['open', 'declared', 'S000'],
      ['lookUp', 'found', null],
    ]);
    expect(lines[0]).toMatchObject({
      fields: '["id","referentName"]',
      convention_sha256: 'abc',
      correlation_id: 'run-1',
    });
    expect(Object.keys(lines[0]!).join()).not.toMatch(/reference|participant/);
    for (const { hash, seal: _seal, ...line } of lines) {
      expect(hash).toBe(
        createHash('sha256')
          .update(canonicalJson(line as never))
          .digest('hex'),
      );
    }
  });
});

it('writes what is asked for at the same moment in one commit', async () => {
  const place = folder();
  const ledger = await openLedger({ file: place.file(), secret: SECRET });
  await ledger.ready(SCOPE);
  const before = commits(`${place.file()}-wal`);
  await Promise.all(Array.from({ length: 50 }, (_, n) => ledger.record([intent({ reference: `P${n}-1` })])));
  expect(commits(`${place.file()}-wal`) - before).toBe(1);
  await ledger.close();
  place.remove();
});

/** Commits in a write-ahead log: frames that say how large the database is after them (https://www.sqlite.org/fileformat.html §4.1). */
function commits(wal: string): number {
  const bytes = readFileSync(wal);
  const frame = 24 + 4096;
  const salt = bytes.subarray(16, 24);
  let found = 0;
  for (let at = 32; at + frame <= bytes.length; at += frame) {
    if (!bytes.subarray(at + 8, at + 16).equals(salt)) break;
    if (bytes.readUInt32BE(at + 4) > 0) found += 1;
  }
  return found;
}
