/** Names that say of themselves that they are invented, in the manner of `shared/data/exports`. */
export const SURNAMES = [
  'Inventé',
  'Échantillon',
  "D'Épreuve",
  'Fictif',
  'Damaquette',
  'Elfictif',
  'Benexemple',
  'Diarra-Fictive',
  'Canevas',
  'Figurant',
  'Unvrai',
  'Delamaquette',
  'Unetelle',
  'Postiche',
  'Saint-Essai',
  'Hypothèse',
  'Ébauche',
  'Simulacre',
  'Simulet',
  'Exemplaire',
  'Nguyen-Exemple',
  'Brouillon',
  'Mannequin',
  'Prototype',
  'Essaidi',
  'Chimère',
  'Maquette',
  'Durêve',
  'Témoin-Modèle',
  'Ouldessai',
  'Quidam',
  'Imaginaire',
  'Gabarit',
  'Faussart',
  "N'Essai",
  'Pasréel',
  'Bacasable',
  'Van Fictief',
  'Da Silva-Exemple',
  'Kaboré-Fictif',
] as const;

export const FIRST_NAMES = {
  F: [
    'Fatoumata',
    'Khadija',
    'Rokia',
    'Chloé',
    'Laëtitia',
    'Amina',
    'Inès',
    'Hélène',
    'Yasmina',
    'Gwenaëlle',
    'Marie-Ange',
    'Béatrice',
    'Sonia',
    'Thérèse',
    'Patricia',
    'Aïcha',
    'Zoé',
    'Anaïs',
    'Françoise',
    'Élodie',
    'Nadège',
    'Sabrina',
    'Maëlys',
    'Joëlle',
  ],
  M: [
    'Youssef',
    'Éric',
    'Ivan',
    'Rachid',
    'Stéphane',
    'Loïc',
    'Cédric',
    'Grégory',
    'Pascal',
    'Théo',
    'Hamza',
    'Karim',
    'Noël',
    'Jérôme',
    'Mickaël',
    'François',
    'Abdoulaye',
    'Gaëtan',
    'Régis',
    'Jean-Luc',
    'Raphaël',
    'Benoît',
    'Sébastien',
    'Moussa',
  ],
} as const;

/** Second given names, without accents problems of their own. */
export const SECOND_NAMES = { F: ['Anne', 'Rose', 'Denise'], M: ['Jules', 'Paul', 'Omar'] } as const;

/** Where people were born: name, INSEE code as FT knows it, and the five characters that the NIR carries (commune 999 does not exist). */
export const BIRTHPLACES = [
  { name: 'LILLE', code: '59350', inNir: '59999' },
  { name: 'ROUBAIX', code: '59512', inNir: '59999' },
  { name: 'LENS', code: '62498', inNir: '62999' },
  { name: 'ARLES', code: '13004', inNir: '13999' },
  { name: 'AJACCIO', code: '2A004', inNir: '2A999' },
  { name: 'BASTIA', code: '2B033', inNir: '2B999' },
  { name: 'SAINT-DENIS', code: '97411', inNir: '97499' },
  { name: 'ORAN', code: '99352', inNir: '99999' },
  { name: 'BAMAKO', code: '99335', inNir: '99999' },
  { name: 'LODZ', code: '99122', inNir: '99999' },
  { name: 'CASABLANCA', code: '99350', inNir: '99999' },
  { name: 'KINDIA', code: '99330', inNir: '99999' },
] as const;

/** Towns that are on no map. */
export const TOWNS = [
  { name: 'Exempleville', postcode: '59998', insee: '59998' },
  { name: 'Fausse-sur-Deûle', postcode: '59997', insee: '59997' },
  { name: 'Essai-lez-Exempleville', postcode: '59996', insee: '59996' },
  { name: 'Saint-Modèle', postcode: '59995', insee: '59995' },
] as const;

export const STREETS = [
  'rue du Faux-Semblant',
  "avenue de l'Exemple",
  'rue du Brouillon',
  'boulevard de la Maquette',
  'place des Données-Fictives',
  'impasse Jean-Inventé',
  'allée des Essais',
] as const;

/** Why France Travail is about to chase someone, and by which way. */
export const RELANCE_REASONS = [
  'Aucun rendez-vous depuis 3 mois',
  'Absence au dernier entretien',
  'Actualisation du mois non faite',
  "Contrat d'engagement non signé",
  'Sans accompagnement connu depuis 6 mois',
  'Sans réponse au dernier courrier',
] as const;

export const RELANCE_CHANNELS = ['SMS', 'e-mail', 'courrier', 'appel téléphonique', 'convocation'] as const;

/** Référents de parcours of the PLIE, for samples. */
export const REFERENTS = [
  'Andrée MODELAGE',
  'Claude EXEMPLIER',
  'Dominique INVENTÉ-PRO',
  'Camille DESSAIS',
  'Sacha FACTICE',
] as const;
