import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PIVOT_FIELD_IDS, type PivotField, type PivotRecord } from '../../src/fields';
import { readDate } from '../../src/identity';
import { parseCsv, type CsvRow } from './csv';
import { decode } from './decode';
import { problem, say, tell } from '../terminal';

/** The people of a file: ids and records side by side, in the order of the file. */
export interface PeopleFile {
  readonly ids: readonly string[];
  readonly records: readonly PivotRecord[];
  /** Pivot fields of which at least one record has a value. */
  readonly fields: ReadonlySet<PivotField>;
}

/** A file that is read while its people are worked on: no more than one record of it is kept here. */
export interface PeopleReading {
  /** To be gone through once; what is read of the file is known when it has ended. */
  readonly records: Iterable<PivotRecord>;
  readonly ids: readonly string[];
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

/** Reads a whole file of people; lines with a fault are told on standard error and the rest goes on. */
export function readPeople(path: string, columns: ColumnMap | undefined, today: string): PeopleFile {
  const { records, ids, fields } = openPeople(path, columns, today);
  return { records: [...records], ids, fields };
}

/** The same, one record after the other. Throws a {@link CommandProblem} at once where the file is none of people. */
export function openPeople(path: string, columns: ColumnMap | undefined, today: string): PeopleReading {
  const file = basename(path);
  const faults = new Faults(file);
  const { text, encoding } = readText(path, file);
  const csv = parseCsv(text, (line) => faults.report(line, say('dedup.quote')));
  const fields = csv.header.map((header) => {
    const key = header.toLowerCase();
    return columns?.has(key) ? columns.get(key) : fieldOf(header);
  });
  const rows = csv.rows[Symbol.iterator]();
  const first = rows.next();
  if (first.done) throw problem('dedup.empty', { file });
  if (!fields.some((field) => field && field !== 'id')) throw problem('dedup.noColumns', { file });
  const ignored = csv.header.filter((header, i) => header !== '' && !fields[i]);
  if (ignored.length) tell('dedup.columnsIgnored', { columns: ignored.slice(0, 30).join(', ').slice(0, 400) });
  const separator = csv.separator === '\t' ? 'TAB' : csv.separator;
  const reading = new Reading(fields, faults, today, (count) => {
    tell('dedup.columnsRead', { file, rows: count, encoding, separator });
  });
  return { records: reading.people(first.value, rows), ids: reading.ids, fields: reading.filled };
}

/** A header is a field id, in any case; FEBRL's rec_id and the like need `--columns`. */
function fieldOf(header: string): PivotField | undefined {
  return FIELD_OF.get(header.toLowerCase());
}

function readText(path: string, file: string): { text: string; encoding: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw problem('dedup.unreadable', { file, why: reasonOf(error) });
  }
  const decoded = decode(bytes);
  if (decoded.status === 'notText') throw problem('dedup.notText', { file, format: decoded.format });
  return decoded;
}

/** The people of the rows of one file. */
class Reading {
  readonly ids: string[] = [];
  readonly filled = new Set<PivotField>();
  private readonly seen = new Set<string>();
  private readonly idColumn: number;
  /** All fields of the file, none filled: records of one make are read faster than each of its own. */
  private readonly blank: Row;

  constructor(
    private readonly fields: readonly (PivotField | undefined)[],
    private readonly faults: Faults,
    private readonly today: string,
    private readonly onEnd: (rows: number) => void,
  ) {
    this.idColumn = fields.indexOf('id');
    this.blank = Object.fromEntries(fields.flatMap((field) => (field ? [[field, undefined]] : [])));
  }

  *people(first: CsvRow, rest: Iterator<CsvRow, void>): Generator<PivotRecord, void> {
    let position = 0;
    for (let row: CsvRow | undefined = first; row; ) {
      position++;
      if (this.isPerson(row, position)) yield this.recordOf(row);
      const next = rest.next();
      row = next.done ? undefined : next.value;
    }
    this.faults.close();
    this.onEnd(position);
  }

  private isPerson(row: CsvRow, position: number): boolean {
    const { faults, seen, idColumn } = this;
    if (row.cells.every((cell) => cell === '')) return false;
    checkWidth(row, this.fields.length, faults);
    const id = idColumn < 0 ? String(position) : trimmed(row.cells[idColumn] ?? '');
    if (id === '') {
      faults.report(row.line, say('dedup.noId'));
      return false;
    }
    if (seen.has(id)) faults.report(row.line, say('dedup.sameId'));
    seen.add(id);
    this.ids.push(id);
    return true;
  }

  private recordOf(row: CsvRow): PivotRecord {
    const { fields, filled } = this;
    const record = { ...this.blank };
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      const cell = row.cells[i];
      if (!field || !cell || record[field] !== undefined) continue;
      const value = trimmed(cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL) : cell);
      if (value === '') continue;
      record[field] = field === 'birthDate' ? birthDate(value, row.line, this.faults, this.today) : value;
      if (!filled.has(field)) filled.add(field);
    }
    return record as PivotRecord;
  }
}

type Row = Partial<Record<PivotField, string | undefined>>;

/** Most cells have nothing to trim, which their ends say. */
function trimmed(cell: string): string {
  return isLetter(cell.charCodeAt(0)) && isLetter(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}

function isLetter(character: number): boolean {
  return character > 32 && character < 127;
}

function checkWidth(row: CsvRow, expected: number, faults: Faults): void {
  const found = row.cells.length;
  if (found === expected) return;
  const tooMany = found > expected && row.cells.slice(expected).some((cell) => cell.trim() !== '');
  if (found < expected || tooMany) faults.report(row.line, say('dedup.cells', { found, expected }));
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
