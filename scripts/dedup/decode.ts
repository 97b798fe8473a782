import { decodeWindows1252 } from '../../src/identity';

/** Text of a file of unknown encoding, or the name of the format that it is instead. */
export type Decoded =
  | { readonly status: 'text'; readonly text: string; readonly encoding: string }
  | { readonly status: 'notText'; readonly format: string };

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'XLSX / ZIP'],
  ['\u00d0\u00cf\u0011\u00e0', 'XLS'],
  ['%PDF', 'PDF'],
  ['\u0089PNG', 'PNG'],
  ['\u001f\u008b', 'GZIP'],
  ['SQLite', 'SQLite'],
];
const SAMPLE = 4096;

/** A byte order mark decides, else UTF-16 by its zero bytes, else UTF-8 where it is valid, else Windows-1252. */
export function decode(bytes: Uint8Array): Decoded {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const foreign = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (foreign) return { status: 'notText', format: foreign[1] };
  const wide = utf16(bytes);
  if (wide) return { status: 'text', text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase() };
  if (bytes.subarray(0, SAMPLE).includes(0)) return { status: 'notText', format: 'binaire' };
  try {
    return { status: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { status: 'text', text: decodeWindows1252(bytes), encoding: 'Windows-1252' };
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [...sample.keys()].filter((i) => sample[i] === 0);
  const even = zeros.filter((i) => i % 2 === 0).length;
  const odd = zeros.length - even;
  if (odd > sample.length / 4 && even < sample.length / 16) return 'utf-16le';
  return even > sample.length / 4 && odd < sample.length / 16 ? 'utf-16be' : undefined;
}
