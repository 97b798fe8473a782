import type { WordingEntries } from '../wording';

/** What the two credentials say: labels, hints, and the sentences of their test. */
export const credentialsEntries = {
  'credentials.access.name': { fr: 'Accès France Travail', en: 'France Travail access' },
  'credentials.access.profile': { fr: 'Profil d’échange', en: 'Exchange profile' },
  'credentials.access.profile.description': {
    fr: 'Le contrat que l’on parle avec France Travail. « Proposé » : écrit par ce projet, pas encore publié par France Travail. « Publié » : ce que France Travail a publié.',
    en: 'The contract spoken with France Travail. "Proposed": written by this project, not yet published by France Travail. "Published": what France Travail has published.',
  },
  'credentials.access.profile.interfaceCommune': {
    fr: 'Interface commune PLIE – France Travail [proposé]',
    en: 'Common interface PLIE – France Travail [proposed]',
  },
  'credentials.access.profile.interfaceCommune.description': {
    fr: 'Complet : déclarer, relire, recevoir et répondre aux prescriptions, vérifier une personne',
    en: 'Complete: declare, read back, receive and answer referrals, check a person',
  },
  'credentials.access.profile.lpe': {
    fr: 'Interfaces « plein emploi » (LPE) [publié]',
    en: '"Plein emploi" interfaces (LPE) [published]',
  },
  'credentials.access.profile.lpe.description': {
    fr: 'Ce qui existe aujourd’hui : vérifier une personne, son inscription, son orientation',
    en: 'What exists today: check a person, their registration, their orientation',
  },
  'credentials.access.profile.custom': { fr: 'Un autre profil', en: 'Another profile' },
  'credentials.access.profile.custom.description': {
    fr: 'Collé ci-dessous, par exemple celui que France Travail ou le réseau vous a remis',
    en: 'Pasted below, for example the one that France Travail or your network gave you',
  },
  'credentials.access.customProfile': { fr: 'Profil (JSON)', en: 'Profile (JSON)' },
  'credentials.access.customProfile.description': {
    fr: 'Le profil d’échange entier, ou le nom d’un fichier (« mon-profil.json ») déposé dans « plie-france-travail/profiles » du dossier de n8n. Le test de cet accès dit précisément ce qui n’y va pas.',
    en: 'The whole exchange profile, or the name of a file ("my-profile.json") laid in "plie-france-travail/profiles" of n8n’s folder. The test of this access says precisely what is wrong with it.',
  },
  'credentials.access.apiBaseUrl': { fr: 'Adresse de l’API', en: 'API address' },
  'credentials.access.apiBaseUrl.description': {
    fr: 'Laissez vide : celle du profil. À remplir pour le bac à sable. Seules les adresses du profil sont acceptées.',
    en: "Leave empty: the profile's own. Fill in for the sandbox. Only the profile's addresses are accepted.",
  },
  'credentials.access.apiBaseUrl.placeholder': {
    fr: 'http://127.0.0.1:8787/partenaire',
    en: 'http://127.0.0.1:8787/partenaire',
  },
  'credentials.access.tokenUrl': { fr: 'Adresse du jeton', en: 'Token address' },
  'credentials.access.tokenUrl.description': {
    fr: 'Laissez vide : celle du profil. Sinon, adresse entière avec son « realm ».',
    en: "Leave empty: the profile's own. Otherwise the whole address with its realm.",
  },
  'credentials.access.tokenUrl.placeholder': {
    fr: 'http://127.0.0.1:8787/connexion/oauth2/access_token?realm=%2Fagent',
    en: 'http://127.0.0.1:8787/connexion/oauth2/access_token?realm=%2Fagent',
  },
  'credentials.access.clientId': { fr: 'Identifiant client', en: 'Client ID' },
  'credentials.access.clientId.description': {
    fr: 'Remis par France Travail avec le secret',
    en: 'Given by France Travail together with the client secret',
  },
  'credentials.access.clientSecret': { fr: 'Secret client', en: 'Client secret' },
  'credentials.access.clientSecret.description': {
    fr: 'Gardé chiffré par n8n, jamais affiché ni écrit dans un journal',
    en: 'Kept encrypted by n8n, never shown nor written to a log',
  },
  'credentials.access.structureCode': { fr: 'Code de la structure', en: 'Structure code' },
  'credentials.access.structureCode.description': {
    fr: 'Code de votre PLIE chez France Travail : trois lettres et quatre chiffres, ou cinq chiffres (SAFIR)',
    en: "Your PLIE's code at France Travail: three letters and four digits, or five digits (SAFIR)",
  },
  'credentials.access.structureCode.placeholder': { fr: 'PLI5901', en: 'PLI5901' },
  'credentials.access.structureLabel': { fr: 'Nom de la structure', en: 'Structure name' },
  'credentials.access.structureLabel.description': {
    fr: 'Tel que France Travail doit le lire. Une colonne « Structure » de votre liste passe devant.',
    en: 'As France Travail should read it. A column "Structure" in your list takes precedence.',
  },
  'credentials.access.structureLabel.placeholder': { fr: 'PLIE de …', en: 'PLIE of …' },
  'credentials.access.role': { fr: 'Rôle de la structure', en: 'Role of the structure' },
  'credentials.access.role.description': {
    fr: 'Ce que votre PLIE est pour les personnes que vous déclarez',
    en: 'What your PLIE is for the people you declare',
  },
  'credentials.access.role.REFERENT': { fr: 'Référent du parcours', en: 'In charge of the path' },
  'credentials.access.role.PARTENAIRE': { fr: 'Partenaire', en: 'Partner' },
  'credentials.access.agentName': { fr: 'Nom de l’agent', en: 'Agent last name' },
  'credentials.access.agentName.description': {
    fr: 'Qui appelle, aux yeux de France Travail. Laissez vide pour un envoi automatique (« BATCH »).',
    en: 'Who calls, as France Travail sees it. Leave empty for an automatic run ("BATCH").',
  },
  'credentials.access.agentFirstName': { fr: 'Prénom de l’agent', en: 'Agent first name' },
  'credentials.access.agentFirstName.description': {
    fr: 'Laissez vide pour un envoi automatique',
    en: 'Leave empty for an automatic run',
  },
  'credentials.access.agentId': { fr: 'Identifiant de l’agent', en: 'Agent ID' },
  'credentials.access.agentId.description': {
    fr: 'Laissez vide pour un envoi automatique (« BATCH »)',
    en: 'Leave empty for an automatic run ("BATCH")',
  },
  'credentials.access.ledgerSecret': { fr: 'Clé du registre', en: 'Ledger key' },
  'credentials.access.ledgerSecret.description': {
    fr: 'Une phrase longue, à vous. Elle protège le registre de ce qui a été dit à France Travail. Gardez-la : si elle change, le registre n’est plus lisible.',
    en: 'A long phrase of your own. It protects the ledger of what France Travail was told. Keep it: if it changes, the ledger can no longer be read.',
  },
  'credentials.access.stopEverything': { fr: 'Tout arrêter', en: 'Stop everything' },
  'credentials.access.stopEverything.description': {
    fr: 'Coché : plus aucun appel vers France Travail avec cet accès, ni envoi ni lecture, dès la prochaine exécution. Pour tout arrêter d’un coup, quel que soit l’accès : PLIE_FT_STOP=1 dans l’environnement de n8n, puis redémarrez-le.',
    en: 'Ticked: no more call to France Travail with this access, neither sending nor reading, from the next run on. To stop everything at once, whatever the access: PLIE_FT_STOP=1 in n8n’s environment, then restart it.',
  },
  'credentials.access.otherHost': {
    fr: 'Cet accès ne s’utilise que vers {host} : il n’est jamais envoyé à une autre adresse.',
    en: 'This access is used towards {host} only: it is never sent to another address.',
  },
  'credentials.access.test.ok': {
    fr: 'France Travail répond et accepte cet accès.',
    en: 'France Travail answers and accepts this access.',
  },

  'credentials.convention.name': { fr: 'Convention de partage', en: 'Sharing convention' },
  'credentials.convention.source': { fr: 'Ce qui peut passer', en: 'What may pass' },
  'credentials.convention.source.description': {
    fr: 'Tout ce qui n’est pas listé reste chez vous : rien d’autre n’atteint le réseau',
    en: 'Whatever is not listed stays with you: nothing else reaches the network',
  },
  'credentials.convention.source.canvas': { fr: 'Le canevas proposé', en: 'The proposed canvas' },
  'credentials.convention.source.canvas.description': {
    fr: 'Identifiant France Travail, structure, référent de parcours, dates et sortie ; ni numéro de sécurité sociale, ni santé, ni commentaire',
    en: 'France Travail number, structure, référent, dates and exit; no social security number, no health, no comment',
  },
  'credentials.convention.source.choose': { fr: 'Choisir les champs', en: 'Choose the fields' },
  'credentials.convention.source.choose.description': {
    fr: 'Cocher ce que l’on donne et ce que l’on reçoit',
    en: 'Tick what is given and what is received',
  },
  'credentials.convention.source.json': { fr: 'Coller une convention entière', en: 'Paste a whole convention' },
  'credentials.convention.source.json.description': {
    fr: 'Le fichier remis par votre réseau, opération par opération',
    en: 'The file given by your network, operation by operation',
  },
  'credentials.convention.canvas.notice': {
    fr: '<b>Pour retrouver la personne :</b> {identifiers}.<br><b>Donnés sur l’accompagnement :</b> {declared}.<br><b>Reçus sur les accompagnements en cours :</b> {accompanimentReceived}.<br><b>Reçus avec une prescription :</b> {referralReceived}.<br><b>Donnés en répondant :</b> {answered}.<br>Rien d’autre ne passe.',
    en: '<b>To find the person:</b> {identifiers}.<br><b>Given about the accompaniment:</b> {declared}.<br><b>Received about current accompaniments:</b> {accompanimentReceived}.<br><b>Received with a referral:</b> {referralReceived}.<br><b>Given when answering:</b> {answered}.<br>Nothing else passes.',
  },
  'credentials.convention.title': { fr: 'Titre', en: 'Title' },
  'credentials.convention.title.description': {
    fr: 'Tel qu’il sera cité, par exemple avec la date de signature',
    en: 'As it will be quoted, for example with the date of signature',
  },
  'credentials.convention.title.placeholder': {
    fr: 'Convention PLIE de … – France Travail, 2026',
    en: 'Convention PLIE of … – France Travail, 2026',
  },
  'credentials.convention.identifiers': {
    fr: 'Donnés pour retrouver la personne',
    en: 'Given to find the person',
  },
  'credentials.convention.identifiers.description': {
    fr: 'L’identifiant France Travail suffit. Le numéro de sécurité sociale ne sert qu’avec la date de naissance, et seulement si votre convention le prévoit.',
    en: 'The France Travail number is enough. The social security number is used only with the birth date, and only if your convention says so.',
  },
  'credentials.convention.declared': { fr: 'Donnés sur l’accompagnement', en: 'Given about the accompaniment' },
  'credentials.convention.declared.description': {
    fr: 'Pour ouvrir, mettre à jour, suspendre, reprendre, clore et annuler. La structure et la date d’entrée sont toujours nécessaires.',
    en: 'To open, update, suspend, resume, close and cancel. The structure and the entry date are always needed.',
  },
  'credentials.convention.referralReceived': { fr: 'Reçus avec une prescription', en: 'Received with a referral' },
  'credentials.convention.referralReceived.description': {
    fr: 'Ce que France Travail vous dit de la personne orientée ; le reste est écarté dès la réception',
    en: 'What France Travail tells you about the person; the rest is dropped on arrival',
  },
  'credentials.convention.answered': { fr: 'Donnés en répondant', en: 'Given when answering' },
  'credentials.convention.answered.description': {
    fr: 'En plus de la décision, de sa date et du motif',
    en: 'Beside the decision, its date and the reason',
  },
  'credentials.convention.accompanimentReceived': {
    fr: 'Reçus sur les accompagnements en cours',
    en: 'Received about current accompaniments',
  },
  'credentials.convention.accompanimentReceived.description': {
    fr: 'Pour savoir qui accompagne déjà la personne. Rien de coché : on ne le demande pas.',
    en: 'To know who accompanies the person already. Nothing ticked: it is not asked.',
  },
  'credentials.convention.json': { fr: 'Convention (JSON)', en: 'Convention (JSON)' },
  'credentials.convention.json.description': {
    fr: 'Pour chaque opération et chaque sens, les champs qui peuvent passer',
    en: 'For each operation and direction, the fields that may pass',
  },
  'credentials.convention.test.ok': {
    fr: 'La convention « {title} » est lisible. Opérations permises : {operations}.',
    en: 'The convention "{title}" can be read. Operations allowed: {operations}.',
  },
} as const satisfies WordingEntries;
