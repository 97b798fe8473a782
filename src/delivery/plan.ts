import { createHash } from 'node:crypto';
import {
  outputOf,
  type AccompanimentStatus,
  type Declaration,
  type Outcome,
  type PreparedLine,
} from '../accompaniment';
import { allows, canonicalJson, cut } from '../convention';
import { PIVOT_FIELD_IDS, type PivotField, type PivotRecord, type Problem } from '../fields';
import type { Scope, Told } from '../ledger';
import type { DeclarationDesk } from './desk';
import { identifiersFor, identifiersHeldBack, type Identification } from './identify';
import { outcomeOfProblem, ownOutcome } from './outcomes';
import type { DeclarationLine, LineFacts } from './results';

/** What is to be done with a line, decided without any call. */
export type LinePlan = { readonly line: DeclarationLine; readonly facts: LineFacts } & (
  | { readonly kind: 'stop'; readonly outcome: Outcome }
  | { readonly kind: 'same'; readonly outcome: Outcome; readonly digest: string; readonly told: Told }
  | {
      readonly kind: 'send';
      /** Cut down to what the convention lists. */
      readonly declaration: Declaration;
      /** `YYYY-MM-DD`. Kept by the ledger, whether the convention lets it leave or not: it tells a return from a correction. */
      readonly entryDate?: string;
      readonly digest: string;
      readonly version: number;
      readonly identification: Identification;
    }
);

interface Prepared {
  readonly line: DeclarationLine;
  readonly preparation: PreparedLine;
}

/** Each participant's latest entry, by the PLIE's own id. */
export type LatestEntries = ReadonlyMap<string, Told>;

/** What was told of the people of these lines. */
export function latestOf(
  lines: readonly { readonly record: PivotRecord }[],
  { ledger }: DeclarationDesk,
  scope: Scope,
): Promise<LatestEntries> {
  return ledger.latestEntries(
    scope,
    lines.flatMap(({ record }) => record.id ?? []),
  );
}

/**
 * Decides line by line what would be said: reads the ledger, makes no call, writes nothing. `known` spares a long list a
 * reading that was made already.
 */
export async function planLines(
  lines: readonly DeclarationLine[],
  desk: DeclarationDesk,
  scope: Scope,
  known?: LatestEntries,
): Promise<readonly LinePlan[]> {
  const latest = known ?? (await latestOf(lines, desk, scope));
  const prepared = lines.map(
    (line): Prepared => ({ line, preparation: prepare(line, desk, latest.get(line.record.id ?? '')) }),
  );
  const references = prepared.flatMap(({ preparation }) => referenceOf(preparation) ?? []);
  const told = await desk.ledger.told(scope, references);
  const versions = await desk.ledger.highestVersions(scope, references);
  const named = new Map<string, Prepared[]>();
  for (const one of prepared) {
    const reference = referenceOf(one.preparation);
    if (reference !== undefined) named.set(reference, [...(named.get(reference) ?? []), one]);
  }
  return prepared.map((one) => {
    const reference = referenceOf(one.preparation);
    const other = reference === undefined ? undefined : named.get(reference)?.find((each) => each !== one);
    if (other) return oneOfSeveral(one, other);
    return planOne(one, desk, told.get(reference ?? ''), versions.get(reference ?? '') ?? 0);
  });
}

function prepare(line: DeclarationLine, desk: DeclarationDesk, latest: Told | undefined): PreparedLine {
  const { problems = [], record, operation, entryNumber } = line;
  if (problems.length > 0) return { kind: 'problems', problems };
  const { structure, today, exitReasons, gateway } = desk;
  return desk.prepare(record, operation, {
    today,
    structure,
    plannedState: gateway.profile.capabilities.plannedState,
    ...(latest ? { latest } : {}),
    ...(entryNumber === undefined ? {} : { entryNumber }),
    ...(exitReasons ? { exitReasons } : {}),
  });
}

function referenceOf(preparation: PreparedLine): string | undefined {
  return preparation.kind === 'problems' ? undefined : preparation.declaration.reference;
}

function planOne(
  { line, preparation }: Prepared,
  desk: DeclarationDesk,
  told: Told | undefined,
  highest: number,
): LinePlan {
  if (preparation.kind === 'problems') return stopped(line, preparation.problems);
  const { declaration } = preparation;
  const split = splitFields(line, declaration, desk);
  const { problems: leftOut = [] } = desk.gateway.prepareDeclaration({
    ...declaration,
    fields: split.passes,
    version: 1,
  });
  const leaves = without(split.passes, leftOut);
  const identification = identifiersFor(line.record, desk);
  const version = Math.max(highest, told?.version ?? 0) + 1;
  const remarks = [...preparation.remarks, ...leftOut];
  const facts = { ...factsOf(line, declaration, identification), ...shownFields(leaves, split), version, remarks };
  if (preparation.kind === 'deferred')
    return { kind: 'stop', line, facts, outcome: outcomeOfProblem('deferred', preparation.problem) };

  const blocked = blockedBy(declaration, desk);
  if (blocked) return { kind: 'stop', line, facts, outcome: blocked };
  const digest = digestOfFields(declaration.status, leaves, desk);
  if (told?.digest === digest) {
    const outcome: Outcome = {
      ...ownOutcome('unchanged', 'unchanged', { params: { date: told.toldAt.slice(0, 10) } }),
      ...(told.franceTravailReference === undefined ? {} : { franceTravailReference: told.franceTravailReference }),
    };
    return { kind: 'same', line, facts: { ...facts, version: told.version }, outcome, digest, told };
  }
  if (identification.kind === 'stop') return { kind: 'stop', line, facts, outcome: identification.outcome };
  const { entryDate } = declaration.fields;
  return {
    kind: 'send',
    line,
    facts,
    ...(entryDate ? { entryDate } : {}),
    declaration: { ...declaration, fields: leaves },
    digest,
    version,
    identification,
  };
}

/** The flow, and the id: the reference is made of it, so a convention that does not list it lets no declaration out. */
function blockedBy({ operation }: Declaration, { convention }: DeclarationDesk): Outcome | undefined {
  const flow = allows(convention, operation, 'give');
  if (!flow.ok) return outcomeOfProblem('blockedByConvention', flow.problem);
  if ('id' in cut(convention, operation, 'give', { id: 'any' }).passes) return undefined;
  return ownOutcome('blockedByConvention', 'idNotListed', { params: { title: convention.title } });
}

interface Split {
  readonly passes: PivotRecord;
  readonly cut: readonly PivotField[];
  readonly stays: readonly PivotField[];
}

/** Sorts what the line holds: it leaves, the convention holds it back, or this exchange has no place for it. */
function splitFields({ record }: DeclarationLine, { operation, fields }: Declaration, desk: DeclarationDesk): Split {
  const carried = new Set(desk.gateway.fieldsOf(operation));
  const mapped = Object.fromEntries(Object.entries(fields).filter(([field]) => carried.has(field as PivotField)));
  const { passes, cut: held } = cut(desk.convention, operation, 'give', mapped);
  const cutFields = new Set<PivotField>([...held, ...identifiersHeldBack(record, desk)]);
  const used = new Set<PivotField>([
    'id',
    ...identifierFields(record, desk),
    ...cutFields,
    ...(Object.keys(passes) as PivotField[]),
  ]);
  const filled = PIVOT_FIELD_IDS.filter((field) => (record[field] ?? '') !== '' || fields[field] !== undefined);
  return {
    passes,
    cut: PIVOT_FIELD_IDS.filter((field) => cutFields.has(field)),
    stays: filled.filter((field) => !used.has(field)),
  };
}

function identifierFields(record: PivotRecord, desk: DeclarationDesk): readonly PivotField[] {
  const identification = identifiersFor(record, desk);
  if (identification.kind !== 'by') return [];
  return identification.identifiers.flatMap(({ kind }) =>
    kind === 'nir' ? (['nir', 'birthDate'] as const) : (['franceTravailNumber'] as const),
  );
}

/** What is compared with what was told: status and fields as they leave, under which convention. Not the version. */
export function digestOfFields(
  status: AccompanimentStatus,
  fields: PivotRecord,
  { convention }: Pick<DeclarationDesk, 'convention'>,
): string {
  const { id, sha256 } = convention;
  const text = canonicalJson({ status, fields: { ...fields }, convention: { id, sha256 } });
  return createHash('sha256').update(text).digest('hex');
}

/** A value that the profile's map cannot write (a telephone that is none…) does not leave; the rest does. */
function without(fields: PivotRecord, leftOut: readonly Problem[]): PivotRecord {
  const missing = new Set<string | undefined>(leftOut.map(({ field }) => field));
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !missing.has(field)));
}

function factsOf(line: DeclarationLine, declaration: Declaration, identification: Identification): LineFacts {
  const { reference, entryNumber, status } = declaration;
  const identifiers = identification.kind === 'by' ? identification.identifiers.map(({ kind }) => kind) : [];
  return { ...emptyFacts(line), reference, entryNumber, status, identifiers };
}

function shownFields(leaves: PivotRecord, { cut: held, stays }: Split): Pick<LineFacts, 'leaves' | 'cut' | 'stays'> {
  const shown = PIVOT_FIELD_IDS.flatMap((field) => {
    const value = leaves[field];
    return value === undefined ? [] : [{ field, value }];
  });
  return { leaves: shown, cut: held, stays };
}

function emptyFacts({ index, record, operation }: DeclarationLine): LineFacts {
  const nothing = { leaves: [], cut: [], stays: [], identifiers: [], problems: [], remarks: [] };
  return { index, participantId: record.id ?? '', operation, ...nothing };
}

/** A line that is to be corrected; the outcome's sentence is the first problem. */
export function stopped(line: DeclarationLine, problems: readonly Problem[]): LinePlan {
  const first = problems[0] ?? { code: 'delivery.noIdentifier' };
  return { kind: 'stop', line, facts: { ...emptyFacts(line), problems }, outcome: outcomeOfProblem('rejected', first) };
}

/** A line of which there is nothing to say. */
export function silent(line: DeclarationLine, why: Problem): LinePlan {
  return { kind: 'stop', line, facts: emptyFacts(line), outcome: outcomeOfProblem('unchanged', why) };
}

/** Of lines for one reference none is said: which of them is right is not guessed at. */
function oneOfSeveral({ line }: Prepared, { line: other }: Prepared): LinePlan {
  return stopped(line, [{ code: 'delivery.secondLine', field: 'id', params: { line: other.index + 1 } }]);
}

/** Whether a settled outcome answers the line as well: the same was just said, and France Travail has had its word. */
export function answersTheLine(outcome: Outcome): boolean {
  return outputOf(outcome.kind) !== 'waiting' || outcome.kind === 'sent';
}
