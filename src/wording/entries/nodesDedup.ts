import type { WordingEntries } from '../wording';

/** What the node Dedup Check says: labels, options, and what it found. */
export const nodesDedupEntries = {
  'nodes.dedup.acceptUncertified.description': {
    fr: 'Accepter les personnes que France Travail a trouvées sans avoir certifié leur identité. Décoché : elles vont dans « À vérifier ».',
    en: 'Whether to take people whom France Travail found without having certified their identity. Off: they go to "To review".',
  },
  'nodes.dedup.name': { fr: 'Vérifier les doublons', en: 'Dedup Check' },
  'nodes.dedup.description': {
    fr: 'Savoir si une personne est déjà connue ou déjà accompagnée, avant de l’inscrire',
    en: 'Find out whether a person is known or accompanied already, before taking them in',
  },
  'nodes.dedup.against': { fr: 'Comparer avec', en: 'Compare With' },
  'nodes.dedup.against.franceTravail': { fr: 'France Travail', en: 'France Travail' },
  'nodes.dedup.against.franceTravail.description': {
    fr: 'Est-elle connue, et qui l’accompagne en ce moment ?',
    en: 'Is the person known, and who accompanies them now?',
  },
  'nodes.dedup.against.franceTravail.action': {
    fr: 'Vérifier auprès de France Travail',
    en: 'Check with france travail',
  },
  'nodes.dedup.against.secondInput': { fr: 'Une deuxième liste', en: 'A Second List' },
  'nodes.dedup.against.secondInput.description': {
    fr: 'Votre base, ou toute autre liste branchée sur la deuxième entrée',
    en: 'Your own base, or any other list on the second input',
  },
  'nodes.dedup.against.secondInput.action': {
    fr: 'Comparer avec une deuxième liste',
    en: 'Compare with a second list',
  },
  'nodes.dedup.input.toCheck': { fr: 'À vérifier', en: 'To check' },
  'nodes.dedup.input.known': { fr: 'Déjà connus', en: 'Known' },
  'nodes.dedup.known.certified': {
    fr: 'Connue de France Travail, identité certifiée.',
    en: 'Known to France Travail, identity certified.',
  },
  'nodes.dedup.known.uncertified': {
    fr: 'Connue de France Travail, identité non certifiée : vérifiez la pièce d’identité.',
    en: 'Known to France Travail, identity not certified: check the identity document.',
  },
  'nodes.dedup.known.notFound': {
    fr: 'France Travail ne trouve personne avec cet identifiant : vérifiez-le.',
    en: 'France Travail finds nobody with this number: check it.',
  },
  'nodes.dedup.known.several': {
    fr: 'France Travail trouve plusieurs personnes : voyez avec votre correspondant France Travail laquelle est la bonne.',
    en: 'France Travail finds several people: ask your contact at France Travail which one is right.',
  },
  'nodes.dedup.known.forbidden': {
    fr: 'France Travail ne permet pas à votre structure de voir cette personne : cela ne veut pas dire qu’elle est libre.',
    en: 'France Travail does not let your structure see this person: that does not mean that they are free.',
  },
  'nodes.dedup.known.rejected': {
    fr: 'La demande a été refusée ; corrigez la ligne.',
    en: 'The request was refused; correct the line.',
  },
  'nodes.dedup.known.notAsked': {
    fr: 'France Travail n’a pas été interrogé.',
    en: 'France Travail was not asked.',
  },
  'nodes.dedup.known.unavailable': {
    fr: 'France Travail ne répond pas pour le moment ; relancez plus tard.',
    en: 'France Travail does not answer for now; run it again later.',
  },
  'nodes.dedup.known.unclear': {
    fr: 'La réponse de France Travail n’était pas lisible ; relancez plus tard.',
    en: 'The answer of France Travail could not be read; run it again later.',
  },
  'nodes.dedup.nobody': {
    fr: 'Personne ne l’accompagne en ce moment, d’après France Travail.',
    en: 'Nobody accompanies them now, according to France Travail.',
  },
  'nodes.dedup.own': {
    fr: 'Déjà accompagnée par votre structure depuis le {since}.',
    en: 'Already accompanied by your structure since {since}.',
  },
  'nodes.dedup.other': {
    fr: 'Déjà accompagnée par {organism} depuis le {since}.',
    en: 'Already accompanied by {organism} since {since}.',
  },
  'nodes.dedup.otherSameRole': {
    fr: 'Déjà accompagnée par {organism} depuis le {since}, avec le même rôle que le vôtre : double accompagnement.',
    en: 'Already accompanied by {organism} since {since}, in the same role as yours: double accompaniment.',
  },
  'nodes.dedup.hint': {
    fr: 'Nouveaux : {new} · Doublons : {duplicate} · À vérifier : {review}.',
    en: 'New: {new} · Duplicates: {duplicate} · To review: {review}.',
  },
  'nodes.dedup.hint.known': {
    fr: 'Personnes de la deuxième liste : {count}.',
    en: 'People of the second list: {count}.',
  },
  'nodes.dedup.hint.nobodyKnown': {
    fr: 'La deuxième liste est vide : personne n’a pu y être reconnu. Vérifiez ce qui est branché sur « Déjà connus ».',
    en: 'The second list is empty: nobody could be recognised in it. Check what is connected to "Known".',
  },
  'nodes.dedup.error.noSecondInput': {
    fr: 'Rien n’est branché sur la deuxième entrée « Déjà connus » : reliez-y la liste à comparer.',
    en: 'Nothing is connected to the second input "Known": connect the list to compare with.',
  },
  'nodes.dedup.output.new': { fr: 'Nouveaux', en: 'New' },
  'nodes.dedup.output.duplicate': { fr: 'Doublons', en: 'Duplicate' },
  'nodes.dedup.output.review': { fr: 'À vérifier', en: 'To review' },
  'nodes.dedup.against.within': { fr: 'La liste elle-même', en: 'The List Itself' },
  'nodes.dedup.against.within.description': {
    fr: 'Qui y figure deux fois ? La première ligne de chaque personne reste dans « Nouveaux »',
    en: 'Who stands in it twice? The first line of each person stays on "New"',
  },
  'nodes.dedup.against.within.action': {
    fr: 'Chercher les doublons dans la liste',
    en: 'Find duplicates within the list',
  },
  'nodes.dedup.against.all': { fr: 'Les trois à la fois', en: 'All of Them' },
  'nodes.dedup.against.all.description': {
    fr: 'La deuxième liste, la liste elle-même et France Travail : « nouveau » seulement si tous le disent',
    en: 'The second list, the list itself and France Travail: "new" only where all of them say so',
  },
  'nodes.dedup.against.all.action': {
    fr: 'Vérifier partout à la fois',
    en: 'Check everywhere at once',
  },
  'nodes.dedup.input.answers': { fr: 'Réponses', en: 'Answers' },
  'nodes.dedup.setting': { fr: 'Réglage', en: 'Setting' },
  'nodes.dedup.setting.description': {
    fr: 'À partir de quand une ressemblance est annoncée comme un doublon, ou montrée pour être vérifiée',
    en: 'From when on a likeness is announced as a duplicate, or shown to be reviewed',
  },
  'nodes.dedup.setting.prudent': { fr: 'Prudent (conseillé)', en: 'Prudent (Recommended)' },
  'nodes.dedup.setting.prudent.description': {
    fr: 'Un doublon n’est annoncé que s’il est sûr ; au moindre doute, une personne vérifie',
    en: 'A duplicate is announced only when it is sure; at the least doubt a person looks',
  },
  'nodes.dedup.setting.balanced': { fr: 'Équilibré', en: 'Balanced' },
  'nodes.dedup.setting.balanced.description': {
    fr: 'Un peu moins exigeant : moins de fiches à vérifier, une erreur reste possible',
    en: 'A little less demanding: fewer files to review, an error is possible',
  },
  'nodes.dedup.setting.wide': { fr: 'Large', en: 'Wide' },
  'nodes.dedup.setting.wide.description': {
    fr: 'Annonce plus de doublons et montre des ressemblances plus lointaines : tout est à relire',
    en: 'Announces more duplicates and shows fainter likenesses: everything is to be read again',
  },
  'nodes.dedup.answers.notice': {
    fr: 'Pour garder les réponses de votre équipe, branchez sur l’entrée « Réponses » une liste à trois colonnes : <b>N° de dossier</b>, <b>Candidat</b>, <b>Réponse</b> (« même » ou « pas le même »).',
    en: 'To keep your team’s answers, connect to the input "Answers" a list of three columns: <b>File number</b>, <b>Candidate</b>, <b>Answer</b> ("same" or "not the same").',
  },
  'nodes.dedup.answers.read': {
    fr: 'Réponses prises en compte : {count}.',
    en: 'Answers taken into account: {count}.',
  },
  'nodes.dedup.answers.word': {
    fr: 'Réponses, ligne {line} : « {word} » n’est pas compris. Écrivez « même » ou « pas le même ».',
    en: 'Answers, line {line}: "{word}" is not understood. Write "same" or "not the same".',
  },
  'nodes.dedup.answers.ids': {
    fr: 'Réponses, ligne {line} : le n° de dossier ou le candidat manque. La réponse n’a pas été prise.',
    en: 'Answers, line {line}: the file number or the candidate is missing. The answer was not taken.',
  },
  'nodes.dedup.answers.more': {
    fr: 'Réponses : {count} autres lignes sont à corriger.',
    en: 'Answers: {count} more lines are to be corrected.',
  },
  'nodes.dedup.answers.columns': {
    fr: 'L’entrée « Réponses » n’a pas de colonne « Réponse » : rien n’y a été pris. Il faut trois colonnes : N° de dossier, Candidat, Réponse.',
    en: 'The input "Answers" has no column "Answer": nothing was taken from it. Three columns are needed: File number, Candidate, Answer.',
  },
  'nodes.dedup.new.secondInput': {
    fr: 'Nouvelle : personne de la deuxième liste ne lui ressemble assez.',
    en: 'New: nobody of the second list resembles them enough.',
  },
  'nodes.dedup.new.within': {
    fr: 'Nouvelle : aucune ligne plus haut dans la liste ne lui ressemble assez.',
    en: 'New: no line above in the list resembles them enough.',
  },
  'nodes.dedup.new.all': {
    fr: 'Nouvelle partout : absente de la deuxième liste, une seule fois dans celle-ci, et personne ne l’accompagne d’après France Travail.',
    en: 'New everywhere: absent from the second list, once in this one, and nobody accompanies them according to France Travail.',
  },
  'nodes.dedup.duplicate.secondInput': {
    fr: 'Déjà connue : dossier {id} de la deuxième liste. Ne l’inscrivez pas une deuxième fois.',
    en: 'Known already: file {id} of the second list. Do not take them in a second time.',
  },
  'nodes.dedup.duplicate.secondInput.byLine': {
    fr: 'Déjà connue : ligne {line} de la deuxième liste. Ne l’inscrivez pas une deuxième fois.',
    en: 'Known already: line {line} of the second list. Do not take them in a second time.',
  },
  'nodes.dedup.duplicate.within': {
    fr: 'En double dans la liste : même personne que le dossier {id}, ligne {line}. Gardez un seul des deux.',
    en: 'Twice in the list: the same person as file {id}, line {line}. Keep one of the two.',
  },
  'nodes.dedup.duplicate.within.byLine': {
    fr: 'En double dans la liste : même personne que la ligne {line}. Gardez une seule des deux.',
    en: 'Twice in the list: the same person as line {line}. Keep one of the two.',
  },
  'nodes.dedup.review.secondInput': {
    fr: 'Peut-être le dossier {id} de la deuxième liste : comparez les deux, puis répondez « même » ou « pas le même ».',
    en: 'Perhaps file {id} of the second list: compare the two, then answer "same" or "not the same".',
  },
  'nodes.dedup.review.secondInput.byLine': {
    fr: 'Peut-être la ligne {line} de la deuxième liste, qui n’a pas de numéro : comparez les deux.',
    en: 'Perhaps line {line} of the second list, which has no number: compare the two.',
  },
  'nodes.dedup.review.secondInput.several': {
    fr: '{count} dossiers possibles dans la deuxième liste, d’abord {id} : comparez-les, puis répondez « même » ou « pas le même » pour chacun.',
    en: '{count} possible files in the second list, first {id}: compare them, then answer "same" or "not the same" for each.',
  },
  'nodes.dedup.review.secondInput.several.byLine': {
    fr: '{count} dossiers possibles dans la deuxième liste, d’abord la ligne {line}, qui n’a pas de numéro : comparez-les.',
    en: '{count} possible files in the second list, first line {line}, which has no number: compare them.',
  },
  'nodes.dedup.review.within': {
    fr: 'Peut-être la même personne que le dossier {id}, ligne {line} : comparez les deux, puis répondez « même » ou « pas le même ».',
    en: 'Perhaps the same person as file {id}, line {line}: compare the two, then answer "same" or "not the same".',
  },
  'nodes.dedup.review.within.byLine': {
    fr: 'Peut-être la même personne que la ligne {line}, qui n’a pas de numéro : comparez les deux.',
    en: 'Perhaps the same person as line {line}, which has no number: compare the two.',
  },
  'nodes.dedup.review.within.several': {
    fr: '{count} lignes possibles plus haut dans la liste, d’abord le dossier {id}, ligne {line} : comparez-les, puis répondez « même » ou « pas le même » pour chacune.',
    en: '{count} possible lines above in the list, first file {id}, line {line}: compare them, then answer "same" or "not the same" for each.',
  },
  'nodes.dedup.review.within.several.byLine': {
    fr: '{count} lignes possibles plus haut dans la liste, d’abord la ligne {line}, qui n’a pas de numéro : comparez-les.',
    en: '{count} possible lines above in the list, first line {line}, which has no number: compare them.',
  },
  'nodes.dedup.tooLittle': {
    fr: 'Trop peu pour comparer : il faut au moins le nom et la date de naissance, ou un identifiant. Complétez la ligne.',
    en: 'Too little to compare: at least the name and the birth date, or an identifier, are needed. Complete the line.',
  },
  'nodes.dedup.error.secondNoColumn': {
    fr: 'Aucune colonne de la deuxième liste n’a été reconnue : tout le monde passerait pour nouveau. Vérifiez que sa première ligne porte les titres (« Nom », « Prénom », « Date de naissance »…).',
    en: 'No column of the second list was recognised: everybody would pass for new. Check that its first line holds the headers ("Name", "First name", "Birth date"…).',
  },
} as const satisfies WordingEntries;
