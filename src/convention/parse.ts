import type { z } from 'zod/v4';
import { PIVOT_FIELD_IDS, type Problem, type ProblemParams } from '../fields';
import { canonicalJson, type Json } from './canonicalJson';
import { CONVENTION_OPERATIONS, type Convention } from './convention';
import { conventionSchema } from './schema';

export type ParsedConvention =
  | { readonly ok: true; readonly convention: Convention }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** sha-256 of a text, in hexadecimal; handed in, because this room is pure. */
export type Sha256 = (text: string) => string;

/**
 * Reads a convention: the text of its JSON, or the value. Fields, operations and keys that are not known are refused, each
 * with its place (`flows[2].fields[0]`), never skipped: a line that is misspelt must not silently allow less, or more.
 */
export function parseConvention(input: unknown, hash: Sha256): ParsedConvention {
  const read = typeof input === 'string' ? readJson(input) : { ok: true as const, value: input };
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const parsed = conventionSchema.safeParse(read.value);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, read.value)) };
  const { validFrom, validTo, id, version, title, flows } = parsed.data;
  const convention: Convention = {
    id,
    version,
    title,
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    flows: flows.map(({ operation, direction, fields }) => ({ operation, direction, fields: [...new Set(fields)] })),
    sha256: hash(canonicalJson(parsed.data as Json)),
  };
  return { ok: true, convention };
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; problem: Problem } {
  if (text.trim() === '') return { ok: false, problem: { code: 'convention.empty' } };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The parser's own sentence would quote the text: it stays out.
    return { ok: false, problem: { code: 'convention.notJson' } };
  }
}

function problemsOf(issue: z.core.$ZodIssue, root: unknown): Problem[] {
  const path = written(issue.path);
  const value = shown(at(root, issue.path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'convention.unknownKey',
        params: { path: written([...issue.path, key]) },
      }));
    case 'invalid_value':
      return [unknownValue(path, issue.path, value)];
    case 'custom':
      return [{ code: String(issue.params?.['code']), params: { path, value, ...textsOf(issue.params) } }];
    case 'invalid_type':
      return [
        at(root, issue.path) === undefined && issue.path.length > 0
          ? { code: 'convention.missing', params: { path } }
          : { code: 'convention.wrongType', params: { path: path || 'JSON', expected: issue.expected } },
      ];
    case 'too_small':
      return [{ code: 'convention.emptyPart', params: { path } }];
    default:
      return [{ code: 'convention.wrongValue', params: { path, value } }];
  }
}

function unknownValue(path: string, keys: readonly PropertyKey[], value: string): Problem {
  const last = keys.at(-1);
  if (value === '') return { code: 'convention.missing', params: { path } };
  if (last === 'operation') {
    return { code: 'convention.unknownOperation', params: { path, value, known: CONVENTION_OPERATIONS.join(', ') } };
  }
  if (last === 'direction') return { code: 'convention.unknownDirection', params: { path, value } };
  return { code: 'convention.unknownField', params: { path, value, known: PIVOT_FIELD_IDS.join(', ') } };
}

/** `flows[2].fields[0]`: as people who write JSON read it. */
function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

/** A wrong value is shown, cut short: a name that is misspelt must be recognised, a pasted file must not be repeated. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : '';
}

function textsOf(params: Record<string, unknown> | undefined): ProblemParams {
  const texts = Object.entries(params ?? {}).filter(([key, value]) => key !== 'code' && typeof value === 'string');
  return Object.fromEntries(texts) as ProblemParams;
}
