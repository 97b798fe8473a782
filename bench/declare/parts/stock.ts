import { synchronise, type ListedLine } from '../../../src/delivery';
import { SHIPPED_PROFILES, type Gateway } from '../../../src/exchange';
import { deskOf, recordOf, round, withLedger, type Measure } from '../desk';

/** A France Travail that answers at once and takes everything: what remains is our own time. */
function instantGateway(real: Pick<Gateway, 'prepareDeclaration' | 'fieldsOf'>): Gateway {
  const person = { expiresAt: new Date(8.64e15) };
  const outcome = { kind: 'declared', message: { code: 'exchange.outcome.declared' }, retryable: false } as const;
  return {
    ...(real as Gateway),
    profile: SHIPPED_PROFILES['interface-commune'],
    host: 'instant.example',
    authenticate: async () => ({ kind: 'ok', value: undefined }),
    lookUp: async () => ({ kind: 'found', certified: true, person }),
    // Before the first word of a ledger, France Travail is asked what it holds of this structure.
    listAccompaniments: async () => ({ kind: 'ok', value: { accompaniments: [] } }),
    declare: async () => ({ outcome }),
    declareLot: async (lot) => ({ kind: 'answered', answers: lot.map(() => ({ outcome })) }),
  };
}

/** What one synchronisation of a stock takes when one in a hundred has changed. */
export interface StockFound {
  readonly seconds: number;
  readonly megabytes: number;
  readonly said: number;
}

/** Tells the whole stock, then synchronises it with 1 % changed. Memory: the most beyond what the list itself takes. */
export function synchroniseStock(count: number, real: Gateway): Promise<StockFound> {
  return withLedger(async (ledger) => {
    const desk = deskOf(instantGateway(real), ledger);
    const list = (changed: boolean): ListedLine[] =>
      Array.from({ length: count }, (_, index) => ({
        index,
        record: recordOf(index, changed && index % 100 === 0 ? { lastMeetingDate: '2026-03-01' } : {}),
      }));
    const date = desk.today;
    const told = await synchronise({ lines: list(false), absence: { mode: 'report' }, date }, desk);
    if (told.kind === 'refused') throw new Error(`refused: ${told.problem.code} ${told.code ?? ''}`);
    const lines = list(true);
    (globalThis as { gc?: () => void }).gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const started = performance.now();
    const run = await synchronise({ lines, absence: { mode: 'report' }, date }, desk);
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    most = Math.max(most, process.memoryUsage().rss);
    if (run.kind === 'refused') throw new Error(`refused: ${run.problem.code} ${run.code ?? ''}`);
    const said = run.results.filter(({ outcome }) => outcome.kind === 'declared').length;
    return { seconds, megabytes: (most - before) / 1_048_576, said };
  });
}

export function stockLines(small: StockFound, large: StockFound, sizes: readonly [number, number]): Measure[] {
  const growth = [large.seconds / small.seconds, large.megabytes / Math.max(1, small.megabytes)] as const;
  const factor = sizes[1] / sizes[0];
  const isRight = ({ said }: StockFound, count: number): boolean => said === Math.ceil(count / 100);
  const right = isRight(small, sizes[0]) && isRight(large, sizes[1]);
  return [
    {
      measure: `${sizes[1]} in stock, 1 % changed`,
      found: `${round(large.seconds, 1)} s apart from FT's, ${round(large.megabytes)} MB beyond the list; ${large.said} said`,
      target: "≤ 60 s apart from FT's time, ≤ 512 MB beyond n8n's own items",
      reached: right && large.seconds <= 60 && large.megabytes <= 512,
    },
    {
      measure: `growth ${sizes[0]} → ${sizes[1]} (× ${round(factor)})`,
      found: `time × ${round(growth[0], 1)} (from ${round(small.seconds, 2)} s), memory × ${round(growth[1], 1)} (from ${round(small.megabytes)} MB)`,
      target: 'at most × 10.5',
      reached: right && growth[0] <= 10.5 && growth[1] <= 10.5,
    },
  ];
}
