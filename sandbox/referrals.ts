import type { Referral, Store } from './store';
import { seededRandom, type Person, type World } from './world';
import { addDays, type Moment } from './moment';

const PRESCRIBERS = [
  {
    organism: 'FT',
    agency: 'Agence Fictive Exempleville Centre',
    adviser: 'A. Conseiller-Fictif',
    email: 'conseil@example.org',
  },
  { organism: 'FT', agency: 'Agence Fictive Saint-Modèle' },
  { organism: 'CD', agency: 'Maison Fictive du Département', adviser: 'B. Référente-Fictive' },
] as const;

const REASONS = [
  'Besoin d’un accompagnement renforcé',
  'Bénéficiaire du RSA, éloignement durable de l’emploi',
  'Projet professionnel à construire',
  'Sans emploi depuis plus de 2 ans',
] as const;

/** People whom France Travail may send to the PLIE: known, certified, accompanied by nobody, out of every sample. */
export function candidatesForReferral(world: World): Person[] {
  return world.people.filter((person) => {
    const { situation, certified, relance, awaitsOrientation } = person;
    return situation === 'free' && certified && relance === undefined && !awaitsOrientation;
  });
}

const AT_THE_START = 12;

/** The referrals that wait when the sandbox opens: some days old, one modified, one cancelled, one closed by France Travail. */
export function seedReferrals(world: World, store: Store, moment: Moment, structureCode: string): void {
  const random = seededRandom(world.seed, 3);
  const people = random.shuffled(candidatesForReferral(world)).slice(0, AT_THE_START);
  people.forEach((person, index) => {
    const day = addDays(moment.today, index - AT_THE_START);
    const referral = newReferral(store, person, structureCode, `${day}T08:${10 + index}:00.000Z`, random.int(1000));
    store.referrals.set(referral.id, referral);
    if (index === 2) Object.assign(referral, { state: 'MODIFIEE', version: 2, comment: 'Nouvelle adresse e-mail' });
    if (index === 5)
      Object.assign(referral, { state: 'ANNULEE', version: 2, comment: 'A retrouvé un emploi', closed: true });
    if (index === 8) referral.closed = true;
  });
}

/** What a person can say in the page's form, or in `POST /admin/referrals`. Everything may be left out. */
export interface ReferralOrder {
  readonly person?: number;
  readonly reason?: string;
  readonly comment?: string;
  readonly dueInDays?: number;
}

/** Sends one more referral to the structure. Returns nothing when everybody has been sent already. */
export function sendReferral(
  world: World,
  store: Store,
  moment: Moment,
  structureCode: string,
  order: ReferralOrder,
): Referral | undefined {
  const sent = new Set([...store.referrals.values()].map(({ person }) => person));
  const person =
    order.person === undefined
      ? candidatesForReferral(world).find(({ index }) => !sent.has(index))
      : world.people[order.person];
  if (person === undefined || sent.has(person.index)) return undefined;
  const referral: Referral = {
    ...newReferral(store, person, structureCode, moment.at, person.index),
    ...(order.reason === undefined ? {} : { reason: order.reason }),
    ...(order.comment === undefined ? {} : { comment: order.comment }),
    ...(order.dueInDays === undefined ? {} : { dueOn: addDays(moment.today, order.dueInDays) }),
  };
  store.referrals.set(referral.id, referral);
  return referral;
}

function newReferral(
  store: Store,
  person: Person,
  structureCode: string,
  createdAt: string,
  variant: number,
): Referral {
  const rank = store.referrals.size + 1;
  const reason = REASONS[variant % REASONS.length];
  return {
    id: `PRE-${createdAt.slice(0, 4)}-${String(rank).padStart(5, '0')}`,
    structureCode,
    person: person.index,
    version: 1,
    state: 'A_TRAITER',
    createdAt,
    ...(variant % 4 === 0 ? {} : { dueOn: addDays(createdAt.slice(0, 10), 21) }),
    prescriber: PRESCRIBERS[variant % PRESCRIBERS.length] ?? PRESCRIBERS[0],
    ...(variant % 5 === 0 ? {} : { path: (['PSP', 'PED', 'PSO'] as const)[variant % 3] ?? 'PSP' }),
    ...(reason === undefined || variant % 7 === 0 ? {} : { reason }),
    acknowledgedVersion: 0,
    closed: false,
  };
}
