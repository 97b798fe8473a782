import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsPage, messagesPage } from './docs/referencePages';

const folder = join(__dirname, '..', 'docs');

writeFileSync(join(folder, 'champs.md'), fieldsPage());
writeFileSync(join(folder, 'messages.md'), messagesPage());
console.log('docs/champs.md, docs/messages.md');
