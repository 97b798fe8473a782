import type { PivotField, PivotRecord, Problem } from '../fields';
import { entryNumberFor, stateProblem, statusFor, type LatestEntry } from './entries';
import { declarationChecks, declarationRemarks } from './declarationChecks';
import type { AccompanimentStatus, Declaration, DeclarationOperation } from './declaration';
import { readExitReason, type ExitReasonTable } from './exitReasons';
import { makeReference } from './reference';

/** What the credential says about the structure, for lines that do not say it themselves. */
export interface StructureDefaultValues {
  readonly structureCode?: string;
  readonly structure?: string;
  readonly role?: string;
}

/** What preparing a declaration has to know beside the line. */
export interface PreparationOptions {
  /** `YYYY-MM-DD` in the structure's time zone. */
  readonly today: string;
  readonly structure: StructureDefaultValues;
  /** The participant's latest entry, as far as France Travail was told. */
  readonly latest?: LatestEntry;
  /** The entry that the line speaks of, where it has been judged against `latest` before (`desiredState.ts`). */
  readonly entryNumber?: number;
  /** Whether the other side has a state for an accompaniment that has not begun. */
  readonly plannedState: boolean;
  /** The PLIE's own table of exit reasons. */
  readonly exitReasons?: ExitReasonTable;
}

/**
 * A line made into a declaration, or why not. `deferred`: held here until its start, because the other side has no
 * planned state. `remarks` don't keep a line back: they are shown beside it.
 */
export type PreparedLine =
  | { readonly kind: 'ready'; readonly declaration: Declaration; readonly remarks: readonly Problem[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'deferred';
      readonly problem: Problem;
      readonly declaration: Declaration;
      readonly remarks: readonly Problem[];
    };

/** The pivot fields that a declaration is made of, whatever its status. */
export const DECLARATION_FIELDS = [
  'structureCode',
  'structure',
  'role',
  'referentName',
  'referentFirstName',
  'referentEmail',
  'referentPhone',
  'entryDate',
  'suspensionFrom',
  'exitDate',
  'exitReason',
  'rsaBeneficiary',
  'lastMeetingDate',
] as const satisfies readonly PivotField[];

/** Fields that belong to one status only: an open accompaniment has no exit, a closed one no suspension. */
const ONLY_WITH: Readonly<Partial<Record<PivotField, AccompanimentStatus>>> = {
  suspensionFrom: 'suspended',
  exitDate: 'closed',
  exitReason: 'closed',
};

/**
 * Makes a declaration of a cleaned line: which entry it speaks of, in which status, with which fields. All that keeps
 * it from leaving is said at once. A start in the future is `planned` where the other side knows that, else deferred.
 */
export function prepareDeclaration(
  line: PivotRecord,
  operation: DeclarationOperation,
  options: PreparationOptions,
): PreparedLine {
  const { record, problems: reasonProblems, remarks } = withNeutralReason(withDefaults(line, options), options);
  const entryNumber = options.entryNumber ?? entryNumberFor(operation, record, options.latest);
  const reference = makeReference({ participantId: record.id ?? '', entryNumber });
  const judged = options.entryNumber !== undefined;
  const state = judged ? undefined : stateProblem(operation, record, options.latest);
  const status = statusFor(operation, record, options);
  const problems = [
    ...(reference.status === 'invalid' ? [reference.problem] : []),
    ...(state ? [state] : declarationChecks(status, record, options)),
    ...reasonProblems,
  ];
  if (reference.status === 'invalid' || problems.length > 0) return { kind: 'problems', problems };
  const declaration: Declaration = {
    operation,
    participantId: record.id ?? '',
    entryNumber,
    reference: reference.reference,
    status,
    fields: fieldsFor(status, record),
  };
  const all = [...remarks, ...declarationRemarks(status, record, options)];
  if (status === 'planned' && !options.plannedState) {
    const params = { date: record.entryDate ?? '' };
    const problem: Problem = { code: 'accompaniment.deferred', field: 'entryDate', params };
    return { kind: 'deferred', problem, declaration, remarks: all };
  }
  return { kind: 'ready', declaration, remarks: all };
}

/**
 * Structure and role of the credential, and the start that was told before, where the line is silent. The structure's
 * name only ever travels with its own code: a line's name beside the credential's code would name somebody else.
 */
function withDefaults(line: PivotRecord, { structure, latest }: PreparationOptions): PivotRecord {
  const { structure: name, ...unnamed } = line;
  const own = line.structureCode ? { ...unnamed, ...(name ? { structure: name } : {}) } : unnamed;
  const { structure: defaultName, ...defaults } = structure;
  const offered = {
    ...defaults,
    ...(line.structureCode ? {} : { structure: defaultName }),
    entryDate: latest?.entryDate,
  };
  return { ...Object.fromEntries(Object.entries(offered).filter(([, value]) => value)), ...own };
}

interface ReasonedLine {
  readonly record: PivotRecord;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Problem[];
}

/** Lines that came by `readParticipant` have the neutral reason already; others may bring the PLIE's own label. */
function withNeutralReason(record: PivotRecord, { exitReasons }: PreparationOptions): ReasonedLine {
  if (!record.exitReason) return { record, problems: [], remarks: [] };
  const reading = readExitReason(record.exitReason, exitReasons);
  if (reading.status === 'unknown') return { record, problems: [reading.problem], remarks: [] };
  const generalised: Problem = { code: 'accompaniment.exitReason.generalised', field: 'exitReason' };
  return {
    record: { ...record, exitReason: reading.reason },
    problems: [],
    remarks: reading.generalised ? [generalised] : [],
  };
}

function fieldsFor(status: AccompanimentStatus, record: PivotRecord): PivotRecord {
  const present = DECLARATION_FIELDS.filter((field) => {
    const only = ONLY_WITH[field];
    return record[field] !== undefined && record[field] !== '' && (only === undefined || only === status);
  });
  return Object.fromEntries(present.map((field) => [field, record[field]]));
}
