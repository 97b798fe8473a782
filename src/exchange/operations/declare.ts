import type { Declaration, DeclarationOperation } from '../../accompaniment';
import type { PivotField, Problem } from '../../fields';
import { readNumber, readText, writeMap, type LeftOut } from '../fieldMap';
import type { DeclarationAnswer, PersonHandle, PreparedDeclaration } from '../gateway';
import { outcomeOf, type OutcomeFacts } from '../outcomes';
import type { OutcomeRow, Profile, ProfileOperation } from '../profileSchema';
import { callAbout, offered, type Counter, type Offered } from './counter';

function target(counter: Counter, operation: DeclarationOperation): Offered {
  return offered(counter, counter.access.profile.capabilities.declarations?.[operation]?.operation, operation);
}

/** Pivot fields that the profile's map can carry for this operation, in the order of the map. */
export function fieldsOfDeclaration(counter: Counter, operation: DeclarationOperation): readonly PivotField[] {
  const statuses = counter.access.profile.capabilities.declarations?.[operation]?.statuses ?? [];
  const found = target(counter, operation);
  if (found.kind === 'failed') return [];
  return (found.operation.body?.map ?? [])
    .filter(({ onlyWhen }) => onlyWhen === undefined || onlyWhen.some((status) => statuses.includes(status)))
    .flatMap(({ field }) => (field === undefined ? [] : [field]));
}

/** Writes the body of a declaration. Where the profile does not offer the operation the body is empty, and `declare` says so. */
export function prepareDeclaration(
  counter: Counter,
  { operation, reference, version, status, fields }: Declaration & { readonly version: number },
): PreparedDeclaration {
  const found = target(counter, operation);
  const map = found.kind === 'offered' ? (found.operation.body?.map ?? []) : [];
  const { body, leftOut } = writeMap(counter.access.profile, map, { fields, meta: { status, version, reference } });
  return {
    operation,
    reference,
    version,
    body: JSON.stringify(body),
    ...(leftOut.length === 0 ? {} : { problems: leftOut.map(problemOf) }),
  };
}

function problemOf({ field, to, reason }: LeftOut): Problem {
  return { code: `exchange.leftOut.${reason}`, ...(field === undefined ? {} : { field }), params: { field: to } };
}

/** Sends a declaration and says how it ended. */
export async function declare(
  counter: Counter,
  prepared: PreparedDeclaration,
  idempotencyKey: string,
  person: PersonHandle | undefined,
): Promise<DeclarationAnswer> {
  const found = target(counter, prepared.operation);
  if (found.kind === 'failed') return { outcome: found.outcome };
  const { reference, body } = prepared;
  const result = await callAbout(counter, found, person, { reference, body, idempotencyKey });
  if (result.kind === 'failed') return { outcome: result.outcome };
  return declarationAnswer(counter.access.profile, found.operation, result);
}

/** What an answer to a declaration says, be it a call's own or one result of a lot. */
export function declarationAnswer(
  profile: Profile,
  operation: ProfileOperation,
  { row, code, json }: { readonly row: OutcomeRow; readonly code: string; readonly json: unknown },
): DeclarationAnswer {
  const stored = readNumber(profile, operation.answer?.read?.['storedVersion'], json);
  const params = refusedField(profile, operation, json);
  return {
    outcome: outcomeOf(row, code, params, factsOf(profile, operation, json, row.outcome)),
    ...(stored === undefined ? {} : { staleAgainstVersion: stored }),
  };
}

/** The other side's name of the field that it refuses, when it is one of those that we write; never its free text. */
export function refusedField(profile: Profile, operation: ProfileOperation, json: unknown): { field?: string } {
  const name = readText(profile, operation.answer?.read?.['refusedField'], json);
  const path = name?.replace(/^(\$\.|declaration\.|corps\.)/, '');
  const known = operation.body?.map.find(({ to }) => to === path || to.split('.').at(-1) === path);
  return known === undefined ? { field: '?' } : { field: known.to };
}

function factsOf(profile: Profile, operation: ProfileOperation, json: unknown, outcome: string): OutcomeFacts {
  const read = operation.answer?.read ?? {};
  const text = (key: string): string | undefined => readText(profile, read[key], json);
  if (outcome === 'declared') {
    const reference = text('franceTravailReference');
    const stopped = text('remindersStopped');
    return {
      ...(reference === undefined ? {} : { franceTravailReference: reference }),
      ...(stopped === undefined ? {} : { remindersStopped: stopped === 'yes' }),
    };
  }
  if (outcome !== 'alreadyAccompanied') return {};
  const since = text('since');
  return {
    ...organismOf(profile, text('organismCode'), text('organismLabel')),
    ...(since === undefined ? {} : { since }),
  };
}

function organismOf(
  profile: Profile,
  code: string | undefined,
  stated: string | undefined,
): Pick<OutcomeFacts, 'organism'> {
  if (code === undefined) return {};
  const label = stated ?? profile.tables['organism']?.find((row) => row.code === code)?.label.fr;
  return { organism: { code, ...(label === undefined ? {} : { label }) } };
}
