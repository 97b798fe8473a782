import bootstrap from './bootstrap.json';
import type { WordingEntries } from '../wording';

/** What the commands say. `bootstrap.json` holds what they say before anything is installed, so it is plain JSON. */
export const scriptsEntries = {
  ...bootstrap,
  'build.done': { fr: 'Paquet construit dans dist/ : {files} fichiers.', en: 'Package built in dist/: {files} files.' },
  'build.doesNotCompile': {
    fr: 'Le paquet ne se construit pas : corrigez les erreurs ci-dessus, puis relancez la commande.',
    en: 'The package does not build: correct the errors above, then run the command again.',
  },
  'build.missing': {
    fr: 'package.json annonce {file}, que la construction ne produit pas : ajoutez le fichier ou retirez la ligne.',
    en: 'package.json promises {file}, which the build does not make: add the file or remove the line.',
  },
  'port.taken': {
    fr: 'Le port {port} est déjà pris. Choisissez-en un autre, par exemple : npm start -- {option} {free}',
    en: 'Port {port} is taken. Choose another one, for instance: npm start -- {option} {free}',
  },
  'pack.packing': { fr: 'Mise en paquet', en: 'Packing' },
  'pack.installing': { fr: 'Installation de nos nœuds dans n8n', en: 'Installing our nodes into n8n' },
  'n8n.installing': { fr: 'Installation de n8n (une seule fois)', en: 'Installing n8n (once)' },
  'n8n.size': { fr: '{megabytes} Mo sur environ {total}', en: '{megabytes} MB of about {total}' },
  'n8n.compiling': { fr: 'Préparation de la base de données de n8n', en: "Preparing n8n's database" },
  'n8n.noRoom': {
    fr: "n8n a besoin de {needed} Go et il n'en reste que {free} dans {folder} : libérez de la place, ou choisissez un autre dossier avec --cache.",
    en: 'n8n needs {needed} GB and {free} are left in {folder}: free some space, or choose another folder with --cache.',
  },
  'n8n.notCompiled': {
    fr: 'La base de données de n8n (sqlite3) ne se compile pas : installez un compilateur (apt-get install python3 make g++), puis relancez la commande. Détail : {log}',
    en: "n8n's database (sqlite3) does not compile: install a compiler (apt-get install python3 make g++), then run the command again. Details: {log}",
  },
  'n8n.died': {
    fr: "n8n s'est arrêté au démarrage ({why}). Relancez la commande, au besoin avec --reset. Détail : {log}",
    en: 'n8n ended while starting ({why}). Run the command again, with --reset if need be. Details: {log}',
  },
  'n8n.silent': {
    fr: 'n8n ne répond pas après cinq minutes. Relancez la commande. Détail : {log}',
    en: 'n8n does not answer after five minutes. Run the command again. Details: {log}',
  },
  'sandbox.notStarted': {
    fr: 'Le bac à sable ne démarre pas : {why}',
    en: 'The sandbox does not start: {why}',
  },
  'start.starting': { fr: 'Démarrage de n8n et du bac à sable', en: 'Starting n8n and the sandbox' },
  'start.interrupted': { fr: 'Arrêté avant la fin de la mise en place.', en: 'Stopped before the set-up was done.' },
  'start.badPort': {
    fr: '{option} attend un numéro de port (0 à 65535), pas « {value} ».',
    en: '{option} expects a port number (0 to 65535), not "{value}".',
  },
  'start.badOption': {
    fr: "Cette option n'existe pas ({why}). Voir : npm start -- --help",
    en: 'No such option ({why}). See: npm start -- --help',
  },
  'start.notAnInstance': {
    fr: "{folder} n'est pas un dossier de npm start : rien n'a été effacé. Choisissez-en un autre avec --data.",
    en: '{folder} is not a folder of npm start: nothing was deleted. Choose another one with --data.',
  },
  'start.alreadyRunning': {
    fr: 'Cette instance tourne déjà ({folder}). Arrêtez-la (Ctrl-C dans son terminal), ou choisissez un autre dossier avec --data.',
    en: 'This instance is already running ({folder}). Stop it (Ctrl-C in its terminal), or choose another folder with --data.',
  },
  'start.credential.access': { fr: 'France Travail (bac à sable)', en: 'France Travail (sandbox)' },
  'start.credential.convention': { fr: 'Convention (canevas proposé)', en: 'Convention (proposed canvas)' },
  'start.ready': {
    fr: 'Tout est prêt : un vrai n8n avec nos nœuds, et un France Travail pour essayer.',
    en: 'All is ready: a real n8n with our nodes, and a France Travail to try against.',
  },
  'start.editor': {
    fr: "1. L'éditeur n8n, sur « Déclarer nos accompagnements » :",
    en: '1. The n8n editor, on "Déclarer nos accompagnements":',
  },
  'start.signIn': {
    fr: '   Pour entrer : {email}   mot de passe : {password}',
    en: '   To sign in: {email}   password: {password}',
  },
  'start.ownPassword': { fr: 'celui que vous avez choisi', en: 'the one that you chose' },
  'start.sandbox': {
    fr: '2. La page du bac à sable : ce que France Travail sait, avant et après :',
    en: '2. The page of the sandbox: what France Travail knows, before and after:',
  },
  'start.files': {
    fr: 'Les listes que n8n peut lire : {folder}',
    en: 'The lists that n8n may read: {folder}',
  },
  'start.stop': { fr: 'Pour arrêter : Ctrl-C dans ce terminal.', en: 'To stop: Ctrl-C in this terminal.' },
  'start.afresh': {
    fr: 'Pour repartir de zéro la prochaine fois : npm start -- --reset',
    en: 'To start afresh next time: npm start -- --reset',
  },
  'start.stopping': { fr: 'Arrêt en cours…', en: 'Stopping…' },
  'start.stopped': { fr: 'Arrêté. Rien ne tourne plus.', en: 'Stopped. Nothing is running any more.' },
  'start.unexpected': {
    fr: 'Imprévu : {why}. Relancez npm start ; si cela persiste, npm start -- --reset, et signalez cette ligne.',
    en: 'Unexpected: {why}. Run npm start again; if it persists, npm start -- --reset, and report this line.',
  },
  'start.n8nEnded': {
    fr: "n8n s'est arrêté tout seul (code {code}) ; tout est arrêté. Relancez npm start. Détail : {log}",
    en: 'n8n ended by itself (code {code}); everything is stopped. Run npm start again. Details: {log}',
  },
  'start.sandboxEnded': {
    fr: "Le bac à sable s'est arrêté tout seul (code {code}) ; tout est arrêté. Relancez npm start.",
    en: 'The sandbox ended by itself (code {code}); everything is stopped. Run npm start again.',
  },
  'start.help': {
    fr: `npm start -- [options]
  --n8n-port N       port de l'éditeur (5678)
  --sandbox-port N   port du bac à sable (8787)
  --reset            repart de zéro (n8n lui-même reste installé)
  --cache DOSSIER    où garder n8n (défaut : ~/.cache/n8n-nodes-plie-france-travail)
  --data DOSSIER     où garder cette instance
  --lang fr|en       langue (défaut : celle du terminal, sinon le français)`,
    en: `npm start -- [options]
  --n8n-port N       port of the editor (5678)
  --sandbox-port N   port of the sandbox (8787)
  --reset            starts afresh (n8n itself stays installed)
  --cache FOLDER     where n8n is kept (default: ~/.cache/n8n-nodes-plie-france-travail)
  --data FOLDER      where this instance is kept
  --lang fr|en       language (default: the terminal's, else French)`,
  },
} satisfies WordingEntries;
