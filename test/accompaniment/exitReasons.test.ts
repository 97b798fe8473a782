import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT_REASONS, readExitReason, SHIPPED_EXIT_REASONS, type ExitReasonTable } from '../../src/accompaniment';
import shipped from '../../src/accompaniment/exitReasons.json';

const reasonOf = (label: string, table?: ExitReasonTable): string => {
  const reading = readExitReason(label, table);
  return reading.status === 'known' ? reading.reason : reading.problem.code;
};

describe('the reason of an exit', () => {
  it.each([
    ['CDD de 6 mois et plus', 'durableJob'],
    ['cdd > 6 mois', 'durableJob'],
    ['EMPLOI DURABLE', 'durableJob'],
    ['Emploi de transition', 'transitionJob'],
    ["Création d'entreprise", 'businessCreation'],
    ['creation d entreprise', 'businessCreation'],
    ['Formation qualifiante validée', 'qualifyingTraining'],
    ['Déménagement hors territoire', 'moved'],
    ['Abandon', 'abandoned'],
    ['Réorientation', 'redirected'],
    ['Retraite', 'retired'],
    ['Chômage', 'other'],
    ['durableJob', 'durableJob'],
    ['deceased', 'deceased'],
  ])('%s is %s', (label, reason) => expect(reasonOf(label)).toBe(reason));

  it.each(['Santé', 'Maladie', 'Congé maternité', 'Incarcération', 'Décès', 'Hospitalisation'])(
    '%s touches on private life: it becomes `other`, and that is said',
    (label) => expect(readExitReason(label)).toEqual({ status: 'known', reason: 'other', generalised: true }),
  );

  it("the PLIE's own table comes before everything else, and its mistakes are said", () => {
    const table = { S01: 'durableJob', Décès: 'deceased', Abandon: 'moved', Vide: 'partiLoin' };
    expect(reasonOf('s01', table)).toBe('durableJob');
    expect(reasonOf('DECES', table)).toBe('deceased');
    expect(reasonOf('Abandon', table)).toBe('moved');
    expect(readExitReason('Vide', table)).toEqual({
      status: 'unknown',
      problem: {
        code: 'accompaniment.exitReason.badTable',
        field: 'exitReason',
        params: { label: 'Vide', reason: 'partiLoin' },
      },
    });
  });

  it.each([
    ['CDI chez un particulier', 'CDI'],
    ['Demenagment', 'Déménagement'],
    ['formation qualifante', 'Formation qualifiante'],
    ['départ retraite', 'Retraite'],
  ])('an unknown reason offers three neighbours, the nearest first: %s → %s', (label, nearest) => {
    const reading = readExitReason(label);
    expect(reading).toMatchObject({ status: 'unknown', problem: { params: { value: label, first: nearest } } });
    const { first, second, third } = (reading.status === 'unknown' && reading.problem.params) || {};
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('offers labels of the own table too', () => {
    expect(readExitReason('Sortie jardn', { 'Sortie jardin': 'other' })).toMatchObject({
      problem: { params: { first: 'Sortie jardin' } },
    });
  });

  it('is not held up by a page pasted into the cell, nor repeats it', () => {
    const reading = readExitReason('x '.repeat(500_000));
    expect(JSON.stringify(reading).length).toBeLessThan(500);
  });

  it('ships a table without contradictions: every label once, every reason known', () => {
    const keys = shipped.labels.map(({ label }) => label.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    expect(shipped.labels.filter(({ reason }) => !(EXIT_REASONS as readonly string[]).includes(reason))).toEqual([]);
    for (const [label, reason] of Object.entries(SHIPPED_EXIT_REASONS)) expect(reasonOf(label)).toBe(reason);
  });

  it('knows every reason of the made-up exports', () => {
    const folder = join(__dirname, '../../../shared/data/exports');
    const latin = readFileSync(join(folder, '1-viesion-like.csv'), 'latin1').split('\r\n').slice(1, -1);
    const labels = new Set(latin.map((line) => line.split(';')[36] ?? '').filter(Boolean));
    expect([...labels].filter((label) => readExitReason(label).status === 'unknown')).toEqual([]);
    expect(labels.size).toBeGreaterThan(4);
  });
});
