import { z } from 'zod/v4';
import type { Answer, Bent } from '../answer';
import { loginRedirect, unauthenticated } from './admission';
import type { FaultPattern } from './faultPattern';
import { spelledWait, tooManyRequests } from './quota';
import { addFields, aheadCursors, equalMoments, farDates, padTexts, writeNull } from './rewriting';

/** A fault that somebody has ordered and that is not over. */
export interface ActiveFault {
  readonly id: number;
  readonly kind: string;
  /** Real clock, milliseconds; absent = until the count is used up, or for ever. */
  readonly until?: number;
  /** How many more calls it hits; absent = all until `until`. */
  remaining?: number;
  /** Operations that it hits (`token` = the token endpoint); absent = every API operation. */
  readonly operations?: readonly string[];
  /** Which of these calls, by chance, in turns or by record; absent = all. */
  readonly pattern?: FaultPattern;
  /** Calls that came by so far: where a pattern stands. */
  seen: number;
  /** What the kind understands beside. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** How the bytes of an answer are spoilt on their way out. */
export type Delivery =
  | { readonly how: 'drop' | 'cut' | 'empty' | 'latin1' | 'noContent' }
  | { readonly how: 'late' | 'stall'; readonly ms: number }
  | { readonly how: 'drip'; readonly pauseMs: number };

/** Changes the JSON of an answer that the API has given. */
export type Rewrite = (json: unknown) => unknown;

/**
 * What one kind of fault does. To add a fault, add a line to `FAULT_KINDS`:
 * - `instead`: answers in place of the API, which never sees the request (nothing is committed);
 * - `hold`: lets the request wait before the API sees it;
 * - `bend`: the API sees the request and does its work in another way;
 * - `rewrite`: the API has done its work (and committed); its answer says it in other words;
 * - `spoil`: the same, and its answer is spoilt on the way out;
 * - `once`: happens at the moment it is ordered.
 */
export type FaultKind = { readonly sentence: string; readonly params?: z.ZodRawShape } & (
  | {
      readonly stage: 'instead';
      readonly answer: (fault: ActiveFault, now: number) => Answer;
      readonly effect?: 'revokeTokens';
    }
  | { readonly stage: 'hold'; readonly delayMs: (fault: ActiveFault) => number }
  | { readonly stage: 'bend'; readonly bent: (fault: ActiveFault) => Bent }
  | { readonly stage: 'rewrite'; readonly rewrite: Rewrite }
  | { readonly stage: 'spoil'; readonly delivery: (fault: ActiveFault) => Delivery }
  | { readonly stage: 'once'; readonly effect: 'revokeTokens' }
);

const MILLISECONDS = z.number().nonnegative();
const RETRY_AFTER = { retryAfter: z.string(), waitMs: z.number() };

export const FAULT_KINDS: Readonly<Record<string, FaultKind>> = {
  unavailable: {
    sentence: 'Service indisponible (503)',
    params: RETRY_AFTER,
    stage: 'instead',
    answer: (fault, now) => {
      const json = { codeErreur: 'R999', codeRetour: 'R999', message: 'Service fermé pour le moment' };
      const retryAfter = retryAfterOf(fault, now);
      const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      return { status: 503, json, code: 'R999', gateway: true, headers };
    },
  },
  tooManyRequests: {
    sentence: 'Trop de requêtes (429)',
    params: RETRY_AFTER,
    stage: 'instead',
    answer: (fault, now) => tooManyRequests(retryAfterOf(fault, now)),
  },
  serverError: {
    sentence: 'Panne technique (500 sans corps)',
    stage: 'instead',
    answer: () => ({ status: 500, code: '500', gateway: true }),
  },
  htmlWith200: {
    sentence: 'Page web à la place de la réponse (200)',
    stage: 'instead',
    answer: () => {
      const text = '<!doctype html><title>Maintenance</title><h1>Maintenance en cours</h1>';
      return { status: 200, raw: { type: 'text/html; charset=utf-8', text }, code: 'html', gateway: true };
    },
  },
  loginRedirect: {
    sentence: 'Renvoi vers une page de connexion (302)',
    stage: 'instead',
    answer: () => loginRedirect(),
  },
  unknownCode: {
    sentence: 'Code de réponse inconnu',
    params: { code: z.string(), status: z.number().int() },
    stage: 'instead',
    answer: ({ params }) => {
      const code = String(params['code'] ?? 'S777');
      const json = { codeSortie: code, codeRetour: code, message: 'Traitement différé' };
      return { status: Number(params['status'] ?? 200), json, code, gateway: true };
    },
  },
  businessErrorWith200: {
    sentence: 'Refus habillé en succès (200)',
    params: { code: z.string() },
    stage: 'instead',
    answer: ({ params }) => {
      const code = String(params['code'] ?? 'ERREUR_METIER');
      const json = { codeErreur: code, message: 'La demande n’a pas pu être enregistrée', succes: true };
      return { status: 200, json, code, gateway: true };
    },
  },
  forbidden: {
    sentence: 'Accès refusé (403)',
    stage: 'instead',
    answer: () => {
      const json = { error: 'insufficient_scope', error_description: 'Accès suspendu' };
      return { status: 403, json, code: 'insufficient_scope', gateway: true };
    },
  },
  tokenStorm: {
    sentence: "Jetons d'accès révoqués à chaque appel (401)",
    stage: 'instead',
    effect: 'revokeTokens',
    answer: () => unauthenticated(),
  },
  tokenExpired: { sentence: "Jetons d'accès révoqués (401)", stage: 'once', effect: 'revokeTokens' },
  slow: {
    sentence: 'Enregistrement lent',
    params: { ms: MILLISECONDS },
    stage: 'hold',
    delayMs: ({ params }) => Number(params['ms'] ?? 5000),
  },
  slowAnswer: {
    sentence: 'Réponses lentes, après enregistrement',
    params: { ms: MILLISECONDS },
    stage: 'spoil',
    delivery: ({ params }) => ({ how: 'late', ms: Number(params['ms'] ?? 5000) }),
  },
  stalled: {
    sentence: 'Réponse qui s’arrête en route',
    params: { ms: MILLISECONDS },
    stage: 'spoil',
    delivery: ({ params }) => ({ how: 'stall', ms: Number(params['ms'] ?? 60_000) }),
  },
  dripping: {
    sentence: 'Réponse au compte-gouttes',
    params: { pauseMs: MILLISECONDS },
    stage: 'spoil',
    delivery: ({ params }) => ({ how: 'drip', pauseMs: Number(params['pauseMs'] ?? 100) }),
  },
  answerLostAfterCommit: {
    sentence: 'Réponse perdue après enregistrement',
    stage: 'spoil',
    delivery: () => ({ how: 'drop' }),
  },
  truncatedJson: { sentence: 'Réponse tronquée', stage: 'spoil', delivery: () => ({ how: 'cut' }) },
  emptyBody: { sentence: 'Réponse vide', stage: 'spoil', delivery: () => ({ how: 'empty' }) },
  noContent: { sentence: 'Réponse sans contenu (204)', stage: 'spoil', delivery: () => ({ how: 'noContent' }) },
  wrongCharset: {
    sentence: 'Accents dans un autre codage que celui annoncé',
    stage: 'spoil',
    delivery: () => ({ how: 'latin1' }),
  },
  readsLag: {
    sentence: 'Relectures en retard sur les enregistrements',
    params: { ms: MILLISECONDS },
    stage: 'bend',
    bent: ({ params }) => ({ readsBehindMs: Number(params['ms'] ?? 2000) }),
  },
  keysIgnored: {
    sentence: "Clés d'idempotence ignorées",
    stage: 'bend',
    bent: () => ({ keysIgnored: true }),
  },
  clockSkew: {
    sentence: 'Horloge décalée',
    params: { aheadMs: z.number() },
    stage: 'bend',
    bent: ({ params }) => ({ clockAheadMs: Number(params['aheadMs'] ?? 3_600_000) }),
  },
  poisonRecord: {
    sentence: 'Une fiche fait tomber le traitement',
    stage: 'bend',
    bent: ({ pattern }) => ({ poison: pattern?.references ? pattern : { oneIn: 1000, seed: 0, ...pattern } }),
  },
  addedFields: { sentence: 'Champs ajoutés sans prévenir', stage: 'rewrite', rewrite: addFields },
  paddedFields: { sentence: 'Champs complétés par des blancs', stage: 'rewrite', rewrite: padTexts },
  nullWords: { sentence: 'Champs vides écrits « null »', stage: 'rewrite', rewrite: writeNull },
  farDates: { sentence: 'Fins inconnues datées du 31/12/9999', stage: 'rewrite', rewrite: farDates },
  equalTimestamps: {
    sentence: 'Même horodatage partout, à cheval sur deux pages',
    stage: 'rewrite',
    rewrite: equalMoments,
  },
  cursorAhead: { sentence: 'Curseur de page dans le futur', stage: 'rewrite', rewrite: aheadCursors },
};

/** `retryAfter`: `seconds` (default), `date`, `none`, or any text to send as it stands (`0`, `-1`, `1e9`, nonsense). */
function retryAfterOf(fault: ActiveFault, now: number): string | undefined {
  const wanted = fault.params['retryAfter'] ?? 'seconds';
  if (wanted === 'none') return undefined;
  const waitMs = Number(fault.params['waitMs'] ?? 1000);
  if (wanted === 'seconds' || wanted === 'date') return spelledWait(waitMs, now, wanted);
  return String(wanted);
}
