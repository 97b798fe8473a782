import { personOf, type Answer, type Call, type Handler } from '../answer';
import type { Orientation } from '../store';
import type { Person } from '../world';
import { refusedOrientation } from '../gateway/refusals';

/** orientation-usager-v2. One orientation a person is enough for a sandbox. */
export const orientationHandlers: Record<string, Handler> = {
  lectureOrientation: read,
  decisionOrientation: decideOrientation,
  Orientation: create,
  modificationOrientation: modify,
  calculerOrientation: () => ({
    status: 200,
    json: {
      parcours: 'IND',
      competent_decision: { organisme: { code: 'CD' } },
      statut: 'PRECONISE',
      etat: 'EN_ATTENTE',
    },
  }),
};

const DEPARTMENT = {
  organisme: { code: 'CD' },
  structure: { code: 'CDX5901', libelle: 'Maison Fictive du Département' },
};

function read(call: Call): Answer {
  const wanted = call.query['etatOrientation'];
  const orientation = orientationOf(call, personOf(call));
  const matching =
    orientation !== undefined && (wanted === undefined || orientation.state === wanted) ? [orientation] : [];
  return { status: 200, json: matching.map(asRead), count: matching.length };
}

/** The person's orientation: what was written during the run, else what the world says. */
export function orientationOf(call: Pick<Call, 'store'>, person: Person): Orientation | undefined {
  const written = call.store.orientations.get(person.index);
  if (written !== undefined) return written;
  if (person.awaitsOrientation) {
    return {
      person: person.index,
      state: 'EN_ATTENTE',
      path: 'PSP',
      status: 'PRECONISE',
      referent: { organism: 'IND' },
    };
  }
  const { other } = person;
  if (other === undefined || other.role !== 'REFERENT') return undefined;
  // A PLIE is not an organism of these APIs: it is visible as IND, with its structure's name.
  const organism = other.organism.code === 'PLIE' ? 'IND' : other.organism.code;
  const structure = /^[A-Za-z]{3}\d{4}$/.test(other.structure.code) ? { structure: { ...other.structure } } : {};
  return {
    person: person.index,
    state: 'OUVERT',
    path: other.organism.code === 'CD' ? 'PSO' : 'PSP',
    status: 'DECIDE',
    entryDate: other.since,
    referent: { organism, ...structure },
  };
}

function asRead(orientation: Orientation): Record<string, unknown> {
  return {
    parcours: orientation.path,
    responsable_usager: DEPARTMENT,
    competent_decision: DEPARTMENT,
    prise_decision: DEPARTMENT,
    referent_parcours: referentOf(orientation),
    statut: orientation.status,
    etat: orientation.state,
    origine: 'INSCRIPTION_CONSEILLER_CD',
    agent_creation: 'ZZZZ0001',
    agent_derniere_modification: 'ZZZZ0002',
    ...(orientation.entryDate === undefined ? {} : { date_entree_parcours: orientation.entryDate }),
    date_creation: '2026-09-01T07:40:00.000Z',
    date_modification: '2026-09-04T13:05:00.000+00:00',
    criteres_orientation: {},
    ...(orientation.decision === undefined ? {} : { decision: orientation.decision }),
  };
}

function referentOf({ referent }: Orientation): Record<string, unknown> {
  const { structure } = referent;
  if (structure === undefined) return { organisme: { code: referent.organism } };
  const libelle = structure.label === undefined ? {} : { libelle: structure.label };
  return { organisme: { code: referent.organism }, structure: { code: structure.code, ...libelle } };
}

interface DecisionBody {
  readonly etat_decision: 'ACCEPTEE' | 'REFUSEE';
  readonly date_decision: string;
  readonly motif_refus?: string;
  readonly commentaire_refus?: string;
}

function decideOrientation(call: Call): Answer {
  const person = personOf(call);
  const current = orientationOf(call, person);
  if (current?.state !== 'EN_ATTENTE')
    return refusedOrientation(call.moment, 'etatOrientation : aucune orientation en attente');
  const body = call.body as DecisionBody;
  const accepted = body.etat_decision === 'ACCEPTEE';
  const { structure } = call.client;
  call.store.orientations.set(person.index, {
    ...current,
    state: accepted ? 'OUVERT' : 'CLOTURE',
    status: 'DECIDE',
    ...(accepted ? { entryDate: body.date_decision } : {}),
    referent: accepted ? { organism: 'IND', structure } : current.referent,
    decision: {
      etat_decision: body.etat_decision,
      date_decision: body.date_decision,
      ...(body.motif_refus === undefined ? {} : { motif_refus: body.motif_refus }),
      ...(body.commentaire_refus === undefined ? {} : { commentaire_refus: body.commentaire_refus }),
    },
  });
  return { status: 201, traces: [{ committed: true, said: body.etat_decision }] };
}

interface CreationBody {
  readonly parcours: Orientation['path'];
  readonly date_entree_parcours?: string;
  readonly referent_parcours: { readonly organisme?: { readonly code?: string } };
}

function create(call: Call): Answer {
  const person = personOf(call);
  if (orientationOf(call, person)?.state === 'OUVERT') {
    return refusedOrientation(call.moment, "etatOrientation : une orientation est déjà ouverte pour l'usager");
  }
  const body = call.body as CreationBody;
  call.store.orientations.set(person.index, {
    person: person.index,
    state: 'OUVERT',
    path: body.parcours,
    status: 'DECIDE',
    ...(body.date_entree_parcours === undefined ? {} : { entryDate: body.date_entree_parcours }),
    referent: { organism: body.referent_parcours.organisme?.code ?? 'IND' },
  });
  return { status: 201, traces: [{ committed: true, said: body.parcours }] };
}

interface ModificationBody {
  readonly parcours?: Orientation['path'];
  readonly structure_referente_parcours?: { readonly code?: string };
  readonly date_entree_parcours?: string;
}

function modify(call: Call): Answer {
  const person = personOf(call);
  const current = orientationOf(call, person);
  if (current?.state !== 'OUVERT')
    return refusedOrientation(call.moment, 'etatOrientation : aucune orientation ouverte');
  const body = call.body as ModificationBody;
  const code = body.structure_referente_parcours?.code;
  const changed: Orientation = {
    ...current,
    path: body.parcours ?? current.path,
    status: 'MODIFIE',
    ...(body.date_entree_parcours === undefined ? {} : { entryDate: body.date_entree_parcours }),
    referent: code === undefined ? current.referent : { ...current.referent, structure: { code } },
  };
  call.store.orientations.set(person.index, changed);
  const json = { parcours: changed.path, referent_parcours: referentOf(changed), statut: 'MODIFIE', etat: 'OUVERT' };
  return { status: 200, json, traces: [{ committed: true, said: changed.path }] };
}
