import { createHash } from 'node:crypto';
import type { Answer, Call, Handler, Trace } from '../answer';
import type { Referral, ReferralAnswer } from '../store';
import { sorted } from './declaration';
import { keepAnswer, keptAnswer } from './idempotency';
import { refusedCursor } from './interfaceCommune';
import { pageOf, readCursor } from './paging';
import { spelledMoment } from './spelling';

/** listerPrescriptions, accuserReception, repondrePrescription. */
export const referralHandlers: Record<string, Handler> = {
  listerPrescriptions: list,
  accuserReception: acknowledge,
  repondrePrescription: respond,
};

function list(call: Call): Answer {
  const after = readCursor(call.query['curseur']);
  if (after === undefined) return refusedCursor();
  const waiting = referralsOf(call)
    .filter((referral) => referral.acknowledgedVersion < referral.version)
    .sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  const page = pageOf(waiting, orderOf, after, Number(call.query['taille'] ?? 100));
  if (page.items.length === 0) return { status: 204, count: 0 };
  const prescriptions = page.items.map((referral) => asPrescription(call, referral));
  return { status: 200, json: { prescriptions, ...page.rest }, count: prescriptions.length };
}

/** Oldest first; the id decides between two of the same moment. */
function orderOf({ createdAt, id }: Referral): string {
  return `${createdAt} ${id}`;
}

function referralsOf(call: Call): Referral[] {
  return [...call.store.referrals.values()].filter(({ structureCode }) => structureCode === call.client.structure.code);
}

function asPrescription(call: Call, referral: Referral): Record<string, unknown> {
  const person = call.world.people[referral.person];
  if (person === undefined) throw new Error(`referral ${referral.id} is about nobody`);
  const { prescriber } = referral;
  const given = (key: string, value: unknown): Record<string, unknown> => (value === undefined ? {} : { [key]: value });
  return {
    identifiant: referral.id,
    version: referral.version,
    etat: referral.state,
    dateCreation: spelledMoment(referral.createdAt, person.habits.dateTime),
    ...given('dateEcheance', referral.dueOn),
    prescripteur: {
      organisme: prescriber.organism,
      ...given('agence', prescriber.agency),
      ...given('conseiller', prescriber.adviser),
      ...given('email', prescriber.email),
    },
    usager: {
      numeroFranceTravail: person.ftNumber,
      nomNaissance: person.birthName.toLocaleUpperCase('fr').padEnd(person.habits.padded ? 25 : 0),
      ...given('nomUsage', person.usageName?.toLocaleUpperCase('fr')),
      prenoms: person.firstNames,
      dateNaissance: person.birthDate,
      codeCommuneNaissance: person.birthPlace.code,
      ...given('email', person.email),
      telephone: person.phone,
      codePostal: person.town.postcode,
    },
    ...given('parcours', referral.path),
    ...given('motif', referral.reason),
    ...given('commentaire', referral.comment),
    beneficiaireRsa: person.rsa,
    // Not in the contract: France Travail adds properties without notice.
    canal: 'API',
  };
}

function acknowledge(call: Call): Answer {
  const { accuses } = call.body as { accuses: { identifiant: string; version: number }[] };
  const mine = new Map(referralsOf(call).map((referral) => [referral.id, referral]));
  const known = accuses.filter(({ identifiant }) => mine.has(identifiant));
  const traces = known.map(({ identifiant, version }): Trace => {
    const referral = mine.get(identifiant);
    const moves = referral !== undefined && version > referral.acknowledgedVersion;
    if (referral !== undefined && moves) referral.acknowledgedVersion = Math.min(version, referral.version);
    return { reference: identifiant, version, committed: moves };
  });
  const inconnus = accuses.filter(({ identifiant }) => !mine.has(identifiant)).map(({ identifiant }) => identifiant);
  const acquittes = known.map(({ identifiant }) => identifiant);
  return { status: 200, json: { acquittes, inconnus }, traces, count: acquittes.length };
}

function respond(call: Call): Answer {
  const id = call.path['identifiant'] ?? '';
  const idempotencyKey = call.headers['idempotency-key'] ?? '';
  const answer = call.body as ReferralAnswer;
  const said = { reference: id, idempotencyKey, said: answer.decision };
  const referral = referralsOf(call).find((one) => one.id === id);
  if (referral === undefined)
    return refused(404, 'PRESCRIPTION_INCONNUE', 'Prescription inconnue de votre structure', said);

  const digest = createHash('sha256')
    .update(JSON.stringify([id, sorted(answer)]))
    .digest('hex');
  const kept = call.bent.keysIgnored ? undefined : keptAnswer(call.store, call.client, idempotencyKey, call.moment);
  if (kept !== undefined && kept.digest !== digest) {
    return refused(422, 'CLE_REUTILISEE', "Cette clé d'idempotence a déjà servi pour une autre réponse", said);
  }
  if (kept !== undefined) {
    const traces = (kept.answer.traces ?? []).map((trace) => ({ ...trace, committed: false, replayed: true }));
    return { ...kept.answer, traces };
  }
  const decided = settle(call, referral, answer, said);
  keepAnswer(call.store, call.client, idempotencyKey, { digest, answer: decided, at: call.moment.real });
  return decided;
}

type Said = Pick<Trace, 'reference' | 'idempotencyKey' | 'said'>;

function settle(call: Call, referral: Referral, answer: ReferralAnswer, said: Said): Answer {
  if (referral.closed) return business({ codeSortie: 'S051', message: 'La prescription est close' }, said, false);
  const needsReason = answer.decision === 'REFUSEE' || answer.decision === 'REORIENTEE';
  if (needsReason && answer.motif === undefined) {
    return business({ codeSortie: 'R060', message: 'Le motif est attendu', champ: 'motif' }, said, false);
  }
  if (answer.dateDecision > call.moment.today) {
    return business(
      { codeSortie: 'R061', message: 'La décision est dans le futur', champ: 'dateDecision' },
      said,
      false,
    );
  }
  referral.answer = answer;
  referral.answeredAt = call.moment.at;
  return business({ codeSortie: 'S000', message: 'Réponse enregistrée', version: referral.version }, said, true);
}

function business(json: { codeSortie: string } & Record<string, unknown>, said: Said, committed: boolean): Answer {
  const code = json.codeSortie;
  return { status: 200, json, code, traces: [{ ...said, committed, code, httpStatus: 200 }] };
}

function refused(status: number, codeErreur: string, message: string, said: Said): Answer {
  const traces = [{ ...said, committed: false, code: codeErreur, httpStatus: status }];
  return { status, json: { codeErreur, message }, code: codeErreur, traces };
}
