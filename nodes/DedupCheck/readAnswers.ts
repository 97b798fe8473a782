import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { isNothing, shownText } from '../../src/identity';
import type { AnsweredPair, ReviewAnswers } from '../../src/identity/linkage';
import { hint, type NodeRun } from '../nodeRun';
import { breatheOf, inSlices } from '../slices';
import { inputItems } from './inputItems';
import { linkageRoom } from './linkageRoom';

/** The answers as each kind of comparison looks them up. */
export interface Answers {
  readonly betweenLists: ReviewAnswers;
  readonly withinList: ReviewAnswers;
}

/** A cell as n8n's nodes hand it over; `?` and `—` stand where nobody has answered yet. */
const cell = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => (isNothing(String(value)) ? '' : String(value).trim()));
const answerRow = z.object({ left: cell.optional(), right: cell.optional(), answer: cell.optional() });

/**
 * Headers by what they hold, letters only, accents aside: those of this node's items, of the template's file, and of the
 * file `pairs.csv` of the command. A letter lost in the file is allowed for.
 */
const HEADERS = {
  /** The known one. */
  left: /^(?:leftid|candidateid|candidat|candidate|ncandidat|nducandidat|dossiercandidat|dossierconnu)$/,
  right:
    /^(?:rightid|id|ndedossier|nodedossier|ndossier|dossier|nparticipant|nodeparticipant|ndeparticipant|participant|filenumber)$/,
  answer: /^(?:answer|r[a-z]?ponses?|reponses?|memepersonne|mmepersonne|sameperson)$/,
} as const;
type Part = keyof typeof HEADERS;

/** Mistakes that are told one by one. */
const TOLD = 5;
const LONGEST_WORD = 30;

/**
 * Reads what reviewers answered. A line without an answer waits; one whose word is not understood is said, with its line,
 * and the others count.
 */
export async function readAnswers(run: NodeRun, input: number): Promise<Answers> {
  const linkage = linkageRoom();
  const items = (inputItems(run, input) ?? []).filter(({ json }) => !isFailure(json));
  const pairs: AnsweredPair[] = [];
  const faults: string[] = [];
  let understood = 0;
  await inSlices(items, breatheOf(run), ({ json }, index) => {
    const parts = partsOf(json);
    if (parts) understood += 1;
    if (!parts?.answer) return;
    const answer = linkage.readAnswer(parts.answer);
    if (!answer) faults.push(fault(run, 'word', index, parts.answer));
    else if (!parts.left || !parts.right) faults.push(fault(run, 'ids', index));
    else pairs.push({ left: parts.left, right: parts.right, answer });
  });
  const answers = {
    betweenLists: new linkage.ReviewAnswers(pairs, 'two'),
    withinList: new linkage.ReviewAnswers(pairs, 'one'),
  };
  tell(run, { given: items.length, understood, pairs: pairs.length, faults });
  return answers;
}

/** What a node that may fail puts out when there is no file of answers yet. */
function isFailure(json: IDataObject): boolean {
  return Object.keys(json).join() === 'error';
}

function partsOf(json: IDataObject): Partial<Record<Part, string>> | undefined {
  const row: Partial<Record<Part, unknown>> = {};
  for (const [header, value] of Object.entries(json)) {
    const part = partOf(header);
    if (part && row[part] === undefined && value !== null) row[part] = value;
  }
  const hasColumns = Object.keys(row).includes('answer');
  if (!hasColumns) return undefined;
  const parsed = answerRow.safeParse(row);
  return parsed.success ? (parsed.data as Partial<Record<Part, string>>) : {};
}

function partOf(header: string): Part | undefined {
  const letters = header
    .slice(0, 60)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return (Object.keys(HEADERS) as Part[]).find((part) => HEADERS[part].test(letters));
}

function fault({ words }: NodeRun, what: 'word' | 'ids', index: number, word = ''): string {
  return words(`nodes.dedup.answers.${what}`, { line: index + 1, word: shownText(word, LONGEST_WORD) });
}

interface Told {
  readonly given: number;
  readonly understood: number;
  readonly pairs: number;
  readonly faults: readonly string[];
}

function tell({ context, words }: NodeRun, { given, understood, pairs, faults }: Told): void {
  if (given > 0 && understood === 0) {
    context.addExecutionHints(hint(words('nodes.dedup.answers.columns'), 'warning'));
    return;
  }
  for (const message of faults.slice(0, TOLD)) context.addExecutionHints(hint(message, 'warning'));
  const more = faults.length - TOLD;
  if (more > 0) context.addExecutionHints(hint(words('nodes.dedup.answers.more', { count: more }), 'warning'));
  if (pairs > 0) context.addExecutionHints(hint(words('nodes.dedup.answers.read', { count: pairs })));
}
