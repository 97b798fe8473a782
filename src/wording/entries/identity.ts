import type { WordingEntries } from '../wording';

/** What the room `identity` says: why an identifier or a date is refused, why two people may be one. Never a NIR in it. */
export const identityEntries = {
  'identity.nir.characters': {
    fr: 'Le numéro de sécurité sociale contient un caractère qui ne peut pas y être (seules 2A et 2B, pour la Corse, ont une lettre). Vérifiez-le sur la carte Vitale.',
    en: 'The social security number holds a character that cannot be there (only 2A and 2B, for Corsica, have a letter). Check it against the card.',
  },
  'identity.nir.length': {
    fr: 'Le numéro de sécurité sociale a {length} caractères : il en faut 13, ou 15 avec la clé. Complétez-le ou videz la case.',
    en: 'The social security number has {length} characters: it takes 13, or 15 with its key. Complete it or empty the cell.',
  },
  'identity.nir.scientific': {
    fr: "Excel a abîmé le numéro de sécurité sociale (il s'affiche comme 1,59E+14). Mettez la colonne au format Texte et saisissez le numéro de nouveau.",
    en: 'Excel has spoilt the social security number (it shows as 1.59E+14). Format the column as text and type the number again.',
  },
  'identity.nir.firstDigit': {
    fr: 'Le numéro de sécurité sociale doit commencer par 1 ou 2 (3, 4, 7 ou 8 pour un numéro provisoire). Vérifiez le premier chiffre.',
    en: 'A social security number begins with 1 or 2 (3, 4, 7 or 8 for a temporary one). Check the first digit.',
  },
  'identity.nir.month': {
    fr: "Dans le numéro de sécurité sociale, le mois de naissance (4e et 5e chiffres) n'existe pas. Vérifiez-le sur la carte Vitale.",
    en: 'In the social security number, the month of birth (4th and 5th digits) does not exist. Check it against the card.',
  },
  'identity.nir.commune': {
    fr: "Dans le numéro de sécurité sociale, le lieu de naissance (6e au 10e caractère) n'existe pas. Vérifiez-le sur la carte Vitale.",
    en: 'In the social security number, the place of birth (6th to 10th character) does not exist. Check it against the card.',
  },
  'identity.nir.order': {
    fr: 'Dans le numéro de sécurité sociale, les chiffres 11 à 13 ne peuvent pas être 000. Vérifiez-le sur la carte Vitale.',
    en: 'In the social security number, digits 11 to 13 cannot be 000. Check it against the card.',
  },
  'identity.nir.key': {
    fr: 'La clé du numéro de sécurité sociale (ses deux derniers chiffres) ne correspond pas aux treize premiers : un chiffre est sans doute mal saisi. Vérifiez-le sur la carte Vitale.',
    en: 'The key of the social security number (its last two digits) does not match the first thirteen: a digit was probably mistyped. Check it against the card.',
  },
  'identity.nir.fictitious': {
    fr: "Ce numéro de sécurité sociale est un numéro d'exemple connu : il n'appartient à personne. Saisissez celui du participant ou videz la case.",
    en: 'This social security number is a well-known specimen: it belongs to nobody. Type the participant’s own or empty the cell.',
  },
  'identity.nir.technicalNumber': {
    fr: "Ce numéro est un numéro technique temporaire (NTT), pas un numéro de sécurité sociale : France Travail ne peut pas s'en servir. Videz la case.",
    en: 'This is a temporary technical number (NTT), not a social security number: France Travail cannot use it. Empty the cell.',
  },
  'identity.nir.sex': {
    fr: 'Le numéro de sécurité sociale contredit la civilité ou le sexe (il commence par 1 pour un homme, par 2 pour une femme). Vérifiez les deux.',
    en: 'The social security number contradicts the title or sex (it begins with 1 for a man, with 2 for a woman). Check both.',
  },
  'identity.nir.birthYear': {
    fr: "Le numéro de sécurité sociale contredit l'année de naissance (2e et 3e chiffres). Vérifiez le numéro et la date de naissance.",
    en: 'The social security number contradicts the year of birth (2nd and 3rd digits). Check the number and the birth date.',
  },
  'identity.nir.birthMonth': {
    fr: 'Le numéro de sécurité sociale contredit le mois de naissance (4e et 5e chiffres). Vérifiez le numéro et la date de naissance : le jour et le mois sont peut-être inversés.',
    en: 'The social security number contradicts the month of birth (4th and 5th digits). Check the number and the birth date: day and month may be swapped.',
  },
  'identity.nir.birthDate': {
    fr: "Le numéro de sécurité sociale contredit l'année et le mois de naissance : c'est peut-être le numéro d'une autre ligne. Vérifiez le numéro et la date de naissance.",
    en: 'The social security number contradicts the year and month of birth: it may belong to another line. Check the number and the birth date.',
  },

  'identity.franceTravailNumber.zerosLost': {
    fr: "L'identifiant France Travail a {length} chiffres au lieu de 11 : Excel a sans doute enlevé le 0 du début ({missing} manquant). Mettez la colonne au format Texte et saisissez l'identifiant avec ses 11 chiffres.",
    en: 'The France Travail number has {length} digits instead of 11: Excel has probably removed the leading 0 ({missing} missing). Format the column as text and type the number with its 11 digits.',
  },
  'identity.franceTravailNumber.scientific': {
    fr: "Excel a abîmé l'identifiant France Travail (il s'affiche comme 9,99E+10). Mettez la colonne au format Texte et saisissez les 11 chiffres de nouveau.",
    en: 'Excel has spoilt the France Travail number (it shows as 9.99E+10). Format the column as text and type the 11 digits again.',
  },
  'identity.franceTravailNumber.technicalKey': {
    fr: "Cette colonne contient une clé technique de France Travail, pas l'identifiant que la personne connaît (11 chiffres). Choisissez la colonne de l'identifiant.",
    en: 'This column holds a technical key of France Travail, not the number that the person knows (11 digits). Choose the column with the number.',
  },
  'identity.franceTravailNumber.isNir': {
    fr: "L'identifiant France Travail est en fait un numéro de sécurité sociale. Mettez chaque numéro dans sa colonne.",
    en: 'The France Travail number is in fact a social security number. Put each number in its own column.',
  },
  'identity.franceTravailNumber.length': {
    fr: "L'identifiant France Travail a {length} chiffres : il en faut 11. Vérifiez-le sur un courrier de France Travail ou videz la case.",
    en: 'The France Travail number has {length} digits: it takes 11. Check it on a letter from France Travail or empty the cell.',
  },
  'identity.franceTravailNumber.form': {
    fr: "L'identifiant France Travail n'a pas la bonne forme : 11 chiffres (ancien identifiant : 7 chiffres et une lettre ou un chiffre). Vérifiez-le ou videz la case.",
    en: 'The France Travail number does not have the right form: 11 digits (old form: 7 digits and a letter or digit). Check it or empty the cell.',
  },

  'identity.date.impossible': {
    fr: "{field} : le {value} n'existe pas (jour/mois/année). Corrigez la date.",
    en: '{field}: {value} does not exist (day/month/year). Correct the date.',
  },
  'identity.date.unreadable': {
    fr: "{field} : « {value} » n'est pas une date. Écrivez-la comme 31/12/2025, ou videz la case.",
    en: '{field}: "{value}" is not a date. Write it like 31/12/2025, or empty the cell.',
  },
  'identity.date.notADate': {
    fr: '{field} : cette case ne contient pas une date. Écrivez-la comme 31/12/2025, ou videz la case.',
    en: '{field}: this cell does not hold a date. Write it like 31/12/2025, or empty the cell.',
  },
  'identity.date.yearOnly': {
    fr: "{field} : il n'y a que l'année ({value}). Ajoutez le jour et le mois.",
    en: '{field}: there is only the year ({value}). Add the day and the month.',
  },
  'identity.date.year': {
    fr: "{field} : l'année de {value} n'est pas plausible. Corrigez la date.",
    en: '{field}: the year of {value} is not plausible. Correct the date.',
  },
  'identity.date.birthAhead': {
    fr: '{field} : le {value} est dans le futur. Corrigez la date.',
    en: '{field}: {value} lies in the future. Correct the date.',
  },

  'identity.reason.sameNir': { fr: 'même numéro de sécurité sociale', en: 'same social security number' },
  'identity.reason.sameFranceTravailNumber': {
    fr: 'même identifiant France Travail',
    en: 'same France Travail number',
  },
  'identity.reason.sameName': { fr: 'même nom et même prénom', en: 'same surname and given name' },
  'identity.reason.sameBirthDate': { fr: 'même date de naissance', en: 'same birth date' },
  'identity.reason.sameEmail': { fr: 'même courriel', en: 'same email' },
  'identity.reason.samePhone': { fr: 'même téléphone', en: 'same phone' },
  'identity.reason.otherNir': {
    fr: 'numéros de sécurité sociale différents',
    en: 'different social security numbers',
  },
  'identity.reason.otherFranceTravailNumber': {
    fr: 'identifiants France Travail différents',
    en: 'different France Travail numbers',
  },
  'identity.reason.otherBirthDate': { fr: 'dates de naissance différentes', en: 'different birth dates' },
  'identity.reason.otherSex': { fr: 'sexes différents', en: 'different sexes' },
  'identity.reason.otherName': { fr: 'noms ou prénoms différents', en: 'different surnames or given names' },
  'identity.reason.nothingShared': {
    fr: "personne n'a les mêmes identifiants, ni les mêmes nom, prénom et date de naissance",
    en: 'nobody has the same identifiers, nor the same surname, given name and birth date',
  },
  'identity.reason.severalCandidates': {
    fr: '{count} personnes correspondent : à vous de choisir',
    en: '{count} people match: please choose',
  },
} as const satisfies WordingEntries;
