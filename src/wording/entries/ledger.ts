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
  'ledger.chain.entryChanged': {
    fr: 'La ligne {id} du journal ({at}, sceau {seal}) a été modifiée après avoir été écrite. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Entry {id} of the journal ({at}, seal {seal}) was changed after it was written. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.entryMissing': {
    fr: '{count} ligne(s) du journal manquent sous le sceau {seal} (du {from} au {to}). Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: '{count} line(s) of the journal are missing under seal {seal} (from {from} to {to}). Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.entryInserted': {
    fr: '{count} ligne(s) ont été ajoutées après coup sous le sceau {seal} (du {from} au {to}). Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: '{count} line(s) were added afterwards under seal {seal} (from {from} to {to}). Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.entryReplaced': {
    fr: 'Sous le sceau {seal} (du {from} au {to}), une ligne a été remplacée par une autre. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Under seal {seal} (from {from} to {to}), a line was replaced by another. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.entryOrphan': {
    fr: 'La ligne {id} du journal ({at}) se dit sous le sceau {seal}, qui n’existe pas : elle a été ajoutée, ou le sceau a été retiré. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Entry {id} of the journal ({at}) claims seal {seal}, which does not exist: it was added, or the seal was removed. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.openEntryChanged': {
    fr: 'La ligne {id} du journal ({at}), pas encore scellée, a été modifiée après avoir été écrite. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Entry {id} of the journal ({at}), not sealed yet, was changed after it was written. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.entryLate': {
    fr: 'La ligne {id} du journal est datée du {at}, bien avant le sceau {seal}, qui ne la couvre pas : elle a été ajoutée après coup, ou l’horloge de la machine a été reculée pendant une coupure. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Entry {id} of the journal is dated {at}, well before seal {seal}, which does not cover it: it was added afterwards, or the machine’s clock was set back during a breakdown. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.sealChanged': {
    fr: 'Le sceau {seal} du journal a été modifié. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Seal {seal} of the journal was changed. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.sealMissing': {
    fr: 'Le sceau {seal} du journal a été retiré. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Seal {seal} of the journal was removed. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.sealInserted': {
    fr: 'Le sceau {seal} du journal a été ajouté après coup. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'Seal {seal} of the journal was added afterwards. Keep a copy of this journal, then tell the person who administers n8n.',
  },
  'ledger.chain.headMissing': {
    fr: 'Le sceau {seal} que vous avez gardé n’est pas dans ce journal : sa fin a été coupée ou refaite, ou c’est un autre journal. Gardez une copie de ce journal, puis prévenez la personne qui administre n8n.',
    en: 'The seal {seal} that you kept is not in this journal: its end was cut off or made again, or it is another journal. Keep a copy of this journal, then tell the person who administers n8n.',
  },
} as const satisfies WordingEntries;
