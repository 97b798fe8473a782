import { inspect } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { nirKey } from '../../src/identity';

/** What was planted, by what it is. */
export type Canaries = ReadonlyMap<string, string>;

/** Where one of them was found: what it is, and in what. */
export type Finding = `${string} in ${string}`;

/**
 * Searches texts for what was planted, as it stands and as bytes of the net would write it, and for any 15 digits whose key
 * holds, planted or not: the last line.
 */
export function sweep(places: ReadonlyMap<string, string>, canaries: Canaries): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [place, text] of places) {
    for (const [canary, kind] of canaries) {
      const spellings = [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64').replace(/=+$/, '')];
      if (spellings.some((spelling) => text.includes(spelling))) findings.push(`${kind} in ${place}`);
    }
    if (holdsValidNir(text)) findings.push(`15 digits whose key holds in ${place}`);
  }
  return findings;
}

/** Digits with or without the blanks with which people write a NIR; Corsican departments included. */
export function holdsValidNir(text: string): boolean {
  const candidates = text.matchAll(
    /(?<![\dA-Za-z])[12][ .\u00a0]?(?:\d[ .\u00a0]?){4}(?:\d|2[AB])(?:[ .\u00a0]?\d){7,9}(?![\dA-Za-z])/g,
  );
  return [...candidates].some(([found]) => {
    const digits = found.replace(/[ .\u00a0]/g, '');
    return digits.length === 15 && nirKey(digits.slice(0, 13)) === digits.slice(13);
  });
}

/** Every way in which a value is printed, logged or saved: an error with its description, stack and cause. */
export function printed(value: unknown): string {
  const lines = [inspect(value, { depth: 15, maxArrayLength: null, maxStringLength: null, getters: true })];
  for (let error = value; error instanceof Error; error = error.cause) {
    lines.push(error.message, String((error as { description?: unknown }).description), error.stack ?? '');
  }
  try {
    lines.push(JSON.stringify(value) ?? '');
  } catch {
    // What JSON cannot write, n8n does not save.
  }
  return lines.join('\n');
}

/** The texts of a workbook, unzipped. */
export function unpacked(workbook: Buffer): string {
  return Object.values(unzipSync(workbook))
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}
