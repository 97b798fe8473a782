import { PIVOT_FIELDS, type FieldKind } from '../../src/fields';
import { DICTIONARY, translate } from '../../src/wording';

const WHAT: Readonly<Record<FieldKind, string>> = {
  reference: 'texte stable, propre au PLIE ; jamais un numéro de ligne ni de sécurité sociale',
  text: 'texte',
  name: 'texte, tel qu’il est écrit',
  date: 'date',
  sex: 'F ou M (lu aussi dans la civilité)',
  flag: 'oui, non ; vide = non connu',
  nir: '13 ou 15 caractères ; ne voyage que vers l’intérieur',
  franceTravailNumber: '11 chiffres, en texte',
  email: 'adresse de courriel',
  phone: 'numéro de téléphone',
  postcode: '5 chiffres, en texte',
  placeCode: 'code INSEE (5 caractères), ou 99xxx pour un pays',
  structureCode: 'PLI5901 (Aurore) ou 5 chiffres (SAFIR)',
  role: 'REFERENT ou PARTENAIRE',
  exitReason: 'motif du PLIE, rapproché de la table des motifs',
};

const MADE = '<!-- Page faite par `npm run docs` à partir du dictionnaire : ne pas la modifier à la main. -->';

/** `docs/champs.md`: the pivot fields as staff see them. */
export function fieldsPage(): string {
  const rows = PIVOT_FIELDS.map(
    ({ id, kind, leaves }) =>
      `| \`${id}\` | ${translate('fr', `fields.${id}`)} | ${WHAT[kind]} | ${leaves === 'never' ? 'jamais par défaut' : 'si la convention le liste'} |`,
  );
  return [
    MADE,
    '',
    '# Les champs',
    '',
    'Une seule liste pour tous les nœuds, commandes et fichiers. La colonne *identifiant* ne change jamais : les modèles et les',
    'conventions s’appuient dessus. Dates lues sous toutes les formes usuelles (`31/12/2025`, `2025-12-31`, `31.12.25`, numéro Excel).',
    '',
    '| identifiant | libellé | contenu | part vers France Travail |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** The rooms whose sentences a user can meet on a line of the list, in the order of the work. */
const CHAPTERS: readonly (readonly [string, string])[] = [
  ['intake', 'En lisant la liste'],
  ['identity', 'Sur l’identité'],
  ['accompaniment', 'Sur l’accompagnement'],
  ['convention', 'Sur la convention'],
  ['delivery', 'Pendant l’envoi'],
  ['exchange', 'Réponses de France Travail et accès'],
  ['referral', 'Sur les prescriptions'],
  ['ledger', 'Sur le registre'],
];

/** `docs/messages.md`: every sentence with its code, so that one can be found from a screen or from a log. */
export function messagesPage(): string {
  const chapters = CHAPTERS.flatMap(([room, title]) => {
    const rows = Object.entries(DICTIONARY)
      .filter(([code]) => code.startsWith(`${room}.`))
      .map(([code, { fr }]) => `| ${cell(fr)} | \`${code}\` |`);
    return rows.length === 0 ? [] : [`## ${title}`, '', '| message | code |', '|---|---|', ...rows, ''];
  });
  return [
    MADE,
    '',
    '# Les messages',
    '',
    'Chaque message dit ce qui s’est passé, pour quel N° de dossier, et quoi faire. Les mots entre accolades sont remplacés à l’affichage.',
    'Le code technique suit la phrase : c’est lui qu’il faut donner à l’administratrice.',
    '',
    ...chapters,
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
}
