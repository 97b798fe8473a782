import { decodeWindows1252 } from '../identity';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How many bytes are looked at to tell UTF-16 without a mark from the rest. */
const SAMPLE = 512;

/**
 * Text of a file whose encoding nobody has stated: a byte order mark decides, else UTF-8 where it is valid, else
 * Windows-1252 (Excel in French).
 */
export function decodeBytes(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return { text: withoutMark(new TextDecoder(encoding).decode(bytes)), encoding };
  }
  try {
    return { text: withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch {
    return encoding === 'utf-8'
      ? { text: withoutMark(new TextDecoder('utf-8').decode(bytes)), encoding }
      : { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** Encoding that a mark or the place of zero bytes gives away; undefined when only decoding can tell. */
function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const many = sample.length / 4;
  if (zeros.odd > many && zeros.even < many / 4) return 'utf-16le';
  if (zeros.even > many && zeros.odd < many / 4) return 'utf-16be';
  return undefined;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
