import type { WordingEntries } from '../wording';

/** What the room `convention` says. `convention.blocked.<operation>.<direction>`: one sentence for each flow. */
export const conventionEntries = {
  'convention.blocked.open.give': {
    fr: 'La convention « {title} » ne prévoit pas l’ouverture d’un accompagnement vers France Travail (ligne « open / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for opening an accompaniment at France Travail (line “open / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.open.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réponse de France Travail à une ouverture (ligne « open / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s answer to an opening (line “open / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.update.give': {
    fr: 'La convention « {title} » ne prévoit pas la mise à jour d’un accompagnement vers France Travail (ligne « update / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for updating an accompaniment at France Travail (line “update / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.update.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réponse de France Travail à une mise à jour (ligne « update / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s answer to an update (line “update / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.suspend.give': {
    fr: 'La convention « {title} » ne prévoit pas la suspension d’un accompagnement vers France Travail (ligne « suspend / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for suspending an accompaniment at France Travail (line “suspend / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.suspend.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réponse de France Travail à une suspension (ligne « suspend / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s answer to a suspension (line “suspend / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.resume.give': {
    fr: 'La convention « {title} » ne prévoit pas la reprise d’un accompagnement vers France Travail (ligne « resume / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for resuming an accompaniment at France Travail (line “resume / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.resume.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réponse de France Travail à une reprise (ligne « resume / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s answer to a resumption (line “resume / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.close.give': {
    fr: 'La convention « {title} » ne prévoit pas la sortie d’un accompagnement vers France Travail (ligne « close / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for closing an accompaniment at France Travail (line “close / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.close.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réponse de France Travail à une sortie (ligne « close / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s answer to a closure (line “close / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.cancel.give': {
    fr: 'La convention « {title} » ne prévoit pas l’annulation d’un accompagnement vers France Travail (ligne « cancel / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for cancelling an accompaniment at France Travail (line “cancel / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.cancel.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réponse de France Travail à une annulation (ligne « cancel / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s answer to a cancellation (line “cancel / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.readStatus.give': {
    fr: 'La convention « {title} » ne prévoit pas la demande d’état d’un accompagnement à France Travail (ligne « readStatus / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for asking for the state of an accompaniment (line “readStatus / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.readStatus.receive': {
    fr: 'La convention « {title} » ne prévoit pas la lecture de l’état d’un accompagnement chez France Travail (ligne « readStatus / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for reading the state of an accompaniment at France Travail (line “readStatus / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.lookUp.give': {
    fr: 'La convention « {title} » ne prévoit pas la recherche d’une personne chez France Travail par un identifiant (ligne « lookUp / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for looking a person up at France Travail by an identifier (line “lookUp / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.lookUp.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réception de l’identifiant France Travail d’une personne (ligne « lookUp / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for receiving the France Travail number of a person (line “lookUp / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.readAccompaniments.give': {
    fr: 'La convention « {title} » ne prévoit pas la demande à France Travail de qui accompagne une personne (ligne « readAccompaniments / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for asking France Travail who accompanies a person (line “readAccompaniments / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.readAccompaniments.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réception depuis France Travail de qui accompagne une personne (ligne « readAccompaniments / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for receiving from France Travail who accompanies a person (line “readAccompaniments / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.readRegistration.give': {
    fr: 'La convention « {title} » ne prévoit pas la demande à France Travail de l’inscription d’une personne (ligne « readRegistration / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for asking France Travail for a person’s registration (line “readRegistration / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.readRegistration.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réception depuis France Travail de l’inscription d’une personne (ligne « readRegistration / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for receiving a person’s registration from France Travail (line “readRegistration / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.fetchReferrals.give': {
    fr: 'La convention « {title} » ne prévoit pas la demande de prescriptions à France Travail (ligne « fetchReferrals / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for asking France Travail for referrals (line “fetchReferrals / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.fetchReferrals.receive': {
    fr: 'La convention « {title} » ne prévoit pas la réception des prescriptions de France Travail (ligne « fetchReferrals / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for receiving referrals from France Travail (line “fetchReferrals / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.answerReferral.give': {
    fr: 'La convention « {title} » ne prévoit pas la réponse à une prescription vers France Travail (ligne « answerReferral / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for answering a referral of France Travail (line “answerReferral / give”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.blocked.answerReferral.receive': {
    fr: 'La convention « {title} » ne prévoit pas le retour de France Travail sur une réponse à une prescription (ligne « answerReferral / receive »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not provide for France Travail’s return on an answer to a referral (line “answerReferral / receive”). Have this line added to the convention, or choose another one. Nothing was sent.',
  },
  'convention.notYetValid': {
    fr: 'La convention « {title} » n’entre en vigueur que le {from}. Rien n’a été envoyé.',
    en: 'The convention “{title}” takes effect only on {from}. Nothing was sent.',
  },
  'convention.expired': {
    fr: 'La convention « {title} » a pris fin le {to}. Rien n’a été envoyé. Demandez à la personne qui administre n8n d’enregistrer la convention en vigueur.',
    en: 'The convention “{title}” ended on {to}. Nothing was sent. Ask the person who administers n8n to save the one in force.',
  },
  'convention.empty': {
    fr: 'La convention est vide. Collez le texte JSON de la convention signée, ou partez du canevas proposé.',
    en: 'The convention is empty. Paste the JSON text of the signed convention, or start from the proposed canvas.',
  },
  'convention.notJson': {
    fr: 'La convention n’est pas un texte JSON lisible : une virgule, un guillemet ou une accolade manque ou est de trop. Reprenez le fichier d’origine et collez-le en entier.',
    en: 'The convention is not readable JSON: a comma, a quotation mark or a brace is missing or too many. Take the original file and paste all of it.',
  },
  'convention.missing': {
    fr: 'Dans la convention, « {path} » manque. Ajoutez cette valeur.',
    en: 'In the convention, “{path}” is missing. Add this value.',
  },
  'convention.wrongType': {
    fr: 'Dans la convention, « {path} » n’a pas la bonne forme ({expected} attendu).',
    en: 'In the convention, “{path}” does not have the right form ({expected} expected).',
  },
  'convention.emptyPart': {
    fr: 'Dans la convention, « {path} » est vide. Donnez-lui une valeur.',
    en: 'In the convention, “{path}” is empty. Give it a value.',
  },
  'convention.wrongValue': {
    fr: 'Dans la convention, la valeur de « {path} » ne convient pas (« {value} »).',
    en: 'In the convention, the value of “{path}” will not do (“{value}”).',
  },
  'convention.unknownKey': {
    fr: 'Dans la convention, « {path} » n’est pas connu. Corrigez son orthographe ou retirez cette ligne.',
    en: 'In the convention, “{path}” is not known. Correct its spelling or remove this line.',
  },
  'convention.unknownOperation': {
    fr: 'Dans la convention, {path} : l’opération « {value} » n’est pas connue. Opérations connues : {known}.',
    en: 'In the convention, {path}: the operation “{value}” is not known. Known operations: {known}.',
  },
  'convention.unknownDirection': {
    fr: 'Dans la convention, {path} : le sens « {value} » n’est pas connu. Écrivez « give » (donner) ou « receive » (recevoir).',
    en: 'In the convention, {path}: the direction “{value}” is not known. Write “give” or “receive”.',
  },
  'convention.unknownField': {
    fr: 'Dans la convention, {path} : le champ « {value} » n’est pas connu. Champs connus : {known}.',
    en: 'In the convention, {path}: the field “{value}” is not known. Known fields: {known}.',
  },
  'convention.badDate': {
    fr: 'Dans la convention, {path} : « {value} » n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2026-01-01.',
    en: 'In the convention, {path}: “{value}” is not a date. Write it YYYY-MM-DD, for instance 2026-01-01.',
  },
  'convention.endsBeforeStart': {
    fr: 'Dans la convention, la fin de validité (« validTo ») est avant son début (« validFrom »).',
    en: 'In the convention, the end of validity (“validTo”) is before its start (“validFrom”).',
  },
  'convention.repeatedFlow': {
    fr: 'Dans la convention, {path} : la ligne « {flow} » existe déjà. Réunissez les deux lignes en une.',
    en: 'In the convention, {path}: the line “{flow}” is there already. Make one of the two.',
  },
  'convention.nirElsewhere': {
    fr: 'Dans la convention, {path} : le NIR ne peut servir qu’à retrouver une personne (ligne « lookUp give »). Retirez-le d’ici.',
    en: 'In the convention, {path}: the NIR can serve only to look a person up (line “lookUp give”). Remove it here.',
  },
  'convention.nirAlone': {
    fr: 'Dans la convention, {path} : la recherche par NIR demande aussi la date de naissance. Ajoutez « birthDate » à cette ligne, ou retirez « nir ».',
    en: 'In the convention, {path}: a look-up by NIR also needs the birth date. Add “birthDate” to this line, or remove “nir”.',
  },
} as const satisfies WordingEntries;
