import type { Answer } from './answer';
import type { AccessLog, LogEntry } from './gateway/accessLog';
import type { Faults } from './gateway/faults';
import { jsonOf, type Received } from './gateway/request';
import type { Moment } from './moment';
import { takePhoto, chasedNow } from './page/view';
import { sendReferral, type ReferralOrder } from './referrals';
import { lastWrite, type Client, type Store } from './store';
import { displayName, type World } from './world';

/** What the admin calls act upon. */
export interface AdminDesk {
  readonly world: World;
  readonly store: Store;
  readonly client: Client;
  readonly faults: Faults;
  readonly log: AccessLog;
  /** Forgets everything that was declared since the start. */
  readonly reset: () => void;
  /** Waits until no other request is in course. */
  readonly idle: () => Promise<void>;
}

type AdminRoute = (desk: AdminDesk, received: Received, moment: Moment) => Answer | Promise<Answer>;

/** Calls of the sandbox itself: no France Travail has them. Documented in `sandbox/README.md`. */
const ROUTES: Readonly<Record<string, AdminRoute>> = {
  'GET /admin/state': (desk, _, moment) => ok(stateOf(desk, moment)),
  'GET /admin/log': async (desk, { query }) => {
    await desk.idle();
    return ok(entriesAfter(desk, Number(query['after'] ?? 0)));
  },
  'GET /admin/faults': (desk, _, moment) => ok(desk.faults.active(moment.real)),
  'POST /admin/faults': (desk, { text }, moment) => {
    const ordered = desk.faults.order(jsonOf(text), moment.real);
    return 'fault' in ordered ? ok(ordered.fault) : wrong(ordered.problem);
  },
  'DELETE /admin/faults': (desk) => {
    desk.faults.clear();
    return ok({ fait: true });
  },
  'POST /admin/reset': (desk) => {
    desk.reset();
    return ok({ fait: true });
  },
  'POST /admin/photo': (desk, _, moment) => {
    desk.store.photo = takePhoto(desk.world, desk.store, desk.client, moment);
    return ok({ at: desk.store.photo.at });
  },
  'POST /admin/referrals': (desk, { text }, moment) => {
    const order = orderOf(jsonOf(text === '' ? '{}' : text));
    if (order === undefined)
      return wrong('person : un nombre ; reason, comment : des textes ; dueInDays : un nombre de jours');
    const referral = sendReferral(desk.world, desk.store, moment, desk.client.structure.code, order);
    if (referral === undefined) return wrong('Cette personne a déjà une prescription, ou n’existe pas');
    const person = desk.world.people[referral.person];
    return ok({ identifiant: referral.id, personne: person === undefined ? null : displayName(person) });
  },
};

export const ADMIN_PREFIX = '/admin/';

export async function answerAdmin(desk: AdminDesk, received: Received, moment: Moment): Promise<Answer> {
  const route = ROUTES[`${received.method} ${received.path}`];
  // A page of another site can't send JSON here without the browser asking first; nothing here says yes to that.
  const foreign =
    received.method !== 'GET' && received.text !== '' && !/json/.test(received.headers['content-type'] ?? '');
  if (foreign) return wrong('content-type : application/json est attendu');
  if (route !== undefined) return route(desk, received, moment);
  return { status: 404, json: { message: 'Appel inconnu', possibles: Object.keys(ROUTES) } };
}

function ok(json: unknown): Answer {
  return { status: 200, json };
}

function wrong(message: string): Answer {
  return { status: 400, json: { message } };
}

function entriesAfter(desk: AdminDesk, after: number): readonly LogEntry[] {
  return desk.log.since(after);
}

function stateOf(desk: AdminDesk, moment: Moment): Record<string, unknown> {
  const { store, world, client } = desk;
  const { chased: _, ...counters } = takePhoto(world, store, client, moment);
  const accompaniments = [...store.accompaniments.values()].map((one) => {
    const { declaration, at } = lastWrite(one);
    const { reference, structureCode, ftReference, writes } = one;
    return { reference, structureCode, ftReference, writes: writes.length, declaration, at };
  });
  const referrals = [...store.referrals.values()].map(({ person: __, ...referral }) => referral);
  return {
    today: moment.today,
    counters: { ...counters, stopped: store.stops.size, chased: chasedNow(world, store).length },
    accompaniments,
    referrals,
    faults: desk.faults.active(moment.real),
  };
}

function orderOf(json: unknown): ReferralOrder | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { person, reason, comment, dueInDays } = json as Record<string, unknown>;
  if (person !== undefined && typeof person !== 'number') return undefined;
  if (reason !== undefined && typeof reason !== 'string') return undefined;
  if (comment !== undefined && typeof comment !== 'string') return undefined;
  if (dueInDays !== undefined && (typeof dueInDays !== 'number' || !(Math.abs(dueInDays) < 4000))) return undefined;
  return {
    ...(person === undefined ? {} : { person }),
    ...(reason === undefined || reason === '' ? {} : { reason }),
    ...(comment === undefined || comment === '' ? {} : { comment }),
    ...(dueInDays === undefined ? {} : { dueInDays }),
  };
}
