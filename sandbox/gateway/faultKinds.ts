import type { Answer } from '../answer';
import { loginRedirect } from './admission';
import { spelledWait, tooManyRequests } from './quota';

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
  /** Anything else that the kind understands. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** How the bytes of an answer are spoilt on their way out. */
export type Delivery =
  | { readonly how: 'drop' }
  | { readonly how: 'cut' }
  | { readonly how: 'empty' }
  | { readonly how: 'latin1' }
  | { readonly how: 'drip'; readonly pauseMs: number };

/**
 * What one kind of fault does. To add a fault, add a line to `FAULT_KINDS`:
 * - `instead`: answers in place of the API, which never sees the request (nothing is committed);
 * - `hold`: lets the request wait before the API sees it;
 * - `spoil`: the API has done its work (and committed); its answer is spoilt on the way out;
 * - `once`: happens at the moment it is ordered.
 */
export type FaultKind = { readonly sentence: string } & (
  | { readonly stage: 'instead'; readonly answer: (fault: ActiveFault, now: number) => Answer }
  | { readonly stage: 'hold'; readonly delayMs: (fault: ActiveFault) => number }
  | { readonly stage: 'spoil'; readonly delivery: (fault: ActiveFault) => Delivery }
  | { readonly stage: 'once'; readonly effect: 'revokeTokens' }
);

export const FAULT_KINDS: Readonly<Record<string, FaultKind>> = {
  unavailable: {
    sentence: 'Service indisponible (503)',
    stage: 'instead',
    answer: (fault, now) => {
      const json = { codeErreur: 'R999', codeRetour: 'R999', message: 'Service fermé pour le moment' };
      const retryAfter = retryAfterOf(fault, now);
      return {
        status: 503,
        json,
        code: 'R999',
        gateway: true,
        headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      };
    },
  },
  tooManyRequests: {
    sentence: 'Trop de requêtes (429)',
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
    answer: () => ({
      status: 200,
      raw: {
        type: 'text/html; charset=utf-8',
        text: '<!doctype html><title>Maintenance</title><h1>Maintenance en cours</h1>',
      },
      code: 'html',
      gateway: true,
    }),
  },
  loginRedirect: {
    sentence: 'Renvoi vers une page de connexion (302)',
    stage: 'instead',
    answer: () => loginRedirect(),
  },
  unknownCode: {
    sentence: 'Code de réponse inconnu',
    stage: 'instead',
    answer: (fault) => {
      const code = String(fault.params['code'] ?? 'S777');
      const json = { codeSortie: code, codeRetour: code, message: 'Traitement différé' };
      return { status: Number(fault.params['status'] ?? 200), json, code, gateway: true };
    },
  },
  slow: {
    sentence: 'Réponses lentes',
    stage: 'hold',
    delayMs: (fault) => Number(fault.params['ms'] ?? 5000),
  },
  answerLostAfterCommit: {
    sentence: 'Réponse perdue après enregistrement',
    stage: 'spoil',
    delivery: () => ({ how: 'drop' }),
  },
  truncatedJson: { sentence: 'Réponse tronquée', stage: 'spoil', delivery: () => ({ how: 'cut' }) },
  emptyBody: { sentence: 'Réponse vide', stage: 'spoil', delivery: () => ({ how: 'empty' }) },
  wrongCharset: {
    sentence: 'Accents dans un autre codage que celui annoncé',
    stage: 'spoil',
    delivery: () => ({ how: 'latin1' }),
  },
  dripping: {
    sentence: 'Réponse au compte-gouttes',
    stage: 'spoil',
    delivery: (fault) => ({ how: 'drip', pauseMs: Number(fault.params['pauseMs'] ?? 100) }),
  },
  tokenExpired: { sentence: "Jetons d'accès révoqués (401)", stage: 'once', effect: 'revokeTokens' },
};

/** `retryAfter`: `seconds` (default), `date`, `none`, or any text to send as it stands (`0`, `-1`, `1e9`, nonsense). */
function retryAfterOf(fault: ActiveFault, now: number): string | undefined {
  const wanted = fault.params['retryAfter'] ?? 'seconds';
  if (wanted === 'none') return undefined;
  const waitMs = Number(fault.params['waitMs'] ?? 1000);
  if (wanted === 'seconds' || wanted === 'date') return spelledWait(waitMs, now, wanted);
  return String(wanted);
}
