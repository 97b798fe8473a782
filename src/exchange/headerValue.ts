/** Longest value of a header that we write ourselves. */
const MAX_LENGTH = 100;

/**
 * A header value that every server takes: ASCII, accents taken off, neither `|` (forbidden by the other side) nor control
 * characters (they would end the header), blanks tidied. An empty result becomes `fallback`: an empty header is refused.
 */
export function cleanHeaderValue(value: string | undefined, fallback: string): string {
  const cleaned = (value ?? '')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]|\|/g, (character) => (/\s|\|/.test(character) ? ' ' : ''))
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .trim();
  return cleaned === '' ? fallback : cleaned;
}

/** True for a token that can stand in a header as it is. */
export function isHeaderToken(value: string): boolean {
  return /^[\x21-\x7e]{1,8192}$/.test(value);
}
