import { ACCOMPANIMENT_STATUSES, type AccompanimentStatus } from '../../accompaniment';
import { readText } from '../fieldMap';
import type { Answer, CurrentAccompaniment, PersonHandle } from '../gateway';
import { readPath } from '../jsonPath';
import { outcomeOf } from '../outcomes';
import type { Profile, ProfileOperation } from '../profileSchema';
import { callAbout, offered, unreadable, type Counter } from './counter';

/** Who accompanies a person now. An empty list means nobody; an entry that cannot be read makes the whole answer unreadable. */
export async function readAccompaniments(
  counter: Counter,
  person: PersonHandle,
): Promise<Answer<readonly CurrentAccompaniment[]>> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.accompaniments, 'readAccompaniments');
  if (target.kind === 'failed') return target;
  const parts = target.operation.queries?.[0] === undefined ? {} : { query: target.operation.queries[0] };
  const result = await callAbout(counter, target, person, parts);
  if (result.kind === 'failed') return result;
  if (result.row.outcome === 'nothing') return { kind: 'ok', value: [] };
  if (result.row.outcome !== 'ok') return { kind: 'failed', outcome: outcomeOf(result.row, result.code) };
  const list = readPath(result.json, target.operation.answer?.list ?? '$');
  if (!Array.isArray(list)) return { kind: 'failed', outcome: unreadable(result.code) };
  const read = list.map((element) => accompanimentOf(profile, target.operation, element));
  const known = read.filter((accompaniment) => accompaniment !== undefined);
  return known.length === read.length
    ? { kind: 'ok', value: known }
    : { kind: 'failed', outcome: unreadable(result.code) };
}

function accompanimentOf(
  profile: Profile,
  operation: ProfileOperation,
  json: unknown,
): CurrentAccompaniment | undefined {
  const read = operation.answer?.read ?? {};
  const text = (key: string): string | undefined => readText(profile, read[key], json);
  const status = ACCOMPANIMENT_STATUSES.find(
    (candidate): candidate is AccompanimentStatus => candidate === text('status'),
  );
  const code = text('organismCode');
  if (status === undefined || code === undefined) return undefined;
  const organismLabel = text('organismLabel') ?? profile.tables['organism']?.find((row) => row.code === code)?.label.fr;
  const structureCode = text('structureCode');
  const structureLabel = text('structureLabel');
  const reference = text('reference');
  return {
    organism: { code, ...(organismLabel === undefined ? {} : { label: organismLabel }) },
    ...(structureCode === undefined
      ? {}
      : { structure: { code: structureCode, ...(structureLabel === undefined ? {} : { label: structureLabel }) } }),
    status,
    since: text('since') ?? '',
    // A role that we don't know is taken for the stronger one: a double follow-up must not be overlooked.
    role: text('role') === 'PARTENAIRE' ? 'PARTENAIRE' : 'REFERENT',
    ...(reference === undefined ? {} : { reference }),
  };
}

/** The registration of a person: our own word for its status, and the other side's. */
export async function readRegistration(
  counter: Counter,
  person: PersonHandle,
): Promise<Answer<{ readonly status: string; readonly label: string }>> {
  const { profile } = counter.access;
  const target = offered(counter, profile.capabilities.registration, 'readRegistration');
  if (target.kind === 'failed') return target;
  const result = await callAbout(counter, target, person, {});
  if (result.kind === 'failed') return result;
  if (result.row.outcome !== 'ok') return { kind: 'failed', outcome: outcomeOf(result.row, result.code) };
  const entry = target.operation.answer?.read?.['status'];
  const status = readText(profile, entry, result.json);
  if (status === undefined) return { kind: 'failed', outcome: unreadable(result.code) };
  const row = profile.tables[entry?.table ?? '']?.find((candidate) => (candidate.value ?? candidate.code) === status);
  return { kind: 'ok', value: { status, label: row?.label.fr ?? status } };
}
