import { addDays } from '../moment';
import { fullNir, nirKey, type Person, type Random, type Situation } from '../world';
import { endedLine } from './baseLine';
import { COLUMN_ORDER, EMPTY_LINE, type SampleLine } from './columns';

/** Where a line ends when the list is declared with the usual settings. */
export type Destination = 'declared' | 'alreadyAccompanied' | 'toCorrect' | 'waiting' | 'ignored';

/** One kind of line: what is the matter with it, how often it occurs, and what becomes of it. */
export interface LineKind {
  readonly id: string;
  /** What a reader of the table is told, in French. */
  readonly about: string;
  readonly count: number;
  readonly destination: Destination;
  /** Which people it is about; default: known, certified, about to be chased. */
  readonly who?: (person: Person) => boolean;
  /** Makes the line dirty; may give two lines for one. */
  readonly edit?: (line: SampleLine, person: Person, random: Random) => SampleLine | readonly SampleLine[];
}

const inSituation = (situation: Situation) => (person: Person) => person.situation === situation && person.certified;
const accompaniedBy = (code: string) => (person: Person) =>
  person.situation === 'elsewhere' && person.certified && person.other?.organism.code === code;
const chased = (person: Person): boolean =>
  person.situation === 'free' && person.certified && person.relance !== undefined;
const chasedWithAccent = (person: Person): boolean => chased(person) && /[éèëïç]/.test(person.firstNames);

/** Every date that a person types, in the way that this line has. */
const spelled =
  (spell: (day: string) => string) =>
  (line: SampleLine): SampleLine =>
    Object.fromEntries(
      COLUMN_ORDER.map((column) => {
        const cell = line[column];
        return [column, typeof cell === 'object' && 'date' in cell ? spell(cell.date) : cell];
      }),
    ) as unknown as SampleLine;

/** Days since 30 December 1899, as Excel counts. */
function excelSerial(day: string): number {
  return Math.round(Date.parse(day) / 86_400_000) + 25_569;
}

export const LINE_KINDS: readonly LineKind[] = [
  {
    id: 'clean',
    about: 'Lignes propres : dates JJ/MM/AAAA, NIR avec, sans clé, espacé ou absent',
    count: 79,
    destination: 'declared',
  },
  {
    id: 'ended',
    about: 'Accompagnement terminé, date et motif de sortie reconnus : à dire par *Clore*, non par *Ouvrir*',
    count: 6,
    destination: 'toCorrect',
    edit: (line, _, random) => endedLine(line, random),
  },
  {
    id: 'iso',
    about: 'Dates écrites 2025-12-31',
    count: 3,
    destination: 'declared',
    edit: (line) => spelled((day) => day)(line),
  },
  {
    id: 'dotted',
    about: 'Dates écrites 31.12.25',
    count: 3,
    destination: 'declared',
    edit: (line, person) => ({
      ...spelled((day) => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(2, 4)}`)(line),
      birthDate: { date: person.birthDate },
    }),
  },
  {
    id: 'serial',
    about: "Date d'entrée restée en numéro de série Excel (46022)",
    count: 2,
    destination: 'declared',
    edit: (line) => ({
      ...line,
      entry:
        typeof line.entry === 'object' && 'date' in line.entry ? { number: excelSerial(line.entry.date) } : line.entry,
    }),
  },
  {
    id: 'mojibake',
    about: 'Noms aux accents abîmés (HÃ©lÃ¨ne)',
    count: 2,
    destination: 'declared',
    who: chasedWithAccent,
    edit: (line) => ({
      ...line,
      firstNames: mojibake(line.firstNames),
      name: mojibake(line.name),
      birthName: mojibake(line.birthName),
    }),
  },
  {
    id: 'elsewhereMl',
    about: 'Déjà accompagnée par une mission locale',
    count: 1,
    destination: 'alreadyAccompanied',
    who: accompaniedBy('ML'),
  },
  {
    id: 'elsewhereCe',
    about: 'Déjà accompagnée par Cap emploi',
    count: 1,
    destination: 'alreadyAccompanied',
    who: accompaniedBy('CE'),
  },
  {
    id: 'elsewhereCd',
    about: 'Déjà accompagnée par le Département',
    count: 1,
    destination: 'alreadyAccompanied',
    who: accompaniedBy('CD'),
  },
  {
    id: 'elsewherePlie',
    about: 'Déjà accompagnée par un autre PLIE',
    count: 1,
    destination: 'alreadyAccompanied',
    who: accompaniedBy('PLIE'),
  },
  {
    id: 'unknown',
    about: 'Inconnue de France Travail',
    count: 2,
    destination: 'toCorrect',
    who: inSituation('unknown'),
  },
  {
    id: 'several',
    about: 'Plusieurs dossiers à France Travail pour la même personne',
    count: 2,
    destination: 'toCorrect',
    who: inSituation('several'),
  },
  {
    id: 'struckOff',
    about: 'Radiée de la liste des demandeurs d’emploi',
    count: 1,
    destination: 'toCorrect',
    who: inSituation('struckOff'),
  },
  {
    id: 'incomplete',
    about: 'Inscription à France Travail incomplète',
    count: 1,
    destination: 'toCorrect',
    who: inSituation('incomplete'),
  },
  {
    id: 'forbidden',
    about: 'Suivie par une autre structure : accès refusé',
    count: 1,
    destination: 'toCorrect',
    who: inSituation('forbidden'),
  },
  {
    id: 'uncertified',
    about: 'Identité non certifiée à France Travail',
    count: 2,
    destination: 'toCorrect',
    who: (person) => person.situation === 'free' && !person.certified,
  },
  {
    id: 'noAddress',
    about: 'Sans adresse à France Travail : la recherche tombe en panne (R998)',
    count: 1,
    destination: 'waiting',
    who: inSituation('noAddress'),
  },
  {
    id: 'wrongKey',
    about: 'NIR dont la clé est fausse',
    count: 1,
    destination: 'toCorrect',
    edit: (line, person) => ({ ...line, nir: person.nir + nextKey(nirKey(person.nir)) }),
  },
  {
    id: 'otherBirthDate',
    about: 'NIR qui contredit la date de naissance (colonnes glissées d’une ligne)',
    count: 1,
    destination: 'toCorrect',
    edit: (line, person) => ({ ...line, birthDate: { date: shiftedYear(person.birthDate, 3) }, nir: fullNir(person) }),
  },
  {
    id: 'otherSex',
    about: 'NIR qui contredit la civilité',
    count: 1,
    destination: 'toCorrect',
    edit: (line, person) => ({ ...line, civility: person.sex === 'F' ? 'M.' : 'Mme', nir: fullNir(person) }),
  },
  {
    id: 'lostZero',
    about: 'Identifiant France Travail qui a perdu son zéro dans Excel (10 chiffres)',
    count: 2,
    destination: 'toCorrect',
    who: (person) => chased(person) && person.ftNumber.startsWith('0'),
    edit: (line, person) => ({ ...line, ftNumber: { number: Number(person.ftNumber) } }),
  },
  {
    id: 'impossibleDate',
    about: "Date d'entrée impossible (31/02/2026)",
    count: 1,
    destination: 'toCorrect',
    edit: (line) => ({ ...line, entry: '31/02/2026' }),
  },
  {
    id: 'endBeforeStart',
    about: "Sortie avant l'entrée",
    count: 1,
    destination: 'toCorrect',
    edit: (line) => ({
      ...line,
      entry: { date: '2026-03-02' },
      lastMeeting: { date: '2026-03-20' },
      exit: { date: '2026-01-15' },
      exitReason: 'CDI',
    }),
  },
  {
    id: 'future',
    about: "Date d'entrée dans le futur (2031) : accompagnement prévu",
    count: 1,
    destination: 'declared',
    edit: (line) => ({ ...line, entry: { date: '2031-01-06' }, plannedEnd: '', lastMeeting: '' }),
  },
  {
    id: 'unknownReason',
    about: 'Motif de sortie inconnu (« CDI chez un particulier »)',
    count: 1,
    destination: 'toCorrect',
    edit: (line, _, random) => ({ ...endedLine(line, random), exitReason: 'CDI chez un particulier' }),
  },
  {
    id: 'twice',
    about: 'Deux lignes pour le même N° de participant, qui se contredisent',
    count: 1,
    destination: 'toCorrect',
    edit: (line) => [
      { ...line, entry: { date: '2025-09-01' } },
      { ...line, entry: { date: '2026-02-02' }, lastMeeting: { date: addDays('2026-02-02', 30) } },
    ],
  },
  {
    id: 'slipped',
    about: 'Colonnes décalées d’une case vers la droite à partir du NIR',
    count: 1,
    destination: 'toCorrect',
    edit: (line, person) => slipped({ ...line, nir: fullNir(person) }),
  },
  { id: 'empty', about: 'Ligne entièrement vide', count: 1, destination: 'ignored', edit: () => EMPTY_LINE },
];

/** People of the default kind. */
export const DEFAULT_WHO = chased;

/** A key that looks right, and is the next one's. */
function nextKey(key: string): string {
  return String((Number(key) % 97) + 1).padStart(2, '0');
}

/** UTF-8 read as Windows-1252: what a wrong import does to accents. */
function mojibake(cell: SampleLine[keyof SampleLine]): string {
  return typeof cell === 'string' ? new TextDecoder('windows-1252').decode(Buffer.from(cell, 'utf8')) : '';
}

function shiftedYear(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

/** Everything from the NIR to the e-mail stands one cell too far to the right. */
function slipped(line: SampleLine): SampleLine {
  const from = COLUMN_ORDER.indexOf('nir');
  const to = COLUMN_ORDER.indexOf('phone');
  const moved = COLUMN_ORDER.map((column, index) => {
    if (index < from || index > to) return [column, line[column]];
    const left = index === from ? undefined : COLUMN_ORDER[index - 1];
    return [column, left === undefined ? '' : line[left]];
  });
  return Object.fromEntries(moved) as unknown as SampleLine;
}
