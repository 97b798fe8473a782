import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../answer';

/** The page, one self-contained document: its style and script stand beside it and are put in place here. */
export function pageAnswer(folder = __dirname): Answer {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const text = read('page.html')
    .replace('/*STYLE*/', () => read('page.css'))
    .replace('/*SCRIPT*/', () => read('page.js'));
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(text, 'style')}`,
    `script-src ${hashOf(text, 'script')}`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    status: 200,
    raw: { type: 'text/html; charset=utf-8', text },
    headers: {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  };
}

/** Nothing but the page's own style and script may run: the browser is told their hash. */
function hashOf(page: string, tag: 'style' | 'script'): string {
  const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
