import { COLUMN_ORDER, COLUMNS, type Cell } from './columns';
import type { Sample } from './lines';

/** The list as Excel in French saves it: `;`, UTF-8 with BOM, CRLF, dates JJ/MM/AAAA. */
export function asCsv(samples: readonly Sample[]): string {
  const lines = samples.map(({ line }) => COLUMN_ORDER.map((column) => quoted(written(line[column]))).join(';'));
  const header = COLUMN_ORDER.map((column) => quoted(COLUMNS[column])).join(';');
  return `\ufeff${[header, ...lines].join('\r\n')}\r\n`;
}

function written(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if ('number' in cell) return String(cell.number);
  return cell.date.split('-').reverse().join('/');
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
