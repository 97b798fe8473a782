import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PIVOT_FIELD_IDS, type PivotField, type PivotRecord } from '../../src/fields';
import { readDate } from '../../src/identity';
import { parseCsv, type CsvRow, type CsvText } from './csv';
import { decode } from './decode';
import { problem, say, tell } from '../terminal';

/** The people of a file: ids and records side by side, in the order of the file. */
export interface PeopleFile {
  readonly ids: readonly string[];
  readonly records: readonly PivotRecord[];
  /** Pivot fields of which at least one record has a value. */
  readonly fields: ReadonlySet<PivotField>;
}

export type ColumnMap = ReadonlyMap<string, PivotField | undefined>;

const FIELD_OF = new Map(PIVOT_FIELD_IDS.map((field) => [field.toLowerCase(), field]));
const LONGEST_CELL = 1_000;
const MOST_REPORTS = 20;
const ISO_OR_COMPACT = /^\d{4}-\d{2}-\d{2}$|^\d{8}$/;

/** Reads `--columns`: a JSON object from header to pivot field. */
export function readColumnMap(path: string): ColumnMap {
  const file = basename(path);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw problem('dedup.badColumns', { file, why: reasonOf(error) });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw problem('dedup.badColumns', { file, why: typeof parsed });
  }
  const map = new Map<string, PivotField | undefined>();
  for (const [header, field] of Object.entries(parsed)) {
    if (field === null || field === '') {
      map.set(header.trim().toLowerCase(), undefined);
      continue;
    }
    const known = FIELD_OF.get(String(field).toLowerCase());
    if (!known) throw problem('dedup.badColumns', { file, why: `${header} → ${String(field)}` });
    map.set(header.trim().toLowerCase(), known);
  }
  return map;
}

/** Reads a file of people; lines with a fault are told on standard error and the rest goes on. */
export function readPeople(path: string, columns: ColumnMap | undefined, today: string): PeopleFile {
  const file = basename(path);
  const { csv, encoding } = readText(path, file);
  const fields = csv.header.map((header) => {
    const key = header.toLowerCase();
    return columns?.has(key) ? columns.get(key) : fieldOf(header);
  });
  if (!fields.some((field) => field && field !== 'id')) throw problem('dedup.noColumns', { file });
  tell('dedup.columnsRead', {
    file,
    rows: csv.rows.length,
    encoding,
    separator: csv.separator === '\t' ? 'TAB' : csv.separator,
  });
  const ignored = csv.header.filter((header, i) => header !== '' && !fields[i]);
  if (ignored.length) tell('dedup.columnsIgnored', { columns: ignored.slice(0, 30).join(', ').slice(0, 400) });
  return peopleOf(csv, fields, new Faults(file), today);
}

/** A header is a field id, in any case; FEBRL's rec_id and the like need `--columns`. */
function fieldOf(header: string): PivotField | undefined {
  return FIELD_OF.get(header.toLowerCase());
}

function readText(path: string, file: string): { csv: CsvText; encoding: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw problem('dedup.unreadable', { file, why: reasonOf(error) });
  }
  const decoded = decode(bytes);
  if (decoded.status === 'notText') throw problem('dedup.notText', { file, format: decoded.format });
  const csv = parseCsv(decoded.text);
  if (csv.rows.length === 0) throw problem('dedup.empty', { file });
  return { csv, encoding: decoded.encoding };
}

function peopleOf(
  csv: CsvText,
  fields: readonly (PivotField | undefined)[],
  faults: Faults,
  today: string,
): PeopleFile {
  const ids: string[] = [];
  const records: PivotRecord[] = [];
  const filled = new Set<PivotField>();
  const seen = new Set<string>();
  const idColumn = fields.indexOf('id');
  csv.unclosed.forEach((line) => faults.report(line, say('dedup.quote')));
  for (const [position, row] of csv.rows.entries()) {
    if (row.cells.every((cell) => cell === '')) continue;
    checkWidth(row, fields.length, faults);
    const id = idColumn < 0 ? String(position + 1) : (row.cells[idColumn] ?? '').trim();
    if (id === '') {
      faults.report(row.line, say('dedup.noId'));
      continue;
    }
    if (seen.has(id)) faults.report(row.line, say('dedup.sameId'));
    seen.add(id);
    ids.push(id);
    records.push(recordOf(row, fields, filled, faults, today));
  }
  faults.close();
  return { ids, records, fields: filled };
}

function checkWidth(row: CsvRow, expected: number, faults: Faults): void {
  const found = row.cells.length;
  const tooMany = found > expected && row.cells.slice(expected).some((cell) => cell.trim() !== '');
  if (found < expected || tooMany) faults.report(row.line, say('dedup.cells', { found, expected }));
}

function recordOf(
  row: CsvRow,
  fields: readonly (PivotField | undefined)[],
  filled: Set<PivotField>,
  faults: Faults,
  today: string,
): PivotRecord {
  const record: Partial<Record<PivotField, string>> = {};
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    const cell = row.cells[i];
    if (!field || !cell || record[field] !== undefined) continue;
    const value = cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL).trim() : cell.trim();
    if (value === '') continue;
    record[field] = field === 'birthDate' ? birthDate(value, row.line, faults, today) : value;
    filled.add(field);
  }
  return record;
}

function birthDate(value: string, line: number, faults: Faults, today: string): string {
  if (ISO_OR_COMPACT.test(value)) return value;
  const read = readDate(value, { kind: 'birth', today });
  if (read.status === 'date') return read.date;
  if (read.status === 'invalid') faults.report(line, say('dedup.badDate'));
  return '';
}

/** The first faults of a file are told one by one, the rest counted. */
class Faults {
  private count = 0;

  constructor(private readonly file: string) {}

  report(line: number, why: string): void {
    if (this.count++ < MOST_REPORTS) tell('dedup.badLine', { file: this.file, line, why });
  }

  close(): void {
    if (this.count > MOST_REPORTS) tell('dedup.badLines', { file: this.file, count: this.count - MOST_REPORTS });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : String(error);
}
