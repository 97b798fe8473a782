import type { WordingEntries } from '../wording';

/** What the room `referral` says about an answer that cannot leave yet. */
export const referralEntries = {
  'referral.idMissing': {
    fr: "L'identifiant de la prescription manque. Reprenez la ligne telle que « Recevoir les prescriptions » l'a donnée.",
    en: 'The id of the referral is missing. Take the line as "Fetch Referrals" gave it.',
  },
  'referral.decisionUnknown': {
    fr: "La décision n'est pas reconnue. Choisissez : accepter, refuser, réorienter ou absent.",
    en: 'The decision is not known. Choose: accept, refuse, redirect or absent.',
  },
  'referral.refusalReasonMissing': {
    fr: 'Un refus doit avoir un motif. Choisissez-en un dans la liste.',
    en: 'A refusal needs a reason. Choose one from the list.',
  },
  'referral.redirectReasonMissing': {
    fr: 'Une réorientation doit avoir un motif. Choisissez-en un dans la liste.',
    en: 'A redirection needs a reason. Choose one from the list.',
  },
  'referral.reasonUnknown': {
    fr: "Le motif n'est pas reconnu. Choisissez-en un dans la liste.",
    en: 'The reason is not known. Choose one from the list.',
  },
  'referral.commentTooLong': {
    fr: 'Le commentaire a {length} caractères : France Travail en prend 500 au plus. Raccourcissez-le.',
    en: 'The comment has {length} characters: France Travail takes 500 at most. Shorten it.',
  },
  'referral.decisionDateUnreadable': {
    fr: "La date de décision n'est pas une date. Écrivez-la comme 31/12/2025, ou laissez-la vide pour aujourd'hui.",
    en: 'The date of the decision is not a date. Write it like 31/12/2025, or leave it empty for today.',
  },
  'referral.decisionAhead': {
    fr: 'La date de décision ({date}) est dans le futur. Corrigez-la.',
    en: 'The date of the decision ({date}) lies in the future. Correct it.',
  },
  'referral.decisionBeforeReferral': {
    fr: 'La date de décision est avant la prescription, qui date du {date}. Corrigez-la.',
    en: 'The date of the decision is before the referral, which is of {date}. Correct it.',
  },
  'referral.meetingUnreadable': {
    fr: "La date du premier rendez-vous n'est pas reconnue. Écrivez-la comme 01/12/2026 9h30.",
    en: 'The time of the first meeting cannot be read. Write it like 2026-12-01T09:30.',
  },
  'referral.cancelled': {
    fr: "France Travail a annulé cette prescription : il n'y a plus rien à répondre.",
    en: 'France Travail has cancelled this referral: there is nothing left to answer.',
  },
} as const satisfies WordingEntries;
