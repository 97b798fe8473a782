import { addDays } from '../moment';
import { fullNir, REFERENTS, type Person, type Random } from '../world';
import type { SampleLine } from './columns';

/** The day for which the sample tells the truth. */
export const REFERENCE_DAY = '2026-11-24';

const PRESCRIBERS = [
  'France Travail Exempleville',
  "CCAS d'Exempleville",
  'Département Fictif',
  'Candidature spontanée',
] as const;
const STRUCTURES = ["PLIE d'Exempleville", "CCAS d'Exempleville", 'Association Tremplin Inventé'] as const;
const STAGES = [
  'Diagnostic / orientation',
  'Remobilisation',
  'Formation',
  "Activité d'insertion (SIAE)",
  'Emploi ordinaire',
] as const;
const COMMENTS = ['', '', '', 'Rappeler en janvier', 'Ne pas appeler avant 10 h', 'Souhaite un temps partiel'] as const;
const EXIT_REASONS = [
  'CDI',
  'CDD de 6 mois et plus',
  'Formation qualifiante validée',
  "Création d'entreprise",
  'Déménagement hors territoire',
] as const;

/** A line as it would stand in a well-kept list: everything right, dates real. */
export function baseLine(person: Person, random: Random): SampleLine {
  const entry = addDays('2023-02-01', random.int(1300));
  const lastMeeting = earlier(addDays(entry, 20 + random.int(500)), addDays(REFERENCE_DAY, -random.int(60) - 4));
  return {
    id: '',
    civility: person.sex === 'F' ? 'Mme' : 'M.',
    name: person.usageName ?? person.birthName,
    birthName: person.birthName,
    firstNames: person.firstNames,
    birthDate: { date: person.birthDate },
    birthPlace: person.birthPlace.name,
    nir: random.chance(0.1) ? '' : spelledNir(fullNir(person), random),
    ftNumber: person.ftNumber,
    cafNumber: random.chance(0.6) ? `999${String(random.int(10_000)).padStart(4, '0')}` : '',
    street: person.street,
    postcode: person.town.postcode,
    city: person.town.name,
    email: person.email ?? '',
    phone: spacedPhone(person.phone, random),
    rqth: random.pick(['Non', 'Non', 'Non', 'Oui', '']),
    rsa: person.rsa ? random.pick(['Oui', 'Oui', 'O', 'oui']) : random.pick(['Non', 'Non', 'N']),
    prescriber: random.pick(PRESCRIBERS),
    prescribedOn: { date: addDays(entry, -10 - random.int(60)) },
    referent: random.pick(REFERENTS),
    structure: random.pick(STRUCTURES),
    entry: { date: entry },
    plannedEnd: { date: addDays(entry, 730) },
    stage: random.pick(STAGES),
    lastMeeting: { date: lastMeeting },
    exit: '',
    exitReason: '',
    comment: random.pick(COMMENTS),
  };
}

/** The same line, its accompaniment over for a reason of the usual list. */
export function endedLine(line: SampleLine, random: Random): SampleLine {
  const lastMeeting =
    typeof line.lastMeeting === 'object' && 'date' in line.lastMeeting ? line.lastMeeting.date : REFERENCE_DAY;
  return {
    ...line,
    exit: { date: earlier(addDays(lastMeeting, 7), REFERENCE_DAY) },
    exitReason: random.pick(EXIT_REASONS),
  };
}

/** 15 characters, or spaced by groups, or without the key: all three are met in life. */
function spelledNir(nir: string, random: Random): string {
  const spaced = nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');
  return random.pick([nir, nir, nir, spaced, nir.slice(0, 13)]);
}

function spacedPhone(phone: string, random: Random): string {
  return random.chance(0.6) ? phone.replace(/(..)(?=.)/g, '$1 ') : phone;
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}
