import type { Answer, Call, Handler } from '../answer';
import { nirKeyHolds, type Habits, type Person } from '../world';
import { nothing } from './spelling';

/** rechercher-usager-v2: look a person up and hand out a person token. */
export const lookupHandlers: Record<string, Handler> = {
  RechercherUsagerParDateNaissanceEtNir: (call) => {
    const { dateNaissance, nir } = call.body as { dateNaissance: string; nir: string };
    if (nir.length === 15 && !nirKeyHolds(nir)) return refused(400, 'R997', 'nir : la clé ne correspond pas');
    return answerFor(call, call.world.findByNir(nir.slice(0, 13), dateNaissance), 'nir');
  },
  RechercherUsagerParNumeroFranceTravail: (call) => {
    const { numeroFranceTravail } = call.body as { numeroFranceTravail: string };
    return answerFor(call, call.world.findByFtNumber(numeroFranceTravail), 'number');
  },
};

function answerFor(call: Call, person: Person | undefined, by: 'nir' | 'number'): Answer {
  if (person === undefined) return nobody('S002', 'Aucune personne ne correspond', { nothing: 'null', padded: false });
  const { habits } = person;
  switch (person.situation) {
    case 'several':
      if (by === 'number' && habits.silentWhenSeveral) return { status: 204, code: '204' };
      return nobody('S003', 'Plusieurs personnes correspondent', habits);
    case 'forbidden':
      return refused(403, 'R002', "La personne n'est pas rattachée à votre structure", habits);
    case 'noAddress':
      return refused(500, 'R998', 'Un service appelé est en échec', habits);
    default:
      return found(call, person);
  }
}

function found(call: Call, person: Person): Answer {
  const { habits } = person;
  return {
    status: 200,
    code: 'S001',
    json: {
      codeRetour: 'S001',
      message: habits.padded ? 'Une personne correspond'.padEnd(50) : 'Une personne correspond',
      topIdentiteCertifiee: person.certified ? 'O' : 'N',
      jetonUsager: call.issuePersonToken(person),
      ...(habits.repeatsNumber ? { numeroFranceTravail: person.ftNumber } : {}),
      // Not in the contract: France Travail adds properties without notice.
      idTechnique: null,
    },
  };
}

function nobody(codeRetour: string, message: string, habits: Pick<Habits, 'nothing' | 'padded'>): Answer {
  const json = {
    codeRetour,
    message: habits.padded ? message.padEnd(50) : message,
    ...nothing('topIdentiteCertifiee', habits.nothing),
    ...nothing('jetonUsager', habits.nothing),
    ...nothing('numeroFranceTravail', habits.nothing),
  };
  return { status: 200, code: codeRetour, json };
}

function refused(status: number, codeRetour: string, message: string, habits?: Pick<Habits, 'nothing'>): Answer {
  const token = habits === undefined ? { jetonUsager: null } : nothing('jetonUsager', habits.nothing);
  return { status, code: codeRetour, json: { codeRetour, message, ...token } };
}
