import type { IDataObject } from 'n8n-workflow';
import { OUTCOME_KINDS, outputOf, type OutcomeOutput } from '../../src/accompaniment';
import { say } from '../terminal';
import type { OutcomeCounts } from './outcomes';

/** What France Travail knows, before or after. */
export interface Situation {
  readonly accompanied: number;
  readonly planned: number;
}

export interface Report {
  /** Lines of the list that hold something. */
  readonly total: number;
  readonly counts: OutcomeCounts;
  readonly left: number;
  readonly leftOut: number;
  /** Lines of which no column was recognised. */
  readonly unread: number;
  readonly items: readonly IDataObject[];
  /** Absent where the server is not ours to look into. */
  readonly before?: Situation;
  readonly after?: Situation;
}

/** Causes that are told, and people who are named for each: beyond that a list helps nobody. */
const CAUSES = 20;
const PEOPLE = 8;
const WIDTH = 56;
const OUTPUTS: readonly OutcomeOutput[] = ['declared', 'alreadyAccompanied', 'waiting', 'toCorrect'];

/** The result as it is printed; the table of outcomes comes last. */
export function printed(report: Report): string {
  return [...toLookAt(report.items), ...beforeAndAfter(report), ...table(report)].join('\n');
}

/** What a person has to look at, by cause, the most frequent first: she reads a cause once, then the people. */
function toLookAt(items: readonly IDataObject[]): string[] {
  const causes = new Map<string, string[]>();
  for (const { id, line, message, outcome } of items) {
    if (typeof outcome !== 'string' || !isToLookAt(outcome)) continue;
    const who = String(id || say('demo.line', { line: Number(line) }));
    causes.set(String(message), [...(causes.get(String(message)) ?? []), who]);
  }
  if (causes.size === 0) return [];
  const sorted = [...causes].sort(([, one], [, other]) => other.length - one.length);
  const more = sorted.length > CAUSES ? [`  ${say('demo.more', { count: sorted.length - CAUSES })}`] : [];
  return [say('demo.toLookAt'), ...sorted.slice(0, CAUSES).flatMap(cause), ...more, ''];
}

function cause([message, people]: [string, string[]]): string[] {
  const more = people.length > PEOPLE ? `, ${say('demo.more', { count: people.length - PEOPLE })}` : '';
  return [`  ${String(people.length).padStart(4)}  ${message}`, `        ${people.slice(0, PEOPLE).join(', ')}${more}`];
}

function isToLookAt(outcome: string): boolean {
  const kind = OUTCOME_KINDS.find((one) => one === outcome);
  return kind !== undefined && outputOf(kind) !== 'declared';
}

function beforeAndAfter({ before, after }: Report): string[] {
  if (!before || !after) return [];
  const head = `${' '.repeat(WIDTH + 2)}${say('demo.before').padStart(8)}${say('demo.after').padStart(8)}`;
  const row = (code: string, was: number, is: number) =>
    `  ${say(code).padEnd(WIDTH)}${String(was).padStart(8)}${String(is).padStart(8)}`;
  return [
    say('demo.relances'),
    head,
    row('demo.accompanied', before.accompanied, after.accompanied),
    row('demo.relances.planned', before.planned, after.planned),
    '',
  ];
}

function table({ counts, left, leftOut, unread, total }: Report): string[] {
  const row = (code: string, count: number) => `  ${say(code).padEnd(WIDTH)}${String(count).padStart(8)}`;
  const rule = `  ${'─'.repeat(WIDTH + 8)}`;
  return [
    `${say('demo.table').padEnd(WIDTH + 2)}${say('demo.lines').padStart(8)}`,
    rule,
    ...ORDER.filter((kind) => counts[kind] > 0 || ALWAYS.includes(kind)).map((kind) =>
      row(`demo.outcome.${kind}`, counts[kind]),
    ),
    ...(left > 0 ? [row('demo.outcome.left', left)] : []),
    ...(leftOut > 0 ? [row('demo.outcome.leftOut', leftOut)] : []),
    ...(unread > 0 ? [row('demo.outcome.unread', unread)] : []),
    rule,
    row('demo.total', total),
  ];
}

/** From what went well to what a person has to correct, as on the node's outputs. */
const ORDER = OUTPUTS.flatMap((output) => OUTCOME_KINDS.filter((kind) => outputOf(kind) === output));

/** Shown even when they are none. */
const ALWAYS: readonly string[] = ['declared', 'alreadyAccompanied', 'rejected'];
