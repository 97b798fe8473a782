import type { Answer } from '../answer';
import type { Operation, Violation } from '../contract';
import type { Moment } from '../moment';

/** What a wrong request looks like in each API: there are as many shapes as APIs. */
const WRONG_REQUEST: Readonly<Record<string, (violations: readonly Violation[], moment: Moment) => Answer>> = {
  'interface-commune-v1': (violations) => {
    const tooMany = violations.some(({ where, what }) => where === 'declarations' && what.includes('maxItems'));
    const json = tooMany
      ? { codeErreur: 'LOT_TROP_GRAND', message: 'Au plus 100 déclarations par lot' }
      : { codeErreur: 'REQUETE_INVALIDE', message: sentence(violations), champ: violations[0]?.where ?? 'corps' };
    return { status: tooMany ? 413 : 400, json, code: json.codeErreur };
  },
  'rechercher-usager-v2': (violations) => {
    return {
      status: 400,
      json: { codeRetour: 'R997', message: sentence(violations), jetonUsager: null },
      code: 'R997',
    };
  },
  'informations-administratives-v1': (violations, moment) => {
    const json = { code: '0', erreur: sentence(violations), status: '400 BAD_REQUEST', timestamp: moment.at };
    return { status: 400, json, code: '400' };
  },
  'orientation-usager-v2': (violations, moment) => refusedOrientation(moment, camelCased(sentence(violations))),
  'activites-operationnelles-v2': (violations) => {
    const error = { code: 'PARAM_INCOHERENT', message: 'Paramètre incohérent', details: sentence(violations) };
    return { status: 400, json: [error], code: error.code };
  },
  'rendez-vous-partenaire-v1': (violations) => {
    return {
      status: 400,
      json: { codeErreur: 'REQUETE_INVALIDE', message: sentence(violations) },
      code: 'REQUETE_INVALIDE',
    };
  },
};

/** 400 in the manner of the operation's API. `contrat-usager` documents none: the gateway answers in its place. */
export function refusedRequest(operation: Operation, violations: readonly Violation[], moment: Moment): Answer {
  const refuse = WRONG_REQUEST[operation.api];
  if (refuse !== undefined) return refuse(violations, moment);
  const json = { type: 'about:blank', title: 'Bad Request', status: 400, detail: sentence(violations) };
  return { status: 400, json, code: '400', gateway: true, headers: { 'content-type': 'application/problem+json' } };
}

/** More or fewer than one of the parameters of which exactly one is wanted. */
export function refusedCombination(received: Readonly<Record<string, string | null>>): Answer {
  const error = { code: 'PARAM_INCOHERENT', message: 'Un seul critère attendu' };
  const given = Object.values(received).filter((value) => value !== null).length;
  // Both shapes are seen in the field: an array when none is given, an object when there are several.
  if (given === 0) return { status: 400, json: [{ ...error, details: 'aucun critère reçu' }], code: error.code };
  return { status: 400, json: { ...error, details: received }, code: error.code };
}

/** The person token is unknown to France Travail, or older than a day. */
export function refusedPersonToken(operation: Operation, moment: Moment): Answer {
  if (operation.api !== 'interface-commune-v1') {
    return refusedRequest(
      operation,
      [{ where: 'ft-jeton-usager', what: 'jeton inconnu ou périmé', kind: 'wrong' }],
      moment,
    );
  }
  const json = { codeErreur: 'JETON_USAGER_INVALIDE', message: 'Jeton usager inconnu ou périmé' };
  return { status: 400, json, code: json.codeErreur };
}

/** 400 of orientation-usager: its message names fields in camelCase, its path is an internal one. */
export function refusedOrientation(moment: Moment, message: string): Answer {
  const timestamp = `${moment.at.slice(0, -1)}+00:00`;
  return {
    status: 400,
    json: { timestamp, status: 400, error: 'Bad Request', message, path: '/interne/orientation' },
    code: '400',
  };
}

function sentence(violations: readonly Violation[]): string {
  return violations
    .slice(0, 5)
    .map(({ where, what }) => `${where} : ${what}`)
    .join(' ; ');
}

function camelCased(text: string): string {
  return text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
