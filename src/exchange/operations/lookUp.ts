import type { PivotRecord } from '../../fields';
import { readText, writeMap } from '../fieldMap';
import type { LookUp, PersonIdentifier } from '../gateway';
import { isHeaderToken } from '../headerValue';
import { outcomeOf, ownOutcome } from '../outcomes';
import type { ProfileOperation } from '../profileSchema';
import { offered, type Counter } from './counter';

/** Asks whether the other side knows a person. What is not a plain find is never read as *free*. */
export async function lookUp(counter: Counter, identifier: PersonIdentifier): Promise<LookUp> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.lookUp?.[identifier.kind], `lookUp:${identifier.kind}`);
  if (target.kind === 'failed') return { kind: 'unavailable', outcome: target.outcome };
  const { body, leftOut } = writeMap(profile, target.operation.body?.map ?? [], {
    fields: fieldsOf(identifier),
    meta: {},
  });
  if (leftOut.length > 0) return { kind: 'rejected', outcome: ownOutcome('rejected', 'invalidRequest', 'IDENTIFIER') };
  const result = await counter.caller.call(target.name, target.operation, { body: JSON.stringify(body) });
  if (result.kind === 'failed')
    return { kind: result.outcome.kind === 'unclear' ? 'unclear' : 'unavailable', outcome: result.outcome };
  if (result.row.outcome === 'found') return found(counter, target.operation, result.json, result.code);
  const outcome = outcomeOf(result.row, result.code);
  return { kind: LOOK_UP_KINDS[outcome.kind] ?? 'unclear', outcome };
}

const LOOK_UP_KINDS: Readonly<Partial<Record<string, Exclude<LookUp['kind'], 'found'>>>> = {
  notFound: 'notFound',
  ambiguous: 'several',
  forbidden: 'forbidden',
  rejected: 'rejected',
  unavailable: 'unavailable',
};

function fieldsOf(identifier: PersonIdentifier): PivotRecord {
  return identifier.kind === 'nir'
    ? { nir: identifier.nir.replace(/\s/g, ''), birthDate: identifier.birthDate }
    : { franceTravailNumber: identifier.franceTravailNumber };
}

/** A person without a token cannot be spoken about any further: that is no find. */
function found(counter: Counter, operation: ProfileOperation, json: unknown, code: string): LookUp {
  const { profile } = counter.access;
  const read = operation.answer?.read ?? {};
  const token = readText(profile, read['personToken'], json);
  if (token === undefined || !isHeaderToken(token))
    return { kind: 'unclear', outcome: ownOutcome('unclear', 'noPersonToken', code) };
  const number = readText(profile, read['franceTravailNumber'], json);
  return {
    kind: 'found',
    certified: readText(profile, read['certified'], json) === 'yes',
    person: counter.persons.keep(token, counter.clock()),
    ...(number === undefined ? {} : { franceTravailNumber: number }),
  };
}
