import type { WordingEntries } from '../wording';

/** What is said about the answers that people gave on two records. */
export const linkageAnswersEntries = {
  'linkage.answered.same': { fr: 'réponse de votre équipe : même personne', en: 'your team’s answer: the same person' },
  'linkage.answered.different': {
    fr: 'réponse de votre équipe : ce n’est pas le dossier {id}',
    en: 'your team’s answer: this is not file {id}',
  },
  'linkage.answered.contradicting': {
    fr: 'à vérifier : deux réponses se contredisent (« même » et « pas le même »)',
    en: 'to check: two answers contradict each other ("same" and "not the same")',
  },
  'linkage.answered.bridge': {
    fr: 'à vérifier : ressemble à deux personnes que votre équipe a dites différentes',
    en: 'to check: resembles two people whom your team told apart',
  },
  'dedup.answers.read': {
    fr: '{file} : {count} paires répondues, prises en compte.',
    en: '{file}: {count} answered pairs, taken into account.',
  },
  'dedup.answers.columns': {
    fr: '{file} : il faut les colonnes left_id, right_id et answer (same ou different).',
    en: '{file}: the columns left_id, right_id and answer (same or different) are needed.',
  },
  'dedup.answers.word': {
    fr: 'réponse « {word} » non comprise : écrivez « même » ou « pas le même »',
    en: 'answer “{word}” not understood: write “same” or “not the same”',
  },
} as const satisfies WordingEntries;
