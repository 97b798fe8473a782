import { z } from 'zod/v4';

/** What a cell may be at the border: what spreadsheets, databases and n8n hand over. */
export const cellSchema = z.union([z.string(), z.number(), z.bigint(), z.boolean(), z.date(), z.null(), z.undefined()]);
export type Cell = z.infer<typeof cellSchema>;

/** The text of a cell as it stands; flags of databases come as booleans. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return String(cell);
}
