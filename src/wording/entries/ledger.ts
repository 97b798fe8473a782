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
  'ledger.leaseLost': {
    fr: 'Une autre exécution a pris la suite pour la structure {structure}, parce que celle-ci est restée trop longtemps sans donner signe de vie (machine en veille, horloge avancée). Plus rien n’est envoyé d’ici ; relancez quand l’autre est finie : ce qui est déjà parti ne partira pas deux fois.',
    en: 'Another execution has taken over for structure {structure}, because this one gave no sign of life for too long (machine asleep, clock put forward). Nothing more is sent from here; run again when the other has ended: what has left does not leave twice.',
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
  'ledger.serverGone': {
    fr: 'Le serveur du journal ne répond plus ({file}). Pas de journal, pas d’envoi : plus rien n’est envoyé. Demandez à la personne qui administre n8n de remettre PostgreSQL en marche, puis relancez : ce qui a déjà été envoyé ne le sera pas deux fois.',
    en: 'The journal’s server does not answer any more ({file}). No journal, no send: nothing more is sent. Ask the person who administers n8n to start PostgreSQL again, then run again: what was sent already is not sent twice.',
  },
  'ledger.serverRefused': {
    fr: 'Le serveur du journal refuse l’accès ({file}). Pas de journal, pas d’envoi : rien n’est envoyé. Demandez à la personne qui administre n8n de vérifier l’utilisateur, le mot de passe, la base et leurs droits d’écriture.',
    en: 'The journal’s server refuses access ({file}). No journal, no send: nothing is sent. Ask the person who administers n8n to check the user, the password, the database and their right to write.',
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
  'ledgerCommand.help': {
    fr: `npm run ledger : regarder et entretenir le registre de ce qui a été dit à France Travail. Rien n’est envoyé, et rien de ce
qui s’affiche ne dit qui est qui.

  npm run ledger -- verify [--head N:EMPREINTE]   le journal est-il entier ? --head : le dernier sceau, gardé ailleurs
  npm run ledger -- stats                         combien, par structure et par fin
  npm run ledger -- export                        le journal, une ligne JSON par entrée et par sceau, sur la sortie standard
  npm run ledger -- purge --before AAAA-MM-JJ     effacer ce qui date d’avant : le journal, et les accompagnements terminés
  npm run ledger -- forget REFERENCE              effacer tout ce que le registre sait d’une référence

  --ledger CHEMIN   le registre, ou le dossier utilisateur de n8n qui le contient ; par défaut : celui de cette machine
  --ledger postgresql://UTILISATEUR@HÔTE:PORT/BASE   un registre partagé ; le mot de passe dans PGPASSWORD (environnement).
                    Chiffré en chemin, sauf sur cette machine ou avec ?sslmode=disable
  --yes             effacer pour de bon ; sans cette option, purge et forget comptent seulement
  --reason TEXTE    pour purger un journal de moins de 12 mois (jamais moins de 6) : le motif, sans nom, reste au journal
  PLIE_LEDGER_SECRET   (environnement) le secret du journal, pour forget

Fin : 0, tout va bien ; 1, le journal n’est pas entier ou l’effacement n’a pas eu lieu ; 2, le registre n’a pas pu être lu.`,
    en: `npm run ledger: look at, and look after, the ledger of what France Travail was told. Nothing is sent, and nothing that is
shown says who is who.

  npm run ledger -- verify [--head N:HASH]        is the journal whole? --head: the newest seal, kept elsewhere
  npm run ledger -- stats                         how much, by structure and by outcome
  npm run ledger -- export                        the journal, a JSON line for each entry and seal, on standard output
  npm run ledger -- purge --before YYYY-MM-DD     erase what is older: the journal, and accompaniments that ended
  npm run ledger -- forget REFERENCE              erase all that the ledger knows of a reference

  --ledger PATH     the ledger, or n8n's user folder that holds it; by default this machine's
  --ledger postgresql://USER@HOST:PORT/DATABASE   a shared ledger; the password in PGPASSWORD (environment).
                    Encrypted on the way, but on this machine or with ?sslmode=disable
  --yes             erase for good; without it, purge and forget only count
  --reason TEXT     to purge a journal of less than 12 months (never less than 6): the reason, without a name, stays in it
  PLIE_LEDGER_SECRET   (environment) the journal's secret, for forget

It ends with 0 when all is well; 1 when the journal is not whole or nothing was erased; 2 when the ledger could not be read.`,
  },
  'ledgerCommand.seeHelp': {
    fr: 'Voir : npm run ledger -- --help',
    en: 'See: npm run ledger -- --help',
  },
  'ledgerCommand.badCall': {
    fr: 'Option inconnue ou incomplète. {help}',
    en: 'An option is unknown or incomplete. {help}',
  },
  'ledgerCommand.unknown': {
    fr: 'Commande inconnue : {command}. Voir : npm run ledger -- --help',
    en: 'Unknown command: {command}. See: npm run ledger -- --help',
  },
  'ledgerCommand.badOption': {
    fr: 'L’option {option} ne va pas avec cette commande. Voir : npm run ledger -- --help',
    en: 'The option {option} does not go with this command. See: npm run ledger -- --help',
  },
  'ledgerCommand.tooMany': {
    fr: 'Il y a un mot de trop. Voir : npm run ledger -- --help',
    en: 'There is a word too many. See: npm run ledger -- --help',
  },
  'ledgerCommand.noReference': {
    fr: 'Quelle référence faut-il oublier ? npm run ledger -- forget REFERENCE',
    en: 'Which reference is to be forgotten? npm run ledger -- forget REFERENCE',
  },
  'ledgerCommand.noSecret': {
    fr: 'Sans le secret du journal, personne n’y est reconnaissable. Mettez-le dans la variable d’environnement PLIE_LEDGER_SECRET, puis relancez.',
    en: 'Without the journal’s secret, nobody can be recognised in it. Put it into the environment variable PLIE_LEDGER_SECRET, then run again.',
  },
  'ledgerCommand.badHead': {
    fr: 'Le sceau gardé s’écrit numéro:empreinte (64 signes), comme « verify » et « stats » l’affichent.',
    en: 'The kept seal is written number:hash (64 signs), as “verify” and “stats” show it.',
  },
  'ledgerCommand.badDate': {
    fr: 'L’option {option} demande une date qui existe : AAAA-MM-JJ.',
    en: 'The option {option} asks for a date that exists: YYYY-MM-DD.',
  },
  'ledgerCommand.noLedger': {
    fr: 'Il n’y a pas de registre à cet endroit : {path}. Indiquez-le avec --ledger.',
    en: 'There is no ledger at this place: {path}. Say where with --ledger.',
  },
  'ledgerCommand.badServer': {
    fr: 'Un registre partagé s’écrit postgresql://UTILISATEUR@HÔTE:PORT/BASE.',
    en: 'A shared ledger is written postgresql://USER@HOST:PORT/DATABASE.',
  },
  'ledgerCommand.passwordShown': {
    fr: 'Un mot de passe sur la ligne de commande se voit de toute la machine. Enlevez-le de l’adresse et mettez-le dans la variable d’environnement PGPASSWORD.',
    en: 'A password on the command line is seen from the whole machine. Take it out of the address and put it into the environment variable PGPASSWORD.',
  },
  'ledgerCommand.failed': {
    fr: 'La commande s’est arrêtée ({name}). Relancez ; si cela se répète, prévenez la personne qui administre n8n.',
    en: 'The command stopped ({name}). Run again; if it happens again, tell the person who administers n8n.',
  },
  'ledgerCommand.whole': {
    fr: 'Le journal est entier : {entries} lignes sous {seals} sceaux, {open} pas encore scellées.',
    en: 'The journal is whole: {entries} entries under {seals} seals, {open} not sealed yet.',
  },
  'ledgerCommand.head': {
    fr: 'Dernier sceau, à garder ailleurs : {head}',
    en: 'Newest seal, to be kept elsewhere: {head}',
  },
  'ledgerCommand.scope': {
    fr: 'Structure {structure} ({host}, profil {profile}), utilisée le {date}. Sans fin connue : {inTheAir}. Références par état :',
    en: 'Structure {structure} ({host}, profile {profile}), used on {date}. Without a known end: {inTheAir}. References by status:',
  },
  'ledgerCommand.journal': {
    fr: 'Journal : {entries} lignes, {seals} sceaux, {open} lignes pas encore scellées.',
    en: 'Journal: {entries} entries, {seals} seals, {open} entries not sealed yet.',
  },
  'ledgerCommand.span': { fr: 'Du {from} au {to} :', en: 'From {from} to {to}:' },
  'ledgerCommand.old': {
    fr: '{count} lignes du journal ont plus de {months} mois : npm run ledger -- purge les efface, sauf motif écrit de les garder.',
    en: '{count} entries of the journal are more than {months} months old: npm run ledger -- purge erases them, unless there is a written reason to keep them.',
  },
  'ledgerCommand.exported': {
    fr: '{count} lignes écrites.',
    en: '{count} lines written.',
  },
  'ledgerCommand.purgeTooEarly': {
    fr: 'Le journal se garde au moins {months} mois : rien n’a été effacé. Choisissez une date plus ancienne que le {date}.',
    en: 'The journal is kept for at least {months} months: nothing was erased. Choose a date before {date}.',
  },
  'ledgerCommand.purgeNeedsReason': {
    fr: 'Le journal se garde {months} mois. Pour effacer avant (jusqu’au {date}), écrivez le motif : --reason "…". Rien n’a été effacé.',
    en: 'The journal is kept for {months} months. To erase earlier (up to {date}), write the reason: --reason "…". Nothing was erased.',
  },
  'ledgerCommand.wouldPurge': {
    fr: 'Serait effacé, d’avant le {date} : {entries} lignes du journal ({seals} sceaux), {references} accompagnements terminés, {intents} envois réglés. Rien n’a été effacé ; ajoutez --yes pour le faire.',
    en: 'Would be erased, from before {date}: {entries} entries of the journal ({seals} seals), {references} accompaniments that ended, {intents} settled sendings. Nothing was erased; add --yes to do it.',
  },
  'ledgerCommand.purged': {
    fr: 'Effacé, d’avant le {date} : {entries} lignes du journal ({seals} sceaux), {references} accompagnements terminés, {intents} envois réglés.',
    en: 'Erased, from before {date}: {entries} entries of the journal ({seals} seals), {references} accompaniments that ended, {intents} settled sendings.',
  },
  'ledgerCommand.forgetInTheAir': {
    fr: 'Un envoi sur cette référence n’a pas encore de fin connue : rien n’a été effacé. Relancez d’abord la déclaration dans n8n, puis recommencez.',
    en: 'A sending about this reference has no known end yet: nothing was erased. Run the declaration in n8n first, then try again.',
  },
  'ledgerCommand.forgetNothing': {
    fr: 'Le registre ne sait rien de cette référence.',
    en: 'The ledger knows nothing of this reference.',
  },
  'ledgerCommand.wouldForget': {
    fr: 'Le registre sait quelque chose de cette référence ({rows} lignes). Rien n’a été effacé ; ajoutez --yes pour le faire.',
    en: 'The ledger knows something of this reference ({rows} rows). Nothing was erased; add --yes to do it.',
  },
  'ledgerCommand.forgotten': {
    fr: 'Oublié : {rows} lignes effacées. Le journal garde qu’un effacement a eu lieu, sans dire de qui.',
    en: 'Forgotten: {rows} rows erased. The journal keeps that something was erased, not about whom.',
  },
} as const satisfies WordingEntries;
