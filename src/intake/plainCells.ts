import type { PivotField } from '../fields';
import { found, refused, type CellReading } from '../identity';

const STRUCTURE_CODE = /^(?:[A-Za-z]{3}\d{4}|\d{5})$/;

const YES = new Set(['oui', 'o', 'yes', 'y', '1', 'x', 'vrai', 'true', 'rsa', 'brsa', 'actif']);
const NO = new Set(['non', 'n', 'no', '0', 'faux', 'false', 'ass', 'aah', 'are', 'aucun', 'aucune']);
/** States 2, 3 and 4 of the right (exports.md §2): the person is a beneficiary, even where the payment is suspended. */
const RSA_OPEN = /droit[ _]?ouvert/;
const RSA_NOT_OPEN = /clos|refus|attente/;

/** `PLI5901` or the five digits of a SAFIR code. */
export function readStructureCode(field: PivotField, text: string): CellReading {
  const code = text.replace(/\s/g, '').toUpperCase();
  return STRUCTURE_CODE.test(code) ? found(code) : refused({ code: 'intake.structureCode.form', field });
}

export function readRole(field: PivotField, text: string): CellReading {
  const role = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (role.startsWith('REFERENT')) return found('REFERENT');
  return role.startsWith('PARTENAIRE') || role === 'PARTNER'
    ? found('PARTENAIRE')
    : refused({ code: 'intake.role.unknown', field });
}

/** `yes` or `no`. */
export function readFlag(field: PivotField, text: string): CellReading {
  const word = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (YES.has(word) || RSA_OPEN.test(word)) return found('yes');
  if (NO.has(word) || RSA_NOT_OPEN.test(word)) return found('no');
  return refused({ code: 'intake.flag.unknown', field });
}
