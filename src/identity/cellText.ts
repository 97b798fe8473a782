import { cleanText } from './text';

/** Spellings of "nothing" that databases and spreadsheets leave in cells. A lone `NA` is a surname, so it stays. */
const NOTHING = /^(?:null|\(null\)|<null>|nan|undefined|#n\/a|n\/a|none|[-–—_/?.]+)$/i;
/** How Excel is kept from reading a number: `="0612"`. */
const TEXT_GUARD = /^="(.*)"$/s;

/** The text of a cell, ready to be read, and what was mended on the way. */
export interface CellText {
  readonly text: string;
  readonly mojibake: boolean;
  readonly broken: boolean;
}

/** True when a cell says that nothing is known. */
export function isNothing(cell: string): boolean {
  const trimmed = cell.trim();
  return trimmed === '' || NOTHING.test(trimmed);
}

/** Takes guards, invisible characters and mojibake away; empty text where the cell says nothing. */
export function cellText(raw: string): CellText {
  const unguarded = raw
    .trim()
    .replace(TEXT_GUARD, '$1')
    .replace(/^'(?=[\d+])/, '');
  const { text, repaired, broken } = cleanText(unguarded);
  return { text: isNothing(text) ? '' : text, mojibake: repaired, broken };
}
