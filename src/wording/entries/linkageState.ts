import type { WordingEntries } from '../wording';

/** Why a saved index of people is not taken: src/identity/linkage/indexState.ts. */
export const linkageStateEntries = {
  'linkage.state.foreign': {
    fr: 'Ce fichier n’est pas une base de comparaison enregistrée. Refaites-la à partir de la liste.',
    en: 'This file is no saved base for comparison. Make it again from the list.',
  },
  'linkage.state.damaged': {
    fr: 'La base de comparaison enregistrée est incomplète ou abîmée. Refaites-la à partir de la liste.',
    en: 'The saved base for comparison is cut or damaged. Make it again from the list.',
  },
  'linkage.state.otherVersion': {
    fr: 'La base de comparaison a été enregistrée par une autre version. Refaites-la à partir de la liste.',
    en: 'The base for comparison was saved by another version. Make it again from the list.',
  },
  'linkage.state.otherModel': {
    fr: 'La base de comparaison a été enregistrée pour un autre modèle. Refaites-la à partir de la liste.',
    en: 'The base for comparison was saved for another model. Make it again from the list.',
  },
} as const satisfies WordingEntries;
