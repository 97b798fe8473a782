import { FAULT_KINDS } from '../gateway/faultKinds';
import type { ActiveFault } from '../gateway/faultKinds';
import { addDays, type Moment } from '../moment';
import { candidatesForReferral } from '../referrals';
import { isRunning, lastWrite, type Client, type Photo, type Referral, type Store } from '../store';
import { displayName, type Person, type World } from '../world';
import type { Line } from './sentences';

const ROWS_SHOWN = 400;

/** Everybody whom France Travail is going to chase now: a relance is planned, and nobody declared. */
export function chasedNow(world: World, store: Store): Person[] {
  return world.people.filter(({ index, relance }) => relance !== undefined && !store.stops.has(index));
}

/** Counters of now, and the people who are going to be chased. */
export function takePhoto(world: World, store: Store, client: Client, moment: Moment): Photo {
  const chased = chasedNow(world, store).map(({ index }) => index);
  return {
    at: moment.at,
    ours: runningByUs(store, client).length,
    others: byOthers(world).length,
    planned: chased.length,
    chased,
  };
}

function runningByUs(store: Store, client: Client): ReturnType<Store['accompaniments']['get']>[] {
  return [...store.accompaniments.values()].filter(
    (one) => one.structureCode === client.structure.code && isRunning(one),
  );
}

function byOthers(world: World): Person[] {
  return world.people.filter(({ other }) => other !== undefined);
}

/** Everything that the page shows, without a NIR or a number. */
export function viewOf(
  world: World,
  store: Store,
  client: Client,
  moment: Moment,
  lines: readonly Line[],
  faults: readonly ActiveFault[],
): Record<string, unknown> {
  const before = store.photo ?? takePhoto(world, store, client, moment);
  const { chased: _, ...now } = takePhoto(world, store, client, moment);
  const rows = rowsOf(world, store, before);
  const others = byOthers(world);
  return {
    structure: client.structure,
    today: moment.today,
    population: world.people.length,
    before: { at: before.at, ours: before.ours, others: before.others, planned: before.planned },
    now,
    stopped: rows.filter(({ stoppedAt }) => stoppedAt !== undefined).length,
    relances: rows.slice(0, ROWS_SHOWN),
    relancesTotal: rows.length,
    accompanied: accompaniedBy(world, store, client).slice(0, ROWS_SHOWN),
    others: others.slice(0, ROWS_SHOWN).map((person) => ({
      ...identity(person),
      organism: person.other?.organism.label,
      role: person.other?.role,
      since: person.other?.since,
    })),
    referrals: referralsOf(world, store, client),
    candidates: candidates(world, store),
    calls: lines,
    faults: faults.map(({ kind, until, remaining }) => ({
      sentence: FAULT_KINDS[kind]?.sentence ?? kind,
      secondsLeft: until === undefined ? null : Math.max(0, Math.ceil((until - moment.real) / 1000)),
      remaining: remaining ?? null,
    })),
  };
}

interface RelanceRow {
  readonly name: string;
  readonly about: string;
  readonly on: string;
  readonly reason: string;
  readonly channel: string;
  readonly stoppedAt?: string;
  readonly reference?: string;
}

/** Who was going to be chased at the photo, and what has become of it: stopped first, latest first, then by date. */
function rowsOf(world: World, store: Store, photo: Photo): RelanceRow[] {
  const people = new Set([...photo.chased, ...chasedNow(world, store).map(({ index }) => index)]);
  return [...people]
    .flatMap((index) => {
      const person = world.people[index];
      const relance = person?.relance;
      if (person === undefined || relance === undefined) return [];
      const stop = store.stops.get(index);
      const stopped = stop === undefined ? {} : { stoppedAt: stop.at, reference: stop.reference };
      return [
        {
          ...identity(person),
          on: addDays(store.startedOn, relance.inDays),
          reason: relance.reason,
          channel: relance.channel,
          ...stopped,
        },
      ];
    })
    .sort(stoppedFirst);
}

function stoppedFirst(left: RelanceRow, right: RelanceRow): number {
  if (left.stoppedAt !== undefined && right.stoppedAt !== undefined) return left.stoppedAt > right.stoppedAt ? -1 : 1;
  if (left.stoppedAt !== right.stoppedAt) return left.stoppedAt === undefined ? 1 : -1;
  return left.on < right.on ? -1 : 1;
}

function accompaniedBy(world: World, store: Store, client: Client): Record<string, unknown>[] {
  return [...store.accompaniments.values()]
    .filter((one) => one.structureCode === client.structure.code)
    .flatMap((one) => {
      const person = world.people[one.person];
      const { declaration, at } = lastWrite(one);
      if (person === undefined) return [];
      const { statut, dateDebut, dateFin, version } = declaration;
      return [
        {
          ...identity(person),
          reference: one.reference,
          statut,
          since: dateDebut,
          until: dateFin,
          version,
          at,
          writes: one.writes.length,
        },
      ];
    })
    .sort((left, right) => (left.at > right.at ? -1 : 1));
}

function referralsOf(world: World, store: Store, client: Client): Record<string, unknown>[] {
  return [...store.referrals.values()]
    .filter(({ structureCode }) => structureCode === client.structure.code)
    .sort((left, right) => (left.createdAt > right.createdAt ? -1 : 1))
    .flatMap((referral) => {
      const person = world.people[referral.person];
      if (person === undefined) return [];
      const { id, createdAt, dueOn, reason, version } = referral;
      return [
        {
          ...identity(person),
          id,
          createdAt,
          dueOn,
          reason,
          version,
          state: stateOf(referral),
          answer: referral.answer?.decision,
        },
      ];
    });
}

function stateOf(referral: Referral): 'waiting' | 'received' | 'answered' | 'cancelled' | 'closed' {
  if (referral.answer !== undefined) return 'answered';
  if (referral.state === 'ANNULEE') return 'cancelled';
  if (referral.closed) return 'closed';
  return referral.acknowledgedVersion < referral.version ? 'waiting' : 'received';
}

function candidates(world: World, store: Store): { person: number; name: string }[] {
  const sent = new Set([...store.referrals.values()].map(({ person }) => person));
  return candidatesForReferral(world)
    .filter(({ index }) => !sent.has(index))
    .slice(0, 30)
    .map((person) => ({ person: person.index, name: `${displayName(person)}, ${person.town.name}` }));
}

function identity(person: Person): { name: string; about: string } {
  const born = person.sex === 'F' ? 'née' : 'né';
  return { name: displayName(person), about: `${born} en ${person.birthDate.slice(0, 4)}, ${person.town.name}` };
}
