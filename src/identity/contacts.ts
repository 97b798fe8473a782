import type { PivotField } from '../fields';
import { dropped, found, type CellReading } from './cellReading';
import { countryNamed } from './countries';
import { isEmailAddress } from './emailAddress';

/** International number, and pattern of the contract for a référent's telephone. */
const PHONE = /^\+?\d{6,15}$/;
const PHONE_GROUPING = /[\s.\-()_/\u00A0\u202F]/g;
const BETWEEN_PHONES = /\s*[,;/]\s*|\s+(?:ou|et)\s+/;
/** Ten digits from 0, +33, 0033, 33, also with the 0 in brackets; or nine, where a spreadsheet took the 0. */
const FRENCH_PHONE = /^(?:\+33|33)?0?([1-9]\d{8})$/;
const ACCENTS = /\p{M}/gu;
/** What stands around an address when it comes from a mail program or a sentence. */
const AROUND_ADDRESS = /^[<("'[]+|[>)"'\]:!?]+$/g;
const LONGEST = 1_000;

/**
 * An address in lower case. Of several in one cell the first; `mailto:`, angle brackets and a point at the end go away.
 * Accents go away too and that is said: no mailbox of a French provider has any, so that somebody typed her name.
 */
export function readEmail(field: PivotField, text: string): CellReading {
  if (text.length > LONGEST) return dropped(field, 'identity.dropped.email');
  const addresses = text
    .replace(/^mailto:/i, '')
    .split(/[\s,;/]+/)
    .map((word) => word.replace(AROUND_ADDRESS, ''))
    .filter((word) => word.includes('@'));
  const written = (addresses[0] ?? '').toLowerCase();
  const plain = written.normalize('NFD').replace(ACCENTS, '');
  const value = plain.replace(/^\.+|\.+(?=@|$)/g, '').replace(/\.{2,}/g, '.');
  if (!isEmailAddress(value)) return dropped(field, 'identity.dropped.email');
  return found(
    value,
    ...(plain === written.normalize('NFD') ? [] : [{ code: 'identity.repair.emailAccents', field }]),
    ...(plain === value ? [] : [{ code: 'identity.repair.emailPoints', field }]),
    ...(addresses.length > 1 ? [{ code: 'identity.repair.severalValues', field }] : []),
  );
}

/** Ten digits from 0 for French numbers, `+` and the country for others; a lost first 0 is put back. */
export function readPhone(field: PivotField, text: string): CellReading {
  if (text.length > LONGEST) return dropped(field, 'identity.dropped.phone');
  const whole = ungrouped(text);
  const [first = '', ...others] = FRENCH_PHONE.test(whole) ? [text] : text.split(BETWEEN_PHONES);
  const digits = ungrouped(first);
  const french = FRENCH_PHONE.exec(digits);
  const several = others.length > 0 ? [{ code: 'identity.repair.severalValues', field }] : [];
  if (french?.[1]) {
    const zeroLost = /^[1-9]\d{8}$/.test(digits);
    return found(`0${french[1]}`, ...(zeroLost ? [{ code: 'identity.repair.phoneZero', field }] : []), ...several);
  }
  return PHONE.test(digits) ? found(digits, ...several) : dropped(field, 'identity.dropped.phone');
}

function ungrouped(text: string): string {
  return text.replace(PHONE_GROUPING, '').replace(/^00/, '+');
}

/** Five digits; a first 0 that a spreadsheet took is put back. */
export function readPostcode(field: PivotField, text: string): CellReading {
  const code = text.replace(/^F-/i, '').replace(/\s/g, '');
  if (/^\d{5}$/.test(code)) return found(code);
  return /^\d{4}$/.test(code)
    ? found(`0${code}`, { code: 'identity.repair.postcodeZero', field })
    : dropped(field, 'identity.dropped.postcode');
}

/** INSEE code of a commune (`59350`, `2A004`) or of a country (`99352`); a country's name gives its code. */
export function readPlaceCode(field: PivotField, text: string): CellReading {
  if (text.length > LONGEST) return dropped(field, 'identity.dropped.placeCode');
  const code = text.replace(/\s/g, '').toUpperCase();
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return found(code);
  if (/^\d{4}$/.test(code)) return found(`0${code}`, { code: 'identity.repair.placeCodeZero', field });
  const country = countryNamed(text);
  return country
    ? found(country, { code: 'identity.repair.countryCode', field, params: { code: country } })
    : dropped(field, 'identity.dropped.placeCode');
}
