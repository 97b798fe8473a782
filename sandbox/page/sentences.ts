import type { Trace } from '../answer';
import type { LogEntry } from '../gateway/accessLog';
import { FAULT_KINDS } from '../gateway/faultKinds';

/** `done`: something has changed; `refused`: a business refusal; `trouble`: nothing readable came out; `quiet`: a reading. */
export type Tone = 'done' | 'refused' | 'trouble' | 'quiet';

/** One call in words that a chargée de gestion reads without help. */
export interface Line {
  readonly at: string;
  readonly what: string;
  readonly outcome: string;
  readonly code: string;
  readonly tone: Tone;
}

const OPERATIONS: Readonly<Record<string, string>> = {
  token: 'Connexion au service',
  RechercherUsagerParDateNaissanceEtNir: "Recherche d'une personne par date de naissance et NIR",
  RechercherUsagerParNumeroFranceTravail: "Recherche d'une personne par identifiant France Travail",
  declarerAccompagnement: "Déclaration de l'accompagnement",
  declarerLot: "Lot de déclarations d'accompagnement",
  lireAccompagnement: "Relecture de l'accompagnement",
  listerAccompagnements: 'Lecture de tous les accompagnements de la structure',
  lireAccompagnementsUsager: 'Qui accompagne cette personne ?',
  listerPrescriptions: 'Lecture des prescriptions en attente',
  accuserReception: 'Accusé de réception de prescriptions',
  repondrePrescription: 'Réponse à la prescription',
  recupererContratV2: "Lecture de l'inscription d'une personne",
  recupererDonneesParIdRci: "Lecture des données administratives d'une personne",
  lectureOrientation: "Lecture des orientations d'une personne",
  decisionOrientation: "Décision sur une proposition d'orientation",
  Orientation: "Enregistrement d'une orientation",
  modificationOrientation: "Modification d'une orientation",
  calculerOrientation: "Calcul d'une orientation",
  getListActivites: 'Lecture des activités en attente',
  creerRendezVous: "Prise d'un rendez-vous",
  modifierRendezVous: "Modification d'un rendez-vous",
  annulerRendezVous: "Annulation d'un rendez-vous",
  listerRendezVous: "Lecture des rendez-vous d'une personne",
};

/** Business codes in words. */
const CODES: Readonly<Record<string, string>> = {
  S000: 'prise en compte',
  S001: 'trouvée',
  S002: 'personne inconnue de France Travail',
  S003: 'plusieurs personnes correspondent',
  S007: 'refusée : personne inconnue',
  S008: 'refusée : personne radiée',
  S009: 'refusée : inscription incomplète',
  S015: 'refusée : déjà accompagnée',
  S024: 'refusée : la date de début est dans le futur',
  S026: 'refusée : la fin précède le début',
  S032: 'refusée : structure inconnue',
  S041: 'refusée : structure non habilitée',
  S051: 'refusée : prescription close',
  R001: 'accès refusé',
  R002: 'accès refusé : personne suivie par une autre structure',
  R997: 'demande mal formée',
  R998: 'service en échec (personne sans adresse)',
  R999: 'service indisponible',
  VERSION_PERIMEE: 'refusée : une version plus récente est enregistrée',
  CLE_REUTILISEE: "refusée : clé d'idempotence déjà utilisée",
  REFERENCE_INCONNUE: 'aucun accompagnement sous cette référence',
  PRESCRIPTION_INCONNUE: 'prescription inconnue',
  JETON_USAGER_INVALIDE: 'refusée : jeton de la personne périmé',
  REQUETE_INVALIDE: 'refusée : demande mal formée',
  ERT_200_FONCT: 'population non gérée',
  insufficient_scope: 'accès refusé : droit manquant',
  invalid_client: 'identifiant ou secret refusé',
  invalid_scope: 'droit inconnu',
};

const SAID: Readonly<Record<string, string>> = {
  PREVU: 'prévu',
  OUVERT: 'ouvert',
  SUSPENDU: 'suspendu',
  CLOS: 'clos',
  ANNULE: 'annulé',
  ACCEPTEE: 'acceptée',
  REFUSEE: 'refusée par le PLIE',
  REORIENTEE: 'réorientée',
  ABSENT: 'personne absente',
};

/** One line a declaration; one line for any other call. */
export function linesOf(entry: LogEntry): Line[] {
  const what = OPERATIONS[entry.operation ?? ''] ?? `Appel inconnu (${entry.method} ${entry.route})`;
  const oneByOne =
    entry.operation === 'declarerAccompagnement' ||
    entry.operation === 'repondrePrescription' ||
    entry.operation === 'declarerLot';
  if (oneByOne && entry.declarations.length > 0) {
    const subject = entry.operation === 'repondrePrescription' ? what : "Déclaration de l'accompagnement";
    return entry.declarations.map((trace) => lineOfTrace(entry, trace, subject));
  }
  const reference = entry.declarations.length === 1 ? ` ${entry.declarations[0]?.reference ?? ''}` : '';
  return [
    { at: entry.at, what: what + reference, outcome: outcomeOf(entry), code: codeOf(entry), tone: toneOf(entry) },
  ];
}

function lineOfTrace(entry: LogEntry, trace: Trace, subject: string): Line {
  const said = SAID[trace.said ?? ''];
  const what = `${subject} ${trace.reference ?? ''}${said === undefined ? '' : ` (${said})`}`;
  const code = trace.code ?? codeOf(entry);
  const lost = entry.end === 'answered' ? '' : ', mais la réponse n’est pas arrivée';
  if (trace.replayed === true)
    return { at: entry.at, what, outcome: `déjà reçue, même réponse rendue${lost}`, code, tone: 'quiet' };
  if (trace.committed)
    return {
      at: entry.at,
      what,
      outcome: `prise en compte${relancesOf(trace)}${lost}`,
      code,
      tone: lost === '' ? 'done' : 'trouble',
    };
  const by = trace.organism === undefined ? '' : ` (${trace.organism})`;
  return {
    at: entry.at,
    what,
    outcome: `${wordsOf(code)}${by}${lost}`,
    code,
    tone: entry.faults.length > 0 ? 'trouble' : 'refused',
  };
}

function relancesOf(trace: Trace): string {
  if (trace.relances === 'stopped') return ', relances arrêtées';
  return trace.relances === 'resumed' ? ', relances reprises' : '';
}

function wordsOf(code: string): string {
  if (/^R0\d\d$/.test(code) && CODES[code] === undefined) return 'refusée : un champ est absent ou faux';
  return CODES[code] ?? `réponse ${code}`;
}

function outcomeOf(entry: LogEntry): string {
  const fault = FAULT_KINDS[entry.faults[0] ?? ''];
  if (entry.end === 'clientGone') return "l'appelant a raccroché";
  if (fault !== undefined) return `panne simulée : ${fault.sentence.toLocaleLowerCase('fr')}`;
  if (entry.status === 302) return 'renvoyée vers la page de connexion (en-tête absent)';
  if (entry.status === 401) return 'connexion à refaire (jeton périmé)';
  if (entry.status === 429) return 'trop de requêtes, à refaire plus tard';
  if (entry.status === 204) return 'rien à rendre';
  if (entry.operation === 'token' && entry.status === 200) return 'acceptée';
  if (entry.operation === 'accuserReception' && entry.status === 200)
    return counted(entry.count ?? 0, 'prescription accusée', 'prescriptions accusées');
  if (entry.code !== null && CODES[entry.code] !== undefined) return wordsOf(entry.code);
  if (entry.count !== null) return counted(entry.count, 'élément rendu', 'éléments rendus');
  return (entry.status ?? 0) < 300 ? 'faite' : wordsOf(entry.code ?? String(entry.status));
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}

function codeOf(entry: LogEntry): string {
  return entry.code ?? String(entry.status ?? '—');
}

function toneOf(entry: LogEntry): Tone {
  if (entry.end !== 'answered' || entry.faults.length > 0 || (entry.status ?? 500) >= 500) return 'trouble';
  if (entry.committed) return 'done';
  const refused = (entry.status ?? 0) >= 300 || ['S002', 'S003'].includes(entry.code ?? '');
  return refused ? 'refused' : 'quiet';
}
