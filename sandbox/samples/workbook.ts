import { COLUMN_ORDER, COLUMNS, type Cell, type Column } from './columns';
import type { Sample } from './lines';

const WIDTHS: Partial<Record<Column, number>> = {
  nir: 22,
  ftNumber: 24,
  street: 32,
  email: 38,
  comment: 28,
  structure: 26,
  referent: 24,
};

/** The same people as Excel keeps them: real dates, and telephones that became numbers and lost their zero. */
export async function asWorkbook(samples: readonly Sample[]): Promise<Buffer> {
  // The library's types are those of an ES module: it is loaded the way that CommonJS may.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const header = COLUMN_ORDER.map((column) => ({ value: COLUMNS[column], fontWeight: 'bold' as const }));
  const rows = samples.map(({ line }, index) => COLUMN_ORDER.map((column) => excelCell(column, line[column], index)));
  const columns = COLUMN_ORDER.map((column) => ({ width: WIDTHS[column] ?? 18 }));
  return writeExcelFile([header, ...rows], { columns, sheet: 'Participants', stickyRowsCount: 1 }).toBuffer();
}

function excelCell(column: Column, cell: Cell, index: number) {
  if (typeof cell === 'object' && 'date' in cell) {
    return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  }
  if (typeof cell === 'object') return { value: cell.number, type: Number };
  if (cell === '') return null;
  const digits = cell.replaceAll(' ', '');
  const becameNumber = column === 'phone' ? index % 6 === 0 : column === 'nir' && index % 40 === 7;
  if (becameNumber && /^\d+$/.test(digits)) return { value: Number(digits), type: Number };
  return { value: cell, type: String };
}
