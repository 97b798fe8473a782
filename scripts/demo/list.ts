import type { IDataObject } from 'n8n-workflow';
import type { PivotField } from '../../src/fields';
import {
  applyMapping,
  mapHeaders,
  readAll,
  readTable,
  type HeaderMapping,
  type ReadLine,
  type Table,
} from '../../src/intake';
import { shownText } from '../../src/identity';
import { CommandProblem, problem, say } from '../terminal';

/** Characters of a header that are printed. */
const LONGEST_HEADER = 60;

/** Somebody who has left: nothing to open. */
export interface Leaver {
  readonly line: number;
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly exitDate: string;
}

/** A list, read for a run: the items for the node, and what is put aside before it. */
export interface DemoList {
  readonly table: Table;
  readonly mapping: HeaderMapping;
  /** Cells under their pivot fields, as they stand in the list: the node reads them. Empty for those put aside. */
  readonly items: readonly IDataObject[];
  readonly leavers: readonly Leaver[];
  /** Lines that the caller wanted left out. */
  readonly leftOut: number;
  /** Lines whose cells all stand in columns that nobody recognised. */
  readonly unread: number;
  /** Lines that hold something, whatever column it stands in. */
  readonly total: number;
}

/**
 * Finds the table and its columns, and puts those aside who have left: a list says who is accompanied today, and a person
 * who has left is not to be opened.
 *
 * @param today `YYYY-MM-DD`
 * @param unwanted ids to leave out
 * @throws CommandProblem when the file holds no table, or one of which no column is recognised.
 */
export function readList(bytes: Uint8Array, today: string, unwanted: ReadonlySet<string> = new Set()): DemoList {
  const reading = readTable(bytes);
  if (reading.status === 'unreadable') throw new CommandProblem(say(reading.problem.code, reading.problem.params));
  const { table } = reading;
  const mapping = mapHeaders(table.headers, table.rows.slice(0, 200));
  if (mapping.columns.every(({ field }) => field === null)) throw problem('demo.noColumn');
  const raws = table.rows.map((row, index) => ({ raw: applyMapping(mapping, row), line: index + 1 }));
  const read = readAll(raws, { today });
  const leavers = read.flatMap((line) => leaver(line, today));
  const aside = new Set([...leavers.map(({ line }) => line), ...linesOf(read, unwanted)]);
  return {
    table,
    mapping,
    // Put aside as an empty item, so that the lines keep their numbers.
    items: raws.map(({ raw, line }) => (aside.has(line) ? {} : (raw as IDataObject))),
    leavers,
    leftOut: aside.size - leavers.length,
    unread: read.filter(({ kind }) => kind === 'empty').length,
    total: table.rows.length,
  };
}

/** A line with something to correct is for a person, whether they have left or not. */
function leaver(line: ReadLine, today: string): Leaver[] {
  if (line.kind !== 'participant' || line.problems.length > 0) return [];
  const { id = '', entryDate = '', exitDate } = line.record;
  return exitDate && exitDate <= today && exitDate >= entryDate ? [{ line: line.line, id, exitDate }] : [];
}

function linesOf(read: readonly ReadLine[], ids: ReadonlySet<string>): number[] {
  return read.flatMap((line) => (line.kind === 'participant' && ids.has(line.record.id ?? '') ? [line.line] : []));
}

/** Columns that were understood, and those that stay where they are. */
export function columnsOf({ mapping }: DemoList): {
  readonly known: readonly string[];
  readonly aside: readonly string[];
} {
  const isKnown = (field: PivotField | readonly PivotField[] | null) => field !== null;
  return {
    known: mapping.columns.filter(({ field }) => isKnown(field)).map(({ header }) => shownHeader(header)),
    aside: mapping.columns.filter(({ field }) => !isKnown(field)).map(({ header }) => shownHeader(header)),
  };
}

/** A header as it may be printed: in a list without headers it is somebody's data. */
export function shownHeader(header: string): string {
  return shownText(header, LONGEST_HEADER);
}
