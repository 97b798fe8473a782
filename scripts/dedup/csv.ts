/** A record of a CSV text; `line` is where it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvText {
  readonly separator: string;
  readonly header: readonly string[];
  /** Cut out one after the other as they are asked for; to be gone through once. */
  readonly rows: Iterable<CsvRow>;
}

const SEPARATORS = [',', ';', '\t', '|'];
const SAMPLE_LINES = 50;
/** A quoted cell over more lines than this has lost its closing mark. */
const LONGEST_CELL_LINES = 20;

const QUOTE = 34;
const NEWLINE = 10;
const CARRIAGE = 13;

/**
 * Cuts a CSV text of any separator, with or without quotes, row by row: a list of 131,000 people is read in a fraction of
 * a second, and what was worked on can be forgotten.
 *
 * @param onUnclosed told the lines whose quotation marks do not pair: they are left out unless they have the right number
 * of cells, and the rest goes on.
 */
export function parseCsv(text: string, onUnclosed: (line: number) => void = () => undefined): CsvText {
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const hint = /^sep=(.)\r?\n/i.exec(content);
  const body = hint ? content.slice(hint[0].length) : content;
  const separator = hint?.[1] ?? detectSeparator(body);
  const rows = rowsOf(body, separator, hint ? 2 : 1, onUnclosed);
  const first = rows.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim());
  return { separator, header, rows };
}

function* rowsOf(
  body: string,
  separator: string,
  firstLine: number,
  onUnclosed: (line: number) => void,
): Generator<CsvRow, void> {
  let at = 0;
  let line = firstLine;
  let width: number | undefined;
  while (at < body.length) {
    const row = rowAt(body, at, separator.charCodeAt(0));
    if (row === undefined) onUnclosed(line);
    const end = row === undefined ? endOfLine(body, at) : at;
    const cells = row ? row.cells : looseCells(body.slice(at, end), separator, width);
    const isEmpty = cells?.length === 1 && cells[0] === '' && row?.isQuoted === false;
    if (cells && !isEmpty) {
      width ??= cells.length;
      yield { line, cells };
    }
    at = row ? row.next : nextLine(body, end);
    line += row?.lines ?? 1;
  }
}

/** A line whose quotation marks do not pair is kept where it still has the header's number of cells. */
function looseCells(line: string, separator: string, width: number | undefined): string[] | undefined {
  const cells = line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  return width === undefined || cells.length === width ? cells : undefined;
}

/** Where the line ends: a search that ran on to the end of the file for every line would take the square of its length. */
function endOfLine(text: string, from: number): number {
  return endOfCell(text, from, NEWLINE);
}

/** Place of the next separator or end of line. */
function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === separator || character === NEWLINE || character === CARRIAGE) break;
  }
  return at;
}

function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === CARRIAGE && text.charCodeAt(end + 1) === NEWLINE) return end + 2;
  return end + 1;
}

interface CutRow {
  readonly cells: string[];
  readonly next: number;
  readonly lines: number;
  readonly isQuoted: boolean;
}

/** The record that begins here; undefined when a quotation mark does not close soon. */
function rowAt(text: string, from: number, separator: number): CutRow | undefined {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  let isQuoted = false;
  for (;;) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      isQuoted = true;
      const cell = quotedCell(text, at + 1);
      if (!cell || cell.lines > LONGEST_CELL_LINES) return undefined;
      lines += cell.lines;
      end = endOfCell(text, cell.end, separator);
      if (end > cell.end && text.slice(cell.end, end).trim() !== '') return undefined;
      cells.push(cell.text);
    } else {
      end = endOfCell(text, at, separator);
      cells.push(text.slice(at, end));
    }
    if (text.charCodeAt(end) !== separator) return { cells, next: nextLine(text, end), lines, isQuoted };
    at = end + 1;
  }
}

/** Text of a quoted cell from behind its opening mark, and the place behind the closing one. */
function quotedCell(text: string, from: number): { text: string; end: number; lines: number } | undefined {
  let at = from;
  let cell = '';
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return undefined;
    const piece = text.slice(at, mark);
    cell = cell === '' ? piece : cell + piece;
    if (text.charCodeAt(mark + 1) !== QUOTE) return { text: cell, end: mark + 1, lines: newlinesIn(cell) };
    cell += '"';
    at = mark + 2;
    if (cell.length > 2_000_000) return undefined;
  }
}

function newlinesIn(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0;
}

/** The separator that cuts the first lines into the most even number of cells. */
function detectSeparator(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/, SAMPLE_LINES)
    .filter((line) => line !== '')
    .map((line) => line.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, ''));
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length);
    const header = counts[0] ?? 1;
    const even = counts.filter((count) => count === header).length;
    return { separator, score: header > 1 ? even * Math.log2(header) : 0 };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}
