import type { Problem } from '../fields';
import type { RawParticipant } from './applyMapping';
import { isEmptyLine, readParticipant, type ParticipantReading, type ReadingOptions } from './readParticipant';

/** A line to be read; `line` is its number in the file (from 1), for sentences. */
export interface RawLine {
  readonly raw: RawParticipant;
  readonly line: number;
}

/** A line after the checks across lines. `repeated`: the same content as an earlier line, which counts. */
export type ReadLine =
  | ({ readonly kind: 'participant'; readonly line: number } & ParticipantReading)
  | { readonly kind: 'empty'; readonly line: number }
  | { readonly kind: 'repeated'; readonly line: number; readonly id: string; readonly note: Problem };

type ParticipantLine = Extract<ReadLine, { kind: 'participant' }>;

/**
 * Reads all lines, in their order, and compares lines that name the same participant: with the same content the first
 * counts; with other content nobody can know which one is right, so all of them are to be corrected.
 */
export function readAll(lines: readonly RawLine[], options: ReadingOptions): readonly ReadLine[] {
  const read = lines.map(
    ({ raw, line }): ReadLine =>
      isEmptyLine(raw) ? { kind: 'empty', line } : { kind: 'participant', line, ...readParticipant(raw, options) },
  );
  const byId = new Map<string, ParticipantLine[]>();
  for (const line of read) {
    if (line.kind !== 'participant' || !line.record.id) continue;
    byId.set(line.record.id, [...(byId.get(line.record.id) ?? []), line]);
  }
  return read.map((line) =>
    line.kind === 'participant' ? compared(line, byId.get(line.record.id ?? '') ?? []) : line,
  );
}

function compared(line: ParticipantLine, sameId: readonly ParticipantLine[]): ReadLine {
  const [first] = sameId;
  if (!first || sameId.length < 2) return line;
  const id = line.record.id ?? '';
  const numbers = sameId.map((other) => other.line);
  if (new Set(sameId.map(contentOf)).size > 1) {
    const problem: Problem = {
      code: 'intake.duplicate.differs',
      field: 'id',
      params: { id, lines: numbers.join(', ') },
    };
    return { ...line, problems: [...line.problems, problem] };
  }
  if (line === first) return line;
  const note: Problem = {
    code: 'intake.duplicate.same',
    field: 'id',
    params: { id, line: line.line, first: first.line },
  };
  return { kind: 'repeated', line: line.line, id, note };
}

/** A refused NIR leaves no value behind, so the problems are part of what makes two lines alike. */
function contentOf({ record, problems }: ParticipantLine): string {
  return JSON.stringify([Object.entries(record).sort(), problems.map((problem) => [problem.code, problem.field])]);
}
