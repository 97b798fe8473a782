/**
 * Dotted paths into JSON, as profiles write them: `organisme.code`, `$` (the whole), `[0].code` (first of a list),
 * `attributs[nom=type].valeur` (the element of a list whose `nom` is `type`). Own properties only.
 */

type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'where'; readonly name: string; readonly value: string };

/** What a profile may write as a path. Linear: no nested repetition. */
export const PATH_PATTERN =
  /^(\$|(\[\d{1,4}\]|[A-Za-z_][\w-]{0,63})(\.[A-Za-z_][\w-]{0,63}|\[\d{1,4}\]|\[[A-Za-z_]\w{0,63}=[\w-]{1,64}\]){0,8})$/;

/** Names that would reach into an object's prototype. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const STEP = /\[(\d+)\]|\[(\w+)=([\w-]+)\]|([A-Za-z_][\w-]*)/g;

function stepsOf(path: string): Step[] {
  if (path === '$') return [];
  return [...path.matchAll(STEP)].map(([, index, where, value, name]): Step => {
    if (index !== undefined) return { kind: 'index', index: Number(index) };
    if (where !== undefined) return { kind: 'where', name: where, value: value ?? '' };
    return { kind: 'name', name: name ?? '' };
  });
}

/** True when no step of the path reaches into a prototype. */
export function isSafePath(path: string): boolean {
  return stepsOf(path).every((step) => step.kind === 'index' || !FORBIDDEN_NAMES.has(step.name));
}

/** The value at a path; `undefined` when any step is missing. */
export function readPath(value: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(take, value);
}

function take(value: unknown, step: Step): unknown {
  if (step.kind === 'name') return own(value, step.name);
  if (!Array.isArray(value)) return undefined;
  if (step.kind === 'index') return value[step.index];
  return value.find((element) => own(element, step.name) === step.value);
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** Writes a value at a path of plain names, making the objects on the way. The schema refuses any other path for writing. */
export function writePath(target: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop();
  if (last === undefined) return;
  const holder = names.reduce((at, name) => {
    if (!Object.hasOwn(at, name)) at[name] = {};
    return at[name] as Record<string, unknown>;
  }, target);
  holder[last] = value;
}
