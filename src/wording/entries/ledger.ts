import type { WordingEntries } from '../wording';

/** What the room `ledger` says. All end alike: no journal, no send. */
export const ledgerEntries = {
  'ledger.secretMissing': {
    fr: 'Le secret du journal manque dans l’accès France Travail. Rien n’a été envoyé. Demandez à la personne qui administre n8n de remplir ce champ (une longue phrase convient) et de la garder en lieu sûr.',
    en: 'The journal’s secret is missing in the France Travail access. Nothing was sent. Ask the person who administers n8n to fill this field (a long phrase will do) and to keep it safe.',
  },
  'ledger.secretChanged': {
    fr: 'Le secret du journal n’est plus celui avec lequel le journal a été commencé. Rien n’a été envoyé. Remettez l’ancien secret dans l’accès France Travail ; s’il est perdu, prévenez la personne qui administre n8n.',
    en: 'The journal’s secret is not the one that the journal was begun with. Nothing was sent. Put the former secret back into the France Travail access; if it is lost, tell the person who administers n8n.',
  },
  'ledger.notWritable': {
    fr: 'Le journal ne peut pas être écrit ({file}). Pas de journal, pas d’envoi : plus rien n’est envoyé. Vérifiez que n8n a le droit d’écrire dans ce dossier, puis relancez.',
    en: 'The journal cannot be written ({file}). No journal, no send: nothing more is sent. Check that n8n may write into this folder, then run again.',
  },
  'ledger.diskFull': {
    fr: 'Le disque du journal est plein ({file}). Pas de journal, pas d’envoi : plus rien n’est envoyé. Libérez de la place, puis relancez : ce qui a déjà été envoyé ne le sera pas deux fois.',
    en: 'The journal’s disk is full ({file}). No journal, no send: nothing more is sent. Free some space, then run again: what was sent already is not sent twice.',
  },
  'ledger.locked': {
    fr: 'Le journal est occupé par un autre programme ({file}). Pas de journal, pas d’envoi : plus rien n’est envoyé. Attendez une minute, puis relancez.',
    en: 'The journal is held by another program ({file}). No journal, no send: nothing more is sent. Wait a minute, then run again.',
  },
  'ledger.damaged': {
    fr: 'Le journal est abîmé ou n’en est pas un ({file}). Pas de journal, pas d’envoi : plus rien n’est envoyé. Remettez la dernière sauvegarde de ce fichier, sans effacer celui-ci, et prévenez la personne qui administre n8n.',
    en: 'The journal is damaged or is none ({file}). No journal, no send: nothing more is sent. Restore the last backup of this file, without deleting this one, and tell the person who administers n8n.',
  },
  'ledger.newer': {
    fr: 'Le journal a été écrit par une version plus récente de ce module. Rien n’a été envoyé. Demandez à la personne qui administre n8n de mettre le module à jour.',
    en: 'The journal was written by a newer version of this package. Nothing was sent. Ask the person who administers n8n to update the package.',
  },
  'ledger.failed': {
    fr: 'Le journal a refusé une écriture ({file}). Pas de journal, pas d’envoi : plus rien n’est envoyé. Relancez ; si cela se répète, prévenez la personne qui administre n8n.',
    en: 'The journal refused to be written ({file}). No journal, no send: nothing more is sent. Run again; if it happens again, tell the person who administers n8n.',
  },
} as const satisfies WordingEntries;
