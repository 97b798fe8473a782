import type { ProblemParams } from '../fields';

/** The languages of the dictionary; the instance's language decides (`N8N_DEFAULT_LOCALE`: `fr…` → French, else English). */
export type Locale = 'fr' | 'en';

/** One entry: both languages, the same `{blanks}` in both. */
export interface Wording {
  readonly fr: string;
  readonly en: string;
}

/** A file of `entries/`: what one room says. */
export type WordingEntries = Readonly<Record<string, Wording>>;

/** Reads the instance's language. Source: n8n's `N8N_DEFAULT_LOCALE`. */
export function localeFrom(setting: string | undefined): Locale {
  return setting?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Fills the `{blanks}` of a sentence; an unknown blank stays visible rather than vanish. */
export function fill(sentence: string, params: ProblemParams = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => (name in params ? String(params[name]) : blank));
}
