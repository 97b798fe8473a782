import type { Outcome } from '../accompaniment';
import type { HeldPage } from '../exchange';
import { outcomeOfProblem } from './outcomes';
import type { DeskRun } from './run';

/** How the reading of a whole list ended: at its last page, where the reader had enough, or at a page that failed. */
export type Pages = { readonly kind: 'read' } | { readonly kind: 'failed'; readonly outcome: Outcome };

const GOES_ROUND = outcomeOfProblem('unavailable', { code: 'exchange.unreadable.unavailable' });

/**
 * Reads what France Travail lists for the structure, page by page, each page journalled. A list that goes round is no
 * list: it fails, for its end was never seen.
 *
 * @param take is handed each page; `true` when it has had enough
 */
export async function readPages(run: DeskRun, take: (page: HeldPage) => boolean): Promise<Pages> {
  const { gateway, ledger } = run.desk;
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (;;) {
    if (run.halted) return { kind: 'failed', outcome: run.halted };
    const page = await gateway.listAccompaniments(cursor);
    const failed = page.kind === 'failed' ? page.outcome : undefined;
    await ledger.note([run.crossing('readStatus', 'receive', [], failed?.kind ?? 'listed', failed?.code)]);
    if (page.kind === 'failed') return page;
    if (take(page.value) || page.value.nextCursor === undefined) return { kind: 'read' };
    cursor = page.value.nextCursor;
    if (seen.has(cursor)) return { kind: 'failed', outcome: GOES_ROUND };
    seen.add(cursor);
  }
}
