import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../answer';

/** The page, one self-contained document: its style and script stand beside it and are put in place here. */
export function pageAnswer(folder = __dirname): Answer {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const style = read('page.css');
  const script = read('page.js');
  const text = read('page.html')
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => script);
  const allowed = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `style-src ${allowed(style)}`,
    `script-src ${allowed(script)}`,
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
