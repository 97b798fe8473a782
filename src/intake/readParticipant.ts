import { PIVOT_FIELD_IDS, type PivotField, type PivotRecord, type Problem } from '../fields';
import {
  cellSchema,
  cellText,
  checkNir,
  isNothing,
  namingField,
  textOf,
  withBirthPlace,
  withNames,
  withSex,
  type Cell,
} from '../identity';
import type { RawParticipant } from './applyMapping';
import { readCell, type CellOptions } from './readCell';
import { contradictsInAll, slippedColumns } from './slippedColumns';

/**
 * One line of a list, read. `problems` keep the line back, each with its field and what to do; `repairs` are what was
 * mended or left out on the way, to be counted and shown. `record` holds what could be read, the NIR only when it holds.
 */
export interface ParticipantReading {
  readonly record: PivotRecord;
  readonly problems: readonly Problem[];
  readonly repairs: readonly Problem[];
}

export type ReadingOptions = CellOptions;

/** True when no pivot field of the line holds anything. */
export function isEmptyLine(raw: Readonly<Record<string, unknown>>): boolean {
  return PIVOT_FIELD_IDS.every((field) => {
    const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
    return value === undefined || value === null || (typeof value === 'string' && isNothing(value));
  });
}

/**
 * Reads a line leniently: text, numbers, booleans and dates as spreadsheets hand them over. Columns that have slipped are
 * said in one sentence instead of many.
 */
export function readParticipant(raw: RawParticipant, options: ReadingOptions): ParticipantReading {
  const { record, problems, repairs } = readLine(raw, options);
  return { record, problems: problems.map(namingField), repairs: repairs.map(namingField) };
}

function readLine(raw: RawParticipant, options: ReadingOptions): ParticipantReading {
  const { cells, problems: strange } = parseCells(raw);
  const texts = new Map([...cells].map(([field, cell]) => [field, cellText(textOf(cell)).text]));
  const slipped = slippedColumns(texts);
  if (slipped) return { record: recordOfId(cells, options), problems: [slipped], repairs: [] };
  const record: Partial<Record<PivotField, string>> = {};
  const problems: Problem[] = [...strange];
  const repairs: Problem[] = [];
  for (const [field, cell] of cells) {
    const reading = readCell(field, cell, options);
    if (reading.value !== undefined) record[field] = reading.value;
    if (reading.problem) problems.push(reading.problem);
    repairs.push(...reading.repairs);
  }
  const known = new Set(problems.map((problem) => problem.field));
  if (!record.id && !known.has('id')) problems.unshift({ code: 'intake.id.missing', field: 'id' });
  return withIdentity(record, problems, repairs);
}

interface ParsedCells {
  readonly cells: ReadonlyMap<PivotField, Cell>;
  readonly problems: readonly Problem[];
}

/** Objects and lists are nothing that a list can hold. Only own keys that are pivot fields are looked at. */
function parseCells(raw: RawParticipant): ParsedCells {
  const cells = new Map<PivotField, Cell>();
  const problems: Problem[] = [];
  for (const field of PIVOT_FIELD_IDS) {
    if (!Object.hasOwn(raw, field)) continue;
    const parsed = cellSchema.safeParse(raw[field]);
    if (parsed.success) cells.set(field, parsed.data);
    else problems.push({ code: 'identity.cell.notAValue', field });
  }
  return { cells, problems };
}

/** A slipped line keeps its id where that can be trusted, so that people know whom the sentence is about. */
function recordOfId(cells: ReadonlyMap<PivotField, Cell>, options: ReadingOptions): PivotRecord {
  const { value } = readCell('id', cells.get('id'), options);
  return value ? { id: value } : {};
}

/** Sex from the civility, names and place of birth brought together, then the NIR against sex and birth date. */
function withIdentity(
  record: PivotRecord,
  problems: readonly Problem[],
  repairs: readonly Problem[],
): ParticipantReading {
  const sexed = withSex(record);
  const named = withNames(sexed.record);
  const born = withBirthPlace(named.record);
  const mended = [...repairs, ...sexed.repairs, ...named.repairs, ...born.repairs];
  const { nir, ...identified } = born.record;
  if (!nir) return { record: identified, problems, repairs: mended };
  const traits = { sex: identified.sex, birthDate: identified.birthDate };
  if (contradictsInAll(nir, traits) && checkNir(nir).status === 'valid') {
    const slipped: Problem = { code: 'intake.slipped.identity', field: 'nir' };
    return { record: identified, problems: [slipped, ...problems], repairs: mended };
  }
  const check = checkNir(nir, traits);
  return check.status === 'invalid'
    ? { record: identified, problems: [...problems, check.problem], repairs: mended }
    : { record: { ...identified, nir: check.nir }, problems, repairs: mended };
}
