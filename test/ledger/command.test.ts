import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname, join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { ledgerCommand } from './ledgerCommand';
import { DECLARED, folder, intent, PERSON, SECRET } from './parts';

const place = folder();
afterAll(() => place.remove());

/** A ledger in n8n's user folder, with one reference. */
async function ledgerFile(): Promise<{ userFolder: string; file: string }> {
  const userFolder = place.file(`user-${Math.floor(performance.now() * 1000)}`);
  const file = join(userFolder, '.n8n/plie-france-travail/ledger.sqlite');
  mkdirSync(dirname(file), { recursive: true });
  const ledger = await openLedger({ file, secret: SECRET });
  const [said] = await ledger.record([intent()]);
  await ledger.settle([{ intent: said!, outcome: DECLARED }]);
  await ledger.close();
  return { userFolder, file };
}

describe('npm run ledger', () => {
  it('finds the ledger of n8n’s user folder, whole, then with its head cut off, then touched', async () => {
    const { userFolder, file } = await ledgerFile();
    const whole = ledgerCommand(['verify', '--ledger', userFolder]);
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^Le journal est entier : 1 lignes sous 1 sceaux, 0 pas encore scellées\./);
    const head = /(\d+:[0-9a-f]{64})/.exec(whole.stdout)?.[1] ?? '';
    expect(ledgerCommand(['verify', '--head', head], { N8N_USER_FOLDER: userFolder })).toMatchObject({ status: 0 });
    const other = `1:${'0'.repeat(64)}`;
    expect(ledgerCommand(['verify', '--head', other, '--ledger', file])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^Le sceau 1 que vous avez gardé n’est pas dans ce journal/),
    });
    const tamperer = new DatabaseSync(file);
    tamperer.exec(`update journal set outcome = 'rejected'`);
    tamperer.close();
    expect(ledgerCommand(['verify', '--ledger', file])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/a été modifiée après avoir été écrite/),
    });
  });

  it('forgets for good only with --yes, and shows nobody in anything that it says', async () => {
    const { file } = await ledgerFile();
    const secret = { PLIE_LEDGER_SECRET: SECRET };
    const reference = `${PERSON.id}-1`;
    const said = [
      ledgerCommand(['forget', reference, '--ledger', file]),
      ledgerCommand(['forget', reference, '--ledger', file], secret),
      ledgerCommand(['forget', reference, '--yes', '--ledger', file], secret),
      ledgerCommand(['forget', reference, '--ledger', file], secret),
      ledgerCommand(['stats', '--ledger', file]),
      ledgerCommand(['export', '--ledger', file]),
    ];
    expect(said.map(({ status }) => status)).toEqual([2, 0, 0, 0, 0, 0]);
    expect(said[0]?.stderr).toMatch(/PLIE_LEDGER_SECRET/);
    expect(said.slice(1, 4).map(({ stdout }) => stdout.split(/[ .]/)[0])).toEqual(['Le', 'Oublié', 'Le']);
    expect(said[3]?.stdout).toMatch(/ne sait rien de cette référence/);
    expect(
      said[5]?.stdout
        .trim()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line) as object)[0]),
    ).toEqual(['scope', 'entry', 'seal', 'entry', 'seal']);
    const everything = JSON.stringify(said);
    for (const word of [PERSON.id, PERSON.nir, PERSON.number, SECRET]) expect(everything).not.toContain(word);
  });

  it.each([
    [
      'a purge of the last months',
      ['purge', '--before', new Date().toISOString().slice(0, 10), '--yes'],
      /au moins 6 mois/,
    ],
    ['a purge within the year, without a reason', ['purge', '--before', monthsAgo(9), '--yes'], /écrivez le motif/],
    ['a date that does not exist', ['purge', '--before', '2025-02-30'], /une date qui existe/],
    ['an option that would do nothing', ['stats', '--yes'], /--yes ne va pas/],
    ['a command that does not exist', ['repair'], /Commande inconnue : repair/],
  ])('refuses %s', async (_what, args, sentence) => {
    const { file } = await ledgerFile();
    const { status, stderr } = ledgerCommand([...args, '--ledger', file]);
    expect(stderr).toMatch(sentence);
    expect(status).toBe(2);
  });

  it('makes no ledger where there is none', () => {
    const { status, stderr } = ledgerCommand(['verify', '--ledger', place.file('nowhere')]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^Il n’y a pas de registre à cet endroit/)]);
  });
});

function monthsAgo(months: number): string {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
