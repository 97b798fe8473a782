/** Rows in one statement; far below SQLite's 32,766 and PostgreSQL's 65,535 values. */
const AT_ONCE = 500;

/** A list in parts that one SQL statement can carry. */
export function chunks<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, part) =>
    list.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
