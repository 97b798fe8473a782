import type { ReadLine } from '../../src/intake';
import { sentence } from '../nodeRun';
import type { Words } from '../words';
import type { Decided } from './items';

/** The lines that speak of a person. */
export function participantsOf(lines: readonly ReadLine[]): readonly Extract<ReadLine, { kind: 'participant' }>[] {
  return lines.flatMap((line) => (line.kind === 'participant' ? [line] : []));
}

/** An empty line, or one that repeats another: a person looks. */
export function unread(words: Words, line: ReadLine, index: number): Decided {
  const repeated = line.kind === 'repeated' ? line : undefined;
  const reason = repeated ? sentence(words, repeated.note) : words('nodes.line.empty', { line: index + 1 });
  return { index, id: repeated?.id ?? '', decision: 'review', reasons: [reason], more: {} };
}
