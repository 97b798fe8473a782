import type { PivotField } from '../fields';
import { dropped, found, refused, type CellReading } from './cellReading';

const EMAIL = /^[^\s@,;<>()[\]"|]+@[^\s@,;<>()[\]"|]+\.[\p{L}]{2,}$/u;
/** Pattern of the contract for a référent's telephone. */
const PHONE = /^\+?\d{6,15}$/;
const STRUCTURE_CODE = /^(?:[A-Za-z]{3}\d{4}|\d{5})$/;

const YES = new Set(['oui', 'o', 'yes', 'y', '1', 'x', 'vrai', 'true', 'rsa', 'brsa', 'actif']);
const NO = new Set(['non', 'n', 'no', '0', 'faux', 'false', 'ass', 'aah', 'are', 'aucun', 'aucune']);
/** States 2, 3 and 4 of the right (exports.md §2): the person is a beneficiary, even where the payment is suspended. */
const RSA_OPEN = /droit[ _]?ouvert/;
const RSA_NOT_OPEN = /clos|refus|attente/;

/** An address in lower case; of several in one cell, the first. The participant's own is nobody's condition. */
export function readEmail(field: PivotField, text: string): CellReading {
  const addresses = text
    .replace(/^mailto:/i, '')
    .split(/[\s,;/]+/)
    .filter(Boolean);
  const [first = ''] = addresses;
  const value = first.toLowerCase();
  if (!EMAIL.test(value)) {
    return field === 'referentEmail'
      ? refused({ code: 'intake.email.invalid', field })
      : dropped(field, 'intake.dropped.email');
  }
  return addresses.length > 1 ? found(value, { code: 'intake.repair.severalValues', field }) : found(value);
}

/** Ten digits from 0 for French numbers, `+` and the country for others; a lost first 0 is put back. */
export function readPhone(field: PivotField, text: string): CellReading {
  const [first = '', ...others] = text.split(/\s*[,;/]\s*|\s+ou\s+/);
  const digits = first.replace(/[\s.\-()_\u00A0\u202F]/g, '').replace(/^00/, '+');
  const french = /^(?:\+33\(?0?\)?|33)?0?([1-9]\d{8})$/.exec(digits);
  if (french?.[1]) {
    const zeroLost = /^[1-9]\d{8}$/.test(digits);
    return found(
      `0${french[1]}`,
      ...(zeroLost ? [{ code: 'intake.repair.phoneZero', field }] : []),
      ...(others.length > 0 ? [{ code: 'intake.repair.severalValues', field }] : []),
    );
  }
  return PHONE.test(digits) ? found(digits) : dropped(field, 'intake.dropped.phone');
}

/** Five digits; a first 0 that a spreadsheet took is put back. */
export function readPostcode(field: PivotField, text: string): CellReading {
  const code = text.replace(/\s/g, '');
  if (/^\d{5}$/.test(code)) return found(code);
  return /^\d{4}$/.test(code)
    ? found(`0${code}`, { code: 'intake.repair.postcodeZero', field })
    : dropped(field, 'intake.dropped.postcode');
}

/** INSEE code of a commune (`59350`, `2A004`) or of a country (`99352`). */
export function readPlaceCode(field: PivotField, text: string): CellReading {
  const code = text.replace(/\s/g, '').toUpperCase();
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return found(code);
  return /^\d{4}$/.test(code)
    ? found(`0${code}`, { code: 'intake.repair.placeCodeZero', field })
    : dropped(field, 'intake.dropped.placeCode');
}

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
