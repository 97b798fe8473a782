import type { z } from 'zod/v4';
import type { Problem } from '../fields';
import { readPath } from './jsonPath';

type Issue = z.core.$ZodIssue;

const SHOWN = 60;

/** `operations.declare.outcomes[3].outcome` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** Turns what zod has found into problems: where it stands in the JSON, what is there, what is expected. */
export function problemsOf(issues: readonly Issue[], json: unknown): Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, json));
}

function problemsOfIssue(issue: Issue, json: unknown): Problem[] {
  const path = pathText(issue.path);
  const got = shown(at(json, issue.path));
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(path, issue.expected, at(json, issue.path), got)];
    case 'invalid_value':
      return [wrongValue(path, got, issue.values.map(String), at(json, issue.path))];
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('unknownKey', { path: pathText([...issue.path, key]) }));
    case 'too_small':
      return [problem(sizeCode('tooSmall', issue.origin), { path, got, limit: String(issue.minimum) })];
    case 'too_big':
      return [problem(sizeCode('tooBig', issue.origin), { path, got, limit: String(issue.maximum) })];
    case 'invalid_key':
      return [problem('badName', { path })];
    case 'invalid_union':
      return [problem('notAValue', { path, got })];
    default:
      return [problem('badFormat', { path, got })];
  }
}

function wrongType(path: string, expected: string, value: unknown, got: string): Problem {
  const where = path === '' ? '$' : path;
  if (value === undefined) return problem('missing', { path: where });
  const known = ['string', 'number', 'int', 'boolean', 'array', 'object', 'record'].includes(expected)
    ? expected
    : 'value';
  return problem(`expected.${known === 'record' ? 'object' : known === 'int' ? 'number' : known}`, {
    path: where,
    got,
  });
}

function wrongValue(path: string, got: string, values: readonly string[], value: unknown): Problem {
  const allowed = values.join(', ');
  if (value === undefined) return problem('missing', { path });
  if (path.endsWith('.outcome')) return problem('unknownOutcome', { path, got, allowed });
  return problem('unknownValue', { path, got, allowed });
}

function sizeCode(code: 'tooSmall' | 'tooBig', origin: string): string {
  if (origin === 'string') return `${code}.text`;
  return origin === 'array' || origin === 'set' ? `${code}.list` : `${code}.number`;
}

function problem(code: string, params: Record<string, string>): Problem {
  return { code: `exchange.profile.${code}`, params };
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? (value[step] as unknown) : undefined;
    return readPath(value, String(step)) ?? ownValue(value, step);
  }, json);
}

function ownValue(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/** What stands there, short enough for a sentence. */
function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
