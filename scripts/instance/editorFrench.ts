import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import words from '../../src/wording/n8nEditor.fr.json';

/** As JavaScript that any encoding of the page leaves alone. */
const asAscii = (value: object): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * n8n's editor in French, as an address for its setting `EXTERNAL_FRONTEND_HOOKS_URLS`: whole in itself, so that no
 * server has to give it.
 */
export function editorScript(): string {
  const program = readFileSync(join(__dirname, 'editorWords.browser.js'), 'utf8').replace('WORDS', () =>
    asAscii(words),
  );
  // n8n separates addresses by `;`, which encodeURIComponent turns into `%3B`.
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
