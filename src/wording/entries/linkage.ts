import type { WordingEntries } from '../wording';

const sexReason = {
  'linkage.reason.sex.different': { fr: 'sexes différents', en: 'different sexes' },
} as const;

/** Reasons of a pair, by comparison and level of src/identity/linkage/model.json; joined with “ · ”. */
const reasons = {
  'linkage.reason.names.inverted': { fr: 'nom et prénom échangés', en: 'surname and given name changed over' },
  'linkage.reason.surname.same': { fr: 'même nom de naissance', en: 'same birth name' },
  'linkage.reason.surname.same.rare': {
    fr: 'même nom de naissance, rare (1 naissance sur {births})',
    en: 'same birth name, rare (1 birth in {births})',
  },
  'linkage.reason.surname.crossed': {
    fr: 'le nom d’usage de l’un est le nom de l’autre',
    en: 'the usage name of one is the name of the other',
  },
  'linkage.reason.surname.crossed.rare': {
    fr: 'le nom d’usage de l’un est le nom de l’autre, rare (1 naissance sur {births})',
    en: 'the usage name of one is the name of the other, rare (1 birth in {births})',
  },
  'linkage.reason.surname.part': { fr: 'une moitié du nom en commun', en: 'one half of the surname shared' },
  'linkage.reason.surname.alike': { fr: 'noms de naissance presque pareils', en: 'birth names nearly alike' },
  'linkage.reason.surname.crossedAlike': {
    fr: 'nom d’usage de l’un et nom de l’autre presque pareils',
    en: 'usage name of one and name of the other nearly alike',
  },
  'linkage.reason.surname.similar': { fr: 'noms qui se ressemblent', en: 'surnames that resemble each other' },
  'linkage.reason.surname.mayHaveChanged': {
    fr: 'noms différents (elle a pu changer de nom)',
    en: 'different surnames (she may have changed hers)',
  },
  'linkage.reason.surname.different': { fr: 'noms différents', en: 'different surnames' },
  'linkage.reason.given.sameSeveral': { fr: 'mêmes prénoms', en: 'same given names' },
  'linkage.reason.given.sameFirst': { fr: 'même prénom', en: 'same given name' },
  'linkage.reason.given.sameFirstOtherRest': {
    fr: 'même premier prénom, mais les autres diffèrent',
    en: 'same first given name, but the others differ',
  },
  'linkage.reason.given.reordered': {
    fr: 'un prénom en commun, à une autre place',
    en: 'one given name shared, in another place',
  },
  'linkage.reason.given.shortened': { fr: 'prénom abrégé ou coupé', en: 'given name shortened or cut' },
  'linkage.reason.given.spelling': { fr: 'deux graphies du même prénom', en: 'two spellings of the same given name' },
  'linkage.reason.given.typing': { fr: 'prénom à une faute de frappe près', en: 'given name with one typing error' },
  'linkage.reason.given.similar': { fr: 'prénoms qui se ressemblent', en: 'given names that resemble each other' },
  'linkage.reason.given.different': { fr: 'prénoms différents', en: 'different given names' },
  'linkage.reason.birthDate.same': { fr: 'même date de naissance', en: 'same birth date' },
  'linkage.reason.birthDate.sameByDefault': {
    fr: 'même date de naissance, souvent mise par défaut',
    en: 'same birth date, often a default',
  },
  'linkage.reason.birthDate.swapped': {
    fr: 'jour et mois de naissance échangés',
    en: 'day and month of birth changed over',
  },
  'linkage.reason.birthDate.dayTyping': { fr: 'jour de naissance à un chiffre près', en: 'day of birth one digit off' },
  'linkage.reason.birthDate.monthTyping': {
    fr: 'mois de naissance à un chiffre près',
    en: 'month of birth one digit off',
  },
  'linkage.reason.birthDate.yearTyping': {
    fr: 'année de naissance à un chiffre près',
    en: 'year of birth one digit off',
  },
  'linkage.reason.birthDate.sameMonthOrDay': {
    fr: 'dates de naissance proches, mais différentes',
    en: 'birth dates near, but different',
  },
  'linkage.reason.birthDate.otherYear': {
    fr: 'même jour et même mois, mais une autre année de naissance',
    en: 'same day and month, but another year of birth',
  },
  'linkage.reason.birthDate.byDefault': {
    fr: 'même année, l’une des dates est mise par défaut',
    en: 'same year, one of the dates is a default',
  },
  'linkage.reason.birthDate.sameYear': {
    fr: 'seule l’année de naissance est la même',
    en: 'only the year of birth is the same',
  },
  'linkage.reason.birthDate.different': { fr: 'dates de naissance différentes', en: 'different birth dates' },
  'linkage.reason.birthPlace.sameTown': { fr: 'même commune de naissance', en: 'same commune of birth' },
  'linkage.reason.birthPlace.sameTownName': {
    fr: 'même commune de naissance (par le nom)',
    en: 'same town of birth (by name)',
  },
  'linkage.reason.birthPlace.sameForeignTown': {
    fr: 'même ville de naissance à l’étranger',
    en: 'same town of birth abroad',
  },
  'linkage.reason.birthPlace.sameCountry': { fr: 'même pays de naissance', en: 'same country of birth' },
  'linkage.reason.birthPlace.alikeTown': {
    fr: 'communes de naissance presque pareilles',
    en: 'towns of birth nearly alike',
  },
  'linkage.reason.birthPlace.sameDepartment': {
    fr: 'commune de naissance différente, même département',
    en: 'different commune of birth, same département',
  },
  'linkage.reason.birthPlace.otherForeignTown': {
    fr: 'même pays, mais une autre ville de naissance',
    en: 'same country, but another town of birth',
  },
  'linkage.reason.birthPlace.countryForTown': {
    fr: 'pays de naissance différents',
    en: 'different countries of birth',
  },
  'linkage.reason.birthPlace.different': { fr: 'commune de naissance différente', en: 'different place of birth' },
  ...sexReason,
  'linkage.reason.nir.same': { fr: 'même n° de sécurité sociale', en: 'same social security number' },
  'linkage.reason.nir.sameBroken': {
    fr: 'même n° de sécurité sociale, mais il est faux',
    en: 'same social security number, but it is wrong',
  },
  'linkage.reason.nir.typing': {
    fr: 'n° de sécurité sociale à un chiffre près',
    en: 'social security number one digit off',
  },
  'linkage.reason.nir.differentUncertified': {
    fr: 'n° de sécurité sociale différents, dont un provisoire ou faux',
    en: 'different social security numbers, one provisional or wrong',
  },
  'linkage.reason.nir.sameBirthOtherOrder': {
    fr: 'n° de sécurité sociale de deux personnes nées le même mois au même endroit',
    en: 'social security numbers of two people born in the same month and place',
  },
  'linkage.reason.nir.different': {
    fr: 'n° de sécurité sociale différents',
    en: 'different social security numbers',
  },
  'linkage.reason.franceTravailNumber.same': {
    fr: 'même identifiant France Travail',
    en: 'same France Travail number',
  },
  'linkage.reason.franceTravailNumber.typing': {
    fr: 'identifiant France Travail à un chiffre près',
    en: 'France Travail number one digit off',
  },
  'linkage.reason.franceTravailNumber.different': {
    fr: 'identifiants France Travail différents',
    en: 'different France Travail numbers',
  },
  'linkage.reason.phone.same': { fr: 'même téléphone', en: 'same telephone' },
  'linkage.reason.phone.typing': { fr: 'téléphone à un chiffre près', en: 'telephone one digit off' },
  'linkage.reason.phone.different': { fr: 'téléphones différents', en: 'different telephones' },
  'linkage.reason.email.same': { fr: 'même courriel', en: 'same e-mail' },
  'linkage.reason.email.sameSaidByName': {
    fr: 'même courriel, formé sur le nom',
    en: 'same e-mail, made of the name',
  },
  'linkage.reason.email.sameMailbox': {
    fr: 'même boîte aux lettres chez un autre fournisseur',
    en: 'same mailbox at another provider',
  },
  'linkage.reason.email.different': { fr: 'courriels différents', en: 'different e-mails' },
  'linkage.reason.postcode.same': { fr: 'même code postal', en: 'same postcode' },
  'linkage.reason.postcode.typing': { fr: 'codes postaux à un chiffre près', en: 'postcodes one digit off' },
  'linkage.reason.postcode.sameDepartment': {
    fr: 'codes postaux différents, même département',
    en: 'different postcodes, same département',
  },
  'linkage.reason.postcode.different': { fr: 'codes postaux différents', en: 'different postcodes' },
  'linkage.reason.city.same': { fr: 'même ville', en: 'same town' },
  'linkage.reason.city.alike': { fr: 'villes presque pareilles', en: 'towns nearly alike' },
  'linkage.reason.city.similar': { fr: 'villes qui se ressemblent', en: 'towns that resemble each other' },
  'linkage.reason.city.different': { fr: 'villes différentes', en: 'different towns' },
  'linkage.reason.street.same': { fr: 'même adresse', en: 'same address' },
  'linkage.reason.street.alike': { fr: 'adresses presque pareilles', en: 'addresses nearly alike' },
  'linkage.reason.street.otherNumber': { fr: 'même voie, autre numéro', en: 'same street, another house number' },
  'linkage.reason.street.similar': { fr: 'adresses qui se ressemblent', en: 'addresses that resemble each other' },
  'linkage.reason.street.different': { fr: 'adresses différentes', en: 'different addresses' },
  'linkage.reason.nationalId.same': { fr: 'même identifiant', en: 'same identifier' },
  'linkage.reason.nationalId.typing': { fr: 'identifiants presque pareils', en: 'identifiers nearly alike' },
  'linkage.reason.nationalId.different': { fr: 'identifiants différents', en: 'different identifiers' },
  'linkage.reason.occupation.same': { fr: 'même métier', en: 'same occupation' },
  'linkage.reason.occupation.alike': { fr: 'métiers presque pareils', en: 'occupations nearly alike' },
  'linkage.reason.occupation.similar': { fr: 'métiers qui se ressemblent', en: 'occupations that resemble each other' },
  'linkage.reason.occupation.different': { fr: 'métiers différents', en: 'different occupations' },
} as const satisfies WordingEntries;

const withheld = {
  'linkage.several': {
    fr: '{count} personnes possibles : à départager',
    en: '{count} possible people: to be told apart',
  },
  'linkage.withheld.several': {
    fr: 'à vérifier : plusieurs personnes possibles',
    en: 'to check: several people are possible',
  },
  'linkage.withheld.contested': {
    fr: 'à vérifier : même identifiant, mais le reste ne concorde pas',
    en: 'to check: same identifier, but the rest does not agree',
  },
  'linkage.withheld.otherNir': {
    fr: 'à vérifier : deux n° de sécurité sociale différents',
    en: 'to check: two different social security numbers',
  },
  'linkage.withheld.otherFranceTravailNumber': {
    fr: 'à vérifier : deux identifiants France Travail différents',
    en: 'to check: two different France Travail numbers',
  },
  'linkage.withheld.otherNationalId': {
    fr: 'à vérifier : deux identifiants différents',
    en: 'to check: two different identifiers',
  },
  'linkage.withheld.otherSex': { fr: 'à vérifier : les sexes diffèrent', en: 'to check: the sexes differ' },
  'linkage.withheld.otherGivenName': {
    fr: 'à vérifier : les prénoms ne concordent pas (jumeaux, fratrie ?)',
    en: 'to check: the given names do not agree (twins, siblings?)',
  },
  'linkage.withheld.traitMissing': {
    fr: 'à vérifier : nom, prénom ou date de naissance manque d’un côté',
    en: 'to check: surname, given name or birth date is missing on one side',
  },
  'linkage.withheld.givenNameInDoubt': {
    fr: 'à vérifier : un prénom voisin est possible (jumeaux, fratrie ?)',
    en: 'to check: a neighbouring given name is possible (twins, siblings?)',
  },
  'linkage.throughAnother': {
    fr: 'une troisième fiche est sûrement l’une et l’autre',
    en: 'a third record is surely both',
  },
  'linkage.withheld.otherSurname': {
    fr: 'à vérifier : les noms ne concordent pas',
    en: 'to check: the surnames do not agree',
  },
  'linkage.withheld.otherBirthDate': {
    fr: 'à vérifier : les dates de naissance ne concordent pas',
    en: 'to check: the birth dates do not agree',
  },
  'linkage.withheld.otherBirthPlace': {
    fr: 'à vérifier : les lieux de naissance ne concordent pas (homonyme ?)',
    en: 'to check: the places of birth do not agree (namesake?)',
  },
  'linkage.withheld.notConfirmed': {
    fr: 'à vérifier : rien ne confirme au-delà du nom et de la date (homonyme ?)',
    en: 'to check: nothing confirms beyond name and date (namesake?)',
  },
} as const satisfies WordingEntries;

const command = {
  'dedup.usage': {
    fr: 'Usage : npm run --silent dedup -- --known K.csv [--records R.csv] [--columns colonnes.json] [--answers reponses.csv] --out paires.csv [--clusters groupes.csv] [--min-probability 0.01] [--setting prudent|balanced|wide] [--explain ID ID]',
    en: 'Usage: npm run --silent dedup -- --known K.csv [--records R.csv] [--columns columns.json] [--answers answers.csv] --out pairs.csv [--clusters clusters.csv] [--min-probability 0.01] [--setting prudent|balanced|wide] [--explain ID ID]',
  },
  'dedup.badOption': {
    fr: '{option} : valeur « {value} » non reconnue.',
    en: '{option}: value “{value}” not understood.',
  },
  'dedup.overwrites': {
    fr: '{file} est un fichier à lire : choisissez un autre nom pour le résultat.',
    en: '{file} is a file to be read: choose another name for the result.',
  },
  'dedup.unreadable': { fr: '{file} : fichier illisible ({why}).', en: '{file}: the file cannot be read ({why}).' },
  'dedup.notText': {
    fr: '{file} n’est pas un fichier texte (CSV) : c’est un {format}. Enregistrez-le au format CSV.',
    en: '{file} is no text file (CSV): it is a {format}. Save it as CSV.',
  },
  'dedup.empty': { fr: '{file} : aucune ligne à comparer.', en: '{file}: no line to compare.' },
  'dedup.noColumns': {
    fr: '{file} : aucune colonne reconnue. Les en-têtes doivent être les noms des champs pivots (birthName, firstNames…), ou donnez --columns.',
    en: '{file}: no column recognised. Headers must be the pivot field ids (birthName, firstNames…), or give --columns.',
  },
  'dedup.badColumns': {
    fr: '{file} : attendu un objet JSON { "en-tête": "champ pivot" } ({why}).',
    en: '{file}: expected a JSON object { "header": "pivot field" } ({why}).',
  },
  'dedup.columnsRead': {
    fr: '{file} : {rows} lignes, {encoding}, séparateur « {separator} ».',
    en: '{file}: {rows} lines, {encoding}, separator “{separator}”.',
  },
  'dedup.comparisons': { fr: 'Comparaisons possibles : {used}.', en: 'Comparisons in use: {used}.' },
  'dedup.columnsIgnored': { fr: 'Colonnes non utilisées : {columns}.', en: 'Columns not used: {columns}.' },
  'dedup.adapted': {
    fr: 'Poids ajustés à ces données (EM) sur {pairs} paires.',
    en: 'Weights adapted to this data (EM) on {pairs} pairs.',
  },
  'dedup.badLine': { fr: '{file}, ligne {line} : {why}.', en: '{file}, line {line}: {why}.' },
  'dedup.badLines': {
    fr: '{file} : {count} autres lignes avec un défaut.',
    en: '{file}: {count} more lines with a fault.',
  },
  'dedup.cells': { fr: '{found} cellules au lieu de {expected}', en: '{found} cells instead of {expected}' },
  'dedup.quote': { fr: 'un guillemet n’est pas refermé ou en trop', en: 'a quotation mark is not closed or too many' },
  'dedup.noId': { fr: 'identifiant manquant, la ligne est laissée de côté', en: 'no id, the line is left out' },
  'dedup.sameId': { fr: 'identifiant déjà vu plus haut', en: 'id already seen above' },
  'dedup.badDate': { fr: 'date de naissance illisible, laissée de côté', en: 'birth date not readable, left out' },
  'dedup.progress': { fr: '{done} / {all} lignes comparées', en: '{done} / {all} lines compared' },
  'dedup.summary': {
    fr: 'Doublons : {duplicates} · à vérifier : {reviews} · paires listées : {listed} ; {known} + {records} lignes en {seconds} s.',
    en: 'Duplicates: {duplicates} · to review: {reviews} · pairs listed: {listed}; {known} + {records} lines in {seconds} s.',
  },
  'dedup.clusters': {
    fr: '{clusters} personnes distinctes parmi {rows} lignes.',
    en: '{clusters} distinct people among {rows} lines.',
  },
  'dedup.idUnknown': { fr: 'Identifiant « {id} » introuvable.', en: 'Id “{id}” not found.' },
  'dedup.cannotWrite': { fr: '{file} : écriture impossible ({why}).', en: '{file}: cannot be written ({why}).' },
} as const satisfies WordingEntries;

/** What the engine of src/identity/linkage and the command `dedup` say. */
export const linkageEntries = { ...reasons, ...withheld, ...command } as const satisfies WordingEntries;
