import type { PivotField, Problem } from '../fields';
import { contentOf, type ColumnContent } from './columnContent';
import { evidenceOf } from './headerEvidence';
import { assignFields } from './assignFields';
import { proposalFor } from './proposals';

/** What one column is taken for. */
export interface ColumnMapping {
  /** From 1. */
  readonly n: number;
  readonly header: string;
  /** A list when one cell holds several values (`CP Ville`); null when the column stays where it is. */
  readonly field: PivotField | readonly PivotField[] | null;
  /** Place, from 1, of the column among those that are joined into one field. */
  readonly part?: number;
  /** Why it is taken so, or why it stays behind. */
  readonly why: Problem;
  /** What to ask before this column is used. */
  readonly ask?: Problem;
  /** Never leaves by default, whatever it is mapped to. */
  readonly sensitive: boolean;
}

/** What a whole sheet is taken for. */
export interface HeaderMapping {
  readonly columns: readonly ColumnMapping[];
  /** The columns that have a question, in file order. */
  readonly questions: readonly ColumnMapping[];
}

/**
 * Proposes a pivot field for each header of a list. The header is the first witness; with `sampleRows` (the rows below,
 * the first 200 are enough) the content can object, and settles what headers leave open (référent's name or e-mail).
 * One column a field and one field a column, except joins (street, NIR and key) and splits (`CP Ville`, `NOM Prénom`).
 * Sensitive columns are never mapped.
 */
export function mapHeaders(headers: readonly string[], sampleRows: readonly (readonly string[])[] = []): HeaderMapping {
  const evidence = headers.map(evidenceOf);
  const contents = headers.map((_, index) => contentOf(sampleRows.map((row) => row[index] ?? '')));
  const proposals = evidence.map((_, index) => proposalFor(index, evidence, contents, headers));
  const columns = assignFields(headers, proposals, contents);
  return { columns, questions: columns.filter((column) => column.ask !== undefined) };
}

/**
 * The same for items: their keys are the headers. `sampleItems` are some of the items themselves.
 */
export function mapKeys(
  keys: readonly string[],
  sampleItems: readonly Readonly<Record<string, unknown>>[] = [],
): HeaderMapping {
  const rows = sampleItems.map((item) =>
    keys.map((key) => sampleText(Object.hasOwn(item, key) ? item[key] : undefined)),
  );
  return mapHeaders(keys, rows);
}

function sampleText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export type { ColumnContent };
