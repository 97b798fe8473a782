import { createHash } from 'node:crypto';
import { personOf, type Answer, type Call, type Handler } from '../answer';
import type { Appointment } from '../store';

/** rendez-vous-partenaire-v1. */
export const appointmentHandlers: Record<string, Handler> = {
  creerRendezVous: create,
  modifierRendezVous: change,
  annulerRendezVous: cancel,
  listerRendezVous: list,
};

function create(call: Call): Answer {
  const person = personOf(call);
  const rank = call.store.appointments.size + 1;
  const hex = createHash('sha256').update(`appointment ${rank}`).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  call.store.appointments.set(id, { id, person: person.index, body: call.body as Record<string, unknown> });
  return { status: 202, json: { id }, traces: [{ reference: id, committed: true, said: 'PRIS' }] };
}

function change(call: Call): Answer {
  const body = call.body as { id: string };
  const appointment = knownAppointment(call, body.id);
  if (appointment === undefined) return unknownAppointment();
  appointment.body = call.body as Record<string, unknown>;
  return { status: 202, traces: [{ reference: appointment.id, committed: true, said: 'MODIFIE' }] };
}

function cancel(call: Call): Answer {
  const appointment = knownAppointment(call, call.path['id'] ?? '');
  if (appointment === undefined) return unknownAppointment();
  appointment.cancelledAt = call.moment.at;
  return { status: 202, traces: [{ reference: appointment.id, committed: true, said: 'ANNULE' }] };
}

/** An appointment of a person whose files were merged is not recognised any more. */
function knownAppointment(call: Call, id: string): Appointment | undefined {
  const appointment = call.store.appointments.get(id);
  const person = appointment === undefined ? undefined : call.world.people[appointment.person];
  return person?.situation === 'merged' ? undefined : appointment;
}

function unknownAppointment(): Answer {
  const json = { codeErreur: 'ID_NON_RECONNU', message: 'Rendez-vous inconnu' };
  return { status: 400, json, code: json.codeErreur };
}

function list(call: Call): Answer {
  const person = personOf(call);
  const [from, to] = [isoDay(call.query['date-debut']), isoDay(call.query['date-fin'])];
  const mine = [...call.store.appointments.values()]
    .filter((one) => one.person === person.index)
    .map(asListed)
    .filter(
      ({ date }) => (from === undefined || date.slice(0, 10) >= from) && (to === undefined || date.slice(0, 10) <= to),
    );
  return { status: 200, json: mine, count: mine.length };
}

/** `dd-MM-yyyy` as `YYYY-MM-DD`. */
function isoDay(french: string | undefined): string | undefined {
  return french?.split('-').reverse().join('-');
}

function asListed({ id, body, cancelledAt }: Appointment): { date: string } & Record<string, unknown> {
  const { date, duree, modaliteContact, motif, organisme, statut, theme, typeReception } = body;
  return {
    // The list gives no zone.
    date: String(date).slice(0, 19),
    duree: typeof duree === 'number' ? Math.round(duree) : 30,
    estEnConflit: false,
    idOrigine: id,
    modaliteContact,
    motif,
    organisme,
    statut: cancelledAt === undefined ? statut : 'ANNULE',
    theme: theme ?? '',
    typeReception,
    initiateur: body['initiateur'] === 'USAGER' ? 'USAGER' : 'CONSEILLER',
    ...(cancelledAt === undefined ? {} : { dateAnnulation: cancelledAt.slice(0, 19) }),
  };
}
