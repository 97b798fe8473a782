import { shownText } from '../src/identity';
import { hint, sentence, type NodeRun } from './nodeRun';
import type { ReadList } from './readLines';

/** Columns named in one hint: beyond that nobody reads on. */
const NAMED = 12;
/** Characters of a header that a hint repeats. */
const LONGEST_HEADER = 60;

/**
 * How the list was read: which columns stay where they are, which were taken with a doubt, and the empty lines, which
 * spreadsheets leave by the dozen and which are only counted.
 */
export function hintList({ context, words }: NodeRun, { lines, mapping }: ReadList): void {
  const aside = mapping?.columns.filter(({ field }) => field === null).map(({ header }) => shown(header)) ?? [];
  const columns = [...aside.slice(0, NAMED), ...(aside.length > NAMED ? ['…'] : [])].join(', ');
  if (columns) context.addExecutionHints(hint(words('nodes.hint.columns', { columns })));
  for (const { ask, header } of mapping?.questions ?? []) {
    if (!ask) continue;
    const question = sentence(words, ask);
    context.addExecutionHints(hint(words('nodes.hint.question', { header: shown(header), question }), 'warning'));
  }
  const count = lines.filter(({ kind }) => kind === 'empty').length;
  if (count > 0) context.addExecutionHints(hint(words('nodes.hint.empty', { count })));
}

/** A header as it may be shown: in a list without headers it is somebody's data. */
function shown(header: string): string {
  return shownText(header, LONGEST_HEADER);
}
