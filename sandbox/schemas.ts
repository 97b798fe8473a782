/** A JSON schema as it stands in a contract. */
export type Schema = Record<string, unknown>;

/**
 * Replaces every `$ref` by what it points to. The contracts have no circles and no keyword beside a `$ref`.
 * @throws Error when a reference points nowhere
 */
export function dereference(document: unknown): unknown {
  return expand(document, document);
}

function expand(value: unknown, document: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => expand(item, document));
  if (!isObject(value)) return value;
  const reference = value['$ref'];
  if (typeof reference === 'string') return expand(follow(reference, document), document);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner, document)]));
}

function follow(reference: string, document: unknown): unknown {
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document);
  if (target === undefined) throw new Error(`the contract has no ${reference}`);
  return target;
}

/**
 * Closes a request schema: every object that names its properties refuses any other. The published contracts leave
 * requests open; refusing what they don't name is this server's own choice. Free objects (no property named) stay free.
 */
export function closeObjects(schema: Schema): Schema {
  const closed = closeInside(schema);
  return namesProperties(closed) ? { ...closed, unevaluatedProperties: false } : closed;
}

function closeInside(schema: Schema): Schema {
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties' && isObject(value)) {
      return [
        key,
        Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closeObjects(inner as Schema)])),
      ];
    }
    if (key === 'items' && isObject(value)) return [key, closeObjects(value)];
    // Members of a composition are closed together, by the object that holds them.
    if (key === 'allOf' && Array.isArray(value)) return [key, value.map((member) => closeInside(member as Schema))];
    return [key, value];
  });
  return Object.fromEntries(entries);
}

function namesProperties(schema: Schema): boolean {
  return 'properties' in schema || 'allOf' in schema;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
