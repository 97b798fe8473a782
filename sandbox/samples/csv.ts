import { COLUMN_ORDER, COLUMNS, type Cell } from './columns';
import type { Sample } from './lines';
import { TO_CHECK_COLUMNS, type SampleAnswer, type ToCheck } from './toCheck';

/** The list as Excel in French saves it: `;`, UTF-8 with BOM, CRLF, dates JJ/MM/AAAA. */
export function asCsv(samples: readonly Sample[]): string {
  return table(
    COLUMN_ORDER.map((column) => COLUMNS[column]),
    samples.map(({ line }) => COLUMN_ORDER.map((column) => line[column])),
  );
}

/** The people to take in, written in the same way. */
export function toCheckAsCsv(people: readonly ToCheck[]): string {
  const columns = Object.keys(TO_CHECK_COLUMNS) as (keyof typeof TO_CHECK_COLUMNS)[];
  return table(
    columns.map((column) => TO_CHECK_COLUMNS[column]),
    people.map(({ line }) => columns.map((column) => line[column])),
  );
}

/** What a reviewer answered. */
export function answersAsCsv(answers: readonly SampleAnswer[]): string {
  return table(
    ['N° de dossier', 'Candidat', 'Réponse'],
    answers.map(({ id, candidate, answer }) => [id, candidate, answer]),
  );
}

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => quoted(written(cell))).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function written(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if ('number' in cell) return String(cell.number);
  return cell.date.split('-').reverse().join('/');
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
