import type { WordingEntries } from '../wording';

/** What `npm run chaos` says when it is called wrongly; its figures are for developers, and stand in English only. */
export const chaosEntries = {
  'chaos.unknownOption': {
    fr: 'Option inconnue ou incomplète : {option}. Options : --kills, --sends, --seed, --ledger, --url, --token-url, --participants, --out.',
    en: 'Unknown or incomplete option: {option}. Options: --kills, --sends, --seed, --ledger, --url, --token-url, --participants, --out.',
  },
  'chaos.badValue': {
    fr: '{option} : cette valeur n’est pas possible (un nombre entier ; pour --ledger : sqlite ou postgres).',
    en: '{option}: this value is not possible (a whole number; for --ledger: sqlite or postgres).',
  },
  'chaos.serverAndList': {
    fr: '--url et --participants vont ensemble : un autre serveur ne connaît que ses propres personnes.',
    en: '--url and --participants go together: another server knows its own people only.',
  },
  'chaos.outWithoutServer': {
    fr: '--out va avec --url et --participants : sans autre serveur, personne n’attend ce fichier.',
    en: '--out goes with --url and --participants: without another server nobody waits for that file.',
  },
  'chaos.noReadableLine': {
    fr: 'La liste {path} ne contient aucune ligne qui puisse être déclarée : vérifiez les titres des colonnes.',
    en: 'The list {path} holds no line that can be declared: check the headers of its columns.',
  },
} as const satisfies WordingEntries;
