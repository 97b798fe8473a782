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

/** Lines between two pauses: a few milliseconds. */
const A_SLICE = 100;
/** Lines that a sentence names; of more, nobody reads the numbers. */
const NAMED_LINES = 8;

/**
 * Reads all lines, in their order, and compares lines that name the same participant: with the same content the first
 * counts; with other content nobody can know which one is right, so all of them are to be corrected.
 */
export function readAll(lines: Iterable<RawLine>, options: ReadingOptions): readonly ReadLine[] {
  const steps = readingSteps(lines, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same for a list of any length: the event loop turns between slices, by `breathe`. */
export async function readAllInSlices(
  lines: Iterable<RawLine>,
  options: ReadingOptions,
  breathe: () => Promise<void>,
): Promise<readonly ReadLine[]> {
  const steps = readingSteps(lines, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

function* readingSteps(lines: Iterable<RawLine>, options: ReadingOptions): Generator<void, readonly ReadLine[]> {
  const read: ReadLine[] = [];
  const groups = new Map<string, SameId>();
  for (const { raw, line } of lines) {
    const one: ReadLine = isEmptyLine(raw)
      ? { kind: 'empty', line }
      : { kind: 'participant', line, ...readParticipant(raw, options) };
    read.push(one);
    if (one.kind === 'participant' && one.record.id) gather(groups, one.record.id, one);
    if (read.length % A_SLICE === 0) yield;
  }
  for (const [index, line] of read.entries()) {
    const group = line.kind === 'participant' ? groups.get(line.record.id ?? '') : undefined;
    if (line.kind === 'participant' && group) read[index] = compared(line, group);
    if (index % (A_SLICE * 20) === 0) yield;
  }
  return read;
}

/** The lines that name one participant. */
interface SameId {
  readonly first: ParticipantLine;
  /** Of the first line, once a second one is there. */
  content?: string;
  count: number;
  readonly named: number[];
  differs: boolean;
}

function gather(groups: Map<string, SameId>, id: string, line: ParticipantLine): void {
  const group = groups.get(id);
  if (!group) {
    groups.set(id, { first: line, count: 1, named: [line.line], differs: false });
    return;
  }
  group.count += 1;
  if (group.named.length < NAMED_LINES) group.named.push(line.line);
  group.content ??= contentOf(group.first);
  if (contentOf(line) !== group.content) group.differs = true;
}

function compared(line: ParticipantLine, { first, count, named, differs }: SameId): ReadLine {
  if (count < 2) return line;
  const id = line.record.id ?? '';
  if (differs) {
    const lines = `${named.join(', ')}${count > named.length ? '…' : ''}`;
    const problem: Problem = { code: 'intake.duplicate.differs', field: 'id', params: { id, lines } };
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
