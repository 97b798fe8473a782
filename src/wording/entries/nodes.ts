import type { WordingEntries } from '../wording';

/** What the nodes say: labels, options, notices, hints, and the few sentences that no room below them has. */
export const nodesEntries = {
  // All nodes
  'nodes.operation': { fr: 'Opération', en: 'Operation' },
  'nodes.options': { fr: 'Options', en: 'Options' },
  'nodes.options.add': { fr: 'Ajouter une option', en: 'Add option' },
  'nodes.ledgerPlace': { fr: 'Où est le registre', en: 'Where the Ledger Is' },
  'nodes.ledgerPlace.description': {
    fr: 'Où est gardé ce qui a été dit à France Travail. Le même choix dans tous les nœuds : deux endroits, ce sont deux mémoires.',
    en: 'Where what was said to France Travail is kept. The same choice in every node: two places are two memories.',
  },
  'nodes.ledgerPlace.userFolder': { fr: 'Dossier de n8n', en: 'n8n’s Folder' },
  'nodes.ledgerPlace.userFolder.description': {
    fr: 'Un fichier dans le dossier de n8n : pour une instance seule',
    en: 'A file in n8n’s folder: for an instance on its own',
  },
  'nodes.ledgerPlace.postgres': { fr: 'PostgreSQL', en: 'PostgreSQL' },
  'nodes.ledgerPlace.postgres.description': {
    fr: 'Une base PostgreSQL : obligatoire quand n8n répartit le travail entre plusieurs machines (mode « queue »)',
    en: 'A PostgreSQL database: required where n8n shares the work between several machines (queue mode)',
  },
  'nodes.send': { fr: 'Envoyer à France Travail', en: 'Send to France Travail' },
  'nodes.fields': { fr: 'Colonnes de la liste', en: 'Columns of the list' },
  'nodes.fields.description': {
    fr: 'Ce que contient chaque colonne. En automatique, les titres habituels sont reconnus, en français et en anglais.',
    en: 'What each column holds. Automatically, the usual headers are recognised, in French and English.',
  },
  'nodes.fields.singular': { fr: 'champ', en: 'field' },
  'nodes.fields.plural': { fr: 'champs', en: 'fields' },
  'nodes.fields.auto': {
    fr: 'En automatique, rien à régler : « N° de dossier », « Identifiant France Travail », « Date d’entrée »… sont reconnus tels que vous les écrivez. Pour choisir vous-même, prenez la correspondance manuelle.',
    en: 'Automatically, nothing to set: "File number", "France Travail number", "Entry date"… are recognised as you write them. To choose yourself, map the columns by hand.',
  },
  'nodes.acceptUncertified': { fr: 'Accepter une identité non certifiée', en: 'Accept an Uncertified Identity' },
  'nodes.acceptUncertified.description': {
    fr: 'Accepter les personnes que France Travail a trouvées sans avoir certifié leur identité. Décoché : elles vont dans « À corriger ».',
    en: 'Whether to take people whom France Travail found without having certified their identity. Off: they go to "To correct".',
  },
  'nodes.returnAll': { fr: 'Toutes', en: 'Return All' },
  'nodes.returnAll.description': {
    fr: 'Prendre toutes les prescriptions, ou seulement un certain nombre',
    en: 'Whether to return all results or only up to a given limit',
  },
  'nodes.limit': { fr: 'Nombre maximal', en: 'Limit' },
  'nodes.limit.description': {
    fr: 'Nombre de prescriptions au plus ; les autres viendront la prochaine fois',
    en: 'Max number of results to return',
  },
  'nodes.output.waiting': { fr: 'En attente', en: 'Waiting' },
  'nodes.output.toCorrect': { fr: 'À corriger', en: 'To correct' },
  'nodes.error.customProfile': {
    fr: 'Aucun profil n’est collé dans l’accès France Travail : collez le vôtre dans « Profil (JSON) », ou choisissez un profil fourni.',
    en: 'No profile is pasted in the France Travail access: paste yours into "Profile (JSON)", or choose a profile that ships.',
  },
  'nodes.error.inProfile': { fr: 'Profil d’échange :', en: 'Exchange profile:' },
  'nodes.error.inConvention': { fr: 'Convention de partage :', en: 'Sharing convention:' },
  'nodes.error.ledgerSecret': {
    fr: 'La clé du registre manque : ouvrez l’accès France Travail et remplissez « Clé du registre » avec une phrase longue, à vous.',
    en: 'The ledger key is missing: open the France Travail access and fill in "Ledger key" with a long phrase of your own.',
  },
  'nodes.error.structureCode': {
    fr: 'Le code de la structure manque : ouvrez l’accès France Travail et remplissez « Code de la structure ».',
    en: 'The structure code is missing: open the France Travail access and fill in "Structure code".',
  },
  'nodes.error.queueMode': {
    fr: 'Cette instance de n8n répartit le travail entre plusieurs machines (mode « queue ») : un registre dans le dossier de n8n ne serait pas le même pour toutes. Rien n’a été envoyé. Choisissez « PostgreSQL » sous « Où est le registre » ; la personne qui administre n8n donne l’accès.',
    en: 'This n8n instance shares the work between several machines (queue mode): a ledger in n8n’s folder would not be the same for all. Nothing was sent. Choose "PostgreSQL" under "Where the Ledger Is"; the person who administers n8n gives the credential.',
  },
  'nodes.error.sshTunnel': {
    fr: 'L’accès PostgreSQL passe par un tunnel SSH, ce que le registre ne sait pas faire. Rien n’a été envoyé. Demandez à la personne qui administre n8n un accès direct à la base, chiffré par TLS.',
    en: 'The PostgreSQL credential goes through an SSH tunnel, which the ledger cannot do. Nothing was sent. Ask the person who administers n8n for a direct way to the database, encrypted by TLS.',
  },
  'nodes.error.postgresIncomplete': {
    fr: 'Dans l’accès PostgreSQL manque l’hôte, la base ou l’utilisateur. Rien n’a été envoyé. Demandez à la personne qui administre n8n de compléter cet accès.',
    en: 'In the PostgreSQL credential the host, the database or the user is missing. Nothing was sent. Ask the person who administers n8n to complete it.',
  },
  'nodes.error.unexpected': {
    fr: 'Le traitement s’est arrêté sur une erreur imprévue ({name}). Rien de plus n’a été envoyé. Relancez ; si cela se répète, transmettez ce message à votre administratrice.',
    en: 'The work stopped on an unexpected error ({name}). Nothing more was sent. Run it again; if it comes back, give this message to your administrator.',
  },
  'nodes.error.unknownOperation': {
    fr: 'L’opération « {operation} » n’existe pas dans ce nœud. Choisissez-en une dans la liste « Opération ».',
    en: 'The operation "{operation}" does not exist in this node. Choose one in the list "Operation".',
  },
  'nodes.error.cancelled': {
    fr: 'L’exécution a été arrêtée. Ce qui était parti a été noté ; relancez pour continuer.',
    en: 'The execution was stopped. What had left was noted; run it again to continue.',
  },
  'nodes.error.code': { fr: 'Code technique : {code}', en: 'Technical code: {code}' },
  'nodes.error.expression': {
    fr: 'Ligne {line} : une expression de la correspondance manuelle n’a pas pu être calculée. Ouvrez le nœud, vérifiez les champs, puis relancez.',
    en: 'Line {line}: an expression of the manual mapping could not be computed. Open the node, check the fields, then run it again.',
  },
  'nodes.error.profileFile': {
    fr: 'Le fichier de profil n’a pas pu être lu : déposez-le dans « plie-france-travail/profiles » du dossier de n8n, écrivez son nom exact dans « Profil (JSON) », ou collez-y le profil entier.',
    en: 'The profile file could not be read: lay it in "plie-france-travail/profiles" of n8n’s folder and write its exact name in "Profile (JSON)", or paste the whole profile there.',
  },
  'nodes.error.noColumn': {
    fr: 'Aucune colonne de la liste n’a été reconnue : rien n’a été lu. Vérifiez que la première ligne porte les titres (« N° de dossier », « Date d’entrée »…) et que le séparateur est le bon.',
    en: 'No column of the list was recognised: nothing was read. Check that the first line holds the headers ("File number", "Entry date"…) and that the separator is the right one.',
  },
  'nodes.progress': { fr: '{done} / {total}', en: '{done} / {total}' },
  'nodes.hint.columns': {
    fr: 'Colonnes laissées de côté : {columns}.',
    en: 'Columns left aside: {columns}.',
  },
  'nodes.hint.question': {
    fr: 'Colonne « {header} » : {question}',
    en: 'Column "{header}": {question}',
  },
  'nodes.hint.empty': {
    fr: 'Lignes vides, laissées de côté : {count}.',
    en: 'Empty lines, left aside: {count}.',
  },
  'nodes.value.yes': { fr: 'oui', en: 'yes' },
  'nodes.value.no': { fr: 'non', en: 'no' },
  'nodes.value.date': { fr: '{date}', en: '{date}' },
  'nodes.alreadyAccompanied': {
    fr: 'Déjà accompagnée par {organism} : rien n’a été enregistré. Prenez contact avant de recommencer.',
    en: 'Already accompanied by {organism}: nothing was recorded. Get in touch before you try again.',
  },
  'nodes.alreadyAccompanied.since': {
    fr: 'Déjà accompagnée par {organism} depuis le {since} : rien n’a été enregistré. Prenez contact avant de recommencer.',
    en: 'Already accompanied by {organism} since {since}: nothing was recorded. Get in touch before you try again.',
  },

  // Declare Accompaniment
  'nodes.declare.name': { fr: 'Déclarer un accompagnement', en: 'Declare Accompaniment' },
  'nodes.declare.description': {
    fr: 'Dire à France Travail qui le PLIE accompagne, pour que ces personnes ne soient plus relancées',
    en: 'Tell France Travail whom the PLIE accompanies, so that these people are no longer chased',
  },
  'nodes.declare.synchronise': { fr: 'Synchroniser notre liste', en: 'Synchronise My List' },
  'nodes.declare.synchronise.description': {
    fr: 'La liste de qui est accompagné aujourd’hui : ce qui a changé depuis la dernière fois est ouvert, modifié, suspendu, repris ou clos ; le reste n’est pas redit',
    en: 'The list of who is accompanied today: what has changed since the last time is opened, changed, suspended, resumed or closed; the rest is not said again',
  },
  'nodes.declare.synchronise.action': {
    fr: 'Synchroniser notre liste d’accompagnements',
    en: 'Synchronise my list of accompaniments',
  },
  'nodes.declare.listDate': { fr: 'Date de l’export', en: 'Date of the Export' },
  'nodes.declare.listDate.description': {
    fr: 'Le jour où la liste a été tirée de votre logiciel. Vide : la date dans le nom du fichier (2026-11-24, 24112026…), sinon celle de sa dernière modification si le nœud qui le lit la donne. Un export plus ancien que le dernier envoyé n’est pas envoyé.',
    en: 'The day on which the list was taken from your software. Empty: the date in the file’s name (2026-11-24, 24112026…), else that of its last change where the node that reads it tells it. An export older than the last one that was sent is not sent.',
  },
  'nodes.declare.listDate.ofFile': {
    fr: 'Date de l’export, lue sur le fichier : {date}.',
    en: 'Date of the export, read from the file: {date}.',
  },
  'nodes.declare.listDate.unreadable': {
    fr: 'La « Date de l’export » du nœud n’est pas une date. Choisissez-la dans le calendrier, ou donnez une expression qui rend AAAA-MM-JJ. Rien n’a été envoyé.',
    en: 'The "Date of the Export" of the node is not a date. Choose it in the calendar, or give an expression that returns YYYY-MM-DD. Nothing was sent.',
  },
  'nodes.declare.absence': { fr: 'Qui n’est plus dans la liste', en: 'Who Is Not on the List Any More' },
  'nodes.declare.absence.description': {
    fr: 'Que faire des personnes que France Travail sait accompagnées, et dont la ligne a disparu de la liste',
    en: 'What to do about people whom France Travail knows as accompanied, and whose line has vanished from the list',
  },
  'nodes.declare.absence.report': { fr: 'Signaler', en: 'Report' },
  'nodes.declare.absence.report.description': {
    fr: 'Elles sortent dans « À corriger » ; rien n’est envoyé',
    en: 'They leave on "To correct"; nothing is sent',
  },
  'nodes.declare.absence.nothing': { fr: 'Ne rien faire', en: 'Do Nothing' },
  'nodes.declare.absence.nothing.description': {
    fr: 'La liste ne contient qu’une partie de nos accompagnements',
    en: 'The list holds only a part of our accompaniments',
  },
  'nodes.declare.absence.close': { fr: 'Clore', en: 'Close' },
  'nodes.declare.absence.close.description': {
    fr: 'La liste est complète : qui n’y est plus est sorti. Leur identifiant France Travail est gardé, chiffré, jusqu’à la sortie.',
    en: 'The list is complete: who is not on it has left. Their France Travail number is kept, encrypted, until the exit.',
  },
  'nodes.declare.absenceReason': { fr: 'Motif de ces sorties', en: 'Reason of These Exits' },
  'nodes.declare.absenceReason.description': {
    fr: 'Le motif dit à France Travail pour toutes les personnes closes parce qu’elles ne sont plus dans la liste',
    en: 'The reason that France Travail is told for everybody who is closed for not being on the list',
  },
  'nodes.declare.absenceDate': { fr: 'Date de ces sorties', en: 'Date of These Exits' },
  'nodes.declare.absenceDate.description': {
    fr: 'Vide : la date de l’export',
    en: 'Empty: the date of the export',
  },
  'nodes.declare.absenceDate.unreadable': {
    fr: 'La « Date de ces sorties » du nœud n’est pas une date. Choisissez-la dans le calendrier, ou laissez-la vide. Rien n’a été envoyé.',
    en: 'The "Date of These Exits" of the node is not a date. Choose it in the calendar, or leave it empty. Nothing was sent.',
  },
  'nodes.declare.guard': { fr: 'Garde-fou (%)', en: 'Guard (%)' },
  'nodes.declare.guard.description': {
    fr: 'Si plus de cette part des accompagnements en cours devait être close faute d’être dans la liste (et au moins 5), rien de l’exécution n’est envoyé',
    en: 'If more than this share of the accompaniments under way would be closed for not being on the list (and at least 5), nothing of the run is sent',
  },
  'nodes.declare.hint.changes': {
    fr: 'À ouvrir : {open} · à modifier : {change} · à suspendre : {suspend} · à reprendre : {resume} · à clore : {close} · rien à dire : {nothing} · absents de la liste : {absent}.',
    en: 'To open: {open} · to change: {change} · to suspend: {suspend} · to resume: {resume} · to close: {close} · nothing to say: {nothing} · missing on the list: {absent}.',
  },
  'nodes.declare.open': { fr: 'Ouvrir', en: 'Open' },
  'nodes.declare.open.description': {
    fr: 'Dire que l’accompagnement commence, ou a commencé',
    en: 'Say that the accompaniment begins, or has begun',
  },
  'nodes.declare.open.action': { fr: 'Ouvrir un accompagnement', en: 'Open an accompaniment' },
  'nodes.declare.update': { fr: 'Mettre à jour', en: 'Update' },
  'nodes.declare.update.description': {
    fr: 'Dire que le référent de parcours, une date ou une autre information a changé',
    en: 'Say that the référent, a date or another piece of information has changed',
  },
  'nodes.declare.update.action': { fr: 'Mettre à jour un accompagnement', en: 'Update an accompaniment' },
  'nodes.declare.suspend': { fr: 'Suspendre', en: 'Suspend' },
  'nodes.declare.suspend.description': {
    fr: 'Dire que l’accompagnement est suspendu, et depuis quand',
    en: 'Say that the accompaniment is suspended, and since when',
  },
  'nodes.declare.suspend.action': { fr: 'Suspendre un accompagnement', en: 'Suspend an accompaniment' },
  'nodes.declare.resume': { fr: 'Reprendre', en: 'Resume' },
  'nodes.declare.resume.description': {
    fr: 'Dire que l’accompagnement suspendu a repris',
    en: 'Say that the suspended accompaniment goes on',
  },
  'nodes.declare.resume.action': { fr: 'Reprendre un accompagnement', en: 'Resume an accompaniment' },
  'nodes.declare.close': { fr: 'Clore (sortie)', en: 'Close (Exit)' },
  'nodes.declare.close.description': {
    fr: 'Dire que la personne est sortie, à quelle date et pour quel motif',
    en: 'Say that the person has left, when and why',
  },
  'nodes.declare.close.action': { fr: 'Clore un accompagnement', en: 'Close an accompaniment' },
  'nodes.declare.cancel': { fr: 'Annuler', en: 'Cancel' },
  'nodes.declare.cancel.description': {
    fr: 'Dire que la déclaration était une erreur : l’accompagnement n’a pas eu lieu',
    en: 'Say that the declaration was a mistake: there was no such accompaniment',
  },
  'nodes.declare.cancel.action': { fr: 'Annuler un accompagnement', en: 'Cancel an accompaniment' },
  'nodes.declare.readStatus': { fr: 'Relire', en: 'Read Status' },
  'nodes.declare.readStatus.description': {
    fr: 'Relire ce que France Travail tient sous notre référence ; rien ne change',
    en: 'Read what France Travail holds under our reference; nothing changes',
  },
  'nodes.declare.readStatus.action': {
    fr: 'Relire l’état d’un accompagnement',
    en: 'Read the status of an accompaniment',
  },
  'nodes.declare.undo': { fr: 'Annuler un envoi', en: 'Undo a Run' },
  'nodes.declare.undo.description': {
    fr: 'Reprend ce qu’un envoi a dit : ce qu’il a ouvert est annulé, ce qu’il a clos est rouvert. Donnez en entrée une liste avec N° de dossier et identifiant France Travail, pour retrouver les personnes',
    en: 'Takes back what a run said: what it opened is cancelled, what it closed is opened again. Give a list with file numbers and France Travail numbers, so that people are found again',
  },
  'nodes.declare.undo.action': { fr: 'Annuler un envoi', en: 'Undo a run' },
  'nodes.declare.whichRun': { fr: 'Quel envoi', en: 'Which Run' },
  'nodes.declare.whichRun.description': {
    fr: 'L’essai à blanc montre d’abord ce qui serait annulé',
    en: 'The dry run shows first what would be undone',
  },
  'nodes.declare.whichRun.last': { fr: 'Le dernier', en: 'The Last One' },
  'nodes.declare.whichRun.named': { fr: 'Par son numéro', en: 'By Its Number' },
  'nodes.declare.runName': { fr: 'Numéro de l’envoi', en: 'Number of the Run' },
  'nodes.declare.runName.description': {
    fr: 'Le champ « run » d’un résultat de cet envoi',
    en: 'The field "run" of a result of that run',
  },
  'nodes.declare.runName.missing': {
    fr: 'Le « Numéro de l’envoi » à annuler manque dans le nœud. Prenez-le dans le champ « run » d’un résultat de cet envoi, ou choisissez « Le dernier ».',
    en: 'The "Number of the Run" to undo is missing in the node. Take it from the field "run" of a result of that run, or choose "The Last One".',
  },
  'nodes.declare.hint.undo': {
    fr: 'Envoi qui serait annulé : {run}. Ce que France Travail tient a été relu ; rien n’y a changé.',
    en: 'Run that would be undone: {run}. What France Travail holds was read back; nothing changed there.',
  },
  'nodes.declare.reconcile': { fr: 'Rapprocher', en: 'Reconcile' },
  'nodes.declare.reconcile.description': {
    fr: 'Compare tout ce que France Travail tient pour la structure avec le registre, et montre les écarts. Obligatoire après une sauvegarde remise en place ou un registre perdu',
    en: 'Compares all that France Travail holds for the structure with the ledger, and shows the differences. Obligatory after a restored backup or a lost ledger',
  },
  'nodes.declare.reconcile.action': { fr: 'Rapprocher le registre', en: 'Reconcile the ledger' },
  'nodes.declare.adopt': { fr: 'Reprendre ce que France Travail tient', en: 'Adopt What France Travail Holds' },
  'nodes.declare.adopt.description': {
    fr: 'Le registre est mis à jour d’après France Travail ; rien ne lui est envoyé. Sans cela, les écarts sont seulement montrés',
    en: 'The ledger is brought up to date with France Travail; nothing is sent there. Otherwise the differences are only shown',
  },
  'nodes.declare.reconcile.notKnownHere': {
    fr: 'France Travail tient cet accompagnement, et le registre ne le connaît pas. Vérifiez, puis relancez « Rapprocher » avec « Reprendre ce que France Travail tient ».',
    en: 'France Travail holds this accompaniment, and the ledger does not know it. Check it, then run "Reconcile" again with "Adopt What France Travail Holds".',
  },
  'nodes.declare.reconcile.notKnownHere.adopted': {
    fr: 'Le registre connaît maintenant cet accompagnement, tel que France Travail le tient.',
    en: 'The ledger now knows this accompaniment, as France Travail holds it.',
  },
  'nodes.declare.reconcile.notHeldThere': {
    fr: 'Le registre croit cet accompagnement déclaré, et France Travail n’a rien sous cette référence. Vérifiez, puis relancez « Rapprocher » avec « Reprendre ce que France Travail tient » : il sera redit au prochain envoi.',
    en: 'The ledger believes that this accompaniment was declared, and France Travail has nothing under this reference. Check it, then run "Reconcile" again with "Adopt What France Travail Holds": it is said again with the next sending.',
  },
  'nodes.declare.reconcile.notHeldThere.adopted': {
    fr: 'Le registre sait maintenant que France Travail n’a pas cet accompagnement : il sera redit au prochain envoi, s’il est dans la liste.',
    en: 'The ledger now knows that France Travail does not have this accompaniment: it is said again with the next sending, if it is on the list.',
  },
  'nodes.declare.reconcile.differs': {
    fr: 'France Travail tient cet accompagnement autrement que le registre ne le croit. Vérifiez, puis relancez « Rapprocher » avec « Reprendre ce que France Travail tient ».',
    en: 'France Travail holds this accompaniment differently from what the ledger believes. Check it, then run "Reconcile" again with "Adopt What France Travail Holds".',
  },
  'nodes.declare.reconcile.differs.adopted': {
    fr: 'Le registre croit maintenant ce que France Travail tient.',
    en: 'The ledger now believes what France Travail holds.',
  },
  'nodes.declare.reconcile.inTheAir': {
    fr: 'Un envoi pour cet accompagnement est resté sans réponse : il sera éclairci au début du prochain envoi.',
    en: 'A sending for this accompaniment had no answer: it is cleared up at the beginning of the next sending.',
  },
  'nodes.declare.reconcile.foreign': {
    fr: 'France Travail tient pour votre structure un accompagnement dont la référence ne vient pas de cet outil. Il est laissé tel quel : voyez qui d’autre déclare pour vous.',
    en: 'France Travail holds for your structure an accompaniment whose reference was not made by this tool. It is left as it is: see who else declares for you.',
  },
  'nodes.declare.hint.reconcile.shown': {
    fr: 'D’accord des deux côtés : {same} · inconnus du registre : {notKnownHere} · absents chez France Travail : {notHeldThere} · différents : {differs} · autres : {others}. Rien n’a été changé.',
    en: 'Agreed on both sides: {same} · unknown to the ledger: {notKnownHere} · missing at France Travail: {notHeldThere} · different: {differs} · others: {others}. Nothing was changed.',
  },
  'nodes.declare.hint.reconcile.adopted': {
    fr: 'D’accord des deux côtés : {same} · repris dans le registre : {notKnownHere} · retirés du registre : {notHeldThere} · remis à jour : {differs} · laissés : {others}. Les envois sont de nouveau possibles.',
    en: 'Agreed on both sides: {same} · taken into the ledger: {notKnownHere} · taken out of it: {notHeldThere} · brought up to date: {differs} · left: {others}. Sending is possible again.',
  },
  'nodes.declare.settle': { fr: 'Régler', en: 'Settle' },
  'nodes.declare.settle.description': {
    fr: 'Montre les envois restés sans réponse lisible, et note votre réponse pour ceux qui ne peuvent être ni répétés ni relus',
    en: 'Shows the sendings without a readable answer, and records your answer about those that can be neither repeated nor read back',
  },
  'nodes.declare.settle.action': { fr: 'Régler un envoi sans réponse', en: 'Settle a sending without an answer' },
  'nodes.declare.answers': { fr: 'Vos réponses', en: 'Your Answers' },
  'nodes.declare.answers.description': {
    fr: 'Ce que vous avez vérifié auprès de France Travail. Les éléments en entrée peuvent aussi porter « reference » et « answer » (oui ou non)',
    en: 'What you have checked with France Travail. Input items can also carry "reference" and "answer" (yes or no)',
  },
  'nodes.declare.answers.add': { fr: 'Ajouter une réponse', en: 'Add Answer' },
  'nodes.declare.answers.row': { fr: 'Réponse', en: 'Answer' },
  'nodes.declare.answers.reference': { fr: 'Référence', en: 'Reference' },
  'nodes.declare.answers.reference.description': {
    fr: 'Le champ « reference » d’un résultat de cette opération',
    en: 'The field "reference" of a result of this operation',
  },
  'nodes.declare.answers.answer': { fr: 'France Travail…', en: 'France Travail…' },
  'nodes.declare.answers.answer.description': {
    fr: 'Ce que France Travail vous a répondu',
    en: 'What France Travail has told you',
  },
  'nodes.declare.answers.held': { fr: 'A Cette Déclaration', en: 'Has This Declaration' },
  'nodes.declare.answers.notHeld': { fr: 'N’a Pas Cette Déclaration', en: 'Does Not Have This Declaration' },
  'nodes.declare.settle.parked': {
    fr: 'L’envoi du {date} ({reference}) est resté sans réponse lisible, et ne peut être ni répété ni relu. Demandez à France Travail s’il l’a, puis donnez la réponse ici.',
    en: 'The sending of {date} ({reference}) had no readable answer, and can neither be repeated nor read back. Ask France Travail whether it has it, then give the answer here.',
  },
  'nodes.declare.settle.contradictory': {
    fr: 'Deux réponses contraires ont été données pour {reference} : aucune n’a été prise. Gardez la bonne, puis relancez.',
    en: 'Two contrary answers were given for {reference}: none was taken. Keep the right one, then run again.',
  },
  'nodes.declare.settle.waiting': {
    fr: 'L’envoi du {date} ({reference}) est resté sans réponse : il sera éclairci tout seul au début du prochain envoi. Vous n’avez rien à faire.',
    en: 'The sending of {date} ({reference}) had no answer: it is cleared up by itself at the beginning of the next sending. You need not do anything.',
  },
  'nodes.declare.settle.held': {
    fr: 'Noté : France Travail a l’envoi du {date} ({reference}).',
    en: 'Recorded: France Travail has the sending of {date} ({reference}).',
  },
  'nodes.declare.settle.notHeld': {
    fr: 'Noté : France Travail n’a pas l’envoi du {date} ({reference}). Il sera refait au prochain envoi.',
    en: 'Recorded: France Travail does not have the sending of {date} ({reference}). It is made again with the next sending.',
  },
  'nodes.declare.hint.settle': {
    fr: 'À vérifier auprès de France Travail : {parked} · éclaircis au prochain envoi : {waiting} · réglés : {settled}.',
    en: 'To be checked with France Travail: {parked} · cleared up with the next sending: {waiting} · settled: {settled}.',
  },
  'nodes.declare.send.description': {
    fr: 'Envoyer vraiment les déclarations. Décoché : un aperçu montre, ligne par ligne, ce qui partirait et ce qui reste chez vous ; rien ne part.',
    en: 'Whether to really send the declarations. Off: a preview shows, line by line, what would leave and what stays; nothing leaves.',
  },
  'nodes.declare.notice.off': {
    fr: '<b>Aperçu : rien ne partira.</b> Exécutez, lisez ce qui partirait, puis activez l’envoi.',
    en: '<b>Preview: nothing will leave.</b> Run it, read what would leave, then switch sending on.',
  },
  'nodes.declare.notice.on': {
    fr: '<b>L’envoi est activé.</b> La prochaine exécution déclare ces personnes à France Travail.',
    en: '<b>Sending is on.</b> The next run declares these people to France Travail.',
  },
  'nodes.declare.exitReasons': { fr: 'Motifs de sortie', en: 'Exit Reasons' },
  'nodes.declare.exitReasons.description': {
    fr: 'Vos mots pour les sorties, et le motif de France Travail qui leur correspond. Les mots habituels sont déjà connus.',
    en: 'Your words for exits, and the reason of France Travail that they stand for. The usual words are known already.',
  },
  'nodes.declare.exitReasons.add': { fr: 'Ajouter un motif', en: 'Add Reason' },
  'nodes.declare.exitReasons.row': { fr: 'Motif', en: 'Reason' },
  'nodes.declare.exitReasons.local': { fr: 'Dans votre liste', en: 'In Your List' },
  'nodes.declare.exitReasons.local.description': {
    fr: 'Le mot ou le code tel qu’il est écrit dans votre liste',
    en: 'The word or code as written in your list',
  },
  'nodes.declare.exitReasons.local.placeholder': { fr: 'CDI', en: 'CDI' },
  'nodes.declare.exitReasons.reason': { fr: 'Motif chez France Travail', en: 'Reason at France Travail' },
  'nodes.declare.exitReasons.reason.description': {
    fr: 'Ce que France Travail lira',
    en: 'What France Travail will read',
  },
  'nodes.exitReason.durableJob': { fr: 'Emploi durable', en: 'Durable Job' },
  'nodes.exitReason.transitionJob': { fr: 'Emploi de transition', en: 'Transition Job' },
  'nodes.exitReason.businessCreation': { fr: 'Création d’entreprise', en: 'Business Creation' },
  'nodes.exitReason.qualifyingTraining': { fr: 'Formation qualifiante', en: 'Qualifying Training' },
  'nodes.exitReason.moved': { fr: 'Déménagement', en: 'Moved Away' },
  'nodes.exitReason.abandoned': { fr: 'Abandon', en: 'Dropped Out' },
  'nodes.exitReason.redirected': { fr: 'Réorientation', en: 'Redirected' },
  'nodes.exitReason.retired': { fr: 'Retraite', en: 'Retired' },
  'nodes.exitReason.deceased': { fr: 'Décès', en: 'Deceased' },
  'nodes.exitReason.other': { fr: 'Autre', en: 'Other' },
  'nodes.declare.output.declared': { fr: 'Déclarés', en: 'Declared' },
  'nodes.declare.output.alreadyAccompanied': { fr: 'Déjà accompagnés', en: 'Already accompanied' },
  'nodes.declare.preview.send': {
    fr: 'Partirait : rien ne s’y oppose. Activez l’envoi pour déclarer.',
    en: 'Would leave: nothing stands against it. Switch sending on to declare.',
  },
  'nodes.declare.preview.nothing': {
    fr: 'Rien à dire : France Travail le sait déjà. Rien ne partirait.',
    en: 'Nothing to say: France Travail knows it already. Nothing would leave.',
  },
  'nodes.declare.hint.preview': {
    fr: 'Aperçu : rien n’est parti. Partiraient : {send} · Déjà dits : {nothing} · En attente : {waiting} · À corriger : {toCorrect}. Pour déclarer, activez « Envoyer à France Travail ».',
    en: 'Preview: nothing has left. Would leave: {send} · Told already: {nothing} · Waiting: {waiting} · To correct: {toCorrect}. To declare, switch "Send to France Travail" on.',
  },
  'nodes.declare.hint.sent': {
    fr: 'Déclarés : {declared} (dont déjà dits : {unchanged}) · Déjà accompagnés : {alreadyAccompanied} · En attente : {waiting} · À corriger : {toCorrect}. Relances arrêtées : {remindersStopped}.',
    en: 'Declared: {declared} (told already: {unchanged}) · Already accompanied: {alreadyAccompanied} · Waiting: {waiting} · To correct: {toCorrect}. Reminders stopped: {remindersStopped}.',
  },
  'nodes.declare.hint.cut': {
    fr: 'La convention garde chez vous : {fields}.',
    en: 'The convention keeps with you: {fields}.',
  },
  'nodes.declare.status.stored': {
    fr: 'France Travail tient cet accompagnement, version {version}, état : {status}.',
    en: 'France Travail holds this accompaniment, version {version}, state: {status}.',
  },
  'nodes.declare.status.differs': {
    fr: 'France Travail tient cet accompagnement, version {version}, état : {status}, mais ce n’est pas ce que nous avons dit en dernier.',
    en: 'France Travail holds this accompaniment, version {version}, state: {status}, but this is not what we told last.',
  },
  'nodes.declare.status.nothing': {
    fr: 'France Travail ne tient rien sous cette référence : cet accompagnement ne lui a pas été déclaré.',
    en: 'France Travail holds nothing under this reference: this accompaniment was not declared.',
  },
  'nodes.declare.hint.status': {
    fr: 'Tenus par France Travail : {stored} · Inconnus : {nothing} · Sans réponse : {failed}. Rien n’a changé.',
    en: 'Held by France Travail: {stored} · Unknown: {nothing} · Without an answer: {failed}. Nothing has changed.',
  },
  'nodes.declare.state.planned': { fr: 'prévu', en: 'planned' },
  'nodes.declare.state.open': { fr: 'ouvert', en: 'open' },
  'nodes.declare.state.suspended': { fr: 'suspendu', en: 'suspended' },
  'nodes.declare.state.closed': { fr: 'clos', en: 'closed' },
  'nodes.declare.state.cancelled': { fr: 'annulé', en: 'cancelled' },

  // Fetch Referrals
  'nodes.referrals.name': { fr: 'Recevoir les prescriptions', en: 'Fetch Referrals' },
  'nodes.referrals.description': {
    fr: 'Recevoir les personnes que France Travail oriente vers le PLIE, les garder, et répondre',
    en: 'Receive the people whom France Travail refers to the PLIE, keep them, and answer',
  },
  'nodes.referrals.fetch': { fr: 'Recevoir', en: 'Fetch' },
  'nodes.referrals.fetch.description': {
    fr: 'Prendre les prescriptions nouvelles ou modifiées, les garder, puis en accuser réception',
    en: 'Take new or changed referrals, keep them, then acknowledge them',
  },
  'nodes.referrals.fetch.action': { fr: 'Recevoir les prescriptions', en: 'Fetch referrals' },
  'nodes.referrals.replay': { fr: 'Relire celles gardées', en: 'Replay' },
  'nodes.referrals.replay.description': {
    fr: 'Donner à nouveau des prescriptions déjà reçues ; rien n’est demandé à France Travail',
    en: 'Hand out again referrals already received; nothing is asked of France Travail',
  },
  'nodes.referrals.replay.action': { fr: 'Relire les prescriptions gardées', en: 'Replay kept referrals' },
  'nodes.referrals.answer': { fr: 'Répondre', en: 'Answer' },
  'nodes.referrals.answer.description': {
    fr: 'Dire à France Travail ce que le PLIE fait de chaque prescription',
    en: 'Tell France Travail what the PLIE does with each referral',
  },
  'nodes.referrals.answer.action': { fr: 'Répondre à une prescription', en: 'Answer a referral' },
  'nodes.referrals.replay.which': { fr: 'Lesquelles', en: 'Which' },
  'nodes.referrals.replay.which.description': {
    fr: 'Les prescriptions à relire',
    en: 'The referrals to hand out again',
  },
  'nodes.referrals.replay.unanswered': { fr: 'Celles qui attendent une réponse', en: 'Those That Wait for an Answer' },
  'nodes.referrals.replay.all': { fr: 'Toutes', en: 'All' },
  'nodes.referrals.since': { fr: 'Reçues depuis', en: 'Received Since' },
  'nodes.referrals.since.description': {
    fr: 'Seulement celles reçues à partir de cette date. Vide : sans limite.',
    en: 'Only those received from this date on. Empty: no limit.',
  },
  'nodes.referrals.decision': { fr: 'Réponse', en: 'Decision' },
  'nodes.referrals.decision.description': { fr: 'Ce que le PLIE répond', en: 'What the PLIE answers' },
  'nodes.referrals.decision.accept': { fr: 'Acceptée', en: 'Accept' },
  'nodes.referrals.decision.accept.description': {
    fr: 'Le PLIE accompagne cette personne',
    en: 'The PLIE takes this person',
  },
  'nodes.referrals.decision.refuse': { fr: 'Refusée', en: 'Refuse' },
  'nodes.referrals.decision.refuse.description': {
    fr: 'Le PLIE ne prend pas cette personne ; un motif est demandé',
    en: 'The PLIE does not take this person; a reason is required',
  },
  'nodes.referrals.decision.redirect': { fr: 'Réorientée', en: 'Redirect' },
  'nodes.referrals.decision.redirect.description': {
    fr: 'Un autre accompagnement convient mieux ; un motif est demandé',
    en: 'Another accompaniment suits better; a reason is required',
  },
  'nodes.referrals.decision.absent': { fr: 'Absente', en: 'Absent' },
  'nodes.referrals.decision.absent.description': {
    fr: 'La personne n’est pas venue',
    en: 'The person did not come',
  },
  'nodes.referrals.send.description': {
    fr: 'Envoyer vraiment les réponses. Décoché : un aperçu montre ce qui partirait ; rien ne part.',
    en: 'Whether to really send the answers. Off: a preview shows what would leave; nothing leaves.',
  },
  'nodes.referrals.notice.off': {
    fr: '<b>Aperçu : aucune réponse ne partira.</b> Exécutez, relisez, puis activez l’envoi.',
    en: '<b>Preview: no answer will leave.</b> Run it, read it, then switch sending on.',
  },
  'nodes.referrals.notice.on': {
    fr: '<b>L’envoi est activé.</b> La prochaine exécution répond à France Travail.',
    en: '<b>Sending is on.</b> The next run answers France Travail.',
  },
  'nodes.referrals.referralId': { fr: 'N° de prescription', en: 'Referral ID' },
  'nodes.referrals.referralId.description': {
    fr: 'Le numéro de la prescription, tel qu’il a été reçu',
    en: 'The number of the referral, as it was received',
  },
  'nodes.referrals.reason': { fr: 'Motif', en: 'Reason' },
  'nodes.referrals.reason.description': {
    fr: 'Pourquoi le PLIE ne prend pas cette personne',
    en: 'Why the PLIE does not take this person',
  },
  'nodes.referrals.reason.incorrectDeclaration': { fr: 'Déclaration inexacte', en: 'Incorrect Declaration' },
  'nodes.referrals.reason.situationNotCovered': {
    fr: 'Situation non couverte par le PLIE',
    en: 'Situation Not Covered',
  },
  'nodes.referrals.reason.differentAssessment': { fr: 'Appréciation différente', en: 'Different Assessment' },
  'nodes.referrals.reason.noCapacity': { fr: 'Plus de place', en: 'No Capacity' },
  'nodes.referrals.reason.alreadyAccompanied': { fr: 'Déjà accompagnée', en: 'Already Accompanied' },
  'nodes.referrals.reason.unreachable': { fr: 'Injoignable', en: 'Unreachable' },
  'nodes.referrals.reason.other': { fr: 'Autre', en: 'Other' },
  'nodes.referrals.answerFields': { fr: 'Précisions', en: 'Additional Fields' },
  'nodes.referrals.answerFields.add': { fr: 'Ajouter une précision', en: 'Add Field' },
  'nodes.referrals.decisionDate': { fr: 'Date de la décision', en: 'Decision Date' },
  'nodes.referrals.decisionDate.description': {
    fr: 'Vide : aujourd’hui',
    en: 'Empty: today',
  },
  'nodes.referrals.comment': { fr: 'Commentaire', en: 'Comment' },
  'nodes.referrals.comment.description': {
    fr: '500 caractères au plus ; il ne part que si la convention le liste',
    en: 'At most 500 characters; it leaves only if the convention lists it',
  },
  'nodes.referrals.firstMeetingAt': { fr: 'Premier rendez-vous', en: 'First Meeting' },
  'nodes.referrals.firstMeetingAt.description': {
    fr: 'Date et heure du premier rendez-vous avec le référent de parcours',
    en: 'Date and time of the first meeting with the référent',
  },
  'nodes.referrals.state.toHandle': { fr: 'À traiter', en: 'To handle' },
  'nodes.referrals.state.changed': { fr: 'Modifiée', en: 'Changed' },
  'nodes.referrals.state.cancelled': { fr: 'Annulée', en: 'Cancelled' },
  'nodes.referrals.output.referrals': { fr: 'Prescriptions', en: 'Referrals' },
  'nodes.referrals.taken': {
    fr: 'France Travail a enregistré votre réponse.',
    en: 'France Travail has recorded your answer.',
  },
  'nodes.referrals.preview': {
    fr: 'Partirait : rien ne s’y oppose. Activez l’envoi pour répondre.',
    en: 'Would leave: nothing stands against it. Switch sending on to answer.',
  },
  'nodes.referrals.hint.fetched': {
    fr: 'Prescriptions reçues et gardées : {fetched}.',
    en: 'Referrals received and kept: {fetched}.',
  },
  'nodes.referrals.hint.pending': {
    fr: 'Gardées, mais sans accusé de réception : {pending}. France Travail les donnera encore ; elles ne seront pas perdues.',
    en: 'Kept, but not acknowledged: {pending}. France Travail will hand them out again; they will not be lost.',
  },
  'nodes.referrals.hint.none': {
    fr: 'Aucune prescription nouvelle.',
    en: 'No new referral.',
  },
  'nodes.referrals.hint.replayed': {
    fr: 'Prescriptions relues : {count}. Rien n’a été demandé à France Travail.',
    en: 'Referrals handed out again: {count}. Nothing was asked of France Travail.',
  },
  'nodes.referrals.hint.preview': {
    fr: 'Aperçu : rien n’est parti. Réponses qui partiraient : {send} · À corriger : {toCorrect}.',
    en: 'Preview: nothing has left. Answers that would leave: {send} · To correct: {toCorrect}.',
  },
  'nodes.referrals.hint.answered': {
    fr: 'Réponses prises : {answered} · En attente : {waiting} · À corriger : {toCorrect}.',
    en: 'Answers taken: {answered} · Waiting: {waiting} · To correct: {toCorrect}.',
  },
} as const satisfies WordingEntries;
