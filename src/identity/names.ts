import { cleanText, type CleanText } from './text';

/** A name as written, cleaned; case and accents stay as they are. Commas between given names become blanks. */
export function cleanName(raw: string): CleanText {
  return cleanText(raw.replace(/[,;]+/g, ' '));
}

/** For comparing names: capitals A–Z and digits only; accents, case, blanks, hyphens and apostrophes don't count. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒ]/g, 'OE')
    .replace(/[æÆ]/g, 'AE')
    .replace(/ß/g, 'SS')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
