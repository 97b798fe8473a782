import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DICTIONARY } from '../../src/wording';

const SOURCE = join(__dirname, '../../src');

/** The source of a room, and the codes that stand in it in full. */
function read(room: string) {
  const source = readdirSync(join(SOURCE, room))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(SOURCE, room, name), 'utf8'))
    .join('\n');
  const full = [...source.matchAll(/'((?:delivery|ledger|convention)\.[\w.]+)'/g)].map((match) => match[1]!);
  // An outcome of delivery's own is named by the end of its code.
  const short = [...source.matchAll(/ownOutcome\(\s*'\w+',\s*'(\w+)'/g)].map((match) => `delivery.${match[1]!}`);
  return { source, codes: [...new Set([...full, ...short])] };
}

describe.each(['convention', 'ledger', 'delivery'])('the room %s', (room) => {
  const { source, codes } = read(room);

  it.each(codes)('%s has a sentence in both languages, with the same blanks', (code) => {
    const { fr, en } = DICTIONARY[code]!;
    const blanks = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
    expect(blanks(fr)).toEqual(blanks(en));
  });

  it('has no sentence that nobody says', () => {
    const own = Object.keys(DICTIONARY).filter((code) => code.startsWith(`${room}.`) && !code.includes('.blocked.'));
    const said = (code: string) => codes.includes(code) || source.includes(`'${code.slice(room.length + 1)}'`);
    expect(own.filter((code) => !said(code))).toEqual([]);
  });
});
