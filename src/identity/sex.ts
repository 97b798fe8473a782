import { nameKey } from './names';

export type Sex = 'F' | 'M';

/** Spellings seen in exports (exports.md §2); `1` is a man and `2` a woman, as in the NIR and in WebRSA. */
const SPELLINGS: Readonly<Record<string, Sex>> = {
  F: 'F',
  FEMME: 'F',
  FEMININ: 'F',
  FEMALE: 'F',
  MME: 'F',
  MADAME: 'F',
  MLLE: 'F',
  MADEMOISELLE: 'F',
  MRS: 'F',
  MS: 'F',
  '2': 'F',
  H: 'M',
  M: 'M',
  HOMME: 'M',
  MASCULIN: 'M',
  MALE: 'M',
  MR: 'M',
  MONSIEUR: 'M',
  '1': 'M',
};

/** Sex from a sex or a civility as written; undefined when the spelling is not known. */
export function readSex(raw: string): Sex | undefined {
  return SPELLINGS[nameKey(raw)];
}
