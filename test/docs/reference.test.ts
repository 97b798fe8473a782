import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsPage, messagesPage } from '../../scripts/docs/referencePages';

const page = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');

describe('the reference pages say what the dictionary says (npm run docs makes them again)', () => {
  it('docs/champs.md', () => expect(page('champs.md')).toBe(fieldsPage()));
  it('docs/messages.md', () => expect(page('messages.md')).toBe(messagesPage()));
});
