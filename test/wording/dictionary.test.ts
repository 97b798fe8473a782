import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DICTIONARY, fill, localeFrom, translate, type WordingEntries } from '../../src/wording';

const ENTRIES = join(__dirname, '../../src/wording/entries');

const blanks = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

describe('the dictionary', () => {
  it.each(Object.entries(DICTIONARY))('%s says the same in French and English', (_code, wording) => {
    expect(wording.fr.trim()).not.toBe('');
    expect(wording.en.trim()).not.toBe('');
    expect(blanks(wording.fr)).toEqual(blanks(wording.en));
  });

  it('has each code once: no room overwrites the words of another', () => {
    const rooms = readdirSync(ENTRIES)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => Object.values(jest.requireActual<Record<string, WordingEntries>>(join(ENTRIES, file))));
    const codes = rooms.flat().flatMap((entries) => Object.keys(entries));
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.sort()).toEqual(Object.keys(DICTIONARY).sort());
  });

  it('speaks French where the instance does, English elsewhere', () => {
    expect([localeFrom('fr'), localeFrom('fr-FR'), localeFrom('en'), localeFrom(undefined), localeFrom('de')]).toEqual([
      'fr',
      'fr',
      'en',
      'en',
      'en',
    ]);
  });

  it('leaves an unknown blank visible and an unknown code as it is, rather than hide them', () => {
    expect(fill('Bonjour {nom}, {reste}', { nom: 'Figurant' })).toBe('Bonjour Figurant, {reste}');
    expect(translate('fr', 'no.such.code')).toBe('no.such.code');
  });
});
