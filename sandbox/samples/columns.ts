/** A cell before it is written: text as it stands, a number, or a real date (`YYYY-MM-DD`). */
export type Cell = string | { readonly number: number } | { readonly date: string };

/** Headers as PLIE usually have them, in order. */
export const COLUMNS = {
  id: 'N° participant',
  civility: 'Civilité',
  name: 'Nom',
  birthName: 'Nom de naissance',
  firstNames: 'Prénom',
  birthDate: 'Date de naissance',
  birthPlace: 'Lieu de naissance',
  nir: 'N° Sécurité Sociale',
  ftNumber: 'Identifiant France Travail',
  cafNumber: 'N° allocataire CAF',
  street: 'Adresse',
  postcode: 'CP',
  city: 'Ville',
  email: 'E-mail',
  phone: 'Tél. portable',
  rqth: 'RQTH',
  rsa: 'Bénéficiaire RSA',
  prescriber: 'Prescripteur',
  prescribedOn: 'Date de prescription',
  referent: 'Référent de parcours',
  structure: "Structure d'accompagnement",
  entry: "Date d'entrée PLIE",
  plannedEnd: 'Date de sortie prévue',
  stage: 'Étape en cours',
  lastMeeting: 'Date dernier entretien',
  exit: 'Date de sortie PLIE',
  exitReason: 'Motif de sortie',
  comment: 'Observations',
} as const;

export type Column = keyof typeof COLUMNS;

export type SampleLine = Readonly<Record<Column, Cell>>;

export const COLUMN_ORDER = Object.keys(COLUMNS) as readonly Column[];

export const EMPTY_LINE = Object.fromEntries(COLUMN_ORDER.map((column) => [column, ''])) as unknown as SampleLine;
