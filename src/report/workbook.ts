import type { Cell } from 'write-excel-file/node' with { 'resolution-mode': 'import' };
import { masked } from './mask';

export type CellValue = string | number | boolean | null;

/** One sheet: a header and rows. It prints across. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Characters, column by column; the usual width where one is missing. */
  readonly widths: readonly number[];
}

const USUAL_WIDTH = 18;
/** Characters of a cell; Excel itself takes 32,767. */
const LONGEST = 2_000;
/** A spreadsheet takes what begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Writes a workbook. Nothing in it is a formula, and nothing as long as a NIR is left in any cell. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  // The library's types are those of an ES module: it is loaded the way that CommonJS may, and only when it is needed.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ name, header, rows, widths }) => ({
      sheet: name,
      data: [header.map(headerCell), ...rows.map((row) => row.map(cell))],
      columns: header.map((_, index) => ({ width: widths[index] ?? USUAL_WIDTH })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

/** A text that no spreadsheet reads as a formula. */
export function plainText(text: string): string {
  const shown = masked(text).slice(0, LONGEST);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

function headerCell(text: string): Cell {
  return {
    value: plainText(text),
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E9F0F9',
    wrap: true,
    alignVertical: 'top' as const,
  };
}

function cell(value: CellValue): Cell {
  if (value === null || value === '') return null;
  const style = { wrap: true, alignVertical: 'top' as const };
  if (typeof value === 'number' && !isLong(value)) return { value, type: Number, ...style };
  if (typeof value === 'boolean') return { value, type: Boolean, ...style };
  return { value: plainText(String(value)), type: String, ...style };
}

/** Excel shows eleven figures and rounds beyond fifteen: a long number is a name, and is written as text. */
function isLong(value: number): boolean {
  return !Number.isFinite(value) || Math.abs(value) >= 1e10;
}
