import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { shownText } from '../../src/identity';
import { readAnswer, ReviewAnswers, type AnsweredLists, type AnsweredPair } from '../../src/identity/linkage';
import { problem, say, tell } from '../terminal';
import { parseCsv } from './csv';
import { decode } from './decode';

const COLUMNS = ['left_id', 'right_id', 'answer'] as const;
const LONGEST_WORD = 30;

/**
 * Reads `--answers`: `left_id,right_id,answer`, as in the file of pairs with one column more. A line without an answer
 * waits; one that is not understood is told and the rest goes on.
 */
export function readAnswers(path: string, lists: AnsweredLists): ReviewAnswers {
  const file = basename(path);
  const { header, rows } = parseCsv(textOf(path, file));
  const [left, right, answer] = COLUMNS.map((column) => header.findIndex((cell) => cell.toLowerCase() === column));
  if (left === undefined || right === undefined || answer === undefined || Math.min(left, right, answer) < 0) {
    throw problem('dedup.answers.columns', { file });
  }
  const pairs: AnsweredPair[] = [];
  for (const { line, cells } of rows) {
    const word = (cells[answer] ?? '').trim();
    if (word === '') continue;
    const read = readAnswer(word);
    if (read) pairs.push({ left: idOf(cells[left]), right: idOf(cells[right]), answer: read });
    else tell('dedup.badLine', { file, line, why: say('dedup.answers.word', { word: shownText(word, LONGEST_WORD) }) });
  }
  const answers = new ReviewAnswers(pairs, lists);
  tell('dedup.answers.read', { file, count: answers.size });
  return answers;
}

/** An id without the mark that keeps a spreadsheet from running it as a formula. */
function idOf(cell = ''): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '');
}

function textOf(path: string, file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw problem('dedup.unreadable', { file, why: error instanceof Error ? error.message.slice(0, 120) : '' });
  }
  const decoded = decode(bytes);
  if (decoded.status === 'notText') throw problem('dedup.notText', { file, format: decoded.format });
  return decoded.text;
}
