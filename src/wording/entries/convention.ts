import type { WordingEntries } from '../wording';

const LINE_FR = 'Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.';
const LINE_EN = 'Have this line added to the convention, or choose another one. Nothing was sent.';

/** The flows by name, as they stand behind "La convention « … » ne prévoit pas …". */
const FLOWS = {
  'open.give': ['l’ouverture d’un accompagnement vers France Travail', 'opening an accompaniment at France Travail'],
  'open.receive': ['la réponse de France Travail à une ouverture', 'France Travail’s answer to an opening'],
  'update.give': [
    'la mise à jour d’un accompagnement vers France Travail',
    'updating an accompaniment at France Travail',
  ],
  'update.receive': ['la réponse de France Travail à une mise à jour', 'France Travail’s answer to an update'],
  'suspend.give': [
    'la suspension d’un accompagnement vers France Travail',
    'suspending an accompaniment at France Travail',
  ],
  'suspend.receive': ['la réponse de France Travail à une suspension', 'France Travail’s answer to a suspension'],
  'resume.give': ['la reprise d’un accompagnement vers France Travail', 'resuming an accompaniment at France Travail'],
  'resume.receive': ['la réponse de France Travail à une reprise', 'France Travail’s answer to a resumption'],
  'close.give': ['la sortie d’un accompagnement vers France Travail', 'closing an accompaniment at France Travail'],
  'close.receive': ['la réponse de France Travail à une sortie', 'France Travail’s answer to a closure'],
  'cancel.give': [
    'l’annulation d’un accompagnement vers France Travail',
    'cancelling an accompaniment at France Travail',
  ],
  'cancel.receive': ['la réponse de France Travail à une annulation', 'France Travail’s answer to a cancellation'],
  'readStatus.give': [
    'la demande d’état d’un accompagnement à France Travail',
    'asking for the state of an accompaniment',
  ],
  'readStatus.receive': [
    'la lecture de l’état d’un accompagnement chez France Travail',
    'reading the state of an accompaniment at France Travail',
  ],
  'lookUp.give': [
    'la recherche d’une personne chez France Travail par un identifiant',
    'looking a person up at France Travail by an identifier',
  ],
  'lookUp.receive': [
    'la réception de l’identifiant France Travail d’une personne',
    'receiving the France Travail number of a person',
  ],
  'readAccompaniments.give': [
    'la demande à France Travail de qui accompagne une personne',
    'asking France Travail who accompanies a person',
  ],
  'readAccompaniments.receive': [
    'la réception depuis France Travail de qui accompagne une personne',
    'receiving from France Travail who accompanies a person',
  ],
  'readRegistration.give': [
    'la demande à France Travail de l’inscription d’une personne',
    'asking France Travail for a person’s registration',
  ],
  'readRegistration.receive': [
    'la réception depuis France Travail de l’inscription d’une personne',
    'receiving a person’s registration from France Travail',
  ],
  'fetchReferrals.give': ['la demande de prescriptions à France Travail', 'asking France Travail for referrals'],
  'fetchReferrals.receive': [
    'la réception des prescriptions de France Travail',
    'receiving referrals from France Travail',
  ],
  'answerReferral.give': [
    'la réponse à une prescription vers France Travail',
    'answering a referral of France Travail',
  ],
  'answerReferral.receive': [
    'le retour de France Travail sur une réponse à une prescription',
    'France Travail’s return on an answer to a referral',
  ],
} as const;

type FlowName = keyof typeof FLOWS;

const blocked = Object.fromEntries(
  (Object.keys(FLOWS) as FlowName[]).map((flow) => [
    `convention.blocked.${flow}`,
    {
      fr: `La convention « {title} » ne prévoit pas ${FLOWS[flow][0]} (ligne « ${flow.replace('.', ' / ')} »). ${LINE_FR}`,
      en: `The convention “{title}” does not provide for ${FLOWS[flow][1]} (line “${flow.replace('.', ' / ')}”). ${LINE_EN}`,
    },
  ]),
) as Record<`convention.blocked.${FlowName}`, { fr: string; en: string }>;

/** What the room `convention` says. */
export const conventionEntries = {
  ...blocked,
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
