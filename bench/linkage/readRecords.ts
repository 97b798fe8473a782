import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { PivotRecord } from '../../src/fields';

/** A record of a file with truth: what an engine may read, and apart from it who it is. */
export interface LabelledRecord {
  readonly id: string;
  readonly record: PivotRecord;
  /** Whose record it is. */
  readonly entity: string;
  /** Kinds of lookalikes that this person has in the file. */
  readonly hardNegative: readonly string[];
  readonly source: string;
}

export interface RecordOptions {
  /** Header of the file → pivot field; other columns are not read. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Pivot fields that are left empty, as where no identifier is known. */
  readonly without?: readonly string[];
  readonly entityColumn?: string;
}

const TRUTH = new Set(['entityId', 'source', 'hardNegative', 'tags', 'cluster']);

/** Reads a file with truth columns. FEBRL says the person in the id (`rec-12-dup-0`), the others in a column. */
export function readLabelled(path: string, options: RecordOptions = {}): LabelledRecord[] {
  const rows = parse(readFileSync(path), { columns: true, trim: true, bom: true }) as Record<string, string>[];
  return rows.map((row, index) => labelled(row, index, options));
}

function labelled(row: Record<string, string>, index: number, options: RecordOptions): LabelledRecord {
  const record: Record<string, string> = {};
  for (const [header, value] of Object.entries(row)) {
    const field = options.columns ? options.columns[header] : TRUTH.has(header) ? undefined : header;
    if (field && value !== '' && !options.without?.includes(field)) record[field] = value;
  }
  const id = record['id'] ?? String(index);
  const entity = row[options.entityColumn ?? 'entityId'] ?? /^rec-(\d+)-/.exec(id)?.[1] ?? id;
  return {
    id,
    record,
    entity,
    hardNegative: (row['hardNegative'] ?? '').split('|').filter(Boolean),
    source: row['source'] ?? '',
  };
}

export const FEBRL_COLUMNS = {
  rec_id: 'id',
  given_name: 'firstNames',
  surname: 'birthName',
  street_number: 'streetNumber',
  address_1: 'street',
  suburb: 'city',
  postcode: 'postcode',
  date_of_birth: 'birthDate',
  soc_sec_id: 'nationalId',
} as const;

export const FAKE_1000_COLUMNS = {
  unique_id: 'id',
  first_name: 'firstNames',
  surname: 'birthName',
  dob: 'birthDate',
  city: 'city',
  email: 'email',
} as const;

/** The same records with some fields left empty. */
export function withoutFields(records: readonly LabelledRecord[], fields: readonly string[]): LabelledRecord[] {
  return records.map((labelled) => {
    const kept = Object.entries(labelled.record).filter(([field]) => !fields.includes(field));
    return { ...labelled, record: Object.fromEntries(kept) };
  });
}
