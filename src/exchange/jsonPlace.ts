/** A place in a text that people can go to. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

const BLANKS = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const KEY = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** Deeper than any profile; keeps the search from running out of stack. */
const MAX_DEPTH = 200;

/**
 * Where a text stops being JSON (RFC 8259). V8 says it in some of its messages only, and in words that change.
 * @param text a text that `JSON.parse` has refused
 */
export function placeOfMistake(text: string): Place {
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const takeSign = (sign: string): boolean => {
    take(BLANKS);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const entries = (end: string, entry: () => boolean): boolean => {
    if (takeSign(end)) return true;
    do if (!entry()) return false;
    while (takeSign(','));
    return takeSign(end);
  };
  const value = (depth: number): boolean => {
    take(BLANKS);
    if (depth > MAX_DEPTH) return false;
    if (takeSign('[')) return entries(']', () => value(depth + 1));
    if (takeSign('{')) return entries('}', () => member(depth + 1));
    return take(SCALAR);
  };
  const member = (depth: number): boolean => {
    take(BLANKS);
    return take(KEY) && takeSign(':') && value(depth);
  };

  value(0);
  take(BLANKS);
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
