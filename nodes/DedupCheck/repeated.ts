import type { ReadLine } from '../../src/intake';
import { about, type Finding, type Source } from './finding';

/**
 * A line that says again what an earlier one says. Within the list it is its duplicate; what other sources say about the
 * person stands with the earlier line, so here it is left to a person.
 */
export function repeatedFinding(source: Source, line: Extract<ReadLine, { kind: 'repeated' }>): Finding {
  const { id, note } = line;
  if (source !== 'within') return { source, decision: 'review', message: note, reasons: [note], candidates: [] };
  const first = { id, line: Number(note.params?.['first'] ?? 0) };
  return {
    source,
    decision: 'duplicate',
    message: about('nodes.dedup.duplicate.within', first),
    reasons: [note],
    candidates: [{ source, ...first, decision: 'duplicate', probability: 1, hl7: 'DOUA', reasons: [note] }],
  };
}
