import { encodeWindows1252 } from './windows1252';

/** A text after cleaning; `repaired` when UTF-8 that had been read as Windows-1252 (Ã©) was put right. */
export interface CleanText {
  readonly text: string;
  readonly repaired: boolean;
  /** A character is lost for good (�): only the user has it. */
  readonly broken: boolean;
}

/** A lead byte of UTF-8 seen through Windows-1252, followed by something that can be a continuation byte. */
const MOJIBAKE =
  /[\u00C2-\u00F4][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]/;
/** Two passes of mojibake (ÃƒÂ©) are as far as files are seen to go. */
const MAX_PASSES = 2;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Invisible characters that travel with copies from web pages and PDF: controls, zero widths, direction marks, BOM. */
// eslint-disable-next-line no-control-regex -- controls are what is removed
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** True when half of a character pair stands alone: such text has no UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return text.search(LONE_SURROGATE) >= 0;
}

/** Unicode NFC, blanks joined and trimmed, invisible characters gone, mojibake repaired where that gives valid text. */
export function cleanText(raw: string): CleanText {
  const { text, repaired } = repairMojibake(raw);
  const visible = text.replace(LONE_SURROGATE, '\uFFFD').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  return { text: visible.normalize('NFC'), repaired, broken: visible.includes('\uFFFD') };
}

function repairMojibake(raw: string): { text: string; repaired: boolean } {
  let text = raw;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const decoded = MOJIBAKE.test(text) ? decodedOnce(text) : undefined;
    if (decoded === undefined) break;
    text = decoded;
  }
  return { text, repaired: text !== raw };
}

function decodedOnce(text: string): string | undefined {
  const bytes = encodeWindows1252(text);
  if (!bytes) return undefined;
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}
