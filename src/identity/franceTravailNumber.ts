import type { Problem } from '../fields';
import { looksLikeNir } from './nir';

/**
 * Result of reading a France Travail number. `current`: 11 digits, good for the look-up. `old`: 7 digits and an
 * alphanumeric, regional; kept, but France Travail looks nobody up by it.
 */
export type FranceTravailNumberCheck =
  | { readonly status: 'valid'; readonly number: string; readonly form: 'current' | 'old' }
  | { readonly status: 'invalid'; readonly problem: Problem };

const UUID = /^\{?[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\}?$/i;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const CURRENT_LENGTH = 11;

/**
 * Checks a France Travail number. Zeros that Excel has taken away are said, never silently put back: ten digits can
 * also be a typing error, and a wrong number is another person.
 */
export function checkFranceTravailNumber(raw: string): FranceTravailNumberCheck {
  const trimmed = raw.trim();
  if (UUID.test(trimmed)) return invalid('identity.franceTravailNumber.technicalKey');
  const number = trimmed.replace(/[\s.\u00A0\u202F]/g, '').toUpperCase();
  if (SCIENTIFIC.test(trimmed.replace(/\s/g, ''))) return invalid('identity.franceTravailNumber.scientific');
  if (/^\d{11}$/.test(number)) return { status: 'valid', number, form: 'current' };
  if (/^\d{7}[0-9A-Z]$/.test(number)) return { status: 'valid', number, form: 'old' };
  if (/^\d{9,10}$/.test(number)) {
    return invalid('identity.franceTravailNumber.zerosLost', {
      length: number.length,
      missing: CURRENT_LENGTH - number.length,
    });
  }
  if (looksLikeNir(number)) return invalid('identity.franceTravailNumber.isNir');
  return /^\d+$/.test(number)
    ? invalid('identity.franceTravailNumber.length', { length: number.length })
    : invalid('identity.franceTravailNumber.form');
}

function invalid(code: string, params?: Problem['params']): FranceTravailNumberCheck {
  return { status: 'invalid', problem: { code, field: 'franceTravailNumber', ...(params ? { params } : {}) } };
}
