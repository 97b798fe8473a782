import type { Problem } from '../fields';
import { withoutDatePairs } from './datePairs';
import { nirPlaceContradiction, type NirPlaceContradiction } from './nirPlace';

/** Traits that the number itself claims; compared where the caller knows them. */
export interface NirTraits {
  readonly sex?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | undefined;
  /** INSEE code of a commune or of a country. */
  readonly birthPlaceCode?: string | undefined;
  readonly birthCountryCode?: string | undefined;
}

/** What in the number disagrees with the person it stands beside. */
export type NirContradiction = 'sex' | 'birthYear' | 'birthMonth' | NirPlaceContradiction;

/**
 * Result of reading a NIR. `certified` is false for waiting numbers (first digit 3, 4, 7, 8). `nir` has 15 characters.
 * The problem never carries the number, nor a part of it.
 */
export type NirCheck =
  | { readonly status: 'valid'; readonly nir: string; readonly certified: boolean }
  | { readonly status: 'invalid'; readonly problem: Problem };

/** A number that circulates in specimens and training material (france-travail.md §9): nobody's. */
const KNOWN_FICTITIOUS = '2690549588157';

/** Blanks, dots, hyphens and slashes are how people group the digits. */
const GROUPING = /[\s.\-/_\u00A0\u202F]/g;

const CONTRADICTION_CODES: Readonly<Record<NirContradiction, string>> = {
  sex: 'identity.nir.sex',
  birthYear: 'identity.nir.birthYear',
  birthMonth: 'identity.nir.birthMonth',
  birthDepartment: 'identity.nir.birthDepartment',
  birthCommune: 'identity.nir.birthCommune',
  birthCountry: 'identity.nir.birthCountry',
  bornAbroad: 'identity.nir.bornAbroad',
  bornInFrance: 'identity.nir.bornInFrance',
};

const SHAPE = /^\d{5}(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/;
const TEMPORARY_TECHNICAL_NUMBER = /^[12]\d{9}[0-9A-Z]{1,30}$/;
/** How Excel shows a number that is too long, its point already taken as grouping. */
const SCIENTIFIC = /^\d+(?:,\d+)?E\+?\d{1,2}$/;

/** Takes the grouping away and writes the Corsican letters large. */
export function normaliseNir(raw: string): string {
  return raw.replace(GROUPING, '').toUpperCase();
}

/**
 * Two-digit key of the first 13 characters of a NIR: 97 − (n mod 97), `2A` counting as 19 and `2B` as 18.
 * Source: france-travail.md §9.
 */
export function nirKey(first13: string): string {
  const digits = first13.replace('2A', '19').replace('2B', '18');
  return String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0');
}

/**
 * True when the text reads like a NIR (shape, month, place), whatever column it stands in. The key does not count: a
 * number with one mistyped digit is somebody's all the same, and must name no file.
 */
export function looksLikeNir(raw: string): boolean {
  const nir = normaliseNir(withoutDatePairs(raw));
  return (nir.length === 13 || nir.length === 15) && bodyProblem(nir) === undefined;
}

/** Between two characters of a number inside a text; with more between them they are hardly one number. */
const APART = `${GROUPING.source}{0,3}`;
const NEXT = `${APART}\\d`;
/** Looks ahead, so that a number is found behind another one (`Dossier 12 - 1 72 …`); `+33 6 …` is a telephone. */
const INSIDE = new RegExp(
  `(?<!\\d|\\+(?=33)|\\+33${GROUPING.source}?)` +
    `(?=(\\d(?:${NEXT}){4}(?:(?:${NEXT}){2}|${APART}2${APART}[AB])(?:${NEXT}){6}(?:(?:${NEXT}){2})?)(?!\\d))`,
  'gi',
);

/** True when the text is a NIR or has one inside (`Dossier 1 72 …`): such a text names no file and is not repeated. */
export function holdsNir(raw: string): boolean {
  const text = withoutDatePairs(raw);
  return looksLikeNir(text) || [...text.matchAll(INSIDE)].some(([, run = '']) => looksLikeNir(run));
}

/**
 * Checks a NIR of 13 or 15 characters, blanks and dots allowed, and says which check failed. With `traits`, sex, year,
 * month and place of birth must agree for numbers that begin with 1 or 2 (fictitious months 20–42 and 50–99 say no
 * month; merged communes and former territories agree with what they are today). France Travail compares the date only:
 * a caller who must not refuse more leaves the place out.
 */
export function checkNir(raw: string, traits: NirTraits = {}): NirCheck {
  const nir = normaliseNir(raw);
  const structure = structureProblem(nir);
  if (structure) return invalid(structure);
  const contradiction = contradictionCode(nirContradictions(nir, traits));
  if (contradiction) return invalid({ code: contradiction, field: 'nir' });
  const body = nir.slice(0, 13);
  return { status: 'valid', nir: body + nirKey(body), certified: /^[12]/.test(nir) };
}

/** Every trait that contradicts the number; empty for waiting numbers and where nothing is known. */
export function nirContradictions(raw: string, traits: NirTraits): readonly NirContradiction[] {
  const nir = normaliseNir(raw);
  if (!SHAPE.test(nir) || !/^[12]/.test(nir)) return [];
  const found: NirContradiction[] = [];
  const sex = nir.startsWith('1') ? 'M' : 'F';
  if (traits.sex && traits.sex !== sex) found.push('sex');
  const birth = /^\d{2}(\d{2})-(\d{2})-\d{2}$/.exec(traits.birthDate ?? '');
  if (birth && birth[1] !== nir.slice(1, 3)) found.push('birthYear');
  const month = nir.slice(3, 5);
  if (birth && Number(month) <= 12 && birth[2] !== month) found.push('birthMonth');
  const { birthPlaceCode: code, birthCountryCode: country } = traits;
  const place =
    code || country ? nirPlaceContradiction(nir.slice(5, 10), { code, country }, traits.birthDate) : undefined;
  return place ? [...found, place] : found;
}

/** What a number says of its bearer by itself: of use where nothing else is known. */
export interface NirMeaning {
  readonly sex: 'F' | 'M';
  /** Of the register (1, 2), or given while the register is asked (3, 4, 7, 8). */
  readonly certified: boolean;
  /** Last two figures of the year of birth. */
  readonly birthYear: string;
  /** 1 to 12; undefined for a fictitious month. */
  readonly birthMonth?: number;
  /** Code of the commune, or 99 and the country: five characters. */
  readonly birthPlace: string;
}

/** Reads a NIR whose checks hold; undefined for any other text. Odd first digits are men's. */
export function nirMeaning(raw: string): NirMeaning | undefined {
  const check = checkNir(raw);
  if (check.status === 'invalid') return undefined;
  const { nir, certified } = check;
  const month = Number(nir.slice(3, 5));
  return {
    sex: Number(nir.charAt(0)) % 2 === 1 ? 'M' : 'F',
    certified,
    birthYear: nir.slice(1, 3),
    ...(month <= 12 ? { birthMonth: month } : {}),
    birthPlace: nir.slice(5, 10),
  };
}

/** Year and month together are one sentence: the number is probably that of the line above or below. */
function contradictionCode(found: readonly NirContradiction[]): string | undefined {
  if (found.includes('birthYear') && found.includes('birthMonth')) return 'identity.nir.birthDate';
  return found[0] ? CONTRADICTION_CODES[found[0]] : undefined;
}

/** The first check of the number alone that fails, from the coarsest to the finest. */
function structureProblem(nir: string): Problem | undefined {
  const field = 'nir' as const;
  const inBody = bodyProblem(nir);
  if (inBody) return inBody;
  const body = nir.slice(0, 13);
  if (nir.length === 15 && nir.slice(13) !== nirKey(body)) return { code: 'identity.nir.key', field };
  return body === KNOWN_FICTITIOUS ? { code: 'identity.nir.fictitious', field } : undefined;
}

function bodyProblem(nir: string): Problem | undefined {
  const field = 'nir' as const;
  if (SCIENTIFIC.test(nir)) return { code: 'identity.nir.scientific', field };
  if (nir.length !== 13 && nir.length !== 15) return lengthProblem(nir);
  if (!SHAPE.test(nir)) return { code: 'identity.nir.characters', field };
  if (!/^[123478]/.test(nir)) return { code: 'identity.nir.firstDigit', field };
  if (!isPossibleMonth(Number(nir.slice(3, 5)))) return { code: 'identity.nir.month', field };
  const place = placeCode(nir.slice(5, 10));
  if (place) return { code: place, field };
  return nir.slice(10, 13) === '000' ? { code: 'identity.nir.order', field } : undefined;
}

/** Overseas the département has three figures (971 to 978, 98x) and the commune two; 99 stands before a country. */
function placeCode(place: string): string | undefined {
  if (/^(?:00|97[09])/.test(place)) return 'identity.nir.department';
  if (place === '99000') return 'identity.nir.country';
  return /^(?:..000|97\d00)$/.test(place) ? 'identity.nir.commune' : undefined;
}

function lengthProblem(nir: string): Problem {
  const field = 'nir' as const;
  if (!/^[0-9A-Z]+$/.test(nir)) return { code: 'identity.nir.characters', field };
  const technical = TEMPORARY_TECHNICAL_NUMBER.test(nir) && /[A-Z]/.test(nir);
  if (technical) return { code: 'identity.nir.technicalNumber', field };
  return { code: 'identity.nir.length', field, params: { length: nir.length } };
}

/** 01–12 are months, 20–42 and 50–99 stand for an unknown one; 00, 13–19 and 43–49 are given to nobody. */
function isPossibleMonth(month: number): boolean {
  return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
}

function invalid(problem: Problem): NirCheck {
  return { status: 'invalid', problem };
}
