import type { Problem } from '../fields';
import { holdsNir } from '../identity';
import { decodeBytes, type Encoding } from './decodeBytes';
import { detectSeparator, parseDelimited, SEPARATORS, type DelimitedLine, type Separator } from './delimitedText';
import { looksLikeData, recognisedHeaders } from './headerEvidence';

/** Lines that are no participants, and why they were left aside. */
export interface SkippedLines {
  readonly lines: readonly number[];
  readonly why: 'comment' | 'title' | 'empty' | 'total';
}

/** A table found in a text file. `lines[i]` is the number (from 1) of the line on which `rows[i]` begins. */
export interface Table {
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly skipped: readonly SkippedLines[];
  /** What was mended in the file itself, to be shown. */
  readonly repairs: readonly Problem[];
}

export type TableReading =
  | { readonly status: 'table'; readonly table: Table }
  | { readonly status: 'unreadable'; readonly problem: Problem };

/** A header stands within the first lines that hold anything. */
const HEADER_WITHIN = 40;
const TOTAL = /^(?:sous[- ])?tota(?:l|ux)\b/i;

/**
 * Finds the table in the bytes of a `.csv`, `.txt` or `.tsv` file, whatever its encoding and separator: comment, title
 * and empty lines above the header are skipped and said so, empty lines and totals below too.
 */
export function readTable(bytes: Uint8Array): TableReading {
  const foreign = foreignFormat(bytes);
  if (foreign) return unreadable(foreign);
  const { text, encoding } = decodeBytes(bytes);
  if (text.trim() === '') return unreadable('intake.table.empty');
  const hint = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const separator = SEPARATORS.find((known) => known === hint) ?? detectSeparator(text);
  const { lines, strayQuotes } = parseDelimited(text, separator);
  const repairs: Problem[] = strayQuotes.length
    ? [{ code: 'intake.table.strayQuotes', params: { lines: listed(strayQuotes) } }]
    : [];
  return tableFrom(lines, { encoding, separator, repairs });
}

function tableFrom(
  lines: readonly DelimitedLine[],
  source: Pick<Table, 'encoding' | 'separator' | 'repairs'>,
): TableReading {
  const headerIndex = findHeader(lines);
  const header = lines[headerIndex];
  if (!header) return unreadable('intake.table.noHeader');
  const below = lines.slice(headerIndex + 1);
  const width = widthOf([header, ...below]);
  const people = below.filter((line) => !isEmpty(line) && !isComment(line) && !isTotal(line));
  if (people.length === 0) return unreadable('intake.table.noRows');
  return {
    status: 'table',
    table: {
      ...source,
      headers: padded(header.cells, width),
      headerLine: header.line,
      rows: people.map((line) => padded(line.cells, width)),
      lines: people.map((line) => line.line),
      skipped: skippedLines(lines.slice(0, headerIndex), below),
    },
  };
}

/** The line with the most known headers; where none has two, the first that is as wide as the table and holds no data. */
function findHeader(lines: readonly DelimitedLine[]): number {
  const candidates = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => !isEmpty(line) && !isComment(line) && !/^sep=.$/i.test(line.cells.join('')))
    .slice(0, HEADER_WITHIN);
  let best = { index: -1, known: 1 };
  for (const { line, index } of candidates) {
    // A header is shown and hinted at: a line with somebody's number is none, whatever else stands in it.
    if (line.cells.some(holdsNir)) continue;
    const known = recognisedHeaders(line.cells);
    if (known > best.known) best = { index, known };
  }
  if (best.index >= 0) return best.index;
  const widest = Math.max(0, ...candidates.map(({ line }) => filled(line)));
  const first = candidates.find(({ line }) => filled(line) * 2 > widest);
  return first && !looksLikeData(first.line.cells) ? first.index : -1;
}

function skippedLines(above: readonly DelimitedLine[], below: readonly DelimitedLine[]): SkippedLines[] {
  const numbers = (lines: readonly DelimitedLine[]): number[] => lines.map((line) => line.line);
  const groups: SkippedLines[] = [
    { why: 'comment', lines: numbers([...above, ...below].filter(isComment)) },
    { why: 'title', lines: numbers(above.filter((line) => !isComment(line) && !isEmpty(line))) },
    { why: 'empty', lines: numbers([...above, ...below].filter(isEmpty)) },
    { why: 'total', lines: numbers(below.filter((line) => !isComment(line) && isTotal(line))) },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

/** A total says so first and holds nothing but numbers after: a person called Total has a given name. */
function isTotal(line: DelimitedLine): boolean {
  const [first = '', ...others] = line.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return TOTAL.test(first) && others.every((cell) => !/\p{L}/u.test(cell));
}

function isComment(line: DelimitedLine): boolean {
  return line.cells[0]?.trimStart().startsWith('#') === true;
}

function isEmpty(line: DelimitedLine): boolean {
  return filled(line) === 0;
}

function filled(line: DelimitedLine): number {
  return line.cells.filter((cell) => cell.trim() !== '').length;
}

/** Columns up to the last that has a header or a value: trailing separators make no columns. */
function widthOf(lines: readonly DelimitedLine[]): number {
  return lines.reduce(
    (widest, { cells }) => Math.max(widest, cells.findLastIndex((cell) => cell.trim() !== '') + 1),
    0,
  );
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

/** Workbooks, PDF and pictures by their first bytes: they are said by name instead of shown as broken text. */
function foreignFormat(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'intake.table.empty';
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return 'intake.table.workbook';
  if (start.startsWith('%PDF')) return 'intake.table.pdf';
  if (start.startsWith('\u00FF\u00D8\u00FF') || start.startsWith('\u0089PNG')) return 'intake.table.picture';
  return undefined;
}

function listed(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ');
  return lines.length > 5 ? `${shown}…` : shown;
}

function unreadable(code: string): TableReading {
  return { status: 'unreadable', problem: { code } };
}
