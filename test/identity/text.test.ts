import fc from 'fast-check';
import { cleanName, cleanText, decodeWindows1252, nameKey, readSex } from '../../src/identity';

/** UTF-8 bytes taken for Windows-1252: how `é` becomes `Ã©`. */
const mojibake = (text: string): string => decodeWindows1252(new TextEncoder().encode(text));

describe('text of a cell', () => {
  it.each([
    ['HÃ©lÃ¨ne', 'Hélène'],
    ['GwenaÃ«lle', 'Gwenaëlle'],
    ['Maison de lâ€™emploi', 'Maison de l’emploi'],
    [mojibake(mojibake('Éric')), 'Éric'],
  ])('%s was UTF-8 read as Windows-1252: %s', (raw, text) => {
    expect(cleanText(raw)).toEqual({ text, repaired: true, broken: false });
  });

  it.each(['Hélène', 'Ângela', 'São Paulo', 'CONCEIÇÃO', 'Ménard & Fils', 'Ÿ', '12 m²'])(
    '%s stays as it is',
    (text) => {
      expect(cleanText(text)).toEqual({ text, repaired: false, broken: false });
    },
  );

  it('repairs every French name that went through the wrong encoding', () => {
    const letters = [..."abcdeiou AEIM'-àâäçéèêëîïôöùûüÿÀÂÇÉÈÊËÎÏÔÙÛÜœŒ"];
    const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, (raw) => {
        const text = cleanText(raw).text;
        fc.pre(/[^ -~]/.test(text) && !cleanText(text).repaired);
        expect(cleanText(mojibake(text)).text).toBe(text);
      }),
    );
  });

  it('joins blanks, drops invisible characters, composes accents, and says when a character is lost', () => {
    expect(cleanText(' Dupont\u00A0\u200B \n Essai\uFEFF ').text).toBe('Dupont Essai');
    expect(cleanText('E\u0301ric').text).toBe('Éric');
    expect(cleanText('H\uFFFDl\uFFFDne').broken).toBe(true);
    expect(cleanText('a\uD800b').broken).toBe(true);
  });

  it('keeps given names that commas part', () => {
    expect(cleanName('SONIA, ANNE').text).toBe('SONIA ANNE');
  });

  it('cleans in one go: cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = cleanText(raw);
        fc.pre(!once.repaired);
        expect(cleanText(once.text).text).toBe(once.text);
      }),
    );
  });
});

it('names are compared without accents, case, hyphens and apostrophes', () => {
  expect(nameKey("d'Épreuve")).toBe(nameKey('D EPREUVE'));
  expect(nameKey('Cœur-Essai')).toBe('COEURESSAI');
});

it.each([
  ['Mme', 'F'],
  ['MADAME', 'F'],
  ['M.', 'M'],
  ['Mr', 'M'],
  ['1', 'M'],
  ['2', 'F'],
  ['H', 'M'],
  ['Féminin', 'F'],
  ['Dr', undefined],
  ['', undefined],
])('%p gives the sex %p', (raw, sex) => expect(readSex(raw)).toBe(sex));
