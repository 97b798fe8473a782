import { z } from 'zod/v4';
import { readExitReason, type ExitReasonTable } from '../accompaniment';
import { FIELD_KINDS, type PivotField, type Problem } from '../fields';
import { checkFranceTravailNumber, holdsNir, readDate } from '../identity';
import { cellText } from './cellText';
import { readEmail, readFlag, readPhone, readPlaceCode, readPostcode, readRole, readStructureCode } from './plainCells';
import { found, nothing, refused, type CellReading } from './cellReading';

/** What a cell may be at the border: what spreadsheets, databases and n8n hand over. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.date(), z.null(), z.undefined()]);
export type Cell = z.infer<typeof cellSchema>;

export interface CellOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly exitReasons?: ExitReasonTable | undefined;
}

/** No name, town or structure is longer; a longer cell has swallowed its neighbours. */
const LONGEST_TEXT = 200;
/** Fields whose text leaves or identifies: a lost character must be typed again by whoever knows it. */
const EXACT_TEXT: ReadonlySet<PivotField> = new Set([
  'birthName',
  'usageName',
  'firstNames',
  'structure',
  'referentName',
  'referentFirstName',
]);

/** Reads one cell of one field. The NIR is not read here: it needs sex and birth date beside it. */
export function readCell(field: PivotField, cell: Cell, options: CellOptions): CellReading {
  if (FIELD_KINDS[field] === 'date' && (cell instanceof Date || typeof cell === 'number')) {
    return dateReading(field, cell, options);
  }
  const { text, mojibake, broken } = cellText(textOf(cell));
  if (text === '') return nothing();
  if (broken && EXACT_TEXT.has(field)) return refused({ code: 'intake.cell.brokenCharacters', field });
  const reading = readText(field, text, options);
  return mojibake ? { ...reading, repairs: [{ code: 'intake.repair.mojibake', field }, ...reading.repairs] } : reading;
}

/** The text of a cell as it stands; flags of databases come as booleans. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return String(cell);
}

function readText(field: PivotField, text: string, options: CellOptions): CellReading {
  switch (FIELD_KINDS[field]) {
    case 'reference':
      return holdsNir(text) ? refused({ code: 'intake.id.isNir', field }) : bounded(field, text);
    case 'date':
      return dateReading(field, text, options);
    case 'franceTravailNumber': {
      const check = checkFranceTravailNumber(text);
      return check.status === 'valid' ? found(check.number) : refused(check.problem);
    }
    case 'name':
      return bounded(field, text.replace(/\s*[,;]+\s*/g, ' ').trim());
    case 'email':
      return readEmail(field, text);
    case 'phone':
      return readPhone(field, text);
    case 'postcode':
      return readPostcode(field, text);
    case 'placeCode':
      return readPlaceCode(field, text);
    case 'structureCode':
      return readStructureCode(field, text);
    case 'role':
      return readRole(field, text);
    case 'flag':
      return readFlag(field, text);
    case 'exitReason':
      return exitReasonReading(text, options.exitReasons);
    // Read with the whole line: sex with the civility, the NIR with sex and birth date.
    case 'sex':
    case 'nir':
    case 'text':
      return field === 'comment' ? found(text) : bounded(field, text);
  }
}

function bounded(field: PivotField, text: string): CellReading {
  return text.length > LONGEST_TEXT ? refused({ code: 'intake.cell.tooLong', field }) : found(text);
}

function dateReading(field: PivotField, cell: string | number | Date, { today }: CellOptions): CellReading {
  const reading = readDate(cell, { kind: field === 'birthDate' ? 'birth' : 'event', today });
  if (reading.status === 'none') return nothing();
  if (reading.status === 'invalid') return refused({ ...reading.problem, field });
  const params = { date: reading.date };
  if (reading.from === 'serial') return found(reading.date, { code: 'intake.repair.excelDate', field, params });
  // The century of an event is plain; that of a birth is a guess worth showing.
  const guessed = reading.from === 'twoDigitYear' && field === 'birthDate';
  return guessed ? found(reading.date, { code: 'intake.repair.twoDigitYear', field, params }) : found(reading.date);
}

function exitReasonReading(text: string, table: ExitReasonTable | undefined): CellReading {
  const reading = readExitReason(text, table);
  if (reading.status === 'unknown') return refused(reading.problem);
  return found(
    reading.reason,
    ...(reading.generalised ? [{ code: 'accompaniment.exitReason.generalised', field: 'exitReason' } as Problem] : []),
  );
}
