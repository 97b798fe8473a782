import { nameKey } from '../names';
import { cleanText } from '../text';

/** Longest name that is compared letter by letter; the rest of a longer one is left out (a pasted page is no name). */
export const LONGEST_NAME = 64;
const LONGEST_CELL = 400;
const PLAIN = /^[A-Z][A-Z' -]*$/;

/**
 * A name as words of capitals without accents, one blank between them: `Benoît-Élie d'Arc` → `BENOIT ELIE D ARC`.
 * Mojibake is repaired, hyphens, apostrophes and full stops become blanks.
 */
export function spacedCapitals(raw: string): string {
  const cut = raw.length > LONGEST_CELL ? raw.slice(0, LONGEST_CELL) : raw;
  if (PLAIN.test(cut))
    return cut
      .replace(/[' -]+/g, ' ')
      .trim()
      .slice(0, LONGEST_NAME);
  const { text } = cleanText(cut);
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u).map(nameKey);
  return words.filter(Boolean).join(' ').slice(0, LONGEST_NAME);
}

/** Highest code that stands for one letter alone: A–Z are 1 to 26, digits 27 to 36. */
export const LAST_PLAIN_CODE = 36;

/** Code of a letter for the comparison tables, 1–63; what is neither A–Z nor a digit shares the rest. */
export function letterCode(charCode: number): number {
  if (charCode >= 65 && charCode <= 90) return charCode - 64;
  if (charCode >= 48 && charCode <= 57) return charCode - 48 + 27;
  return 37 + (charCode % 27);
}
