import type { AccompanimentStatus } from '../accompaniment';
import type { PivotField, PivotRecord } from '../fields';
import { isEmailAddress } from '../identity';
import { readPath, writePath } from './jsonPath';
import type { CodeTable, Profile, Reading, Writing } from './profileSchema';

/** The values that a request is made of: pivot fields, and what is no pivot field. Missing or empty = not known. */
export interface Sources {
  readonly fields: PivotRecord;
  readonly meta: Readonly<Partial<Record<NonNullable<Writing['meta']>, string | number>>>;
}

/** A value that the profile cannot carry, and was left out. */
export interface LeftOut {
  readonly field?: PivotField;
  readonly to: string;
  readonly reason: 'unknownCode' | 'unusable';
}

export interface Written {
  readonly body: Record<string, unknown>;
  readonly leftOut: readonly LeftOut[];
}

/** Writes a request by the profile's map, in the order of the map; a value that is not known leaves no key. */
export function writeMap(profile: Profile, map: readonly Writing[], sources: Sources): Written {
  const body: Record<string, unknown> = {};
  const leftOut: LeftOut[] = [];
  for (const entry of map) {
    const source = sourceOf(profile, entry, sources);
    if (source === undefined || source === '' || !appliesTo(entry, sources.meta.status)) continue;
    const value = writeValue(profile, entry, source);
    if (value.kind === 'written') writePath(body, entry.to, value.value);
    if (value.kind !== 'written')
      leftOut.push({ ...(entry.field ? { field: entry.field } : {}), to: entry.to, reason: value.kind });
  }
  return { body, leftOut };
}

function sourceOf(profile: Profile, entry: Writing, sources: Sources): string | number | boolean | undefined {
  if (entry.constant !== undefined) return entry.constant;
  const value = entry.field === undefined ? entry.meta && sources.meta[entry.meta] : sources.fields[entry.field];
  if ((value === undefined || value === '') && entry.otherwiseLabelOf === 'reason')
    return labelOfReason(profile, sources.meta.reason);
  return typeof value === 'string' ? value.trim() : value;
}

/** Says in words a reason that the other side has no code of its own for; nothing when its code says it already. */
function labelOfReason(profile: Profile, reason: string | number | undefined): string | undefined {
  const table = profile.tables['refusalReason'] ?? [];
  const row = table.find((candidate) => candidate.value === reason);
  if (row === undefined || reason === 'other') return undefined;
  return table.filter((candidate) => candidate.code === row.code).length > 1 ? row.label.fr : undefined;
}

function appliesTo(entry: Writing, status: string | number | undefined): boolean {
  return entry.onlyWhen === undefined || entry.onlyWhen.some((allowed) => allowed === status);
}

type WrittenValue = { readonly kind: 'written'; readonly value: unknown } | { readonly kind: LeftOut['reason'] };

function writeValue(profile: Profile, entry: Writing, source: string | number | boolean): WrittenValue {
  if (entry.table !== undefined) return writeCode(profile.tables[entry.table] ?? [], String(source));
  switch (entry.as) {
    case 'boolean':
      return source === 'yes' || source === 'no' || typeof source === 'boolean'
        ? written(source === 'yes' || source === true)
        : { kind: 'unusable' };
    case 'integer':
      return Number.isSafeInteger(Number(source)) ? written(Number(source)) : { kind: 'unusable' };
    case 'phone':
      return writePhone(String(source));
    case 'email':
      return isEmailAddress(String(source)) ? written(source) : { kind: 'unusable' };
    case 'text':
      return written(typeof source === 'string' ? cut(source, entry.maxLength) : source);
  }
}

function written(value: unknown): WrittenValue {
  return { kind: 'written', value };
}

function writeCode(table: CodeTable, value: string): WrittenValue {
  const row = table.find((candidate) => !candidate.readOnly && (candidate.value ?? candidate.code) === value);
  return row === undefined ? { kind: 'unknownCode' } : written(row.code);
}

function writePhone(value: string): WrittenValue {
  const digits = value.replace(/[\s.()/-]/g, '');
  return /^\+?\d{6,15}$/.test(digits) ? written(digits) : { kind: 'unusable' };
}

/** Cuts by characters as people count them: never in the middle of a surrogate pair. */
function cut(text: string, maxLength: number | undefined): string {
  if (maxLength === undefined || text.length <= maxLength) return text;
  const shorter = text.slice(0, maxLength);
  return /[\uD800-\uDBFF]$/.test(shorter) ? shorter.slice(0, -1) : shorter;
}

/** What "no value" looks like in answers: nothing, JSON null, `"null"`, `"<null>"`, blanks. */
function plain(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text === 'null' || text === '<null>' ? undefined : text.normalize('NFC');
}

/** Reads one value of an answer as text (`yes`/`no` for flags, our own word where a table translates). */
export function readText(profile: Profile, entry: Reading | undefined, json: unknown): string | undefined {
  if (entry === undefined) return undefined;
  const text = rawText(entry, json) ?? entry.otherwise;
  if (text === undefined) return undefined;
  if (entry.table !== undefined) return readCode(profile.tables[entry.table] ?? [], text);
  switch (entry.as) {
    case 'boolean':
    case 'flag':
      return text === 'true' || (entry.yes ?? []).includes(text) ? 'yes' : 'no';
    case 'date':
      return readDate(text);
    case 'dateTime':
      return readDateTime(text);
    case 'integer':
      return /^\d{1,15}$/.test(text) ? text : undefined;
    default:
      return text;
  }
}

function rawText(entry: Reading, json: unknown): string | undefined {
  if (entry.constant !== undefined) return String(entry.constant);
  if (entry.join !== undefined) {
    const parts = entry.join.map((path) => plain(readPath(json, path)));
    return parts.includes(undefined) ? undefined : parts.join(entry.with ?? '');
  }
  const first = entry.path === undefined ? undefined : plain(readPath(json, entry.path));
  return first ?? (entry.or === undefined ? undefined : plain(readPath(json, entry.or)));
}

/** Our own word for a code; the code itself where the table has none: unknown is shown, never dropped. */
export function readCode(table: CodeTable, code: string): string {
  const row = table.find((candidate) => candidate.code === code);
  return row === undefined ? code : (row.value ?? row.code);
}

/** The day of a date or date-time; `9999-12-31` is how some write "no end". */
function readDate(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return day === undefined || day.startsWith('9999') ? undefined : day;
}

/** With an offset, always: a date-time without a zone is taken as UTC. */
function readDateTime(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  return Number.isNaN(Date.parse(zoned)) ? undefined : zoned;
}

export function readNumber(profile: Profile, entry: Reading | undefined, json: unknown): number | undefined {
  const text = readText(profile, entry, json);
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** The texts of a list; what is no text is left out. */
export function readList(entry: Reading | undefined, json: unknown): string[] {
  const value = entry?.path === undefined ? undefined : readPath(json, entry.path);
  return Array.isArray(value) ? value.filter((element): element is string => typeof element === 'string') : [];
}

/** A stored declaration read with the map that wrote it. */
export function readDeclaration(
  profile: Profile,
  map: readonly Writing[],
  json: unknown,
): { readonly status: AccompanimentStatus | undefined; readonly fields: PivotRecord } {
  const fields: Partial<Record<PivotField, string>> = {};
  let status: AccompanimentStatus | undefined;
  for (const entry of map) {
    const value = readBackValue(profile, entry, json);
    if (value === undefined) continue;
    if (entry.field !== undefined) fields[entry.field] = value;
    if (entry.meta === 'status') status = statusOf(profile, entry, value);
  }
  return { status, fields };
}

function readBackValue(profile: Profile, entry: Writing, json: unknown): string | undefined {
  const text = plain(readPath(json, entry.to));
  if (text === undefined) return undefined;
  if (entry.table !== undefined) return readCode(profile.tables[entry.table] ?? [], text);
  if (entry.as === 'boolean') return text === 'true' ? 'yes' : 'no';
  return text;
}

function statusOf(profile: Profile, entry: Writing, value: string): AccompanimentStatus | undefined {
  const table = profile.tables[entry.table ?? ''] ?? [];
  return table.some((row) => (row.value ?? row.code) === value) ? (value as AccompanimentStatus) : undefined;
}

/**
 * Whether two declarations say the same, the version apart. What the other side writes in its own way
 * (`compare: false`), what it adds, the order of keys and padding do not count.
 */
export function sameContent(map: readonly Writing[], sent: unknown, stored: unknown): boolean {
  return map.every((entry) => {
    if (entry.meta === 'version' || !entry.compare) return true;
    return plain(readPath(sent, entry.to)) === plain(readPath(stored, entry.to));
  });
}
