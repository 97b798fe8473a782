/** A page of a sorted list, and how it is announced in the contract. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly rest: { readonly encore: boolean; readonly curseur?: string };
}

/** What a cursor means: after which key to go on. The empty string starts at the beginning. */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return '';
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const after = (parsed as { apres?: unknown } | null)?.apres;
    return typeof after === 'string' ? after : undefined;
  } catch {
    return undefined;
  }
}

export function cursorAfter(key: string): string {
  return Buffer.from(JSON.stringify({ apres: key })).toString('base64url');
}

/** The first `size` items whose key comes after `after`, from a list sorted by that key. */
export function pageOf<T>(list: readonly T[], keyOf: (item: T) => string, after: string, size: number): Page<T> {
  const ahead = list.filter((item) => keyOf(item) > after);
  const items = ahead.slice(0, size);
  const last = items.at(-1);
  const encore = ahead.length > items.length;
  return { items, rest: encore && last !== undefined ? { encore, curseur: cursorAfter(keyOf(last)) } : { encore } };
}
