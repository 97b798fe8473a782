import { candidatesForReferral } from '../referrals';
import { createWorld, DEFAULT_SEED, type Person } from '../world';
import type { Cell, SampleLine } from './columns';
import { sampleLines } from './lines';

/** Headers of the list of people to take in, shorter than that of participants. */
export const TO_CHECK_COLUMNS = {
  id: 'N° de dossier',
  civility: 'Civilité',
  name: 'Nom',
  birthName: 'Nom de naissance',
  firstNames: 'Prénom',
  birthDate: 'Date de naissance',
  birthPlace: 'Lieu de naissance',
  ftNumber: 'Identifiant France Travail',
  phone: 'Tél. portable',
  postcode: 'CP',
  city: 'Ville',
} as const;

type Column = keyof typeof TO_CHECK_COLUMNS;
type Line = Readonly<Record<Column, Cell>>;

/** A line of the list of people to take in, and what it shows. */
export interface ToCheck {
  readonly about: string;
  readonly output: 'Nouveaux' | 'Doublons' | 'À vérifier';
  readonly line: Line;
}

/** One answer of a reviewer: two files and a word. */
export interface SampleAnswer {
  readonly id: string;
  readonly candidate: string;
  readonly answer: string;
}

/**
 * People who come to the PLIE, beside the sample list as its own base: some known already, some who only look so, one
 * twice, some whom another organism has. Always the same.
 */
export function peopleToCheck(): { readonly lines: readonly ToCheck[]; readonly answers: readonly SampleAnswer[] } {
  const samples = sampleLines();
  const base = samples.filter(({ kind }) => kind === 'clean').map(({ line }) => line);
  const listed = new Set(samples.map(({ line }) => line.ftNumber));
  const { people } = createWorld(DEFAULT_SEED);
  const referred = new Set(candidatesForReferral({ people } as Parameters<typeof candidatesForReferral>[0]));
  const others = people.filter((person) => !listed.has(person.ftNumber) && !referred.has(person));
  const free = others.filter(({ situation, certified }) => situation === 'free' && certified);
  const known = (at: number): SampleLine => base[at]!;
  const elsewhere = others.filter(({ situation, certified }) => situation === 'elsewhere' && certified);
  const forbidden = others.filter(({ situation }) => situation === 'forbidden');
  const lines: ToCheck[] = [];
  const add = (about: string, output: ToCheck['output'], line: Omit<Line, 'id'>): string => {
    const id = `A${String(101 + lines.length)}`;
    lines.push({ about, output, line: { ...line, id } });
    return id;
  };
  const fresh = ofPerson(free[0]!);
  add('Personne que personne ne connaît', 'Nouveaux', fresh);
  add('Déjà dans la base, écrite autrement (majuscules, sans accents)', 'Doublons', writtenPlainly(known(3)));
  add('Déjà dans la base : une faute de frappe, sans identifiant', 'Doublons', mistyped(known(7)));
  const twin = add('Sœur ou frère jumeau d’une personne de la base, déjà répondu « pas le même »', 'Nouveaux', {
    ...twinOf(known(11)),
    ftNumber: free[1]!.ftNumber,
  });
  add('Même nom et même date qu’une personne de la base, autre identifiant', 'À vérifier', {
    ...homonymOf(known(15)),
    ftNumber: free[2]!.ftNumber,
  });
  add('Personne que personne ne connaît', 'Nouveaux', ofPerson(free[3]!));
  add('Déjà accompagnée par un autre organisme, avec le même rôle', 'Doublons', ofPerson(elsewhere[0]!));
  add('Suivie par une autre structure : France Travail refuse de répondre', 'À vérifier', ofPerson(forbidden[0]!));
  add('Deux fois dans cette liste', 'Doublons', { ...fresh, name: plain(fresh.name), civility: '' });
  add('Sans identifiant : France Travail n’a pas pu être interrogé', 'À vérifier', {
    ...ofPerson(free[4]!),
    ftNumber: '',
  });
  return { lines, answers: [{ id: twin, candidate: String(known(11).id), answer: 'pas le même' }] };
}

function ofPerson(person: Person): Omit<Line, 'id'> {
  return {
    civility: person.sex === 'F' ? 'Mme' : 'M.',
    name: person.usageName ?? person.birthName,
    birthName: person.birthName,
    firstNames: person.firstNames,
    birthDate: { date: person.birthDate },
    birthPlace: person.birthPlace.name,
    ftNumber: person.ftNumber,
    phone: person.phone,
    postcode: person.town.postcode,
    city: person.town.name,
  };
}

function ofLine(line: SampleLine): Omit<Line, 'id'> {
  const { civility, name, birthName, firstNames, birthDate, birthPlace, ftNumber, phone, postcode, city } = line;
  return { civility, name, birthName, firstNames, birthDate, birthPlace, ftNumber, phone, postcode, city };
}

function writtenPlainly(known: SampleLine): Omit<Line, 'id'> {
  const line = ofLine(known);
  return { ...line, name: plain(line.name), birthName: plain(line.birthName), firstNames: plain(line.firstNames) };
}

/** The last two letters of the birth name changed over; the telephone is the same. */
function mistyped(known: SampleLine): Omit<Line, 'id'> {
  const name = String(known.birthName).replace(/(.)(.)$/, '$2$1');
  return { ...ofLine(known), name, birthName: name, ftNumber: '' };
}

function twinOf(known: SampleLine): Omit<Line, 'id'> {
  const firstNames = known.civility === 'Mme' ? 'Ludivine' : 'Ludovic';
  return { ...ofLine(known), firstNames, phone: '' };
}

function homonymOf(known: SampleLine): Omit<Line, 'id'> {
  return { ...ofLine(known), birthPlace: '', phone: '', postcode: '59995', city: 'Saint-Modèle' };
}

function plain(cell: Cell): string {
  return String(cell).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}
