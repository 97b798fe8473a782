import type { DeclarationOperation } from '../accompaniment';
import type { Problem } from '../fields';
import { FORBIDDEN_NAMES } from './jsonPath';
import { placeOfMistake, type Place } from './jsonPlace';
import { checkProfile } from './profileChecks';
import { pathText, problemsOf } from './profileProblems';
import { profileSchema, type CodeTable, type Profile } from './profileSchema';
import interfaceCommune from './profiles/interface-commune.json';
import lpe from './profiles/lpe.json';

export type { CodeTable, Profile, ProfileJson } from './profileSchema';

export type ParsedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A profile is some 40 kB; ten times that is no profile. */
const MAX_CHARACTERS = 500_000;
const MAX_DEPTH = 30;

/**
 * Reads an exchange profile.
 * @param json the parsed JSON, or its text as pasted
 * @returns the profile with its defaults, or every problem with the path in the JSON where it stands
 */
export function parseProfile(json: unknown): ParsedProfile {
  if (typeof json !== 'string') return checkJson(json);
  if (json.length > MAX_CHARACTERS) {
    const params = { size: json.length, max: MAX_CHARACTERS };
    return { ok: false, problems: [{ code: 'exchange.profile.tooLarge', params }] };
  }
  // A byte-order mark comes with files saved by Windows editors.
  const text = json.replace(/^\uFEFF/, '');
  const parsed = parseJson(text);
  if ('mistake' in parsed)
    return { ok: false, problems: [{ code: 'exchange.profile.notJson', params: { ...parsed.mistake } }] };
  return checkJson(parsed.json);
}

function parseJson(text: string): { readonly json: unknown } | { readonly mistake: Place } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { mistake: placeOfMistake(text) };
  }
}

function checkJson(json: unknown): ParsedProfile {
  const unsafe = forbiddenNames(json, []);
  if (unsafe.length > 0) return { ok: false, problems: unsafe };
  const parsed = profileSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues, json) };
  const problems = checkProfile(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile: parsed.data };
}

function forbiddenNames(value: unknown, path: readonly PropertyKey[]): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > MAX_DEPTH)
    return [{ code: 'exchange.profile.tooDeep', params: { path: pathText(path.slice(0, 3)) } }];
  return Reflect.ownKeys(value).flatMap((key): Problem[] => {
    if (Array.isArray(value) && key === 'length') return [];
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (typeof key === 'string' && FORBIDDEN_NAMES.has(key)) {
      return [{ code: 'exchange.profile.forbiddenName', params: { path: pathText(at), name: key } }];
    }
    return forbiddenNames((value as Record<PropertyKey, unknown>)[key], at);
  });
}

function shipped(json: unknown): Profile {
  const parsed = parseProfile(json);
  if (!parsed.ok) throw new Error(`a shipped profile does not parse: ${JSON.stringify(parsed.problems)}`);
  return parsed.profile;
}

/** The profiles that come with the pack, by id. */
export const SHIPPED_PROFILES: Readonly<Record<'interface-commune' | 'lpe', Profile>> = {
  'interface-commune': shipped(interfaceCommune),
  lpe: shipped(lpe),
};

/** True when the profile can say this; where it cannot, `declare` answers `exchange.notOffered` and sends nothing. */
export function offersDeclaration(profile: Profile, operation: DeclarationOperation): boolean {
  return profile.capabilities.declarations?.[operation] !== undefined;
}

/** The codes of a table with their labels (`exitReason`, `role`, `organism`…); empty when the profile has no such table. */
export function codeTableOf(profile: Profile, table: string): CodeTable {
  return Object.hasOwn(profile.tables, table) ? (profile.tables[table] ?? []) : [];
}
