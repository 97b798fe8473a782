import type { ProblemParams } from '../src/fields';
import { localeFrom, translate, type Locale } from '../src/wording';

/** The dictionary in one language. */
export interface Words {
  readonly locale: Locale;
  (code: string, params?: ProblemParams): string;
}

/** The dictionary in a language of one's choice. */
export function wordsIn(locale: Locale): Words {
  return Object.assign((code: string, params?: ProblemParams) => translate(locale, code, params), { locale });
}

/**
 * The dictionary in the instance's language. n8n reads a description when it loads the class and never asks for node
 * translations, so the language is settled then, by `N8N_DEFAULT_LOCALE`.
 */
export function instanceWords(): Words {
  return wordsIn(localeFrom(process.env.N8N_DEFAULT_LOCALE));
}
