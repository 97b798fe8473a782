/** A text with more digits may be a number that identifies somebody, whatever column it stands in. */
const MOST_DIGITS = 8;

/**
 * A cell's own text for a sentence, cut to `longest` characters; `…` where it holds so many digits that it may be an
 * identifier which slipped into this column.
 */
export function shownText(text: string, longest: number): string {
  const start = text.slice(0, longest);
  return start.replace(/\D/g, '').length > MOST_DIGITS ? '…' : start;
}
