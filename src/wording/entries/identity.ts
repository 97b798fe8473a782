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
  'identity.nir.department': {
    fr: "Dans le numéro de sécurité sociale, le département de naissance (6e et 7e caractères) n'existe pas. Vérifiez-le sur la carte Vitale.",
    en: 'In the social security number, the département of birth (6th and 7th characters) does not exist. Check it against the card.',
  },
  'identity.nir.country': {
    fr: "Dans le numéro de sécurité sociale, le pays de naissance (8e au 10e chiffre, après 99) n'existe pas. Vérifiez-le sur la carte Vitale.",
    en: 'In the social security number, the country of birth (8th to 10th digit, after 99) does not exist. Check it against the card.',
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
  'identity.nir.birthDepartment': {
    fr: 'Le numéro de sécurité sociale contredit le lieu de naissance : il indique un autre département. Vérifiez le numéro et la commune de naissance (ce n’est pas celle où la personne habite).',
    en: 'The social security number contradicts the place of birth: it names another département. Check the number and the birth place (not where the person lives).',
  },
  'identity.nir.birthCommune': {
    fr: 'Le numéro de sécurité sociale contredit le lieu de naissance : même département, mais une autre commune. Vérifiez la commune de naissance.',
    en: 'The social security number contradicts the place of birth: the same département, but another commune. Check the birth place.',
  },
  'identity.nir.birthCountry': {
    fr: 'Le numéro de sécurité sociale contredit le pays de naissance : il en indique un autre. Vérifiez le numéro et le pays.',
    en: 'The social security number contradicts the country of birth: it names another one. Check the number and the country.',
  },
  'identity.nir.bornAbroad': {
    fr: 'Le numéro de sécurité sociale indique une naissance à l’étranger, la fiche une commune de France. Vérifiez le lieu de naissance.',
    en: 'The social security number says born abroad, the record names a commune in France. Check the birth place.',
  },
  'identity.nir.bornInFrance': {
    fr: 'Le numéro de sécurité sociale indique une naissance en France, la fiche un autre pays. Vérifiez le lieu de naissance.',
    en: 'The social security number says born in France, the record names another country. Check the birth place.',
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

  'identity.id.isNir': {
    fr: 'Le N° de dossier ressemble à un numéro de sécurité sociale, qui ne doit jamais servir à nommer un dossier. Choisissez la colonne de votre propre numéro.',
    en: 'The file number looks like a social security number, which must never name a file. Choose the column with your own number.',
  },
  'identity.cell.notAValue': {
    fr: '{field} : cette case contient une liste ou un objet au lieu d’une valeur. Choisissez une autre colonne.',
    en: '{field}: this cell holds a list or an object instead of a value. Choose another column.',
  },
  'identity.cell.tooLong': {
    fr: '{field} : ce texte est trop long pour cette case. Des colonnes se sont sans doute mélangées : vérifiez la ligne.',
    en: '{field}: this text is too long for this cell. Columns were probably mixed up: check the line.',
  },
  'identity.cell.brokenCharacters': {
    fr: '{field} : un caractère est perdu (�). Saisissez le texte de nouveau.',
    en: '{field}: a character is lost (�). Type the text again.',
  },
  'identity.email.invalid': {
    fr: "{field} : ce n'est pas une adresse de courriel. Corrigez-la ou videz la case.",
    en: '{field}: this is not an email address. Correct it or empty the cell.',
  },
  'identity.repair.mojibake': {
    fr: '{field} : les accents abîmés ont été réparés.',
    en: '{field}: broken accents were repaired.',
  },
  'identity.repair.excelDate': {
    fr: '{field} : le nombre d’Excel a été lu comme le {date}.',
    en: '{field}: Excel’s day number was read as {date}.',
  },
  'identity.repair.monthFirst': {
    fr: '{field} : le mois était écrit avant le jour, la date a été lue comme le {date}. Vérifiez les autres dates de la liste.',
    en: '{field}: the month stood before the day, the date was read as {date}. Check the other dates of the list.',
  },
  'identity.repair.twoDigitYear': {
    fr: "{field} : l'année sur deux chiffres a été lue comme le {date}.",
    en: '{field}: the two-digit year was read as {date}.',
  },
  'identity.repair.severalValues': {
    fr: '{field} : la case contient plusieurs valeurs, la première est prise.',
    en: '{field}: the cell holds several values, the first is taken.',
  },
  'identity.repair.phoneZero': {
    fr: '{field} : le 0 du début a été remis.',
    en: '{field}: the leading 0 was put back.',
  },
  'identity.repair.postcodeZero': {
    fr: '{field} : le 0 du début a été remis.',
    en: '{field}: the leading 0 was put back.',
  },
  'identity.repair.placeCodeZero': {
    fr: '{field} : le 0 du début a été remis.',
    en: '{field}: the leading 0 was put back.',
  },
  'identity.dropped.email': {
    fr: "{field} : ce n'est pas une adresse de courriel, la ligne continue sans elle.",
    en: '{field}: this is not an email address, the line goes on without it.',
  },
  'identity.dropped.phone': {
    fr: "{field} : ce n'est pas un numéro de téléphone, la ligne continue sans lui.",
    en: '{field}: this is not a phone number, the line goes on without it.',
  },
  'identity.dropped.postcode': {
    fr: '{field} : il faut cinq chiffres, la ligne continue sans lui.',
    en: '{field}: it takes five digits, the line goes on without it.',
  },
  'identity.dropped.placeCode': {
    fr: "{field} : ce n'est pas un code INSEE (cinq caractères), la ligne continue sans lui.",
    en: '{field}: this is not an INSEE code (five characters), the line goes on without it.',
  },
  'identity.dropped.sex': {
    fr: '{field} : la valeur n’est pas comprise, la ligne continue sans elle.',
    en: '{field}: the value is not understood, the line goes on without it.',
  },

  'identity.repair.title': {
    fr: '{field} : la civilité a été enlevée du nom.',
    en: '{field}: the title was taken off the name.',
  },
  'identity.repair.bornName': {
    fr: "{field} : le nom de naissance et le nom d'usage étaient dans une seule case, ils ont été séparés.",
    en: '{field}: birth name and usage name stood in one cell and were taken apart.',
  },
  'identity.repair.namesInverted': {
    fr: 'Le nom et le prénom étaient échangés (d’après leur fréquence en France) : ils ont été remis à leur place.',
    en: 'Surname and given name stood in each other’s place (by their frequency in France): they were put right.',
  },
  'identity.repair.emailAccents': {
    fr: '{field} : une adresse n’a pas d’accents, ils ont été enlevés. Vérifiez l’adresse.',
    en: '{field}: an address has no accents, they were taken away. Check the address.',
  },
  'identity.repair.emailPoints': {
    fr: '{field} : un point de trop a été enlevé de l’adresse.',
    en: '{field}: a point too many was taken out of the address.',
  },
  'identity.repair.countryCode': {
    fr: '{field} : le nom du pays a été remplacé par son code ({code}).',
    en: '{field}: the country’s name was replaced by its code ({code}).',
  },
  'identity.repair.countryForTown': {
    fr: '{field} : la case contient un pays ; il a été noté comme pays de naissance ({code}), la commune reste inconnue.',
    en: '{field}: the cell holds a country; it was noted as country of birth ({code}), the town is not known.',
  },
  'identity.repair.countryOfTown': {
    fr: '{field} : le pays a été déduit de la ville de naissance ({code}).',
    en: '{field}: the country was inferred from the town of birth ({code}).',
  },
  'identity.repair.countryOverwritten': {
    fr: '{field} : le pays de naissance contredisait le code du lieu ; celui du lieu ({code}) est gardé.',
    en: '{field}: the country of birth contradicted the code of the place; that of the place ({code}) is kept.',
  },
  'identity.repair.formerTerritory': {
    fr: '{field} : ce code est celui d’un département d’avant l’indépendance ; le pays ({code}) est noté à sa place.',
    en: '{field}: this code is that of a département of before independence; the country ({code}) is noted instead.',
  },
  'identity.repair.cityCode': {
    fr: '{field} : le code a été déduit du nom de la ville ({code}).',
    en: '{field}: the code was inferred from the town’s name ({code}).',
  },

  'identity.doubt.namesInverted': {
    fr: 'Le nom et le prénom sont peut-être échangés. Vérifiez-les.',
    en: 'Surname and given name may stand in each other’s place. Check them.',
  },
  'identity.doubt.digitsInName': {
    fr: '{field} : ce nom contient un chiffre. Vérifiez-le.',
    en: '{field}: this name holds a digit. Check it.',
  },
  'identity.doubt.birthDateByDefault': {
    fr: '{field} : le {date} est souvent mis quand le jour et le mois ne sont pas connus. Gardez-le seulement si c’est la vraie date.',
    en: '{field}: {date} is often put where day and month are not known. Keep it only if it is the true date.',
  },
  'identity.doubt.dayAndMonth': {
    fr: '{field} : d’après le numéro de sécurité sociale, le jour et le mois sont échangés ({date}). Vérifiez la date.',
    en: '{field}: by the social security number, day and month stand in each other’s place ({date}). Check the date.',
  },
  'identity.doubt.birthPlace': {
    fr: 'Le code, le nom et le pays de naissance se contredisent. Vérifiez-les.',
    en: 'Code, name and country of birth contradict each other. Check them.',
  },
  'identity.doubt.formerCommune': {
    fr: 'La commune de naissance ({code}) porte aujourd’hui un autre code ({now}) : fusion ou changement de département. Rien à faire.',
    en: 'The commune of birth ({code}) has another code today ({now}): a merger or a change of département. Nothing to do.',
  },
  'identity.doubt.waitingNir': {
    fr: 'Ce numéro de sécurité sociale est provisoire (il commence par 3, 4, 7 ou 8) : l’identité n’est pas certifiée.',
    en: 'This social security number is temporary (it begins with 3, 4, 7 or 8): the identity is not certified.',
  },
  'identity.person.notARecord': {
    fr: 'Cet élément n’est pas une fiche de participant (des champs et leurs valeurs). Vérifiez la source de la liste.',
    en: 'This item is no participant record (fields and their values). Check where the list comes from.',
  },
} as const satisfies WordingEntries;
