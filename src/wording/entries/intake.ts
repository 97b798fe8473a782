import type { WordingEntries } from '../wording';

/** What the room `intake` says about files, columns and cells. */
export const intakeEntries = {
  'intake.table.empty': {
    fr: 'Le fichier est vide. Exportez la liste de nouveau.',
    en: 'The file is empty. Export the list again.',
  },
  'intake.table.noHeader': {
    fr: "Aucune ligne de titres n'a été trouvée (par exemple « N° participant ; Nom ; Prénom »). Ajoutez-la au-dessus des participants.",
    en: 'No header line was found (for example "File number; Last name; First name"). Add one above the participants.',
  },
  'intake.table.noRows': {
    fr: "La liste a une ligne de titres, mais aucun participant dessous. Vérifiez l'export.",
    en: 'The list has a header line but no participant below it. Check the export.',
  },
  'intake.table.workbook': {
    fr: 'Ce fichier est un classeur Excel. Enregistrez-le en « CSV UTF-8 », ou lisez-le avec le nœud « Extract from File » de n8n.',
    en: 'This file is an Excel workbook. Save it as "CSV UTF-8", or read it with n8n’s node "Extract from File".',
  },
  'intake.table.pdf': {
    fr: "Ce fichier est un PDF : il ne peut pas être lu comme une liste. Demandez l'export en CSV ou Excel.",
    en: 'This file is a PDF: it cannot be read as a list. Ask for the export as CSV or Excel.',
  },
  'intake.table.picture': {
    fr: "Ce fichier est une image : il ne peut pas être lu comme une liste. Demandez l'export en CSV ou Excel.",
    en: 'This file is a picture: it cannot be read as a list. Ask for the export as CSV or Excel.',
  },
  'intake.table.strayQuotes': {
    fr: 'Un guillemet isolé a été trouvé (ligne {lines}) : il a été lu comme un caractère ordinaire. Vérifiez cette ligne.',
    en: 'A stray quotation mark was found (line {lines}): it was read as an ordinary character. Check that line.',
  },

  'intake.id.missing': {
    fr: 'Le N° de dossier du participant manque. Ajoutez-le, ou indiquez quelle colonne le contient.',
    en: 'The participant’s file number is missing. Add it, or say which column holds it.',
  },
  'intake.flag.unknown': {
    fr: '{field} : la réponse n’est pas comprise. Écrivez Oui ou Non, ou videz la case.',
    en: '{field}: the answer is not understood. Write yes or no, or empty the cell.',
  },
  'intake.role.unknown': {
    fr: '{field} : écrivez REFERENT ou PARTENAIRE, ou videz la case.',
    en: '{field}: write REFERENT or PARTENAIRE, or empty the cell.',
  },
  'intake.structureCode.form': {
    fr: '{field} : trois lettres et quatre chiffres (PLI5901), ou les cinq chiffres du code SAFIR. Corrigez-le ou videz la case.',
    en: '{field}: three letters and four digits (PLI5901), or the five digits of the SAFIR code. Correct it or empty the cell.',
  },

  'intake.slipped.nir': {
    fr: 'Les colonnes de cette ligne ont glissé : un numéro de sécurité sociale se trouve sous « {field} ». Remettez chaque valeur sous son titre.',
    en: 'The columns of this line have slipped: a social security number stands under "{field}". Put each value back under its header.',
  },
  'intake.slipped.date': {
    fr: 'Les colonnes de cette ligne ont glissé : une date se trouve sous « {field} ». Remettez chaque valeur sous son titre.',
    en: 'The columns of this line have slipped: a date stands under "{field}". Put each value back under its header.',
  },
  'intake.slipped.email': {
    fr: 'Les colonnes de cette ligne ont glissé : un courriel se trouve sous « {field} ». Remettez chaque valeur sous son titre.',
    en: 'The columns of this line have slipped: an email stands under "{field}". Put each value back under its header.',
  },
  'intake.slipped.identity': {
    fr: "Le numéro de sécurité sociale contredit à la fois le sexe, l'année et le mois de naissance : des colonnes ont glissé, ou c'est le numéro de quelqu'un d'autre. Vérifiez la ligne entière.",
    en: 'The social security number contradicts sex, year and month of birth all at once: columns have slipped, or it is somebody else’s number. Check the whole line.',
  },

  'intake.duplicate.differs': {
    fr: 'Le N° de dossier {id} se trouve sur plusieurs lignes ({lines}) qui ne disent pas la même chose. Gardez la bonne et supprimez les autres.',
    en: 'File number {id} stands on several lines ({lines}) that do not say the same. Keep the right one and delete the others.',
  },
  'intake.duplicate.same': {
    fr: 'La ligne {line} répète la ligne {first} (N° de dossier {id}) : elle est comptée une seule fois.',
    en: 'Line {line} repeats line {first} (file number {id}): it counts once.',
  },

  'intake.column.header': { fr: 'reconnue à son titre', en: 'known by its header' },
  'intake.column.ownId': { fr: 'porte le nom même du champ', en: 'has the very name of the field' },
  'intake.column.neighbour': {
    fr: 'prend son sens de la colonne à sa gauche',
    en: 'takes its meaning from the column on its left',
  },
  'intake.column.severalValues': {
    fr: 'contient plusieurs valeurs dans une case',
    en: 'holds several values in one cell',
  },
  'intake.column.severalValuesKnownElsewhere': {
    fr: 'ces valeurs ont déjà leurs propres colonnes',
    en: 'these values have columns of their own already',
  },
  'intake.column.unknown': {
    fr: 'titre inconnu : la colonne reste chez vous',
    en: 'unknown header: the column stays with you',
  },
  'intake.column.unnamed': { fr: 'colonne sans titre', en: 'column without a header' },
  'intake.column.shortHeader': {
    fr: 'titre trop court pour être compris seul',
    en: 'header too short to be understood alone',
  },
  'intake.column.sameHeader': {
    fr: 'même titre qu’une colonne déjà prise',
    en: 'same header as a column already taken',
  },
  'intake.column.secondPhone': { fr: 'second téléphone', en: 'second phone number' },
  'intake.column.betterColumn': {
    fr: 'une autre colonne convient mieux pour ce champ',
    en: 'another column fits this field better',
  },
  'intake.column.sameEverywhere': {
    fr: 'la même valeur sur toutes les lignes : ce n’est pas un N° de dossier',
    en: 'the same value on every line: not a file number',
  },
  'intake.column.holdsNir': {
    fr: 'contient des numéros de sécurité sociale : jamais un N° de dossier',
    en: 'holds social security numbers: never a file number',
  },
  'intake.column.notFranceTravailNumber': {
    fr: 'ne contient pas des identifiants France Travail (11 chiffres)',
    en: 'does not hold France Travail numbers (11 digits)',
  },
  'intake.column.notNir': {
    fr: 'ne contient pas des numéros de sécurité sociale',
    en: 'does not hold social security numbers',
  },
  'intake.column.notEmail': { fr: 'ne contient pas des courriels', en: 'does not hold email addresses' },
  'intake.column.notDate': { fr: 'ne contient pas des dates', en: 'does not hold dates' },
  'intake.column.notName': { fr: 'ne contient pas des noms', en: 'does not hold names' },
  'intake.column.rsaRole': { fr: 'rôle dans le dossier RSA', en: 'role in the RSA file' },
  'intake.column.rsaState': { fr: 'état du droit au RSA', en: 'state of the RSA right' },
  'intake.column.rsaRight': { fr: 'demande ou droit au RSA', en: 'RSA claim or right' },
  'intake.column.caf': { fr: 'numéro ou dossier CAF/MSA', en: 'CAF/MSA number or file' },
  'intake.column.technicalKey': { fr: 'clé technique', en: 'technical key' },
  'intake.column.otherNumber': { fr: 'numéro d’autre chose', en: 'number of something else' },
  'intake.column.registration': { fr: 'inscription à France Travail', en: 'registration at France Travail' },
  'intake.column.recordDate': { fr: 'date de saisie ou de mise à jour', en: 'date of typing or updating' },
  'intake.column.appointment': { fr: 'rendez-vous', en: 'appointment' },
  'intake.column.otherPerson': { fr: 'une autre personne', en: 'another person' },
  'intake.column.stageDate': { fr: 'étape ou action', en: 'stage or action' },
  'intake.column.contract': { fr: 'contrat', en: 'contract' },
  'intake.column.residenceCode': { fr: 'territoire ou âge', en: 'area or age' },
  'intake.column.statistics': { fr: 'statistiques', en: 'statistics' },
  'intake.column.health': { fr: 'santé : ne part jamais', en: 'health: never leaves' },
  'intake.column.origin': { fr: 'origine : ne part jamais', en: 'origin: never leaves' },
  'intake.column.housing': { fr: 'logement : ne part jamais', en: 'housing: never leaves' },
  'intake.column.family': { fr: 'famille : ne part jamais', en: 'family: never leaves' },
  'intake.column.justice': { fr: 'justice : ne part jamais', en: 'justice: never leaves' },
  'intake.column.money': { fr: 'ressources : ne part jamais', en: 'income: never leaves' },
  'intake.column.obstacles': {
    fr: 'difficultés de la personne : ne part jamais',
    en: 'personal obstacles: never leaves',
  },

  'intake.ask.whichName': {
    fr: "« {header} » : est-ce le nom d'usage ou le nom de naissance ?",
    en: '"{header}": is it the usage name or the birth name?',
  },
  'intake.ask.idMatricule': {
    fr: '« {header} » : est-ce votre propre numéro de dossier, ou celui de la CAF ?',
    en: '"{header}": is it your own file number, or that of the CAF?',
  },
  'intake.ask.idOfDepartment': {
    fr: '« {header} » est le numéro du département : voulez-vous vous en servir comme N° de dossier ?',
    en: '"{header}" is the département’s number: do you want to use it as file number?',
  },
  'intake.ask.runningNumber': {
    fr: '« {header} » : est-ce le N° de dossier, ou le rang de la ligne (qui change quand on trie) ?',
    en: '"{header}": is it the file number, or the rank of the line (which changes when you sort)?',
  },
  'intake.ask.householdContact': {
    fr: "« {header} » est celui du dossier RSA, donc peut-être d'une autre personne du foyer : le prendre quand même ?",
    en: '"{header}" belongs to the RSA file, so perhaps to another person of the household: take it all the same?',
  },
  'intake.ask.referentNameOrEmail': {
    fr: '« {header} » : le nom des référents de parcours, ou leur courriel ?',
    en: '"{header}": the names of the référents, or their emails?',
  },
  'intake.ask.referentOrReference': {
    fr: '« {header} » : le référent de parcours, ou une référence ?',
    en: '"{header}": the référent, or a reference?',
  },
  'intake.ask.commissionDate': {
    fr: "« {header} » : la commission a-t-elle lieu le jour de l'entrée ?",
    en: '"{header}": is the commission held on the day of entry?',
  },
  'intake.ask.referentDates': {
    fr: "« {header} » : les dates du référent sont-elles celles de l'accompagnement ?",
    en: '"{header}": are the dates of the référent those of the accompaniment?',
  },
  'intake.ask.operationDates': {
    fr: "« {header} » : est-ce une date de l'opération FSE+ seulement, ou celle de l'accompagnement ?",
    en: '"{header}": is it a date of the FSE+ operation only, or that of the accompaniment?',
  },
  'intake.ask.endOrPlannedEnd': {
    fr: '« {header} » : la sortie réelle, ou la fin prévue ?',
    en: '"{header}": the actual exit, or the planned end?',
  },
  'intake.ask.situationAtExit': {
    fr: '« {header} » : cette situation sert-elle de motif de sortie ?',
    en: '"{header}": does this situation serve as exit reason?',
  },
  'intake.ask.codeWithoutLabel': {
    fr: '« {header} » ne contient que des codes : les prendre comme valeurs ?',
    en: '"{header}" holds codes only: take them as values?',
  },
  'intake.ask.orientationDate': {
    fr: "« {header} » : la date de la prescription, ou celle d'un rendez-vous d'orientation ?",
    en: '"{header}": the date of the referral, or of an orientation appointment?',
  },
  'intake.ask.neighbour': {
    fr: '« {header} » a été compris grâce à la colonne à sa gauche : est-ce juste ?',
    en: '"{header}" was understood by the column on its left: is that right?',
  },
  'intake.ask.shortHeader': {
    fr: '« {header} » : que contient cette colonne ?',
    en: '"{header}": what does this column hold?',
  },
  'intake.ask.severalValues': {
    fr: '« {header} » contient plusieurs valeurs dans une case : faut-il les séparer ?',
    en: '"{header}" holds several values in one cell: should they be taken apart?',
  },
  'intake.ask.minimumIncome': {
    fr: "« {header} » mélange RSA et autres minima (l'AAH révèle un handicap) : la colonne reste chez vous, sauf si vous dites qu'elle donne le RSA.",
    en: '"{header}" mixes RSA and other minimum incomes (AAH reveals a disability): the column stays with you, unless you say that it gives the RSA.',
  },
  'intake.ask.rsaState': {
    fr: "« {header} » donne l'état du droit au RSA : voulez-vous en tirer « bénéficiaire du RSA » ?",
    en: '"{header}" gives the state of the RSA right: do you want to take "RSA beneficiary" from it?',
  },
  'intake.ask.sameEverywhere': {
    fr: '« {header} » a la même valeur sur toutes les lignes : quelle colonne contient le N° de dossier ?',
    en: '"{header}" has the same value on every line: which column holds the file number?',
  },
  'intake.ask.holdsNir': {
    fr: '« {header} » contient des numéros de sécurité sociale : quelle colonne contient le N° de dossier ?',
    en: '"{header}" holds social security numbers: which column holds the file number?',
  },
  'intake.ask.notFranceTravailNumber': {
    fr: '« {header} » ne contient pas des identifiants France Travail (11 chiffres) : quelle colonne les contient ?',
    en: '"{header}" does not hold France Travail numbers (11 digits): which column does?',
  },
  'intake.ask.notNir': {
    fr: '« {header} » ne contient pas des numéros de sécurité sociale : que contient cette colonne ?',
    en: '"{header}" does not hold social security numbers: what does this column hold?',
  },
  'intake.ask.notEmail': {
    fr: '« {header} » ne contient pas des courriels : que contient cette colonne ?',
    en: '"{header}" does not hold email addresses: what does this column hold?',
  },
  'intake.ask.notDate': {
    fr: '« {header} » ne contient pas des dates : que contient cette colonne ?',
    en: '"{header}" does not hold dates: what does this column hold?',
  },
  'intake.ask.notName': {
    fr: '« {header} » ne contient pas des noms : que contient cette colonne ?',
    en: '"{header}" does not hold names: what does this column hold?',
  },
} as const satisfies WordingEntries;
