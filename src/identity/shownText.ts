/** A text with more digits may be a number that identifies somebody, whatever column it stands in. */
const MOST_DIGITS = 8;

/**
 * A cell's or a header's own text for a sentence, cut to `longest` characters; `…` where the whole of it holds so many
 * digits that it may be an identifier which slipped into this column.
 */
export function shownText(text: string, longest: number): string {
  return text.replace(/\D/g, '').length > MOST_DIGITS ? '…' : text.slice(0, longest);
}
