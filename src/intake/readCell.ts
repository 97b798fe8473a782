import { readExitReason, type ExitReasonTable } from '../accompaniment';
import { FIELD_KINDS, type PivotField, type Problem } from '../fields';
import { found, readField, readTextCell, refused, type Cell, type CellReading } from '../identity';
import { readFlag, readRole, readStructureCode } from './plainCells';

export interface CellOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly exitReasons?: ExitReasonTable | undefined;
}

/** Reads one cell of one field; the fields of identity as `identity` reads them. The NIR comes back as text. */
export function readCell(field: PivotField, cell: Cell, options: CellOptions): CellReading {
  const read = ownReader(field, options);
  return read ? readTextCell(field, cell, read) : conditional(field, readField(field, cell, options));
}

/** What a list holds beside identity. */
function ownReader(field: PivotField, options: CellOptions): ((text: string) => CellReading) | undefined {
  switch (FIELD_KINDS[field]) {
    case 'structureCode':
      return (text) => readStructureCode(field, text);
    case 'role':
      return (text) => readRole(field, text);
    case 'flag':
      return (text) => readFlag(field, text);
    case 'exitReason':
      return (text) => exitReasonReading(text, options.exitReasons);
    default:
      return field === 'comment' ? (text) => found(text) : undefined;
  }
}

/** The participant's own address is nobody's condition; France Travail writes to that of the référent. */
function conditional(field: PivotField, reading: CellReading): CellReading {
  const lost = reading.value === undefined && reading.repairs.some(({ code }) => code === 'identity.dropped.email');
  return lost && field === 'referentEmail' ? refused({ code: 'identity.email.invalid', field }) : reading;
}

function exitReasonReading(text: string, table: ExitReasonTable | undefined): CellReading {
  const reading = readExitReason(text, table);
  if (reading.status === 'unknown') return refused(reading.problem);
  return found(
    reading.reason,
    ...(reading.generalised ? [{ code: 'accompaniment.exitReason.generalised', field: 'exitReason' } as Problem] : []),
  );
}
