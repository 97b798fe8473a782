import { holdsNir } from '../identity';

/** A run of digits (and the A or B of Corsica) with the separators that people write between them. */
const LONG_NUMBER = /\d(?:[\s.\u00A0\u202F-]{0,3}[\dABab])*/g;
/** A NIR has 13 characters and its key two more; an identifier of France Travail has 11. */
const NIR_LENGTH = 13;
const HIDDEN = '•••';
/** Lone surrogates and control characters: no XML may hold them. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cs}\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * A text as it may stand in a report: whatever is as long as a NIR is hidden, mistyped ones included, and characters that
 * no page and no workbook can hold are replaced.
 */
export function masked(text: string): string {
  const hidden = text.replace(LONG_NUMBER, (run) => (charactersOf(run) >= NIR_LENGTH ? HIDDEN : run));
  return (holdsNir(hidden) ? HIDDEN : hidden).replace(UNPRINTABLE, '\uFFFD');
}

function charactersOf(run: string): number {
  return run.replace(/[^\dABab]/g, '').length;
}
