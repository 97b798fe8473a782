/**
 * The 27 characters that Windows-1252 puts between 0x80 and 0x9F; the rest is Latin-1. By hand, because the decoder of
 * several Node versions (23 and 24) takes Latin-1 instead.
 */
const HIGH =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const BYTE_OF: ReadonlyMap<string, number> = new Map([...HIGH].map((character, index) => [character, 0x80 + index]));
const CHUNK = 8192;

/** Text of Windows-1252 bytes; every byte has a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return text.replace(/[\u0080-\u009F]/g, (control) => HIGH.charAt(control.charCodeAt(0) - 0x80));
}

/** Bytes of a text in Windows-1252, or undefined where a character has none. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const byte = BYTE_OF.get(text.charAt(index)) ?? text.charCodeAt(index);
    if (byte > 0xff) return undefined;
    bytes[index] = byte;
  }
  return bytes;
}
