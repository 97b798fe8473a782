import { FIELD_KINDS, type PivotField } from '../fields';
import type { Cell } from './cell';
import { textOf } from './cell';
import { found, nothing, refused, type CellReading } from './cellReading';
import { cellText } from './cellText';
import { readEmail, readPhone, readPlaceCode, readPostcode } from './contacts';
import { readDate } from './dates';
import { checkFranceTravailNumber } from './franceTravailNumber';
import { holdsNir } from './nir';
import { readGivenNames, readSurname } from './personNames';

export interface FieldOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
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

/** Reads one cell of a field of identity. Sex and NIR come back as text: they need the rest of the person. */
export function readField(field: PivotField, cell: Cell, options: FieldOptions): CellReading {
  if (FIELD_KINDS[field] === 'date' && (cell instanceof Date || typeof cell === 'number')) {
    return readDateCell(field, cell, options);
  }
  return readTextCell(field, cell, (text) => readText(field, text, options));
}

/** Reads a cell as text: mojibake repaired and said, lost characters refused where they count. */
export function readTextCell(field: PivotField, cell: Cell, read: (text: string) => CellReading): CellReading {
  const { text, mojibake, broken } = cellText(textOf(cell));
  if (text === '') return nothing();
  if (broken && EXACT_TEXT.has(field)) return refused({ code: 'identity.cell.brokenCharacters', field });
  const reading = read(text);
  return mojibake
    ? { ...reading, repairs: [{ code: 'identity.repair.mojibake', field }, ...reading.repairs] }
    : reading;
}

/** Text that fits into a field. */
export function readBounded(field: PivotField, text: string): CellReading {
  return text.length > LONGEST_TEXT ? refused({ code: 'identity.cell.tooLong', field }) : found(text);
}

/** A date of any field; that of birth lies in the past of an adult. */
export function readDateCell(field: PivotField, cell: string | number | Date, { today }: FieldOptions): CellReading {
  const reading = readDate(cell, { kind: field === 'birthDate' ? 'birth' : 'event', today });
  if (reading.status === 'none') return nothing();
  if (reading.status === 'invalid') return refused({ ...reading.problem, field });
  const params = { date: reading.date };
  if (reading.from === 'serial') return found(reading.date, { code: 'identity.repair.excelDate', field, params });
  if (reading.from === 'monthFirst') return found(reading.date, { code: 'identity.repair.monthFirst', field, params });
  // The century of an event is plain; that of a birth is a guess worth showing.
  const guessed = reading.from === 'twoDigitYear' && field === 'birthDate';
  return guessed ? found(reading.date, { code: 'identity.repair.twoDigitYear', field, params }) : found(reading.date);
}

function readText(field: PivotField, text: string, options: FieldOptions): CellReading {
  switch (FIELD_KINDS[field]) {
    case 'reference':
      return holdsNir(text) ? refused({ code: 'identity.id.isNir', field }) : readBounded(field, text);
    case 'date':
      return readDateCell(field, text, options);
    case 'franceTravailNumber': {
      const check = checkFranceTravailNumber(text);
      return check.status === 'valid' ? found(check.number) : refused(check.problem);
    }
    case 'name':
      return readName(field, text);
    case 'email':
      return readEmail(field, text);
    case 'phone':
      return readPhone(field, text);
    case 'postcode':
      return readPostcode(field, text);
    case 'placeCode':
      return readPlaceCode(field, text);
    default:
      return readBounded(field, text);
  }
}

function readName(field: PivotField, text: string): CellReading {
  const bounded = readBounded(field, text);
  if (bounded.problem) return bounded;
  return field === 'firstNames' ? readGivenNames(field, text) : readSurname(field, text);
}
