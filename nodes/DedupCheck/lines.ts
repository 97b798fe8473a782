import type { ReadLine } from '../../src/intake';
import { sentence } from '../nodeRun';
import type { Words } from '../words';
import type { Decided } from './items';

/** The lines that speak of a person. */
export function participantsOf(lines: readonly ReadLine[]): readonly Extract<ReadLine, { kind: 'participant' }>[] {
  return lines.flatMap((line) => (line.kind === 'participant' ? [line] : []));
}

/** A line that repeats another: a person looks. */
export function unread(words: Words, line: ReadLine, index: number): Decided[] {
  if (line.kind !== 'repeated') return [];
  return [{ index, id: line.id, decision: 'review', reasons: [sentence(words, line.note)], more: {} }];
}
