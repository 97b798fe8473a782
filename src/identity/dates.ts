import type { Problem } from '../fields';
import { monthNumber, WRITTEN_DATE } from './months';
import { shownText } from './shownText';

/** What the date is about: a birth lies in the past of an adult, an event around now. Decides two-digit years. */
export type DateKind = 'birth' | 'event';

/** How a date was written; `monthFirst`: a month above 12 leaves no other reading (12/31/1985). */
export type DateSource = 'text' | 'serial' | 'twoDigitYear' | 'monthFirst';

/** A cell read as a date. `none`: the cell says that there is no date. `date` is `YYYY-MM-DD`. */
export type DateReading =
  | { readonly status: 'none' }
  | { readonly status: 'date'; readonly date: string; readonly from: DateSource }
  | { readonly status: 'invalid'; readonly problem: Omit<Problem, 'field'> };

export interface DateReadingOptions {
  readonly kind: DateKind;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const NO_DATE =
  /^(?:|null|<null>|\(null\)|nan|undefined|n\/a|#n\/a|[-–—/?.]+|9999-12-31|31[./-]12[./-]9999|0000-00-00|00[./-]00[./-]0000)$/i;
const TIME = String.raw`(?:[T\s]+\d{1,2}[:h]\d{0,2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})${TIME}$`, 'i');
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const UTC_INSTANT = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/i;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const YEAR_ALONE = /^(?:19|20)\d{2}$/;

/** No spelling of a date is longer; keeps the patterns below from working on a pasted page. */
const LONGEST = 40;
const LONGEST_SHOWN = 24;
/** 1927-05-18 and 2099-12-31 as days of Excel's 1900 system; below, a number is a year or something else. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 73_050;
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Nobody in a list was born before, and nothing in it happens after. */
const FIRST_YEAR: Readonly<Record<DateKind, number>> = { birth: 1900, event: 1950 };
const LAST_YEAR = 2099;
/** Below this age a two-digit birth year means the century before. */
const YOUNGEST = 14;
/** An event with a two-digit year lies at most so far ahead. */
const FARTHEST_EVENT = 20;

/**
 * Reads a date as it stands in a list: `31/12/2025`, `2025-12-31`, `31.12.25`, `31-12-2025`, with or without a time,
 * `12 mars 2025`, Excel day numbers (1900 system), JavaScript dates. Day comes before month, but for births whose
 * month would be above 12; impossible dates are named.
 */
export function readDate(raw: string | number | Date, options: DateReadingOptions): DateReading {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? unreadable('') : fromInstant(raw, options);
  if (typeof raw === 'number') return fromNumber(raw, options);
  const text = raw.trim();
  if (text.length > LONGEST) return unreadable(text);
  if (NO_DATE.test(text)) return { status: 'none' };
  if (/^9999-12-31/.test(text)) return { status: 'none' };
  if (UTC_INSTANT.test(text)) {
    const instant = new Date(text);
    if (!Number.isNaN(instant.getTime())) return fromInstant(instant, options);
  }
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return fromParts(yearFirst[3], yearFirst[2], yearFirst[1], options);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return fromParts(dayFirst[1], dayFirst[2], dayFirst[3], options);
  const written = WRITTEN_DATE.exec(text);
  const month = written ? monthNumber(written[2] ?? '') : undefined;
  if (written && month) return fromParts(written[1], String(month), written[3], options);
  if (YEAR_ALONE.test(text)) return problem('identity.date.yearOnly', { value: text });
  const serial = SERIAL.exec(text);
  return serial ? fromNumber(Number(serial[1]), options) : unreadable(text);
}

/** True for text that can only be a date (day, month and year written out): finds slipped columns. */
export function looksLikeDate(raw: string): boolean {
  const text = raw.trim();
  return YEAR_FIRST.test(text) || /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:\s.*)?$/.test(text);
}

/** True for `12 mars 1980` and the like. */
export function isWrittenDate(raw: string): boolean {
  return monthNumber(WRITTEN_DATE.exec(raw.trim())?.[2] ?? '') !== undefined;
}

/** Whole years between two dates `YYYY-MM-DD`. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** True when `date` is a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDate(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts !== null && exists(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * Spreadsheets hand a day over as midnight of the machine's zone. East of Greenwich that is the evening before in UTC
 * (20:00 to 23:00 for French territories), so a full evening hour means the next day.
 */
function fromInstant(instant: Date, options: DateReadingOptions): DateReading {
  const fullHour = instant.getTime() % 3_600_000 === 0;
  const shifted = fullHour && instant.getUTCHours() >= 20 ? new Date(instant.getTime() + DAY / 4) : instant;
  if (shifted.getUTCFullYear() === 9999) return { status: 'none' };
  return inRange(shifted.toISOString().slice(0, 10), 'text', options);
}

function fromNumber(value: number, options: DateReadingOptions): DateReading {
  const day = Math.floor(value);
  if (day >= 1900 && day <= LAST_YEAR) return problem('identity.date.yearOnly', { value: day });
  if (!(day >= FIRST_SERIAL && day <= LAST_SERIAL)) return unreadable('');
  return inRange(new Date(EXCEL_DAY_ZERO + day * DAY).toISOString().slice(0, 10), 'serial', options);
}

function fromParts(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  options: DateReadingOptions,
): DateReading {
  const fullYear = year?.length === 2 ? century(Number(year), options) : Number(year);
  const [d, m] = [Number(day), Number(month)];
  const shown = `${pad(d)}/${pad(m)}/${pad(fullYear, 4)}`;
  if (fullYear === 9999) return { status: 'none' };
  // An event is declared: its date is typed again rather than guessed. A birth date has a NIR and doubts beside it.
  if (options.kind === 'birth' && m > 12 && exists(fullYear, d, m)) {
    return inRange(`${pad(fullYear, 4)}-${pad(d)}-${pad(m)}`, 'monthFirst', options);
  }
  if (!exists(fullYear, m, d)) return problem('identity.date.impossible', { value: shown });
  return inRange(`${pad(fullYear, 4)}-${pad(m)}-${pad(d)}`, year?.length === 2 ? 'twoDigitYear' : 'text', options);
}

function inRange(date: string, from: DateSource, options: DateReadingOptions): DateReading {
  const year = Number(date.slice(0, 4));
  const shown = `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  if (options.kind === 'birth' && date > options.today) return problem('identity.date.birthAhead', { value: shown });
  if (year < FIRST_YEAR[options.kind] || year > LAST_YEAR) return problem('identity.date.year', { value: shown });
  return { status: 'date', date, from };
}

function century(twoDigits: number, { kind, today }: DateReadingOptions): number {
  const latest = Number(today.slice(0, 4)) + (kind === 'birth' ? -YOUNGEST : FARTHEST_EVENT);
  return 2000 + twoDigits <= latest ? 2000 + twoDigits : 1900 + twoDigits;
}

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= last;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** The cell is shown only when it is short and can't be a number that slipped in here. */
function unreadable(text: string): DateReading {
  const shown = text.length > LONGEST_SHOWN ? '…' : shownText(text, LONGEST_SHOWN);
  return shown === '' || shown === '…'
    ? problem('identity.date.notADate', {})
    : problem('identity.date.unreadable', { value: shown });
}

function problem(code: string, params: Record<string, string | number>): DateReading {
  return { status: 'invalid', problem: { code, params } };
}
