import type { Problem } from '../fields';
import { hasLoneSurrogate, holdsNir } from '../identity';

/** What a reference says: whose accompaniment, and which of their entries. */
export interface ReferenceParts {
  readonly participantId: string;
  /** From 1. */
  readonly entryNumber: number;
}

export type ReferenceResult =
  | { readonly status: 'reference'; readonly reference: string }
  | { readonly status: 'invalid'; readonly problem: Problem };

/** Pattern of the contract (`ReferenceExterne`): letters, digits, `.`, `_`, `-`, at most 64, a letter or digit first. */
export const REFERENCE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const LONGEST = 64;
const LARGEST_ENTRY = 9999;

/** Before an id that does not begin with a letter or a digit; `_-` is written by no other rule. */
const LEADING_GUARD = 'x_-';
const UTF8_IN = new TextEncoder();
const UTF8_OUT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reference of an accompaniment: `P02301` and entry 1 give `P02301.1`. Characters that a reference may not have are
 * written `_` and two hexadecimal digits a byte, `_` itself `__`; `partsOfReference` undoes it. An id that does not fit
 * or reads like a NIR gives a problem: a reference is shown, stored and logged.
 */
export function makeReference({ participantId, entryNumber }: ReferenceParts): ReferenceResult {
  if (participantId.trim() === '') return invalid('accompaniment.reference.noId');
  if (holdsNir(participantId)) return invalid('accompaniment.reference.isNir');
  if (hasLoneSurrogate(participantId)) return invalid('accompaniment.reference.characters');
  if (!Number.isInteger(entryNumber) || entryNumber < 1 || entryNumber > LARGEST_ENTRY) {
    return invalid('accompaniment.reference.entryNumber');
  }
  const escaped = escape(participantId);
  const reference = `${/^[A-Za-z0-9]/.test(escaped) ? '' : LEADING_GUARD}${escaped}.${entryNumber}`;
  return reference.length > LONGEST
    ? invalid('accompaniment.reference.tooLong', { length: participantId.length })
    : { status: 'reference', reference };
}

/** The id and entry number of a reference that `makeReference` made; undefined for any other text. */
export function partsOfReference(reference: string): ReferenceParts | undefined {
  const match = /^(.+)\.([1-9]\d{0,3})$/.exec(reference);
  if (!match?.[1] || !REFERENCE_PATTERN.test(reference)) return undefined;
  const escaped = match[1].startsWith(LEADING_GUARD) ? match[1].slice(LEADING_GUARD.length) : match[1];
  const participantId = unescape(escaped);
  const parts = participantId === undefined ? undefined : { participantId, entryNumber: Number(match[2]) };
  if (!parts) return undefined;
  const again = makeReference(parts);
  return again.status === 'reference' && again.reference === reference ? parts : undefined;
}

function escape(id: string): string {
  return id
    .replace(/_/g, '__')
    .replace(/[^A-Za-z0-9._-]/gu, (character) =>
      [...UTF8_IN.encode(character)].map((byte) => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
}

function unescape(escaped: string): string | undefined {
  const bytes: number[] = [];
  for (let index = 0; index < escaped.length; index++) {
    if (escaped[index] !== '_') {
      bytes.push(escaped.charCodeAt(index));
      continue;
    }
    const hex = escaped.slice(index + 1, index + 3);
    if (hex.startsWith('_')) {
      bytes.push(0x5f);
      index += 1;
    } else if (/^[0-9A-F]{2}$/.test(hex)) {
      bytes.push(parseInt(hex, 16));
      index += 2;
    } else return undefined;
  }
  try {
    return UTF8_OUT.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function invalid(code: string, params?: Problem['params']): ReferenceResult {
  return { status: 'invalid', problem: { code, field: 'id', ...(params ? { params } : {}) } };
}
