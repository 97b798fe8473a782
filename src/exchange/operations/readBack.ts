import { readDeclaration, readNumber, readText, sameContent } from '../fieldMap';
import type { PreparedDeclaration, ReadBack } from '../gateway';
import { readPath } from '../jsonPath';
import { outcomeOf } from '../outcomes';
import type { ProfileOperation } from '../profileSchema';
import { offered, unreadable, type Counter } from './counter';

/** Reads what stands under our own reference, and whether it says what `compareWith` says. */
export async function readBack(
  counter: Counter,
  reference: string,
  compareWith?: PreparedDeclaration,
): Promise<ReadBack> {
  const target = offered(counter, counter.access.profile.capabilities.readBack?.operation, 'readBack');
  if (target.kind === 'failed') return target;
  const result = await counter.caller.call(target.name, target.operation, { reference });
  if (result.kind === 'failed') return result;
  if (result.row.outcome === 'nothing') return { kind: 'nothing' };
  if (result.row.outcome === 'ok') return stored(counter, target.operation, result, compareWith);
  return { kind: 'failed', outcome: outcomeOf(result.row, result.code) };
}

function stored(
  counter: Counter,
  operation: ProfileOperation,
  { json, code }: { readonly json: unknown; readonly code: string },
  compareWith: PreparedDeclaration | undefined,
): ReadBack {
  const held = storedIn(counter, operation, json);
  if (held === undefined) return { kind: 'failed', outcome: unreadable(code) };
  const { map, declaration } = contentOf(counter, operation, json);
  return {
    kind: 'stored',
    ...held,
    ...(compareWith === undefined ? {} : { sameContent: sameContent(map, JSON.parse(compareWith.body), declaration) }),
  };
}

/** One declaration as it is stored; nothing when it lacks what makes it one. */
export function storedIn(
  counter: Counter,
  operation: ProfileOperation,
  json: unknown,
): Omit<ReadBack & { kind: 'stored' }, 'kind' | 'sameContent'> | undefined {
  const { profile } = counter.access;
  const read = operation.answer?.read ?? {};
  const { map, declaration } = contentOf(counter, operation, json);
  const { status, fields } = readDeclaration(profile, map, declaration);
  const version = readNumber(profile, read['version'], json);
  if (status === undefined || version === undefined) return undefined;
  return {
    version,
    status,
    fields,
    franceTravailReference: readText(profile, read['franceTravailReference'], json) ?? '',
    updatedAt: readText(profile, read['updatedAt'], json) ?? '',
  };
}

/** The declaration inside an answer, and the map that wrote it. */
function contentOf({ access: { profile } }: Counter, { answer }: ProfileOperation, json: unknown) {
  const map = answer?.content === undefined ? [] : (profile.operations[answer.content.writtenBy]?.body?.map ?? []);
  return { map, declaration: readPath(json, answer?.content?.path ?? '$') };
}
