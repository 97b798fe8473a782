import synonyms from './synonyms.json';

const ABBREVIATIONS = new Map<string, string>(Object.entries(synonyms.abbreviations));
const LITTLE_WORDS: ReadonlySet<string> = new Set(synonyms.littleWords);
const QUALIFIERS: ReadonlySet<string> = new Set(synonyms.qualifiers);

/** Headers are short; whatever is longer is a cell that lost its way. */
const LONGEST_HEADER = 200;

/**
 * The words of a header, for comparing: without case, accents, punctuation, line breaks, asterisks and brackets,
 * `n°`, `no` and `num` alike, abbreviations written out, plurals cut, little words gone. `Sortie le` says `date`,
 * `Susp. du` says `debut`: a little word at the end stands for what follows it in the cell.
 */
export function headerTokens(header: string): readonly string[] {
  return tokensOf(spaced(header));
}

/** Keys under which a header may be found, the most literal first. The order of words does not count. */
export function headerKeys(header: string): readonly string[] {
  const whole = tokensOf(spaced(header));
  const withoutBrackets = tokensOf(spaced(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')));
  const variants = [whole, withoutBrackets, whole.filter(isNoQualifier), withoutBrackets.filter(isNoQualifier)];
  return [...new Set(variants.map(keyOf).filter((key) => key !== ''))];
}

/** One key for a set of words. */
export function keyOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].sort().join(' ');
}

/** A header with its words apart, lower case, without accents; `Né(e)` is one word, `N°IDE` two. */
function spaced(header: string): string {
  return header
    .slice(0, LONGEST_HEADER)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/n\s?[°º]|\bno\./g, ' numero ')
    .replace(/\b(?:oui\s*\/\s*non|o\s*\/\s*n)\b/g, ' ')
    .replace(/(\p{L})[([.](e|s|es|ne)[)\]]?(?![\p{L}])/gu, '$1$2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}#+]+/gu, ' ')
    .trim();
}

function tokensOf(text: string): readonly string[] {
  const words = text.split(' ').filter(Boolean);
  const tokens = words.flatMap((word, index) => {
    const closing = index > 0 && index === words.length - 1 ? ABBREVIATIONS.get(`${word}!`) : undefined;
    const full = closing ?? ABBREVIATIONS.get(word) ?? word;
    return full.split(' ');
  });
  const meaning = tokens.filter((token) => !LITTLE_WORDS.has(token));
  return (meaning.length > 0 ? meaning : tokens).flatMap((token) => singular(token).split(' '));
}

/** Cuts the plural of words that are long enough to have one, and writes out what is then an abbreviation. */
function singular(word: string): string {
  const cut = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
  return ABBREVIATIONS.get(cut) ?? cut;
}

function isNoQualifier(token: string): boolean {
  return !QUALIFIERS.has(token);
}
