import { RUN_COUNTS, type FinishedRun, type Outcome, type OutcomeKind, type RunCounts } from '../../src/accompaniment';
import type { Problem } from '../../src/fields';
import type { ReportLine, RunReport } from '../../src/report';

export const outcome = (kind: OutcomeKind, code: string, more: Partial<Outcome> = {}): Outcome => ({
  kind,
  message: { code },
  retryable: false,
  ...more,
});

const DECLARED = outcome('declared', 'exchange.taken', { remindersStopped: true });
const NO_NUMBER = outcome('rejected', 'delivery.noFranceTravailNumber');
const PERSON = { name: 'FICTIVE Zoé', birthDate: '1984-12-03', referent: 'Camille RÉFÉRENTE-FICTIVE' };

/** One line of each sort that a run can hold. */
export function kinds(): ReportLine[] {
  const toCorrect = (problem: Problem): Partial<ReportLine> => ({
    change: 'stop',
    outcome: { ...outcome('rejected', problem.code), message: problem },
    problems: [problem],
  });
  const lines: Partial<ReportLine>[] = [
    { change: 'open', outcome: DECLARED },
    { change: 'open', outcome: { ...DECLARED, remindersStopped: false } },
    { change: 'change', outcome: DECLARED },
    { change: 'suspend', outcome: DECLARED },
    { change: 'close', outcome: { ...DECLARED, remindersStopped: false } },
    { change: 'nothing', outcome: outcome('unchanged', 'delivery.unchanged') },
    {
      change: 'open',
      outcome: outcome('alreadyAccompanied', 'exchange.alreadyAccompanied', {
        organism: { code: 'MLO', label: 'Mission locale d’Exempleville' },
        since: '2026-03-02',
      }),
    },
    { change: 'open', outcome: outcome('unavailable', 'delivery.notStarted', { retryable: true }) },
    toCorrect({
      code: 'identity.franceTravailNumber.zerosLost',
      field: 'franceTravailNumber',
      params: { length: 10, missing: 1 },
    }),
    { change: 'open', outcome: NO_NUMBER },
    toCorrect({ code: 'intake.id.missing', field: 'id' }),
    {
      change: 'absent',
      outcome: outcome('rejected', 'delivery.absent.reported'),
      problems: [{ code: 'delivery.absent.reported' }],
    },
  ];
  return lines.map((line, index) => lineOf(index, line));
}

export function lineOf(index: number, line: Partial<ReportLine>): ReportLine {
  const { change = 'open', problems = [] } = line;
  const place = change === 'absent' ? {} : { index };
  return { ...place, id: `P0${2300 + index}`, change, problems, person: PERSON, ...line };
}

/** A list of any length, everything that can happen in it. */
export function manyLines(count: number): ReportLine[] {
  const every = kinds();
  return Array.from({ length: count }, (_, nth) => {
    const { index: _index, id: _id, ...line } = every[nth % every.length]!;
    return lineOf(nth, line);
  });
}

export const countsOf = (change: Partial<RunCounts> = {}): RunCounts => ({
  ...(Object.fromEntries(RUN_COUNTS.map((id) => [id, 0])) as RunCounts),
  ...change,
});

export const RUNS: readonly FinishedRun[] = Array.from({ length: 12 }, (_, nth) => ({
  at: new Date(Date.UTC(2026, 8, 7 + nth * 7, 5, 2)).toISOString(),
  counts: countsOf({
    lines: 118,
    open: nth === 0 ? 96 : 3 + ((nth * 5) % 9),
    change: (nth * 7) % 6,
    close: nth % 4,
    waiting: nth % 5 === 0 ? 2 : 0,
    toCorrect: Math.max(2, 17 - nth),
    alreadyAccompanied: nth === 0 ? 4 : 0,
    remindersStopped: nth === 0 ? 90 : 2 + ((nth * 5) % 9),
  }),
}));

export function reportOf(change: Partial<RunReport> = {}): RunReport {
  return {
    locale: 'fr',
    timeZone: 'Europe/Paris',
    at: '2026-11-24T06:02:00.000Z',
    dryRun: false,
    structure: 'PLIE d’Exempleville',
    listDate: '2026-11-23',
    lines: kinds(),
    notes: [],
    cut: [],
    runs: RUNS,
    ...change,
  };
}
