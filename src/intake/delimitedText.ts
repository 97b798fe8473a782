import { parse } from 'csv-parse/sync';

export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One record of a delimited text; `line` is the number of its first line, from 1. */
export interface DelimitedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface DelimitedText {
  readonly lines: readonly DelimitedLine[];
  /** Numbers of the lines on which a stray quotation mark was taken as an ordinary character. */
  readonly strayQuotes: readonly number[];
}

/** Lines on which the separator is looked for. */
const SAMPLE_LINES = 60;
const SAMPLE_LENGTH = 100_000;
/** A quoted cell that runs over more lines than this may have lost its closing mark. */
const LONGEST_CELL = 12;

/** The separator that cuts the lines into the most steady number of cells; quoted text doesn't count. */
export function detectSeparator(text: string): Separator {
  const unquoted = withoutQuoted(text.slice(0, SAMPLE_LENGTH));
  const lines = unquoted
    .split(/\r\n|\r|\n/, SAMPLE_LINES)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const scored = SEPARATORS.map((separator) => ({ separator, score: steadiness(lines, separator) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

/** Quoted cells can run over lines, unless a mark is missing: then each line is taken by itself. */
function withoutQuoted(text: string): string {
  const paired = (text.match(/"/g) ?? []).length % 2 === 0;
  return text.replace(paired ? /"[^"]*"/g : /"[^"\r\n]*"/g, '""');
}

/** Cuts a text into records. A stray quotation mark costs its own line at most, never the rest of the file. */
export function parseDelimited(text: string, separator: Separator): DelimitedText {
  const whole = parsedWhole(text, separator);
  return whole ? { lines: whole, strayQuotes: [] } : parsedLineByLine(text, separator);
}

function parsedWhole(text: string, separator: Separator): DelimitedLine[] | undefined {
  const records = recordsOf(text, separator);
  if (!records) return undefined;
  let previousEnd = 0;
  const lines: DelimitedLine[] = [];
  for (const { record, info } of records) {
    if (info.lines - previousEnd > LONGEST_CELL && record.some((cell) => swallowsLines(cell, separator)))
      return undefined;
    lines.push({ line: previousEnd + 1, cells: record });
    previousEnd = info.lines;
  }
  return lines;
}

/** A long comment has few separators; lines that a lost mark has swallowed have them throughout. */
function swallowsLines(cell: string, separator: Separator): boolean {
  const lines = cell.split(/\r\n|\r|\n/);
  return lines.filter((line) => line.includes(separator)).length * 2 > lines.length;
}

function parsedLineByLine(text: string, separator: Separator): DelimitedText {
  const strayQuotes: number[] = [];
  const lines = text.split(/\r\n|\r|\n/).map((content, index): DelimitedLine => {
    const line = index + 1;
    const [first, ...more] = recordsOf(content, separator) ?? [];
    if (first && more.length === 0) return { line, cells: first.record };
    if (content === '') return { line, cells: [''] };
    strayQuotes.push(line);
    return { line, cells: content.split(separator).map(unquoted) };
  });
  return { lines, strayQuotes };
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Undefined when a quotation mark never closes. */
function recordsOf(text: string, separator: Separator): readonly ParsedRecord[] | undefined {
  try {
    return parse(text, {
      delimiter: separator,
      relax_quotes: true,
      relax_column_count: true,
      info: true,
    }) as unknown as readonly ParsedRecord[];
  } catch {
    return undefined;
  }
}

function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1').replace(/""/g, '"');
}

/** Share of the lines that have the most frequent number of cells, weighted by that number. */
function steadiness(lines: readonly string[], separator: Separator): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(separator).length;
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const scores = [...counts].map(([cells, count]) => (count / lines.length) ** 2 * Math.log2(cells));
  return Math.max(0, ...scores);
}
