import type { PivotField, PivotRecord, Problem } from '../fields';
import { settleBirthPlace } from './birthPlace';
import { isCalendarDate } from './dates';
import { checkNir, nirContradictions } from './nir';
import { separateNames, settleNames, type Names } from './personNames';
import { readSex } from './sex';

/** Fields of one person after they were looked at together. */
export interface SettledPerson {
  readonly record: PivotRecord;
  readonly problems: readonly Problem[];
  readonly repairs: readonly Problem[];
  readonly doubts: readonly Problem[];
}

type Draft = Partial<Record<PivotField, string>>;

/** Looks at cleaned cells together: sex from the title, names, date and place of birth, the NIR against all of them. */
export function settlePerson(record: PivotRecord): SettledPerson {
  const sexed = withSex(record);
  const named = settleNames(namesOf(sexed.record));
  const born = withBirthPlace({ ...sexed.record, ...named.names });
  const numbered = withNir(born.record);
  return {
    record: numbered.record,
    problems: numbered.problems,
    repairs: [...sexed.repairs, ...named.repairs, ...born.repairs],
    doubts: [...named.doubts, ...defaultDate(record.birthDate), ...born.doubts, ...numbered.doubts],
  };
}

/** Sex as written, else from the title; an unknown spelling is left out and said. */
export function withSex(record: PivotRecord): { readonly record: PivotRecord; readonly repairs: readonly Problem[] } {
  const { sex: written, ...rest } = record;
  const own = readSex(written ?? '');
  const sex = own ?? readSex(record.civility ?? '');
  const repairs: Problem[] = written && !own ? [{ code: 'identity.dropped.sex', field: 'sex' }] : [];
  return { record: sex ? { ...rest, sex } : rest, repairs };
}

/** Birth name and usage name of one cell taken apart inside a record. */
export function withNames(record: PivotRecord): { readonly record: PivotRecord; readonly repairs: readonly Problem[] } {
  const { names, repairs } = separateNames(namesOf(record));
  return { record: { ...record, ...names }, repairs };
}

/** The place of birth settled inside a record. */
export function withBirthPlace(record: PivotRecord): Omit<SettledPerson, 'problems'> {
  const { birthPlaceCode: code, birthPlaceName: name, birthCountryCode: country, ...rest } = record;
  const { place, repairs, doubts } = settleBirthPlace({ code, name, country }, record.birthDate);
  const settled: Draft = { ...rest };
  if (place.code) settled.birthPlaceCode = place.code;
  if (place.name) settled.birthPlaceName = place.name;
  if (place.country) settled.birthCountryCode = place.country;
  return { record: settled, repairs, doubts };
}

/** A NIR that contradicts sex or date goes out, as for France Travail; one that contradicts the place stays, and is said. */
function withNir(record: PivotRecord): Omit<SettledPerson, 'repairs'> {
  const { nir, ...rest } = record;
  if (!nir) return { record, problems: [], doubts: [] };
  const check = checkNir(nir, { sex: record.sex, birthDate: record.birthDate });
  if (check.status === 'invalid') {
    return { record: rest, problems: [check.problem], doubts: dayAndMonth(nir, record) };
  }
  const waiting: Problem[] = check.certified ? [] : [{ code: 'identity.doubt.waitingNir', field: 'nir' }];
  return {
    record: { ...rest, nir: check.nir },
    problems: [],
    doubts: [...waiting, ...placeDoubt(check.nir, record)],
  };
}

function placeDoubt(nir: string, { birthDate, birthPlaceCode, birthCountryCode }: PivotRecord): Problem[] {
  const check = checkNir(nir, { birthDate, birthPlaceCode, birthCountryCode });
  return check.status === 'invalid' ? [check.problem] : [];
}

/** The NIR's month is the date's day: the list writes months first, or somebody did. */
function dayAndMonth(nir: string, { sex, birthDate = '' }: PivotRecord): Problem[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const date = `${year}-${day}-${month}`;
  if (!isCalendarDate(date) || checkNir(nir).status === 'invalid') return [];
  const agrees = nirContradictions(nir, { sex, birthDate: date }).length === 0;
  return agrees ? [{ code: 'identity.doubt.dayAndMonth', field: 'birthDate', params: { date } }] : [];
}

/** The first and the last day of a year are what forms and civil records put where only the year is known. */
function defaultDate(date: string | undefined): Problem[] {
  const byDefault = date !== undefined && /-(?:01-01|12-31)$/.test(date);
  return byDefault ? [{ code: 'identity.doubt.birthDateByDefault', field: 'birthDate', params: { date } }] : [];
}

function namesOf({ birthName, usageName, firstNames }: PivotRecord): Names {
  return {
    ...(birthName ? { birthName } : {}),
    ...(usageName ? { usageName } : {}),
    ...(firstNames ? { firstNames } : {}),
  };
}
