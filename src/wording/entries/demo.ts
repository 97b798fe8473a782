import type { WordingEntries } from '../wording';

/** What `npm run demo` says. */
export const demoEntries = {
  'demo.help': {
    fr: `npm run demo : déclarer une liste, en moins d’une minute, sans serveur n8n.

Le nœud « Déclarer un accompagnement » tourne dans le moteur de n8n, d’abord en aperçu, puis pour de bon, face à un
France Travail d’essai qui démarre et s’arrête avec la commande. Rien ne sort de cette machine.

  npm run demo -- [options]

  --participants FICHIER   une autre liste (CSV avec les titres habituels) ; par défaut : la liste d’exemple, inventée
  --url U --token-url T    un autre serveur des mêmes contrats. U : l’adresse au-dessus des API ; T : l’adresse entière
                           du jeton, avec son « realm ». http sur cette machine seulement ; https avec NODE_EXTRA_CA_CERTS.
                           Environnement : FT_CLIENT_ID, FT_CLIENT_SECRET, FT_STRUCTURE (code de la structure)
  --ledger DOSSIER         garder le registre de ce qui a été dit ; par défaut, il est effacé à la fin
  --help                   cette aide

La sortie standard porte le résultat, la sortie d’erreur le reste. Fin différente de 0 : une ligne acceptée n’est pas
partie, ou sa fin n’est pas connue. Une ligne à corriger ou une personne déjà accompagnée n’est pas un échec.`,
    en: `npm run demo: declare a list in less than a minute, without an n8n server.

The node "Declare Accompaniment" runs in n8n's engine, first as a preview, then for real, against a trial France Travail
that starts and stops with the command. Nothing leaves this machine.

  npm run demo -- [options]

  --participants FILE      another list (CSV with the usual headers); by default the sample, invented
  --url U --token-url T    another server of the same contracts. U: the address above the APIs; T: the whole token
                           address with its realm. http on this machine only; https with NODE_EXTRA_CA_CERTS.
                           Environment: FT_CLIENT_ID, FT_CLIENT_SECRET, FT_STRUCTURE (code of the structure)
  --ledger FOLDER          keep the ledger of what was said; by default it is removed at the end
  --help                   this help

Standard output carries the result, standard error the rest. It ends other than 0 when an accepted line was not sent or
its end is not known. A line to correct, or a person who is accompanied already, is no failure.`,
  },
  'demo.unknownOption': {
    fr: 'Option inconnue ou incomplète : {option}. Voir : npm run demo -- --help',
    en: 'Unknown or incomplete option: {option}. See: npm run demo -- --help',
  },
  'demo.bothAddresses': {
    fr: '--url et --token-url vont ensemble : donnez les deux, ou aucune pour le France Travail d’essai.',
    en: '--url and --token-url go together: give both, or none for the trial France Travail.',
  },
  'demo.badAddress': {
    fr: '{option} n’est pas une adresse http ou https. Exemple : http://127.0.0.1:8787/partenaire',
    en: '{option} is no http or https address. Example: http://127.0.0.1:8787/partenaire',
  },
  'demo.plainHttp': {
    fr: '{option} : http n’est permis que vers cette machine (127.0.0.1) ; donnez une adresse https.',
    en: '{option}: http is allowed to this machine (127.0.0.1) only; give an https address.',
  },
  'demo.environment': {
    fr: 'La variable {name} manque : donnez-la avant la commande ({name}=… npm run demo -- --url … --token-url …).',
    en: 'The variable {name} is missing: give it before the command ({name}=… npm run demo -- --url … --token-url …).',
  },
  'demo.noFile': {
    fr: 'La liste {path} ne peut pas être lue ({code}) : vérifiez le chemin après --participants.',
    en: 'The list {path} cannot be read ({code}): check the path after --participants.',
  },
  'demo.noLedger': {
    fr: 'Le dossier {path} ne peut pas être écrit ({code}) : choisissez-en un autre après --ledger.',
    en: 'The folder {path} cannot be written ({code}): choose another one after --ledger.',
  },
  'demo.failed': {
    fr: 'La démonstration s’est arrêtée sur une erreur imprévue ({name}). Relancez ; si cela se répète, signalez-le.',
    en: 'The demonstration stopped on an unexpected error ({name}). Run it again; if it comes back, report it.',
  },
  'demo.stoppedBefore': {
    fr: 'Arrêté pendant l’aperçu : rien n’est parti.',
    en: 'Stopped during the preview: nothing left.',
  },
  'demo.stopped.trial': {
    fr: 'Arrêté : le tableau montre ce qui avait eu le temps de partir. Le registre de cet essai est effacé ; relancée, la commande relit d’abord ce que France Travail sait déjà.',
    en: 'Stopped: the table shows what had time to leave. The ledger of this trial is removed; run again, the command first reads again what France Travail knows already.',
  },
  'demo.stopped.kept': {
    fr: 'Arrêté : le tableau montre ce qui avait eu le temps de partir, et le registre l’a noté. Relancez avec le même --ledger : rien n’est dit deux fois.',
    en: 'Stopped: the table shows what had time to leave, and the ledger has noted it. Run it again with the same --ledger: nothing is said twice.',
  },
  'demo.noColumn': {
    fr: 'Aucune colonne de cette liste n’est reconnue. Ajoutez une ligne de titres habituels (par exemple « N° participant ; Nom ; Identifiant France Travail »), puis relancez.',
    en: 'No column of this list is recognised. Add a line of usual headers (for example "File number; Last name; France Travail number"), then run it again.',
  },
  'demo.countsDiffer': {
    fr: '{ended} lignes ont une fin, sur les {total} de la liste : le résultat n’est pas complet. Relancez ; si cela se répète, signalez-le.',
    en: '{ended} lines of the {total} in the list have an end: the result is not complete. Run it again; if it comes back, report it.',
  },
  'demo.accessRefused': {
    fr: 'Personne n’est déclaré : France Travail a refusé l’accès à chacune des {count} personnes demandées. C’est l’accès de la structure qui est en cause : vérifiez ses droits avec France Travail.',
    en: 'Nobody is declared: France Travail refused access to each of the {count} people who were asked about. It is the structure’s own access: check its rights with France Travail.',
  },
  'demo.list': {
    fr: 'Liste : {file}, {rows} lignes, {known} colonnes reconnues sur {columns}.',
    en: 'List: {file}, {rows} lines, {known} of {columns} columns recognised.',
  },
  'demo.aside': {
    fr: 'Restent chez vous : {columns}.',
    en: 'Stay with you: {columns}.',
  },
  'demo.question': {
    fr: 'Colonne « {header} » : {question}',
    en: 'Column "{header}": {question}',
  },
  'demo.leftOut': {
    fr: '{id} est laissé de côté : dans l’essai, la recherche de cette personne échoue exprès (R998).',
    en: '{id} is left out: in the trial, the look-up of this person fails on purpose (R998).',
  },
  'demo.sandbox': {
    fr: 'France Travail d’essai : {url} (il s’arrête avec cette commande).',
    en: 'Trial France Travail: {url} (it stops with this command).',
  },
  'demo.server': { fr: 'Serveur : {host}', en: 'Server: {host}' },
  'demo.ledger': { fr: 'Registre gardé dans {path}', en: 'Ledger kept in {path}' },
  'demo.loading': { fr: 'Chargement du moteur de n8n', en: 'Loading n8n’s engine' },
  'demo.preview': { fr: 'Aperçu, rien ne part', en: 'Preview, nothing leaves' },
  'demo.previewed': {
    fr: 'Aperçu : partiraient {send}, déjà dits {nothing}, arrêtés avant l’envoi {stop}.',
    en: 'Preview: {send} would leave, {nothing} told already, {stop} stopped before sending.',
  },
  'demo.sending': { fr: 'Envoi à France Travail', en: 'Sending to France Travail' },
  'demo.toLookAt': { fr: 'À regarder', en: 'To look at' },
  'demo.line': { fr: 'ligne {line}', en: 'line {line}' },
  'demo.more': { fr: '… et {count} autres', en: '… and {count} more' },
  'demo.relances': { fr: 'Relances prévues par France Travail', en: 'Reminders planned by France Travail' },
  'demo.before': { fr: 'avant', en: 'before' },
  'demo.after': { fr: 'après', en: 'after' },
  'demo.accompanied': {
    fr: 'Personnes que France Travail sait accompagnées chez vous',
    en: 'People whom France Travail knows to be with you',
  },
  'demo.relances.planned': { fr: 'Personnes à relancer', en: 'People to be chased' },
  'demo.table': { fr: 'Résultat', en: 'Result' },
  'demo.lines': { fr: 'lignes', en: 'lines' },
  'demo.total': { fr: 'Lignes de la liste', en: 'Lines of the list' },
  'demo.outcome.declared': { fr: 'Déclarés', en: 'Declared' },
  'demo.outcome.unchanged': { fr: 'Déjà dits, inchangés', en: 'Told already, unchanged' },
  'demo.outcome.alreadyAccompanied': { fr: 'Déjà accompagnés ailleurs', en: 'Already accompanied elsewhere' },
  'demo.outcome.deferred': { fr: 'En attente : commence plus tard', en: 'Waiting: begins later' },
  'demo.outcome.unavailable': { fr: 'En attente : pas envoyé', en: 'Waiting: not sent' },
  'demo.outcome.unclear': { fr: 'En attente : fin inconnue', en: 'Waiting: end not known' },
  'demo.outcome.sent': { fr: 'En attente : déposé, réponse à venir', en: 'Waiting: deposited, answer to come' },
  'demo.outcome.notFound': {
    fr: 'À corriger : inconnu de France Travail',
    en: 'To correct: unknown to France Travail',
  },
  'demo.outcome.ambiguous': { fr: 'À corriger : identité à vérifier', en: 'To correct: identity to check' },
  'demo.outcome.forbidden': {
    fr: 'À corriger : accès refusé à cette personne',
    en: 'To correct: no access to this person',
  },
  'demo.outcome.blockedByConvention': {
    fr: 'À corriger : la convention ne le permet pas',
    en: 'To correct: the convention does not allow it',
  },
  'demo.outcome.rejected': { fr: 'À corriger : ligne refusée', en: 'To correct: line refused' },
  'demo.outcome.left': { fr: 'Sortis, non déclarés', en: 'Have left, not declared' },
  'demo.outcome.leftOut': { fr: 'Laissés de côté', en: 'Left out' },
  'demo.outcome.unread': {
    fr: 'Sans valeur dans une colonne reconnue',
    en: 'Without a value in a recognised column',
  },
  'demo.endedBadly.trial': {
    fr: 'Lignes acceptées qui ne sont pas parties, ou dont la fin n’est pas connue : {count}. Relancez : la commande relit d’abord ce que France Travail sait déjà.',
    en: 'Accepted lines that were not sent, or whose end is not known: {count}. Run it again: it first reads again what France Travail knows already.',
  },
  'demo.endedBadly.kept': {
    fr: 'Lignes acceptées qui ne sont pas parties, ou dont la fin n’est pas connue : {count}. Relancez avec le même --ledger : rien n’est dit deux fois.',
    en: 'Accepted lines that were not sent, or whose end is not known: {count}. Run it again with the same --ledger: nothing is said twice.',
  },
} as const satisfies WordingEntries;
