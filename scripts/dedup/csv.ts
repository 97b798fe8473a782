/** A record of a CSV text; `line` is where it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvText {
  readonly separator: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Lines whose quotation marks do not pair: left out unless they have the right number of cells; the rest goes on. */
  readonly unclosed: readonly number[];
}

const SEPARATORS = [',', ';', '\t', '|'];
const SAMPLE_LINES = 50;
/** A quoted cell over more lines than this has lost its closing mark. */
const LONGEST_CELL_LINES = 20;

/**
 * Cuts a CSV text of any separator, with or without quotes. Written for speed: a list of 131,000 people is read in a
 * fraction of a second, lines without quotes by one split.
 */
export function parseCsv(text: string): CsvText {
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const hint = /^sep=(.)\r?\n/i.exec(content);
  const body = hint ? content.slice(hint[0].length) : content;
  const separator = hint?.[1] ?? detectSeparator(body);
  const rows: CsvRow[] = [];
  const unclosed: number[] = [];
  let at = 0;
  let line = hint ? 2 : 1;
  while (at < body.length) {
    const end = endOfLine(body, at);
    const plain = body.slice(at, end);
    if (!plain.includes('"')) {
      if (plain !== '') rows.push({ line, cells: plain.split(separator) });
      at = nextLine(body, end);
      line++;
      continue;
    }
    const quoted = quotedRow(body, at, separator);
    if (quoted === undefined) unclosed.push(line);
    const cells = quoted?.cells ?? looseCells(plain, separator, rows[0]);
    if (cells) rows.push({ line, cells });
    at = quoted?.next ?? nextLine(body, end);
    line += quoted?.lines ?? 1;
  }
  const [first, ...rest] = rows;
  return { separator, header: (first?.cells ?? []).map((cell) => cell.trim()), rows: rest, unclosed };
}

/** A line whose quotation marks do not pair is kept where it still has the header's number of cells. */
function looseCells(line: string, separator: string, header: CsvRow | undefined): string[] | undefined {
  const cells = line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  return header === undefined || cells.length === header.cells.length ? cells : undefined;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? text.length : newline;
  // Looked for in this line only: a search that ran on to the end of the file would take the square of its length.
  const carriage = text.slice(from, end).indexOf('\r');
  return carriage >= 0 ? from + carriage : end;
}

function nextLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return end + 1;
}

/** One record with quoted cells; undefined when a quotation mark does not close soon. */
function quotedRow(
  text: string,
  from: number,
  separator: string,
): { cells: string[]; next: number; lines: number } | undefined {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    if (text[at] !== '"') {
      const lineEnd = endOfLine(text, at);
      const stop = text.indexOf(separator, at);
      const end = stop >= 0 && stop < lineEnd ? stop : lineEnd;
      cells.push(text.slice(at, end));
      if (end === lineEnd) return { cells, next: nextLine(text, end), lines };
      at = end + 1;
      continue;
    }
    const cell = quotedCell(text, at + 1);
    if (!cell || cell.lines > LONGEST_CELL_LINES) return undefined;
    lines += cell.lines;
    const lineEnd = endOfLine(text, cell.end);
    const stop = text.indexOf(separator, cell.end);
    const end = stop >= 0 && stop < lineEnd ? stop : lineEnd;
    if (text.slice(cell.end, end).trim() !== '') return undefined;
    cells.push(cell.text);
    if (end === lineEnd) return { cells, next: nextLine(text, end), lines };
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
    cell += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { text: cell, end: mark + 1, lines: cell.split('\n').length - 1 };
    cell += '"';
    at = mark + 2;
    if (cell.length > 2_000_000) return undefined;
  }
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
