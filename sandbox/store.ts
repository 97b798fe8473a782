import type { Answer } from './answer';

/** A structure that may speak to the sandbox, and its credential. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly structure: { readonly code: string; readonly label: string };
}

export type Statut = 'PREVU' | 'OUVERT' | 'SUSPENDU' | 'CLOS' | 'ANNULE';

/** A declaration as the contract `interface-commune-v1` words it. */
export interface Declaration {
  readonly structure: { readonly code: string; readonly siret?: string; readonly libelle?: string };
  readonly statut: Statut;
  readonly roleStructure?: 'REFERENT' | 'PARTENAIRE';
  readonly dateDebut: string;
  readonly dateFin?: string;
  readonly dateSuspension?: string;
  readonly motifSortie?: { readonly code: string; readonly libelle?: string };
  readonly referent?: Readonly<Record<string, string>>;
  readonly beneficiaireRsa?: boolean;
  readonly dateDernierEntretien?: string;
  readonly version: number;
}

/** One write that was taken. Reads see it from `visibleAt` (real clock, milliseconds) on. */
export interface Write {
  readonly declaration: Declaration;
  /** ISO 8601 with `Z`. */
  readonly at: string;
  readonly visibleAt: number;
}

export interface Accompaniment {
  readonly structureCode: string;
  readonly reference: string;
  readonly ftReference: string;
  /** Index of the person in the world. */
  readonly person: number;
  /** Oldest first; never empty. */
  readonly writes: Write[];
}

/** The answer that a key gives again, and what it was first used for. */
export interface KeptAnswer {
  readonly digest: string;
  readonly answer: Answer;
  /** Real clock, milliseconds. */
  readonly at: number;
}

export interface ReferralAnswer {
  readonly decision: 'ACCEPTEE' | 'REFUSEE' | 'REORIENTEE' | 'ABSENT';
  readonly dateDecision: string;
  readonly motif?: string;
  readonly commentaire?: string;
}

export interface Referral {
  readonly id: string;
  readonly structureCode: string;
  readonly person: number;
  version: number;
  state: 'A_TRAITER' | 'MODIFIEE' | 'ANNULEE';
  readonly createdAt: string;
  readonly dueOn?: string;
  readonly prescriber: {
    readonly organism: string;
    readonly agency?: string;
    readonly adviser?: string;
    readonly email?: string;
  };
  readonly path?: 'PED' | 'PSP' | 'PSO' | 'EO' | 'IND';
  readonly reason?: string;
  comment?: string;
  /** Highest version that the structure has acknowledged; 0 = none. */
  acknowledgedVersion: number;
  /** France Travail has closed it: no answer is taken any more (S051). */
  closed: boolean;
  answer?: ReferralAnswer;
  answeredAt?: string;
}

/** A relance that a declaration has stopped. */
export interface Stop {
  readonly at: string;
  readonly reference: string;
}

export interface Orientation {
  readonly person: number;
  state: 'EN_ATTENTE' | 'OUVERT' | 'CLOTURE';
  path: 'PED' | 'PSP' | 'PSO';
  status: 'PRECONISE' | 'DECIDE' | 'DECIDE_REORIENTATION' | 'MODIFIE';
  entryDate?: string;
  referent: { organism: string; structure?: { code: string; label?: string } };
  decision?: {
    etat_decision: 'ACCEPTEE' | 'REFUSEE';
    date_decision: string;
    motif_refus?: string;
    commentaire_refus?: string;
  };
}

export interface Appointment {
  readonly id: string;
  readonly person: number;
  body: Readonly<Record<string, unknown>>;
  cancelledAt?: string;
}

/** Counters and the relances planned at one moment, to be held against now. */
export interface Photo {
  readonly at: string;
  readonly ours: number;
  readonly others: number;
  readonly planned: number;
  /** Indexes of the people who were going to be chased. */
  readonly chased: readonly number[];
}

/** Everything that changes while the sandbox runs. */
export interface Store {
  /** First business day: relances are counted from it. */
  startedOn: string;
  readonly accompaniments: Map<string, Accompaniment>;
  readonly keptAnswers: Map<string, KeptAnswer>;
  readonly referrals: Map<string, Referral>;
  readonly stops: Map<number, Stop>;
  readonly orientations: Map<number, Orientation>;
  readonly appointments: Map<string, Appointment>;
  photo: Photo | undefined;
}

export function createStore(startedOn: string): Store {
  return {
    startedOn,
    accompaniments: new Map(),
    keptAnswers: new Map(),
    referrals: new Map(),
    stops: new Map(),
    orientations: new Map(),
    appointments: new Map(),
    photo: undefined,
  };
}

/** Key of an accompaniment: two structures may use the same reference. */
export function accompanimentKey(structureCode: string, reference: string): string {
  return `${structureCode}/${reference}`;
}

/** The last write of an accompaniment. */
export function lastWrite(accompaniment: Accompaniment): Write {
  const last = accompaniment.writes.at(-1);
  if (last === undefined) throw new Error(`accompaniment ${accompaniment.reference} was never written`);
  return last;
}

const RUNNING: ReadonlySet<Statut> = new Set<Statut>(['PREVU', 'OUVERT', 'SUSPENDU']);

/** True when the accompaniment is planned, open or suspended. */
export function isRunning(accompaniment: Accompaniment): boolean {
  return RUNNING.has(lastWrite(accompaniment).declaration.statut);
}

/** What was declared about a person, by any structure, that still runs. */
export function runningOf(store: Store, person: number): Accompaniment[] {
  return [...store.accompaniments.values()].filter((one) => one.person === person && isRunning(one));
}
